"""A coroutine that nobody awaits, and one that is closed."""

import asyncio


async def send(text):
    print(text)


async def main():
    send("lost")
    kept = send("closed")
    kept.close()
    await send("sent")


asyncio.run(main())
