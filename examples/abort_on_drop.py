"""wait_for without a shield cancels the task that it waits for."""

import asyncio
import time


async def write(start):
    await asyncio.sleep(3)
    print(f"write done at {time.perf_counter() - start:.2f} s")


async def main():
    start = time.perf_counter()
    writing = asyncio.create_task(write(start))
    try:
        await asyncio.wait_for(writing, timeout=1)
        print("main: written")
    except TimeoutError:
        print(f"main: timeout at {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(3)
    print(f"main ends at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
