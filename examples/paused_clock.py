"""The same wait, on the only clock that asyncio has."""

import asyncio
import time


async def main():
    start = time.perf_counter()
    print("Hello ...")
    await asyncio.sleep(1)
    print("... World!")
    elapsed = time.perf_counter() - start
    print(f"asyncio's clock: {elapsed:.2f} s")
    print("exactly a second:", elapsed == 1)


asyncio.run(main())
