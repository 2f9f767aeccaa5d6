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
    few, many = await asyncio.gather(total(12, 0.1, 3), total(20, 1, 5))
    print(f"12 jobs of 0.1 s, 3 at once: {few:.1f} s")
    print(f"20 jobs of 1.0 s, 5 at once: {many:.1f} s")


asyncio.run(main())
