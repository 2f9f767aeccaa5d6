"""A plain function that returns a coroutine object runs at the call."""

import asyncio
import time


async def serve(dish, start):
    print(f"{dish} served at {time.perf_counter() - start:.2f} s")


def order_tea(start):
    print(f"tea ordered at {time.perf_counter() - start:.2f} s")
    return serve("tea", start)


async def order_cake(start):
    print(f"cake ordered at {time.perf_counter() - start:.2f} s")
    await serve("cake", start)


async def main():
    start = time.perf_counter()
    tea = order_tea(start)
    cake = order_cake(start)

    await asyncio.sleep(0.05)
    await tea
    await cake


asyncio.run(main())
