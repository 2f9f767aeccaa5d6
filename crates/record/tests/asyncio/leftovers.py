"""`asyncio.run` cancels what is left when `main` is over."""

import asyncio


async def beat():
    while True:
        await asyncio.sleep(0.02)
        print("beat")


async def fails():
    raise OSError("nobody looks")


async def main():
    beating = asyncio.create_task(beat())
    asyncio.create_task(fails())
    await asyncio.sleep(0.05)
    return beating


asyncio.run(main())
