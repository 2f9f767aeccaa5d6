"""CPython frees an object when its last reference is gone."""

import asyncio
import time


class Config:
    def __init__(self):
        self.start = time.perf_counter()

    def __del__(self):
        print(f"config freed at {time.perf_counter() - self.start:.2f} s")


async def work(takes, config):
    await asyncio.sleep(takes)


async def main():
    config = Config()
    tasks = [asyncio.create_task(work(t, config)) for t in (0.02, 0.05)]
    print("tasks:", len(tasks))
    del config
    await asyncio.sleep(0.08)
    print("main ends")


asyncio.run(main())
