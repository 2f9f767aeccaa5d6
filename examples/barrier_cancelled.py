"""One waiter gives up, and its arrival no longer counts."""

import asyncio


async def arrive(barrier):
    try:
        async with asyncio.timeout(0.1):
            await barrier.wait()
        return "passes"
    except TimeoutError:
        return "gives up"


async def main():
    barrier = asyncio.Barrier(2)
    print(f"first:  {await arrive(barrier)}")
    print(f"second: {await arrive(barrier)}")
    print(f"third:  {await arrive(barrier)}")


asyncio.run(main())
