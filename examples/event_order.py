"""The order in which two waiters start."""

import asyncio


async def work(name, ready, started):
    await ready.wait()
    started.append(name)


async def connect(ready):
    await asyncio.sleep(0.1)
    ready.set()


async def main():
    ready, started = asyncio.Event(), []
    await asyncio.gather(
        connect(ready), work("A", ready, started), work("B", ready, started)
    )
    print(f"gather:   {''.join(started)}")


asyncio.run(main())
