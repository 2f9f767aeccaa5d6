"""Four jobs share one permit. Does the time limit count the waiting?"""

import asyncio
import time


async def limit_counts_wait(permits):
    try:
        async with asyncio.timeout(0.1), permits:
            await asyncio.sleep(0.06)
        return "ok"
    except TimeoutError:
        return "late"


async def limit_counts_work(permits):
    try:
        async with permits, asyncio.timeout(0.1):
            await asyncio.sleep(0.06)
        return "ok"
    except TimeoutError:
        return "late"


async def main():
    for job in (limit_counts_wait, limit_counts_work):
        start = time.perf_counter()
        permits = asyncio.Semaphore(1)
        results = await asyncio.gather(*(job(permits) for _ in range(4)))
        seconds = time.perf_counter() - start
        print(f"{', '.join(results)} after {seconds:.2f} s")


asyncio.run(main())
