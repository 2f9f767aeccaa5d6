"""`asyncio.sleep` is no exception: it counts from its `await`."""

import asyncio
import time


async def main():
    start = time.perf_counter()
    a = asyncio.sleep(0.1)
    b = asyncio.sleep(0.1)
    print("called both")

    await a
    print(f"a is over at {time.perf_counter() - start:.2f} s")
    await b
    print(f"{time.perf_counter() - start:.2f} s in all")


asyncio.run(main())
