"""Locks, semaphores, events, queues and `shield`: what is done with them.

Their public methods are wrapped. What a wrapper adds runs within the same
turn of the loop, so that the program's course stays what it is.
"""

import asyncio
import functools

from log import without_addresses


def install(log, tasks):
    _made(log, asyncio.Semaphore, "semaphore", lambda s: s._value)
    _made(log, asyncio.Lock, "mutex", lambda _: 1)
    _made(log, asyncio.Queue, "channel", lambda q: q.maxsize or None)
    _made(log, asyncio.Barrier, "barrier", lambda b: b.parties)
    for kind in (asyncio.Semaphore, asyncio.Lock):
        _acquired(log, kind)
        _released(log, kind)
    _sent(log)
    _received(log)
    for kind, name in (
        (asyncio.Event, "set"),
        (asyncio.Event, "clear"),
        (asyncio.Condition, "notify"),
        (asyncio.Queue, "task_done"),
    ):
        _called(log, kind, name)
    _shield(tasks)


def _made(log, kind, name, capacity):
    original = kind.__init__

    @functools.wraps(original)
    def init(self, *args, **options):
        original(self, *args, **options)
        if log.caller() is not None and not hasattr(self, "_recorded"):
            self._recorded = log.add_resource(
                name, site=log.here(), capacity=capacity(self)
            )

    kind.__init__ = init


def named(log, one):
    """Finds the variable that holds a resource, where it is used first."""
    resource = getattr(one, "_recorded", None)
    if resource is None or "name" in log.resources[resource]:
        return resource
    frame = log.caller()
    if frame is not None:
        held = list(frame.f_locals.items()) + list(frame.f_globals.items())
        owner = frame.f_locals.get("self")
        held += list(getattr(owner, "__dict__", {}).items())
        name = next((name for name, value in held if value is one), None)
        if name is not None:
            log.resources[resource]["name"] = name
    return resource


def _acquired(log, kind):
    original = kind.acquire

    @functools.wraps(original)
    async def acquire(self):
        resource = named(log, self)
        result = await original(self)
        if resource is not None and log.lane is not None:
            log.emit("acquired", lane=log.lane, resource=resource, n=1)
        return result

    kind.acquire = acquire


def _released(log, kind):
    original = kind.release

    @functools.wraps(original)
    def release(self):
        resource = named(log, self)
        if resource is not None and log.lane is not None:
            log.emit(
                "released",
                lane=log.lane,
                resource=resource,
                n=1,
                site=log.here(),
            )
        return original(self)

    kind.release = release


def _sent(log):
    original = asyncio.Queue.put_nowait

    @functools.wraps(original)
    def put_nowait(self, item):
        resource = named(log, self)
        if not self.full() and resource is not None and log.lane is not None:
            log.emit(
                "sent",
                lane=log.lane,
                resource=resource,
                value=without_addresses(repr(item)),
                site=log.here(),
            )
        return original(self, item)

    asyncio.Queue.put_nowait = put_nowait


def _received(log):
    original = asyncio.Queue.get_nowait

    @functools.wraps(original)
    def get_nowait(self):
        item = original(self)
        resource = named(log, self)
        if resource is not None and log.lane is not None:
            value = without_addresses(repr(item))
            log.emit("received", lane=log.lane, resource=resource, value=value)
        return item

    asyncio.Queue.get_nowait = get_nowait


def _called(log, kind, name):
    original = getattr(kind, name)

    @functools.wraps(original)
    def call(self, *args, **options):
        frame = log.caller()
        event = None
        if log.lane is not None and frame is not None:
            before = len(log.events)
            log.emit("called", lane=log.lane, what=f"{name}()", site=log.here())
            event = log.events[before] if before < len(log.events) else None
        result = original(self, *args, **options)
        woke = any(one["k"] == "wake" for one in log.events[before + 1 :]) if (
            event
        ) else True
        if not woke:
            event["idle"] = True
        return result

    setattr(kind, name, call)


def _shield(tasks):
    original = asyncio.tasks.shield

    @functools.wraps(original)
    def shield(arg):
        outer = original(arg)
        lane = None
        for inner, found in list(tasks.lanes.items()):
            if _shields(outer, inner, arg):
                lane = found
        if lane is not None and outer is not arg:
            tasks.awaited[outer] = [lane]
        return outer

    asyncio.shield = asyncio.tasks.shield = shield


def _shields(outer, inner, arg):
    return inner is arg or inner.get_coro() is arg
