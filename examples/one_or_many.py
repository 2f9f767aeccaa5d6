"""What waiting at the same time gains: nothing for one, a lot for many."""

import asyncio
import time


async def answer():
    await asyncio.sleep(0.1)


async def main():
    for count in [1, 5, 20]:
        start = time.perf_counter()
        for _ in range(count):
            await answer()
        total = time.perf_counter() - start

        start = time.perf_counter()
        await asyncio.gather(*[answer() for _ in range(count)])
        longest = time.perf_counter() - start
        print(f"{count} in turn {total:.2f} s, together {longest:.2f} s")


asyncio.run(main())
