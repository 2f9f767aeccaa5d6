"""A task without an `await` that is not done when `main` wants to return."""

import asyncio
import time


async def copy():
    print("the copy begins")
    time.sleep(0.3)  # blocks the loop's only thread
    print("the copy ends")


async def main():
    task = asyncio.create_task(copy())
    await asyncio.sleep(0.1)
    print("main returns")


asyncio.run(main())
