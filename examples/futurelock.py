"""The task that nobody awaits runs all the same, and lets the lock go."""

import asyncio


async def write(what, lock, lines):
    async with lock:
        await asyncio.sleep(0.1)
        lines.append(what)


async def in_a_hurry(lock, lines):
    first = asyncio.create_task(write("first", lock, lines))
    done, _ = await asyncio.wait({first}, timeout=0.05)
    if not done:
        await write("urgent", lock, lines)
        await first


async def main():
    lock, lines = asyncio.Lock(), []
    both = asyncio.gather(
        write("earlier", lock, lines), in_a_hurry(lock, lines)
    )
    await asyncio.wait_for(both, 1)
    print(lines)


asyncio.run(main())
