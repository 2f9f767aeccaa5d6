"""Unpack the results of `gather`, each of its own type."""

import asyncio


class User:
    name = "Ada"
    unread = [7, 9]


async def name(user):
    await asyncio.sleep(0.02)
    return user.name


async def unread(user):
    await asyncio.sleep(0.01)
    return len(user.unread)


async def main():
    user = User()

    who, how_many = await asyncio.gather(name(user), unread(user))
    print(f"{who} has {how_many} unread messages: {user.unread}")


asyncio.run(main())
