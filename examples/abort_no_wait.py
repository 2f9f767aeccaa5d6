"""Cancel a server and open its port again at once, then later."""

import asyncio

taken = False


def open_port():
    global taken
    if taken:
        return "in use"
    taken = True
    return "open"


async def serve():
    global taken
    try:
        await asyncio.sleep(3600)
    finally:
        taken = False


async def main():
    print(f"first server: {open_port()}")
    server = asyncio.create_task(serve())
    await asyncio.sleep(0.05)

    server.cancel()
    print(f"right after cancel: {open_port()}")
    await asyncio.wait([server])
    print(f"after waiting for the task: {open_port()}")


asyncio.run(main())
