"""The first beat takes 0.25 s. What becomes of the ticks that were missed?"""

import asyncio

PERIOD = 0.1


def burst(due, now):
    return due + PERIOD


def delay(due, now):
    return now + PERIOD


def skip(due, now):
    return now + PERIOD - (now - due) % PERIOD


async def beats(next_due):
    loop = asyncio.get_running_loop()
    start = due = loop.time()
    at = []
    while len(at) < 5:
        await asyncio.sleep(due - loop.time())
        now = loop.time()
        at.append(f"{now - start:.2f} s")
        late = now > due + 0.005
        due = next_due(due, now) if late else due + PERIOD
        if len(at) == 1:
            await asyncio.sleep(0.25)  # a slow server
    return f"{next_due.__name__}: {' '.join(at)}"


async def main():
    for line in await asyncio.gather(beats(burst), beats(delay), beats(skip)):
        print(line)


asyncio.run(main())
