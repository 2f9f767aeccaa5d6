"""Time is up for a group, and for a bare task."""

import asyncio

done = 0


async def work(id):
    global done
    await asyncio.sleep(0.3)
    done += 1


async def main():
    in_time = True
    try:
        async with asyncio.timeout(0.05), asyncio.TaskGroup() as group:
            for id in [1, 2]:
                group.create_task(work(id))
    except TimeoutError:
        in_time = False
    await asyncio.sleep(0.5)
    print(f"group: in time {in_time}, {done} done later")

    in_time = True
    try:
        async with asyncio.timeout(0.05):
            await asyncio.create_task(work(3))
    except TimeoutError:
        in_time = False
    await asyncio.sleep(0.5)
    print(f"task: in time {in_time}, {done} done later")


asyncio.run(main())
