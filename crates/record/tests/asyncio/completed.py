"""`as_completed` and `wait`, unordered."""

import asyncio


async def job(ms):
    await asyncio.sleep(ms / 1000)
    return ms


async def main():
    tasks = [asyncio.create_task(job(ms)) for ms in (30, 10, 20)]
    for next_one in asyncio.as_completed(tasks):
        print(await next_one)
    late = asyncio.create_task(job(90))
    done, waiting = await asyncio.wait({late}, timeout=0.04)
    print(len(done), len(waiting))


asyncio.run(main())
