"""Customers wait until there is enough for them in stock."""

import asyncio
import time


class Shop:
    def __init__(self):
        self.stock = 0
        self.changed = asyncio.Condition()

    async def deliver(self):
        async with self.changed:
            self.stock += 1
            self.changed.notify_all()

    async def take(self, want):
        async with self.changed:
            while self.stock < want:
                await self.changed.wait()
            self.stock -= want


async def customer(want, shop, start):
    await shop.take(want)
    print(f"{want} at {time.perf_counter() - start:.1f} s")


async def main():
    start = time.perf_counter()
    shop = Shop()
    async with asyncio.TaskGroup() as group:
        group.create_task(customer(3, shop, start))
        group.create_task(customer(1, shop, start))
        for _ in range(4):
            await asyncio.sleep(0.1)
            await shop.deliver()


asyncio.run(main())
