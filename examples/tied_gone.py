"""`wait_for` cancels a task, and waits until it has ended."""

import asyncio


async def write(start):
    loop = asyncio.get_running_loop()
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.2)
        print(f"file closed at {loop.time() - start:.1f} s")


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    writing = asyncio.create_task(write(start))
    try:
        await asyncio.wait_for(writing, 0.1)
    except TimeoutError:
        print(f"late at {loop.time() - start:.1f} s")


asyncio.run(main())
