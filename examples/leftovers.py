"""A task that is not done when `main` returns."""

import asyncio
import time


async def work():
    try:
        print("the work begins")
        await asyncio.sleep(0.2)
        print("the work ends")
    finally:
        await asyncio.sleep(0.05)  # even this is waited for
        print("connection closed")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.1)
    print("main returns")


start = time.perf_counter()
asyncio.run(main())
print(f"{time.perf_counter() - start:.2f} s in all")
