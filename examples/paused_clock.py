"""The same wait, on the clock that asyncio brings."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    print("Hello ...")
    await asyncio.sleep(1)
    print("... World!")
    elapsed = loop.time() - start
    print(f"asyncio's clock: {elapsed:.2f} s")
    print("exactly a second:", elapsed == 1)


asyncio.run(main())
