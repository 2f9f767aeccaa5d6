"""gather over tasks raises the first exception, as over coroutines."""

import asyncio
import time


async def flight():
    await asyncio.sleep(0.02)
    raise ValueError("no seat left")


async def hotel():
    await asyncio.sleep(0.05)
    raise ValueError("no room left")


async def main():
    start = time.perf_counter()
    try:
        await asyncio.gather(
            asyncio.create_task(flight()), asyncio.create_task(hotel())
        )
    except ValueError as error:
        print(f"{error} after {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(0.1)


asyncio.run(main())
