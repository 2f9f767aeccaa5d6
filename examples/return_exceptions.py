"""Wait for all of them, and keep the exceptions beside the values."""

import asyncio


async def may_fail(n):
    await asyncio.sleep(0.01)
    if n == 2:
        raise ValueError("Failed!")
    return n


async def main():
    calls = [may_fail(n) for n in range(1, 4)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    print(results)

    for result in results:
        if isinstance(result, Exception):
            print(f"error {result}")
        else:
            print(f"value {result}")


asyncio.run(main())
