"""Wait until every item has been handled: task_done() and join()."""

import asyncio
import time


async def work(queue):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(0.05)
        queue.task_done()


async def main():
    start = time.perf_counter()
    queue = asyncio.Queue(maxsize=2)
    worker = asyncio.create_task(work(queue))

    for item in range(1, 5):
        await queue.put(item)
    print(f"all sent    at {time.perf_counter() - start:.2f} s")
    await queue.join()
    print(f"all handled at {time.perf_counter() - start:.2f} s")

    # The sentinel is an item too, and nobody calls task_done() for it.
    await queue.put(None)
    await worker
    try:
        await asyncio.wait_for(queue.join(), timeout=0.2)
    except TimeoutError:
        print("join() waits for the sentinel forever")


asyncio.run(main())
