"""The first result; then the rest is cancelled and waited for."""

import asyncio


async def worker(id):
    try:
        await asyncio.sleep(0.1 * id)
        return id
    finally:
        print(f"worker {id} has cleaned up")


async def main():
    tasks = [asyncio.create_task(worker(id)) for id in (1, 2)]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print(f"first: worker {done.pop().result()}, {len(pending)} pending")
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print("none of them is left")


asyncio.run(main())
