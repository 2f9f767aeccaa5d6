"""Ten increments with a wait in each, without a lock and with one."""

import asyncio
import time


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = asyncio.Lock()

    async def add(self):
        seen = self.value
        await asyncio.sleep(0.1)
        self.value = seen + 1

    async def add_locked(self):
        async with self.lock:
            await self.add()


async def main():
    counter = Counter()
    await asyncio.gather(*(counter.add() for _ in range(10)))
    print(f"no lock: {counter.value}")

    start = time.perf_counter()
    counter = Counter()
    await asyncio.gather(*(counter.add_locked() for _ in range(10)))
    print(f"a lock:  {counter.value} in {time.perf_counter() - start:.1f} s")


asyncio.run(main())
