"""Take each result as soon as it is there."""

import asyncio
import time


async def download(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    files = [("a", 0.3), ("b", 0.1), ("c", 0.2)]
    start = time.perf_counter()

    downloads = [download(*file) for file in files]
    done = 0
    for earliest in asyncio.as_completed(downloads):
        name = await earliest
        done += 1
        print(f"{done} of 3: {name} after {time.perf_counter() - start:.2f} s")

    names = await asyncio.gather(*[download(*file) for file in files])
    print("gather:", names)


asyncio.run(main())
