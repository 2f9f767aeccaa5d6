"""A coroutine that never awaits stops the other children of `gather`."""

import asyncio
import time


async def compute(name):
    print(f"{name} begins")
    time.sleep(0.1)
    print(f"{name} ends")


async def main():
    await asyncio.gather(compute("a"), compute("b"))


asyncio.run(main())
