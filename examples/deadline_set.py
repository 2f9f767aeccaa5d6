"""Wait until a deadline: take what is done, keep what is pending."""

import asyncio
import time


async def fetch(id, seconds):
    await asyncio.sleep(seconds)
    return id


async def main():
    start = time.perf_counter()
    jobs = [(1, 0.1), (2, 0.4), (3, 0.2)]
    tasks = [asyncio.create_task(fetch(*job)) for job in jobs]

    done, pending = await asyncio.wait(tasks, timeout=0.25)
    ids = sorted(task.result() for task in done)
    seconds = time.perf_counter() - start
    print(f"done {ids}, pending {len(pending)}, at {seconds:.2f} s")

    for task in pending:
        id = await task
        print(f"{id} at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
