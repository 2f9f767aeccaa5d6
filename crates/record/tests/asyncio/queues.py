"""A queue of one place, and who waits at each end."""

import asyncio


async def send(queue):
    for item in ("b", "a", "a"):
        await queue.put(item)


async def main():
    queue = asyncio.Queue(1)
    sending = asyncio.create_task(send(queue))
    for _ in range(3):
        print(await queue.get())
        queue.task_done()
        await asyncio.sleep(0.01)
    await queue.join()
    await sending


asyncio.run(main())
