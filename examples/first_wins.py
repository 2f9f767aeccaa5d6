"""Three servers are asked; the first answer counts."""

import asyncio
import time


async def ask(server, seconds):
    await asyncio.sleep(seconds)
    print(f"server {server} answers")
    return f"Response from Server {server}"


async def main():
    start = time.perf_counter()
    tasks = [
        asyncio.create_task(ask("A", 2)),
        asyncio.create_task(ask("B", 1)),
        asyncio.create_task(ask("C", 3)),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    response = done.pop().result()
    print(f"{response} after {time.perf_counter() - start:.2f} s")

    await asyncio.sleep(1.5)
    print(f"main ends at {time.perf_counter() - start:.2f} s")


asyncio.run(main())
