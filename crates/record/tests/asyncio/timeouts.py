"""Two timeouts, one within the other, and a `shield`."""

import asyncio


async def write():
    await asyncio.sleep(0.07)
    print("written")


async def main():
    writing = asyncio.create_task(write())
    try:
        async with asyncio.timeout(0.05):
            async with asyncio.timeout(0.02):
                await asyncio.shield(writing)
    except TimeoutError:
        print("too late")
    await writing


asyncio.run(main())
