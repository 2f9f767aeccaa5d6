"""A `return` inside a nested coroutine function."""

import asyncio


async def greet(age):
    async def check():
        if age < 18:
            return "too young"
        return "old enough"

    await check()
    return "welcome"


async def main():
    print(f"at 12: {await greet(12)}")


asyncio.run(main())
