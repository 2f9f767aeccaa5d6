"""A wait of two seconds and one of one second, in turn and together."""

import asyncio
import time


async def wait(seconds):
    await asyncio.sleep(seconds)


async def main():
    start = time.perf_counter()
    await wait(2)
    await wait(1)
    in_turn = time.perf_counter() - start

    start = time.perf_counter()
    await asyncio.gather(wait(2), wait(1))
    together = time.perf_counter() - start
    print(f"{in_turn:.2f} s and {together:.2f} s")


asyncio.run(main())
