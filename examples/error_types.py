"""Sort the exceptions of a group by what they are."""

import asyncio


class Missing(Exception):
    pass


class Refused(Exception):
    pass


async def fetch(page):
    await asyncio.sleep(0.1 * page)
    if page in (1, 3):
        raise Missing(page)
    if page == 2:
        raise Refused("no password")
    return page


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for page in range(1, 5):
                group.create_task(fetch(page))
    except* Missing as errors:
        print("missing:", [error.args[0] for error in errors.exceptions])
    except* Refused as errors:
        print("refused:", [str(error) for error in errors.exceptions])


asyncio.run(main())
