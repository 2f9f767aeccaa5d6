"""The loop has only weak references to its tasks: one gets lost."""

import asyncio
import gc


async def wait_for_nobody():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, what: print(what["message"]))

    asyncio.create_task(wait_for_nobody())
    await asyncio.sleep(0.01)
    gc.collect()

    created = asyncio.all_tasks() - {asyncio.current_task()}
    print("created tasks that are alive:", len(created))


asyncio.run(main())
