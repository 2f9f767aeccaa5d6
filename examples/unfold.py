"""Handle the items of a slow source, one after the other."""

import asyncio
import time


async def fetch(number):
    await asyncio.sleep(0.1)
    return number


async def numbers():
    for number in range(1, 4):
        yield await fetch(number)


async def handle(item):
    await asyncio.sleep(0.05)


async def main():
    start = time.perf_counter()
    async for item in numbers():
        print(f"item {item} at {time.perf_counter() - start:.2f} s")
        await handle(item)
    print(f"end at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
