"""A timeout among other errors."""

import asyncio


async def read_line():
    await asyncio.sleep(0.5)
    return "hello"


async def greeting():
    async with asyncio.timeout(0.05):
        return f"it said {await read_line()}"


async def main():
    try:
        print(await greeting())
    except OSError as e:
        print(repr(e))
    print("one class:", asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
