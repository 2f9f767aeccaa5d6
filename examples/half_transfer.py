"""Cancel a transfer in the middle, and call it again from its first line."""

import asyncio


async def check():
    await asyncio.sleep(0.1)


class Bank:
    def __init__(self):
        self.a, self.b = 100, 0

    async def half(self):
        self.a -= 10
        await check()
        self.b += 10


async def main():
    bank = Bank()
    try:
        await asyncio.wait_for(bank.half(), 0.05)
    except TimeoutError:
        print("given up")
    await bank.half()
    print(f"then a {bank.a}, b {bank.b}")


asyncio.run(main())
