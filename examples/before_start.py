"""Cancel a task before its first turn."""

import asyncio


async def upload(file):
    try:
        print(f"upload {file} begins")
        await asyncio.sleep(0.1)
    finally:
        print(f"close {file}")


async def main():
    task = asyncio.create_task(upload("a.txt"))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: cancelled")


asyncio.run(main())
