"""A limit in time around a limit in number."""

import asyncio
from contextlib import contextmanager


@contextmanager
def span(name):
    try:
        yield
    finally:
        print("end of", name)


async def fetch(gate, seconds):
    with span("request"):
        async with gate:
            with span("download"):
                await asyncio.sleep(seconds)
    return seconds


async def main():
    gate = asyncio.Semaphore(1)
    for seconds in (0.05, 0.3):
        try:
            async with asyncio.timeout(0.15):
                await fetch(gate, seconds)
            print(f"{seconds}: in time")
        except TimeoutError:
            print(f"{seconds}: too late, locked: {gate.locked()}")


asyncio.run(main())
