"""Leave a generator in the middle: when does its `finally` run?"""

import asyncio
from contextlib import aclosing


async def rows():
    try:
        for row in range(1, 1000):
            await asyncio.sleep(0.01)
            yield row
    finally:
        print("connection closed")


async def first_two(generator):
    async for row in generator:
        print("row", row)
        if row == 2:
            break
    print("left the loop")


async def main():
    generator = rows()
    await first_two(generator)
    print("after first_two")
    await generator.aclose()
    async with aclosing(rows()) as generator:
        await first_two(generator)
    print("after aclosing")


asyncio.run(main())
