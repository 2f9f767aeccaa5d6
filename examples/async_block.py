"""A nested coroutine function, and a call of it."""

import asyncio


async def is_long(word):
    await asyncio.sleep(0.01)
    return len(word) > 4


async def main():
    words = ["poll", "await"]

    async def search():
        for word in words:
            if await is_long(word):
                return word  # leaves `search`, not `main`

    searching = search()
    print("nothing is searched yet")
    print(f"found {await searching} among {len(words)} words")


asyncio.run(main())
