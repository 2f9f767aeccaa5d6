"""Ask a generator again that has ended."""

import asyncio


async def feed():
    yield 0


async def main():
    items = feed()
    for _ in range(3):
        print(await anext(items, "end"))


asyncio.run(main())
