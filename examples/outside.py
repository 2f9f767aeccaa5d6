"""Creating a task needs a running loop; another thread has none."""

import asyncio
import threading
import warnings

warnings.showwarning = lambda message, *_: print(f"warning: {message}")


async def hello(name):
    print("hello,", name)


def lost():
    try:
        asyncio.create_task(hello("lost"))
    except RuntimeError as error:
        print("create_task:", error)


async def main():
    thread = threading.Thread(target=lost)
    thread.start()
    thread.join()

    loop = asyncio.get_running_loop()
    asyncio.run_coroutine_threadsafe(hello("found"), loop)
    await asyncio.sleep(0.01)


asyncio.run(main())
