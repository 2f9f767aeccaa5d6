"""What an `async for` waits for is waited for in the generator."""

import asyncio


async def ticks(count):
    for n in range(count):
        await asyncio.sleep(0.01)
        yield n


async def main():
    async for n in ticks(2):
        print(n)


asyncio.run(main())
