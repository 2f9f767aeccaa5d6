"""Cancel a download of ten seconds after one second."""

import asyncio
import time


async def download(start):
    print("download begins")
    try:
        await asyncio.sleep(10)
        print("download done")
    except asyncio.CancelledError:
        print(f"clean up at {time.perf_counter() - start:.2f} s")
        raise


async def main():
    start = time.perf_counter()
    task = asyncio.create_task(download(start))
    await asyncio.sleep(1)

    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: cancelled")
    print(f"total {time.perf_counter() - start:.2f} s")


asyncio.run(main())
