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
except ValueError:  # up to 3.13
    print("run: what gather returns is no coroutine")
except RuntimeError:  # since 3.14
    print("gather: no running loop")
