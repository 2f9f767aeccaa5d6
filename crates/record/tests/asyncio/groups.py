"""A `TaskGroup` cancels what is left when one of its tasks fails."""

import asyncio


async def job(ms):
    await asyncio.sleep(ms / 1000)
    if ms == 7:
        raise ValueError(ms)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for ms in (25, 7, 3):
                group.create_task(job(ms), name=f"job of {ms}")
    except* ValueError:
        print("one failed")


asyncio.run(main())
