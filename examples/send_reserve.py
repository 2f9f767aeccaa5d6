"""A put that gives up: the item is still in the caller's hands."""

import asyncio


async def main():
    queue = asyncio.Queue(1)
    await queue.put("a")

    item = "b"
    try:
        await asyncio.wait_for(queue.put(item), 0.05)
    except TimeoutError:
        print("put: given up")
    print("received", queue.get_nowait())

    queue.put_nowait(item)
    print("received", queue.get_nowait())


asyncio.run(main())
