"""A TaskGroup never ends before its children."""

import asyncio

open_ = 0


async def work(id):
    global open_
    open_ += 1
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(0.05)  # It takes its time.
        open_ -= 1


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for id in [1, 2]:
                group.create_task(work(id))
            await asyncio.sleep(0.05)
            raise ValueError("enough")
    except* ValueError:
        print(f"after the group: {open_} open")


asyncio.run(main())
