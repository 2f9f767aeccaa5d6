"""Two tasks try to meet: each blocks its thread until the other comes."""

import asyncio
import threading


async def meet(door):
    print("somebody arrives")
    try:
        door.wait(timeout=0.1)  # blocks the thread, and is no await
    except threading.BrokenBarrierError:
        return False
    return True


async def main():
    door = threading.Barrier(2)
    met = await asyncio.gather(meet(door), meet(door))
    print("they met" if all(met) else "they never met")


asyncio.run(main())
