"""Three downloads at once, one task each."""

import asyncio
import time


async def download(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    start = time.perf_counter()
    a, b, c = await asyncio.gather(
        download("a", 0.1),
        download("b", 0.1),
        download("c", 0.1),
    )
    print(f"{a}, {b}, {c} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
