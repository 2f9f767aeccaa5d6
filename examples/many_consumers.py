"""Three consumers share one queue; each needs a sentinel of its own."""

import asyncio
import time


async def consume(queue):
    handled = 0
    while (await queue.get()) is not None:
        await asyncio.sleep(0.5)
        handled += 1
    return handled


async def main():
    start = time.perf_counter()
    queue = asyncio.Queue(maxsize=10)

    consumers = [asyncio.create_task(consume(queue)) for _ in range(3)]
    for item in range(1, 21):
        await queue.put(item)
    for _ in consumers:
        await queue.put(None)

    counts = sorted(await asyncio.gather(*consumers), reverse=True)
    print(f"handled {counts} in {time.perf_counter() - start:.1f} s")


asyncio.run(main())
