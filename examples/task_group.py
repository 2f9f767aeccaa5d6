"""Three greetings in one task group; its end waits for all of them."""

import asyncio
import time


async def hello(name):
    await asyncio.sleep(0.1)
    return f"hello, {name}"


async def main():
    start = time.perf_counter()

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(hello(name)) for name in "abc"]

    greetings = [task.result() for task in tasks]
    print(f"{greetings} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
