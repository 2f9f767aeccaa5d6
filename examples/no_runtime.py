"""What can be done before there is a loop, and what cannot."""

import asyncio


async def hello(name):
    await asyncio.sleep(0.05)
    return f"hello, {name}"


try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("get_running_loop:", error)

pause = asyncio.sleep(0.05)  # a coroutine object: no loop needed
pause.close()
print("sleep: fine")

try:
    asyncio.run(asyncio.gather(hello("a"), hello("b")))
except (ValueError, RuntimeError):  # it depends on the version which
    print("gather: no loop, and no coroutine for run()")
