"""Wait for one download in turns, and draw a bar in between."""

import asyncio
import time


async def download():
    await asyncio.sleep(0.4)
    return "whole file"


async def main():
    start = time.perf_counter()
    task = asyncio.create_task(download())
    turns = 0
    while not task.done():
        turns += 1
        await asyncio.wait({task}, timeout=0.16)  # draw a bar
    took = time.perf_counter() - start
    print(f"{task.result()} after {took:.1f} s, in {turns} turns")


asyncio.run(main())
