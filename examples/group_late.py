"""Task 1 is done after one second, task 2 fails after two."""

import asyncio


async def work(id):
    await asyncio.sleep(id)
    if id == 2:
        raise ValueError(f"task {id}: failed")
    return id


async def main():
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            for id in [1, 2]:
                tasks.append(group.create_task(work(id)))
    except* ValueError as errors:
        print("task 1:", "cancelled" if tasks[0].cancelled() else "done")
        print(errors.exceptions[0])


asyncio.run(main())
