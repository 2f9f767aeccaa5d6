"""At most ten calls in any second: each permit stays away for a second."""

import asyncio
import time
from collections import Counter


class RateLimiter:
    def __init__(self, calls, window):
        self.permits = asyncio.Semaphore(calls)
        self.window = window

    async def wait(self):
        await self.permits.acquire()
        loop = asyncio.get_running_loop()
        loop.call_later(self.window, self.permits.release)


async def call(limiter):
    await limiter.wait()
    return time.perf_counter()


async def main():
    start = time.perf_counter()
    limiter = RateLimiter(10, 1.0)

    calls = await asyncio.gather(*(call(limiter) for _ in range(25)))
    seconds = Counter(int(at - start) for at in calls)
    for second, calls in sorted(seconds.items()):
        print(f"second {second}: {calls} calls")


asyncio.run(main())
