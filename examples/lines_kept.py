"""Read lines that come in pieces, and say when nothing comes."""

import asyncio
import time


async def send(reader):
    reader.feed_data(b"hi\nthe")
    await asyncio.sleep(0.1)
    reader.feed_data(b"re\n")
    reader.feed_eof()


async def main():
    start = time.perf_counter()
    reader = asyncio.StreamReader()
    sender = asyncio.create_task(send(reader))
    while True:
        try:
            line = await asyncio.wait_for(reader.readline(), 0.06)
        except TimeoutError:
            print("nothing for 60 ms")
            continue
        if not line:
            break
        at = time.perf_counter() - start
        print(f"line {line.decode().rstrip()} at {at:.2f} s")
    await sender


asyncio.run(main())
