"""Let at most two of six downloads run at once."""

import asyncio
import time

PERMITS = 2


async def download(id, permits):
    async with permits:
        await asyncio.sleep(0.05)
    return id, time.perf_counter()


async def main():
    start = time.perf_counter()
    permits = asyncio.Semaphore(PERMITS)

    downloads = [download(id, permits) for id in range(1, 7)]
    for id, end in await asyncio.gather(*downloads):
        print(f"download {id} done at {end - start:.2f} s")
    print(f"total {time.perf_counter() - start:.2f} s")


asyncio.run(main())
