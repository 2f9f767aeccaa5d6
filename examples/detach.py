"""A task whose result nobody keeps; here the loop's timer keeps it alive."""

import asyncio
import time


async def save(row, start):
    await asyncio.sleep(0.05)
    print(f"row {row} saved at {time.perf_counter() - start:.2f} s")


async def main():
    start = time.perf_counter()
    asyncio.create_task(save(1, start))
    print(f"task not kept at {time.perf_counter() - start:.2f} s")

    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
