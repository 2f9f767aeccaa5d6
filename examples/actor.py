"""One task owns the counter; the others put commands into its queue."""

import asyncio


async def owner(commands):
    total = 0
    while (command := await commands.get()) is not None:
        match command:
            case ("add", n):
                before = total
                await asyncio.sleep(0.01)  # a slow addition
                total = before + n
            case ("get", reply):
                if not reply.cancelled():
                    reply.set_result(total)
    return total


async def client(n, counter):
    await counter.put(("add", n))
    reply = asyncio.get_running_loop().create_future()
    await counter.put(("get", reply))
    return await reply


async def main():
    counter = asyncio.Queue(maxsize=8)
    task = asyncio.create_task(owner(counter))

    two, three = await asyncio.gather(client(2, counter), client(3, counter))
    print(f"clients read {two} and {three}")
    await counter.put(None)
    print(f"at the end   {await task}")


asyncio.run(main())
