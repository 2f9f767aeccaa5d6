"""A tick every 0.6 s, cancelled after 0.1 s: does it tick at all?"""

import asyncio


async def sleep_first(ticks):
    while True:
        await asyncio.sleep(0.6)
        ticks.append("tick")


async def main():
    ticks = []
    task = asyncio.create_task(sleep_first(ticks))
    await asyncio.sleep(0.1)
    task.cancel()
    print(f"sleep: {len(ticks)}")


asyncio.run(main())
