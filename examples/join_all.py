"""Fetch every URL of a list, and keep the list's order."""

import asyncio
import time

HOST = "example.org"


async def fetch(url):
    await asyncio.sleep(1)
    return HOST + url


async def main():
    urls = ["/a", "/b", "/c"]

    start = time.perf_counter()
    pages = [await fetch(url) for url in urls]
    print(f"{pages} after {time.perf_counter() - start:.2f} s")

    start = time.perf_counter()
    pages = await asyncio.gather(*[fetch(url) for url in urls])
    print(f"{pages} after {time.perf_counter() - start:.2f} s")


asyncio.run(main())
