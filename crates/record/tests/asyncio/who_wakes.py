"""A task, a timer and a future wake those who wait for them."""

import asyncio


async def gives(future):
    await asyncio.sleep(0.03)
    future.set_result("there")


async def main():
    future = asyncio.get_running_loop().create_future()
    giving = asyncio.create_task(gives(future))
    print(await future)
    await giving
    await asyncio.sleep(0)


asyncio.run(main())
