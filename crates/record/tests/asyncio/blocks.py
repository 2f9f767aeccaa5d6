"""`time.sleep` holds the loop, and a timer is late."""

import asyncio
import time


async def beat():
    for _ in range(3):
        await asyncio.sleep(0.01)


async def main():
    beating = asyncio.create_task(beat())
    await asyncio.sleep(0.005)
    time.sleep(0.1)
    await beating


asyncio.run(main())
