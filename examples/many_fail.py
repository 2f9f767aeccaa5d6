"""gather raises the first exception at once, however many there are."""

import asyncio
import time


async def fetch(page):
    if page == 2:
        await asyncio.sleep(0.2)
        raise ValueError("page 2 is missing")
    await asyncio.sleep(1)
    return page


async def main():
    start = time.perf_counter()
    try:
        await asyncio.gather(*[fetch(page) for page in range(1, 32)])
    except ValueError as error:
        print(f"{error} after {time.perf_counter() - start:.1f} s")


asyncio.run(main())
