"""A thread that is not done when `main` returns."""

import asyncio
import time


def copy():
    print("the copy begins")
    time.sleep(0.3)  # blocks its own thread
    print("the copy ends")


async def main():
    asyncio.get_running_loop().run_in_executor(None, copy)
    await asyncio.sleep(0.1)
    print("main returns")


asyncio.run(main())
