"""Two waits in turn, and a third one beside them."""

import asyncio
import time


async def two_waits():
    await asyncio.sleep(2)
    await asyncio.sleep(1)


async def main():
    start = time.perf_counter()
    await asyncio.gather(two_waits(), asyncio.sleep(2))
    print(f"{time.perf_counter() - start:.2f} s in all")


asyncio.run(main())
