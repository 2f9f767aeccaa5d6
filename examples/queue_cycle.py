"""Two coroutines that send to each other, each through a full queue."""

import asyncio


async def partner(to, source):
    for n in range(3):
        await to.put(n)
    return sum([await source.get() for _ in range(3)])


async def main():
    for slots in (1, 2, 3):
        a, b = asyncio.Queue(slots), asyncio.Queue(slots)
        both = asyncio.gather(partner(a, b), partner(b, a))
        try:
            print(f"{slots} slots:", await asyncio.wait_for(both, 0.5))
        except TimeoutError:
            print(f"{slots} slots: TimeoutError")


asyncio.run(main())
