"""A list of awaits, in turn and together."""

import asyncio
import time


async def size(name):
    await asyncio.sleep(0.1)
    return len(name)


async def main():
    names = ["poll", "await"]
    start = time.perf_counter()
    sizes = [await size(name) for name in names]
    print(f"in turn: {sizes} after {time.perf_counter() - start:.2f} s")

    start = time.perf_counter()
    sizes = await asyncio.gather(*[size(name) for name in names])
    print(f"together: {sizes} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
