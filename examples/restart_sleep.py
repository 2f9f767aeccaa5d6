"""A timeout that begins again with each message."""

import asyncio


async def send(queue):
    for n in range(10):
        await asyncio.sleep(0.1)
        await queue.put(n)


async def main():
    queue = asyncio.Queue()
    sender = asyncio.create_task(send(queue))
    beats = seen = 0
    while seen < 10:
        try:
            await asyncio.wait_for(queue.get(), 0.25)
            seen += 1
        except TimeoutError:
            beats += 1
    await sender
    print(f"made anew: {beats} beats")


asyncio.run(main())
