"""`finally` runs on every way out, the last one entered first."""

import asyncio


async def work(leaves_by):
    print("open file")
    try:
        print("take lock")
        try:
            await asyncio.sleep(0.1)
            if leaves_by == "an error":
                raise OSError("disk full")
            await asyncio.sleep(0.1)
            print("work done")
        finally:
            print("give lock back")
    finally:
        print("close file")


async def main():
    for leaves_by in ("its end", "an error", "cancel"):
        print(f"{leaves_by}:")
        task = asyncio.create_task(work(leaves_by))
        await asyncio.sleep(0.15)
        if leaves_by == "cancel":
            task.cancel()
        await asyncio.wait([task])


asyncio.run(main())
