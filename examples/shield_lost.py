"""A shielded write, and a main that does not wait for it."""

import asyncio


async def write():
    try:
        await asyncio.sleep(3)
        print("write done")
    except asyncio.CancelledError:
        print("write cancelled")
        raise


async def main():
    try:
        await asyncio.wait_for(asyncio.shield(write()), timeout=1)
    except TimeoutError:
        print("main: timeout")


asyncio.run(main())
