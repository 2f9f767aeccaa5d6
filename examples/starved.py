"""While the loop's body waits, the other download goes on."""

import asyncio
import time


async def download(name, parts):
    for _ in range(parts):
        await asyncio.sleep(0.05)
    return name


async def save(file):
    await asyncio.sleep(0.1)


async def main():
    start = time.perf_counter()
    downloads = [download("a", 1), download("b", 3)]
    for download_ in asyncio.as_completed(downloads):
        file = await download_
        there = time.perf_counter() - start
        await save(file)
        print(f"{file}: there at {there:.2f} s, saved 0.10 s later")
    print(f"total {time.perf_counter() - start:.2f} s")


asyncio.run(main())
