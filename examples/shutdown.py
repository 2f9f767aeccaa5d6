"""Ask three workers to stop, and wait until each has flushed."""

import asyncio
import time


async def worker(id, flush):
    done = 0
    try:
        while True:
            done += 1
            await asyncio.sleep(0.1)
    finally:
        await asyncio.sleep(flush)
        print(f"worker {id} flushed {done} jobs")


async def main():
    workers = [
        asyncio.create_task(worker(id, flush))
        for id, flush in [(1, 0), (2, 0.06), (3, 0.12)]
    ]
    await asyncio.sleep(0.15)

    asked = time.perf_counter()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(f"shutdown took {time.perf_counter() - asked:.2f} s")


asyncio.run(main())
