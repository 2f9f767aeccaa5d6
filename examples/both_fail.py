"""Both fail in the same turn of the loop: one exception is raised."""

import asyncio


async def book(what):
    await asyncio.sleep(0)
    print(f"{what}: fails")
    raise ValueError(f"no {what} left")


async def main():
    try:
        await asyncio.gather(book("seat"), book("room"))
    except ValueError as error:
        print(f"gather: {error}")
    await asyncio.sleep(0.01)


asyncio.run(main())
