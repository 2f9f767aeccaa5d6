"""Three downloads, one after the other."""

import asyncio
import time


async def download(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    start = time.perf_counter()
    a = download("a", 0.1)
    b = download("b", 0.1)
    c = download("c", 0.1)

    a, b, c = await a, await b, await c
    print(f"{a}, {b}, {c} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
