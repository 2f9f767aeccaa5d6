"""Cancel a task that awaits another task: both are cancelled."""

import asyncio


async def child():
    await asyncio.sleep(0.1)
    print("child done")


async def parent():
    await asyncio.create_task(child())


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
