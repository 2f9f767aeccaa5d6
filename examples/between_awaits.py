"""Between two awaits no other task runs."""

import asyncio
import time

visits = 0


async def visit():
    global visits
    seen = visits
    time.sleep(0.1)  # computes: there is no `await` in between
    visits = seen + 1


async def main():
    global visits
    await asyncio.gather(visit(), visit())
    print("gathered:", visits, "visits")

    visits = 0
    first = asyncio.create_task(visit())
    second = asyncio.create_task(visit())
    await first
    await second
    print("tasks:", visits, "visits")


asyncio.run(main())
