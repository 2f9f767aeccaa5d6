"""Three sleeps, and how many threads they need."""

import asyncio
import threading
import time


async def pause(name):
    print(f"{name} begins")
    await asyncio.sleep(0.1)
    return threading.get_ident()


async def main():
    start = time.perf_counter()
    threads = await asyncio.gather(pause("a"), pause("b"), pause("c"))
    elapsed = time.perf_counter() - start
    print(f"{elapsed:.1f} s in all, on {len(set(threads))} thread")


asyncio.run(main())
