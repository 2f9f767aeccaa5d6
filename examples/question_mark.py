"""Errors on their way out of a chain of awaits."""

import asyncio


async def read(name):
    await asyncio.sleep(0.01)
    if name == "limit":
        return "12\n"
    if name == "broken":
        return "twelve\n"
    raise OSError("no such file")


async def number(name):
    return int((await read(name)).strip())


async def main():
    for name in ["limit", "missing", "broken"]:
        try:
            print(f"{name}: {await number(name)}")
        except (OSError, ValueError) as error:
            print(f"{name}: {error}")
    try:
        both = await number("limit") + await number("broken")
    except (OSError, ValueError):
        both = None
    print(f"both: {both}")


asyncio.run(main())
