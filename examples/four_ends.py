"""A task can end in four ways; isinstance(.., Exception) misses one."""

import asyncio


async def work(n):
    if n == 2:
        raise ValueError("Failed!")
    if n == 3:
        return n / 0  # A bug.
    if n == 4:
        await asyncio.Event().wait()  # Waits for ever.
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(1, 5)]
    tasks[3].cancel()

    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            print(f"error {result}")
        else:
            print(f"value {result!r}")


asyncio.run(main())
