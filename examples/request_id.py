"""A value that belongs to a task: the tasks that it makes have it, too."""

import asyncio
from contextvars import ContextVar

REQUEST = ContextVar("request")


async def log(who):
    await asyncio.sleep(0.01)
    print(f"{who}: request {REQUEST.get()}")


async def handle():
    await asyncio.gather(log("a child of gather"))
    await asyncio.create_task(log("a task"))


async def main():
    REQUEST.set(7)
    await handle()


asyncio.run(main())
