"""What becomes of the awaited ones when the one who waits is cancelled."""

import asyncio
import time


async def save(how, start):
    await asyncio.sleep(0.05)
    print(f"{how} saved at {time.perf_counter() - start:.2f} s")


async def with_gather(start):
    await asyncio.gather(save("child", start))


async def with_task(start):
    await asyncio.create_task(save("task", start))


async def main():
    start = time.perf_counter()
    first = asyncio.create_task(with_gather(start))
    second = asyncio.create_task(with_task(start))

    await asyncio.sleep(0.02)
    first.cancel()
    second.cancel()
    print(f"both cancelled at {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(0.05)
    print("main ends")


asyncio.run(main())
