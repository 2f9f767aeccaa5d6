"""An event bus: a queue for each listener, and no limit."""

import asyncio


class Bus:
    def __init__(self):
        self.queues = []

    def subscribe(self):
        self.queues.append(asyncio.Queue())
        return self.queues[-1]

    def send(self, event):
        for queue in self.queues:
            queue.put_nowait(event)


async def listen(name, events, pause):
    heard, longest = [], 0
    while True:
        longest = max(longest, events.qsize())
        if (event := await events.get()) is None:
            break
        heard.append(str(event))
        await asyncio.sleep(pause)
    print(f"{name} {', '.join(heard)}; up to {longest} waiting")


async def main():
    bus = Bus()
    async with asyncio.TaskGroup() as group:
        group.create_task(listen("quick:", bus.subscribe(), 0))
        group.create_task(listen("slow: ", bus.subscribe(), 0.7))
        for event in range(1, 7):
            await asyncio.sleep(0.2)
            bus.send(event)
        bus.send(None)


asyncio.run(main())
