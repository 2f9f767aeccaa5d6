"""Book a flight and a hotel; the flight fails first."""

import asyncio
import time

rooms = 0


async def flight():
    await asyncio.sleep(0.02)
    raise ValueError("no seat left")


async def hotel():
    global rooms
    await asyncio.sleep(0.05)
    rooms += 1  # From now on the room is paid for.
    return 12


async def main():
    start = time.perf_counter()
    try:
        seat, room = await asyncio.gather(flight(), hotel())
        print(f"seat {seat}, room {room}")
    except ValueError as error:
        print(f"{error} after {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(0.1)  # Time enough for the hotel.
    print(f"rooms booked: {rooms}")


asyncio.run(main())
