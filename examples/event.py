"""Two workers wait for the database; a third comes when it is ready."""

import asyncio
import time


async def work(name, ready, start):
    await ready.wait()
    print(f"{name} starts at {time.perf_counter() - start:.1f} s")


async def connect(ready):
    await asyncio.sleep(2)
    ready.set()


async def main():
    start = time.perf_counter()
    ready = asyncio.Event()

    async with asyncio.TaskGroup() as group:
        group.create_task(work("A", ready, start))
        group.create_task(work("B", ready, start))
        group.create_task(connect(ready))
        await asyncio.sleep(3)
        group.create_task(work("C", ready, start))


asyncio.run(main())
