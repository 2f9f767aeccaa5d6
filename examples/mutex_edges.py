"""A lock taken again by its holder, and a holder that is cancelled."""

import asyncio


async def sign(name, lock, log):
    async with lock:
        log.append(name)


async def hold(lock):
    async with lock:
        await asyncio.sleep(60)


async def main():
    lock, log = asyncio.Lock(), []

    async with lock:
        tasks = [asyncio.create_task(sign(n, lock, log)) for n in range(1, 5)]
        try:
            async with asyncio.timeout(0.1):
                await lock.acquire()
        except TimeoutError:
            print("taken again:  TimeoutError")
    await asyncio.gather(*tasks)
    print(f"in turn:      {log}")

    holder = asyncio.create_task(hold(lock))
    await asyncio.sleep(0.05)
    holder.cancel()
    async with lock:
        print("holder gone:  the lock is free")


asyncio.run(main())
