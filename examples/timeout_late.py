"""Work that goes on after its time is over."""

import asyncio
import time


async def stubborn():
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("cleanup")
        await asyncio.sleep(0.2)
    return "late"


async def main():
    start = time.perf_counter()
    result = await asyncio.wait_for(stubborn(), timeout=0.1)
    print(f"{result} after {time.perf_counter() - start:.2f} s")

    start = time.perf_counter()
    async with asyncio.timeout(0.1):
        result = await stubborn()
    print(f"{result} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
