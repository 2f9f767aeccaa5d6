"""Cancel a task that catches the cancellation and goes on."""

import asyncio


async def stubborn():
    for step in (1, 2, 3):
        try:
            await asyncio.sleep(0.2)
            print(f"step {step} done")
        except asyncio.CancelledError:
            print(f"step {step} cancelled, going on")
    return "all three steps"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.3)

    task.cancel()
    try:
        print(f"main got: {await task}")
    except asyncio.CancelledError:
        print("main got: cancelled")


asyncio.run(main())
