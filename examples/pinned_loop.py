"""asyncio.wait with a timeout leaves the task alone."""

import asyncio
import time


async def download():
    await asyncio.sleep(0.1)
    return "whole file"


async def main():
    start = time.perf_counter()
    task = asyncio.create_task(download())
    while True:
        done, _ = await asyncio.wait({task}, timeout=0.04)
        if done:
            break
    took = time.perf_counter() - start
    print(f"{task.result()} after {took:.2f} s")


asyncio.run(main())
