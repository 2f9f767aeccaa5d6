"""A future is an empty box: one puts a result in, another awaits it."""

import asyncio
import time


async def answer(reply):
    await asyncio.sleep(0.1)
    reply.set_result(42)


async def forget(reply):
    await asyncio.sleep(0.05)


async def ask(name, reply, start):
    try:
        value = await asyncio.wait_for(reply, timeout=1)
    except TimeoutError:
        value = "nothing, and gave up"
    print(f"{name}: {value} at {time.perf_counter() - start:.2f} s")


async def main():
    start = time.perf_counter()
    loop = asyncio.get_running_loop()
    one, two = loop.create_future(), loop.create_future()

    await asyncio.gather(
        answer(one), forget(two), ask("first", one, start), ask("second", two, start)
    )
    try:
        one.set_result(43)
    except asyncio.InvalidStateError as error:
        print(f"again: InvalidStateError: {error}")


asyncio.run(main())
