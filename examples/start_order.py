"""A task does not begin before its creator awaits, unless the loop is eager."""

import asyncio
import time

begun = False


async def work():
    global begun
    begun = True


async def main():
    task = asyncio.create_task(work())
    time.sleep(0.1)  # keeps the thread: there is no `await` here
    print("0.10 s after create_task:", begun)
    await task
    print("after await:", begun)


asyncio.run(main())
