"""One of two children fails; the group cancels the other one."""

import asyncio
import time

rooms = 0


async def flight():
    await asyncio.sleep(0.02)
    raise ValueError("no seat left")


async def hotel():
    global rooms
    await asyncio.sleep(0.4)
    rooms += 1
    return 12


async def main():
    start = time.perf_counter()
    try:
        async with asyncio.TaskGroup() as trip:
            trip.create_task(flight())
            trip.create_task(hotel())
    except* ValueError as group:
        errors = [str(error) for error in group.exceptions]
        print(f"{errors} after {time.perf_counter() - start:.2f} s")
    print(f"rooms booked: {rooms}")


asyncio.run(main())
