"""`gather` makes tasks; one of them fails, and the others go on."""

import asyncio


async def job(ms):
    await asyncio.sleep(ms / 1000)
    if ms == 20:
        raise ValueError(ms)
    return ms


async def main():
    try:
        await asyncio.gather(job(30), job(20), job(10))
    except ValueError as error:
        print("failed with", error)
    await asyncio.sleep(0.02)


asyncio.run(main())
