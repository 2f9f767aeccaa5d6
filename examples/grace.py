"""Wait for so long, then cancel who is left, and say who that was."""

import asyncio
import time


async def worker(flush, stop):
    await stop.wait()
    await asyncio.sleep(flush)


async def main():
    stop = asyncio.Event()
    workers = [
        asyncio.create_task(worker(flush, stop), name=name)
        for name, flush in [("mail", 0.01), ("cache", 0.1), ("index", 60)]
    ]
    await asyncio.sleep(0.1)

    asked = time.perf_counter()
    stop.set()
    _, pending = await asyncio.wait(workers, timeout=0.2)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print("aborted:", [task.get_name() for task in pending])
    print(f"shutdown took {time.perf_counter() - asked:.2f} s")


asyncio.run(main())
