"""A timeout around a coroutine, and one around a task."""

import asyncio


async def save(name):
    await asyncio.sleep(0.2)
    print(f"{name} is saved")


async def main():
    try:
        await asyncio.wait_for(save("a"), timeout=0.1)
    except TimeoutError:
        print("a: TimeoutError")

    task = asyncio.create_task(save("b"))
    try:
        await asyncio.wait_for(task, timeout=0.1)
    except TimeoutError:
        print("b: TimeoutError")
    await asyncio.sleep(0.2)
    print("b is cancelled:", task.cancelled())


asyncio.run(main())
