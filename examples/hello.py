"""The smallest program that waits."""

import asyncio
import time


async def hello(name):
    await asyncio.sleep(0.05)
    return f"hello, {name}"


async def main():
    start = time.perf_counter()
    text = await hello("world")
    print(f"{text} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
