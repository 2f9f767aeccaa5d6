"""Three coroutines, each waiting for the next."""

import asyncio
import time


async def rate():
    await asyncio.sleep(1)
    return 25


async def price(euros):
    return euros * await rate()


async def label():
    return f"{await price(4)} crowns"


async def main():
    start = time.perf_counter()
    text = await label()
    print(f"{text} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
