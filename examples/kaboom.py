"""A task group with a child that fails at once."""

import asyncio
import time


async def hello(name):
    if name == "boom":
        raise RuntimeError("kaboom")
    await asyncio.sleep(0.1)
    return f"hello, {name}"


async def main():
    start = time.perf_counter()
    try:
        async with asyncio.TaskGroup() as group:
            for name in ["a", "boom", "c"]:
                group.create_task(hello(name))
    except* RuntimeError as group:
        errors = [str(error) for error in group.exceptions]
        print(f"{errors} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
