"""Close a connection also when whoever uses it is cancelled, twice."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connected():
    try:
        yield
    finally:
        await asyncio.sleep(0.1)  # says goodbye to the server
        print("closed")


async def work():
    async with connected():
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work())
    for _ in range(2):
        await asyncio.sleep(0.05)
        task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
