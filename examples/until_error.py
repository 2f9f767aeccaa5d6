"""Wait for all, or until one fails."""

import asyncio
import time


async def job(id):
    await asyncio.sleep(0.1 * id)
    print(f"job {id} has run")
    if id == 1:
        raise OSError("no disk")
    return id


async def main():
    start = time.perf_counter()
    tasks = [asyncio.create_task(job(1)), asyncio.create_task(job(2))]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_EXCEPTION
    )
    seconds = time.perf_counter() - start
    print(f"{len(pending)} pending at {seconds:.2f} s")
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.ALL_COMPLETED
    )
    seconds = time.perf_counter() - start
    print(f"{len(pending)} pending at {seconds:.2f} s")
    for task in tasks:
        print(repr(task.exception() or task.result()))


asyncio.run(main())
