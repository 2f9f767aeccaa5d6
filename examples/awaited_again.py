"""A coroutine gives its result once, a task as often as you like."""

import asyncio


async def answer():
    return 42


async def main():
    coroutine = answer()
    print("once:", await coroutine)
    try:
        print("twice:", await coroutine)
    except RuntimeError as error:
        print("twice:", error)

    task = asyncio.create_task(answer())
    print("task:", await task, await task)


asyncio.run(main())
