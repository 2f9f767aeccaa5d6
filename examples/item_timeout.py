"""Give up waiting for one item, and ask again."""

import asyncio
import time


async def fetch(number):
    await asyncio.sleep(0.2)
    return number


async def numbers():
    for number in range(1, 3):
        yield await fetch(number)


async def main():
    start = time.perf_counter()
    items = numbers()
    while True:
        try:
            item = await asyncio.wait_for(anext(items), 0.12)
        except TimeoutError:
            print(f"nothing yet at {time.perf_counter() - start:.2f} s")
        except StopAsyncIteration:
            print(f"end at {time.perf_counter() - start:.2f} s")
            break
        else:
            print(f"item {item} at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
