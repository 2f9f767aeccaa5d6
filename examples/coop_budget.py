"""Three loops whose awaits never have to wait, and who gets a turn meanwhile."""

import asyncio


async def tickets():
    semaphore = asyncio.Semaphore(1000)
    for _ in range(1000):
        await semaphore.acquire()  # there is always one left


async def answer():
    return 42  # without a wait


async def answers():
    for _ in range(1000):
        await answer()


async def polite_answers():
    for _ in range(1000):
        await answer()
        await asyncio.sleep(0)  # gives way each time


async def beside(name, work):
    done, turns = False, 0

    async def busy():
        nonlocal done
        await work
        done = True

    async def other():
        nonlocal turns
        while not done:
            turns += 1
            await asyncio.sleep(0)  # lets the others go first

    await asyncio.gather(busy(), other())
    print(f"{name}: {turns} turns for the other")


async def main():
    await beside("tickets", tickets())
    await beside("answers", answers())
    await beside("polite answers", polite_answers())


asyncio.run(main())
