"""A set of background tasks that forgets what is done and can be closed."""

import asyncio
import time


class BackgroundTasks:
    def __init__(self):
        self.tasks = set()

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def shutdown(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def mail(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{name}: sent")
    except asyncio.CancelledError:
        await asyncio.sleep(0.05)
        print(f"{name}: kept for later")
        raise


async def main():
    start = time.perf_counter()
    background = BackgroundTasks()
    background.spawn(mail("ada", 0.1))
    background.spawn(mail("bob", 10))
    await asyncio.sleep(0.3)
    print(f"still running: {len(background.tasks)}")
    await background.shutdown()
    print(f"shut down at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
