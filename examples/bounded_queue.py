"""A full queue makes the producer wait."""

import asyncio
import time

CAPACITY = 2


async def produce(queue):
    for item in range(1, 6):
        await queue.put(item)
    await queue.put(None)  # the sentinel: "nothing more will come"


async def consume(queue, start):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(0.1)
        print(f"handled {item} at {time.perf_counter() - start:.1f} s")
    print(f"closed at {time.perf_counter() - start:.1f} s")


async def main():
    start = time.perf_counter()
    queue = asyncio.Queue(maxsize=CAPACITY)

    await asyncio.gather(produce(queue), consume(queue, start))


asyncio.run(main())
