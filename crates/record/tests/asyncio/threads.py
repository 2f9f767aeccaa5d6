"""A function on a thread: on the machine's clock."""

import asyncio
import time


def reads(what):
    time.sleep(0.05)
    print("read", what)
    return what


async def main():
    print(await asyncio.to_thread(reads, "a file"))


asyncio.run(main())
