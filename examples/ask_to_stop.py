"""A cancelled collector writes what it has, which takes a while."""

import asyncio
import time


async def write(batch):
    await asyncio.sleep(0.2)
    print(f"wrote {batch}")


async def collect():
    batch = []
    try:
        while True:
            await asyncio.sleep(0.2)
            batch.append(len(batch) + 1)
    except asyncio.CancelledError:
        await write(batch)
        raise


async def main():
    start = time.perf_counter()
    task = asyncio.create_task(collect())
    await asyncio.sleep(0.5)

    task.cancel()
    await asyncio.wait([task])
    print(f"main ends at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
