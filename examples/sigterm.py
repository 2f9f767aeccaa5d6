"""SIGTERM sets an event, and whoever waits for it goes on."""

import asyncio
import os
import signal


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGTERM)

    print("working")
    await stop.wait()
    print("SIGTERM: stopping")


asyncio.run(main())
