"""A lock, a semaphore, an event, a condition and a barrier."""

import asyncio


async def work(lock, permits, go, door, all_here):
    await go.wait()
    async with permits:
        async with lock:
            await asyncio.sleep(0.01)
    await all_here.wait()
    async with door:
        await door.wait()


async def main():
    lock, permits = asyncio.Lock(), asyncio.Semaphore(2)
    go, door = asyncio.Event(), asyncio.Condition()
    go.set()
    go.clear()
    all_here = asyncio.Barrier(3)
    tasks = [
        asyncio.create_task(work(lock, permits, go, door, all_here))
        for _ in range(3)
    ]
    await asyncio.sleep(0.005)
    go.set()
    await asyncio.sleep(0.1)
    async with door:
        door.notify(2)
        door.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
