"""A cancelled task says goodbye to its server, which takes a while."""

import asyncio


async def talk():
    try:
        await asyncio.sleep(10)
    finally:
        print("saying goodbye")
        await asyncio.sleep(0.1)
        print("goodbye said")


async def main():
    task = asyncio.create_task(talk())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
    print("main ends")


asyncio.run(main())
