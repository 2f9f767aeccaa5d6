"""The children of `gather` take turns in the loop's queue."""

import asyncio


async def count(name, log):
    for n in range(3):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)


async def main():
    log = []
    await asyncio.gather(count("a", log), count("b", log))
    print("gather:", " ".join(log))


asyncio.run(main())
