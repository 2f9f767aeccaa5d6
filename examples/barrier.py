"""Three workers begin the second stage together."""

import asyncio
import time


async def work(seconds, barrier, start):
    await asyncio.sleep(seconds)
    arrived = time.perf_counter()
    position = await barrier.wait()
    waited = time.perf_counter() - arrived
    return f"worker {seconds} waited {waited:.0f} s, position: {position}"


async def main():
    start = time.perf_counter()
    barrier = asyncio.Barrier(3)

    workers = (work(seconds, barrier, start) for seconds in (1, 2, 3))
    for line in await asyncio.gather(*workers):
        print(line)
    print(f"stage 2 at {time.perf_counter() - start:.0f} s")


asyncio.run(main())
