"""Two tasks wait for each other's lock."""

import asyncio


async def both(first, second):
    async with first:
        await asyncio.sleep(0.01)
        async with second:
            print("both")


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(both(left, right), both(right, left))


asyncio.run(main())
