"""A thread's lock held over an await: the second coroutine blocks the loop."""

import asyncio
import os
import threading

lock = threading.Lock()


async def add():
    with lock:
        await asyncio.sleep(0.01)


async def main():
    await asyncio.gather(add(), add())


thread = threading.Thread(target=asyncio.run, args=(main(),), daemon=True)
thread.start()
thread.join(0.5)
print("after 0.5 s its thread is still blocked" if thread.is_alive() else "done", flush=True)
os._exit(0)
