"""Two tasks are ready at once. Which of them is in the `done` set?"""

import asyncio


async def ready(name):
    return name


async def main():
    tasks = [asyncio.create_task(ready(name)) for name in "ab"]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    names = sorted(task.result() for task in done)
    print(f"done: {names}, pending: {len(pending)}")


asyncio.run(main())
