"""Four rows are saved without `await`, one with it."""

import asyncio
import warnings

# Print each warning as one line, among the other lines.
warnings.showwarning = lambda message, *_: print(f"warning: {message}")

saved = 0


async def save(row):
    global saved
    print(f"row {row} is saved")
    saved += 1


async def main():
    children = asyncio.gather(save(1), save(2))
    print("gather gives a", type(children).__name__)
    row = save(3)
    save(4)
    await save(5)
    await asyncio.sleep(0.05)
    print(f"{saved} of 5 rows")


asyncio.run(main())
