"""A heartbeat every 0.3 s, cancelled after a second."""

import asyncio
import itertools
import time


async def heartbeat(start):
    for n in itertools.count(1):
        await asyncio.sleep(0.3)
        print(f"beat {n} at {time.perf_counter() - start:.2f} s")


async def main():
    start = time.perf_counter()
    task = asyncio.create_task(heartbeat(start))

    await asyncio.sleep(1)
    task.cancel()
    print(f"stopped at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
