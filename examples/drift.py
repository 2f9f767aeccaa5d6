"""Every turn works for 0.03 s. When do the turns begin?"""

import asyncio


async def work():
    await asyncio.sleep(0.03)


async def with_sleep(begins):
    for _ in range(5):
        begins.append(asyncio.get_running_loop().time())
        await work()
        await asyncio.sleep(0.1)


async def with_clock(begins):
    loop = asyncio.get_running_loop()
    due = loop.time()
    for _ in range(5):
        begins.append(loop.time())
        await work()
        due += 0.1
        await asyncio.sleep(due - loop.time())


async def main():
    for turns in (with_sleep, with_clock):
        begins = []
        await turns(begins)
        times = " ".join(f"{at - begins[0]:.2f} s" for at in begins)
        print(f"{turns.__name__}: {times}")


asyncio.run(main())
