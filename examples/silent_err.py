"""Two tasks raise an exception that nobody retrieves."""

import asyncio


async def save(row):
    await asyncio.sleep(0.01 * row)
    if row == 1:
        raise OSError("disk full")
    if row == 2:
        raise KeyError("no such table")


def log(loop, what):
    print(f"{what['message']}: {what['exception']!r}")


async def main():
    # The handler that is there at first writes this to standard error.
    asyncio.get_running_loop().set_exception_handler(log)
    for row in range(1, 4):
        asyncio.create_task(save(row))
    await asyncio.sleep(0.05)
    print("main ends")


asyncio.run(main())
