"""Set and cleared in one go: whoever was waiting gets through."""

import asyncio


async def wait(event):
    try:
        async with asyncio.timeout(1):
            await event.wait()
        return True
    except TimeoutError:
        return False


async def main():
    event = asyncio.Event()
    waiter = asyncio.create_task(wait(event))
    await asyncio.sleep(0.1)
    event.set()
    event.clear()
    print(f"Event:  through {await waiter}")
    print(f"later:  through {await wait(event)}")


asyncio.run(main())
