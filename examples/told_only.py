"""Ask the workers to stop, and leave the rest to asyncio.run."""

import asyncio


async def worker(id, flush):
    try:
        await asyncio.sleep(3600)
    finally:
        await asyncio.sleep(flush)
        print(f"worker {id} flushed")


async def main():
    workers = [
        asyncio.create_task(worker(id, flush))
        for id, flush in [(1, 0.1), (2, 0.2), (3, 0.3)]
    ]
    await asyncio.sleep(0.1)
    print("main ends", len(workers))


asyncio.run(main())
