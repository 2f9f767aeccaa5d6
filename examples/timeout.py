"""A request gets 0.05 s. It needs 0.5 s."""

import asyncio
import time


async def fetch():
    try:
        await asyncio.sleep(0.5)
        print("the answer is there")
        return 42
    finally:
        print("connection closed")


async def main():
    start = time.perf_counter()
    try:
        async with asyncio.timeout(0.05):
            n = await fetch()
        print(f"got {n} at {time.perf_counter() - start:.2f} s")
    except TimeoutError:
        print(f"timed out at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
