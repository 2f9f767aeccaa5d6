"""Write a generator with `yield`, and one that may fail."""

import asyncio


async def lines():
    for line in ["3", "4", "five", "6"]:
        await asyncio.sleep(0.01)
        yield line


async def numbers():
    async for line in lines():
        yield int(line)


async def main():
    try:
        async for number in numbers():
            print(number)
    except ValueError as error:
        print(f"error: {error}")


asyncio.run(main())
