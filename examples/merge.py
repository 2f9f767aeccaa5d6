"""Read two feeds at once, as they come."""

import asyncio
import time


async def feed(name, seconds):
    for number in range(1, 4):
        await asyncio.sleep(seconds)
        yield f"{name} {number}"


async def pump(items, queue):
    async for item in items:
        await queue.put(item)


async def main():
    start = time.perf_counter()
    queue = asyncio.Queue()

    async def pump_all():
        async with asyncio.TaskGroup() as group:
            group.create_task(pump(feed("fast", 0.2), queue))
            group.create_task(pump(feed("slow", 0.5), queue))
        await queue.put(None)

    pumps = asyncio.create_task(pump_all())
    while (item := await queue.get()) is not None:
        print(f"{item} at {time.perf_counter() - start:.2f} s")
    await pumps
    print(f"end at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
