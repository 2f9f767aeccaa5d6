"""An awaitable written by hand: it yields three times, then returns."""

import asyncio


# ANCHOR: class
class Countdown:
    def __init__(self, left):
        self.left = left

    def __await__(self):
        while self.left > 0:
            print(self.left, "to go")
            self.left -= 1
            yield  # "not yet, and ask me again"
        return "lift-off"
# ANCHOR_END: class


async def main():
    countdown = Countdown(3)
    print("made")
    print(await countdown)


asyncio.run(main())
