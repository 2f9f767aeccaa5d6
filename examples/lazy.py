"""Calling a coroutine function runs nothing; awaiting its object runs it."""

import asyncio
import time


async def work(name, start):
    print(f"{name} begins at {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(0.1)
    print(f"{name} ends at {time.perf_counter() - start:.2f} s")


async def main():
    start = time.perf_counter()
    a = work("a", start)
    b = work("b", start)
    print("called both")

    await a
    await b
    print(f"{time.perf_counter() - start:.2f} s in all")


asyncio.run(main())
