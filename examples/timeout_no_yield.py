"""A timeout cannot stop what does not await."""

import asyncio
import time


async def compute():
    time.sleep(0.1)
    return 7


async def main():
    start = time.perf_counter()
    async with asyncio.timeout(0.01):
        result = await compute()
    print(f"{result} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
