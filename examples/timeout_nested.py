"""A timeout inside a timeout: one exception for both."""

import asyncio


async def work():
    await asyncio.sleep(0.3)
    return 42


async def nested(outer, inner):
    try:
        async with asyncio.timeout(outer) as a:
            async with asyncio.timeout(inner) as b:
                return await work()
    except TimeoutError as e:
        return f"{e!r}, outer {a.expired()}, inner {b.expired()}"


async def main():
    print("inner limit hit:", await nested(0.2, 0.05))
    print("outer limit hit:", await nested(0.05, 0.2))
    print("no limit hit:", await nested(0.6, 0.5))


asyncio.run(main())
