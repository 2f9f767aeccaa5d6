"""Make a task, do something else, then take the task's result."""

import asyncio
import time


async def hello(name):
    await asyncio.sleep(0.05)
    return f"hello, {name}"


async def main():
    start = time.perf_counter()
    task = asyncio.create_task(hello("world"))

    print("(doing something else)")
    await asyncio.sleep(0.02)
    print("finished:", task.done())

    text = await task
    print(text)
    print(f"{time.perf_counter() - start:.2f} s in all")


asyncio.run(main())
