"""Ask three mirrors, take the first answer; the others run on."""

import asyncio
import time

finished = 0


async def ask(mirror, seconds):
    global finished
    await asyncio.sleep(seconds)
    finished += 1
    return mirror


async def fastest():
    asked = [ask("a", 0.3), ask("b", 0.1), ask("c", 0.2)]
    for answer in asyncio.as_completed(asked):
        return await answer


async def main():
    start = time.perf_counter()
    print(f"{await fastest()} after {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(0.3)
    print(f"finished: {finished} of 3")


asyncio.run(main())
