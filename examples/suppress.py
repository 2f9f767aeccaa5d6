"""Decide at one place which errors end there."""

import asyncio


class Optional:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        return kind is not None and issubclass(kind, KeyError)


async def load(name):
    if name == "b":
        raise KeyError(name)
    if name == "c":
        raise PermissionError(name)
    return 1


async def main():
    for name in "abc":
        try:
            value = None
            async with Optional():
                value = await load(name) + 10
            print(f"{name}: {value}")
        except PermissionError:
            print(f"{name}: refused")


asyncio.run(main())
