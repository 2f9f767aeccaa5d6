"""The first Ctrl-C cancels main, the second raises KeyboardInterrupt."""

import asyncio
import os
import signal


async def flush():
    await asyncio.sleep(60)


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0.05, 0.1):
        loop.call_later(delay, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(3600)
    finally:
        print("asked once: flushing")
        await flush()
        print("flushed")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("asked twice: gone")
