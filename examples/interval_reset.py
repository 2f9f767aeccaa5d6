"""A timer that every message puts off: it goes off after 0.1 s of silence."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def tell(what):
        print(f"{what} at {loop.time() - start:.2f} s")

    timer = loop.call_later(0.1, tell, "silence")
    for at in (0.06, 0.25):
        await asyncio.sleep(start + at - loop.time())
        timer.cancel()
        timer = loop.call_later(0.1, tell, "silence")
        tell("message")
    await asyncio.sleep(0.2)


asyncio.run(main())
