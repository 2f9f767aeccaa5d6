"""The four ways in which a task ends, as `await task` tells them."""

import asyncio


async def job(kind):
    await asyncio.sleep(0.01)
    if kind == "fails":
        raise OSError("disk full")
    if kind == "has a bug":
        return [][42]
    return 42


async def main():
    for kind in ["works", "fails", "has a bug", "is cancelled"]:
        task = asyncio.create_task(job(kind))
        if kind == "is cancelled":
            task.cancel()
        try:
            print(f"{kind}: value", await task)
        except (Exception, asyncio.CancelledError) as error:
            print(f"{kind}: {error!r}")
    print("main goes on")


asyncio.run(main())
