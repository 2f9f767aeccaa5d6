"""A job of two seconds and a job of one second."""

import asyncio
import time


async def job(number, seconds):
    print(f"{number} started")
    await asyncio.sleep(seconds)
    print(f"{number} completed")


async def main():
    start = time.perf_counter()
    await asyncio.gather(job(1, 2), job(2, 1))
    print(f"both after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
