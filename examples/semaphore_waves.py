"""How long many jobs take when only a few may run at once."""

import asyncio
import time


async def job(seconds, permits):
    async with permits:
        await asyncio.sleep(seconds)


async def total(jobs, seconds, at_once):
    start = time.perf_counter()
    permits = asyncio.Semaphore(at_once)
    await asyncio.gather(*(job(seconds, permits) for _ in range(jobs)))
    return time.perf_counter() - start


async def main():
    few, many, uneven = await asyncio.gather(
        total(12, 0.1, 3), total(20, 1.0, 5), total(6, 0.05, 4)
    )
    print(f"12 jobs of 0.10 s, 3 at once: {few:.2f} s")
    print(f"20 jobs of 1.00 s, 5 at once: {many:.2f} s")
    print(f"6 jobs of 0.05 s, 4 at once: {uneven:.2f} s")


asyncio.run(main())
