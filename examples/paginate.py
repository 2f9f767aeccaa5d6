"""Ask for the next page when its first item is wanted."""

import asyncio
import time

PAGES = {1: ["a", "b"], 2: ["c", "d"], 3: ["e"]}


async def page(number):
    await asyncio.sleep(0.1)
    print(f"(page {number})")
    return PAGES.get(number, [])


# ANCHOR: items
class Items:
    def __init__(self):
        self.number, self.items = 1, []

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            self.items = await page(self.number)
            self.number += 1
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)
# ANCHOR_END: items


async def main():
    start = time.perf_counter()
    async for item in Items():
        print(f"{item} at {time.perf_counter() - start:.1f} s")
    print(f"end at {time.perf_counter() - start:.1f} s")


asyncio.run(main())
