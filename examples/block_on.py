"""What `asyncio.run` does for you, in the open (Python 3.11 and later)."""

import asyncio


async def hello(name):
    await asyncio.sleep(0.05)
    return f"hello, {name}"


with asyncio.Runner() as runner:
    text = runner.run(hello("world"))
    print(text)
print("the loop is closed")
