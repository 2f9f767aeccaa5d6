"""Open any number of things, and close them in the opposite order."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def connected(number):
    await asyncio.sleep(0.01)
    if number == 4:
        raise ValueError(f"cannot open {number}")
    try:
        yield number
    finally:
        await asyncio.sleep(0.01)
        print("goodbye", number)


async def main():
    try:
        async with AsyncExitStack() as stack:
            for number in (1, 2, 4):
                await stack.enter_async_context(connected(number))
    except ValueError as error:
        print(error)


asyncio.run(main())
