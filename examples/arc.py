"""Three tasks count visits in one dict."""

import asyncio


async def main():
    pages = ["home", "docs", "home"]
    visits = {}

    async def visit(page):
        await asyncio.sleep(0.05)
        visits[page] = visits.get(page, 0) + 1

    tasks = []
    for page in pages:
        tasks.append(asyncio.create_task(visit(page)))
    for task in tasks:
        await task
    print(len(pages), "visits:")
    print(visits)


asyncio.run(main())
