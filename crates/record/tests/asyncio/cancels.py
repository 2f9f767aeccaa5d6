"""One task lets `CancelledError` through, one swallows it, one cleans up."""

import asyncio


async def lets_through():
    await asyncio.sleep(1)


async def swallows():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("not me")
    await asyncio.sleep(0.02)


async def cleans_up():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.01)
        print("clean")


async def never_began():
    await asyncio.sleep(1)


async def main():
    kinds = lets_through, swallows, cleans_up
    tasks = [asyncio.create_task(kind()) for kind in kinds]
    await asyncio.sleep(0.05)
    tasks.append(asyncio.create_task(never_began()))
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


asyncio.run(main())
