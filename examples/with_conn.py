"""Open a connection, lend it, and close it whatever becomes of the body."""

import asyncio
from contextlib import asynccontextmanager


class Conn:
    async def query(self, seconds):
        await asyncio.sleep(seconds)
        return 42

    async def close(self):
        await asyncio.sleep(0.01)  # says goodbye to the server
        print("closed")


@asynccontextmanager
async def connected():
    print("open")
    conn = Conn()
    try:
        yield conn
    finally:
        await conn.close()


async def main():
    try:
        async with asyncio.timeout(0.1):
            async with connected() as conn:
                print(await conn.query(0.3) + 1)
    except TimeoutError:
        print("too late")


asyncio.run(main())
