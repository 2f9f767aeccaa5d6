"""Three downloads, one after the other."""

import asyncio
import time


async def download(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    start = time.perf_counter()
    a = await download("a", 0.1)
    b = await download("b", 0.1)
    c = await download("c", 0.1)
    print(f"{a}, {b}, {c} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
