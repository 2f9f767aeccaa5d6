"""What can stand behind `await`: anything with `__await__`."""

import asyncio


class Request:
    def __init__(self, url):
        self.url = url
        self.count = 0

    def retries(self, count):
        self.count = count
        return self

    async def send(self):
        await asyncio.sleep(0.01)
        return f"{self.url} with {self.count} retries"

    def __await__(self):
        return self.send().__await__()


async def main():
    print(await Request("example.org").retries(3))


asyncio.run(main())
