"""The same, with a reader of one's own that keeps its bytes in a variable."""

import asyncio


async def next_line(reader):
    line = bytearray()
    while byte := await reader.read(1):
        if byte == b"\n":
            return line.decode()
        line += byte
    return line.decode() if line else None


async def send(reader):
    reader.feed_data(b"hi\nthe")
    await asyncio.sleep(0.1)
    reader.feed_data(b"re\n")
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    sender = asyncio.create_task(send(reader))
    while True:
        try:
            line = await asyncio.wait_for(next_line(reader), 0.06)
        except TimeoutError:
            print("nothing for 60 ms")
            continue
        if line is None:
            break
        print(f"line {line}")
    await sender


asyncio.run(main())
