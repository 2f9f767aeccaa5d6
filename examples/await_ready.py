"""Whether an `await` lets others run depends on what is awaited."""

import asyncio

log = []


# ANCHOR: functions
async def inner(waits):
    log.append("inner")
    if waits:
        await asyncio.sleep(0)  # gives up its turn once


async def outer(waits):
    await inner(waits)
    log.append("after inner")


async def other():
    log.append("other")
# ANCHOR_END: functions


async def main():
    for waits in [False, True]:
        log.clear()
        await asyncio.gather(outer(waits), other())
        print(f"inner waits: {waits}:", ", ".join(log))


asyncio.run(main())
