"""A coroutine function that calls itself."""

import asyncio
import time


async def size(folder):
    await asyncio.sleep(0.01)  # asks the disk
    total, folders = folder
    for inner in folders:
        total += await size(inner)
    return total


async def main():
    root = (8, [(4, [(2, [])]), (1, [])])
    start = time.perf_counter()
    total = await size(root)
    print(f"{total} bytes after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
