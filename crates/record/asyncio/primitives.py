"""Locks, semaphores, events, queues and `shield`: what is done with them.

Their public methods are wrapped. What a wrapper adds runs within the same
turn of the loop, so that the program's course stays what it is. What the
library makes for itself (the event inside of a queue) is left out.
"""

import asyncio
import functools
import sys


def install(log, tasks):
    _made(log, asyncio.Semaphore, "semaphore", lambda s: s._value)
    _made(log, asyncio.Lock, "mutex", lambda _: 1)
    _made(log, asyncio.Queue, "channel", lambda q: q.maxsize or None)
    _made(log, asyncio.Barrier, "barrier", lambda b: b.parties)
    _made(log, asyncio.Event, None, None)
    _made(log, asyncio.Condition, None, None)
    for kind in (asyncio.Semaphore, asyncio.Lock):
        _acquired(log, kind)
        _released(log, kind)
    _sent(log)
    _received(log)
    for kind, name in (
        (asyncio.Event, "set"),
        (asyncio.Event, "clear"),
        (asyncio.Condition, "notify"),
        (asyncio.Condition, "notify_all"),
        (asyncio.Queue, "task_done"),
    ):
        _called(log, kind, name)
    _shield(tasks)
    _as_completed()


def _made(log, kind, name, capacity):
    original = kind.__init__

    @functools.wraps(original)
    def init(self, *args, **options):
        original(self, *args, **options)
        # Not what the library makes; a subclass of the program's is its own.
        frame = sys._getframe(1)
        if frame.f_locals.get("self") is self and frame.f_back is not None:
            frame = frame.f_back
        if not log.is_readers(frame) or hasattr(self, "_readers"):
            return
        self._readers = True
        if name is not None:
            self._recorded = log.add_resource(
                name, log.made(), site=log.here(), capacity=capacity(self)
            )
        elif kind is asyncio.Condition and not hasattr(self._lock, "_recorded"):
            self._lock._recorded = log.add_resource(
                "mutex", log.made(), site=log.here(), capacity=1
            )

    kind.__init__ = init


def _acquired(log, kind):
    original = kind.acquire

    @functools.wraps(original)
    async def acquire(self):
        resource = getattr(self, "_recorded", None)
        result = await original(self)
        if resource is not None and log.lane is not None:
            log.emit("acquired", lane=log.lane, resource=resource, n=1)
        return result

    kind.acquire = acquire


def _released(log, kind):
    original = kind.release

    @functools.wraps(original)
    def release(self):
        resource = getattr(self, "_recorded", None)
        if resource is not None and log.lane is not None:
            at = len(log.events)
            log.emit(
                "released",
                lane=log.lane,
                resource=resource,
                n=1,
                site=log.here(),
            )
            original(self)
            woken = [one for one in log.events[at:] if one["k"] == "wake"]
            # A permit goes to the first who waits. A lock is free meanwhile.
            if woken and kind is asyncio.Semaphore:
                log.events[at]["to"] = woken[0]["lane"]
            return None
        return original(self)

    kind.release = release


def _sent(log):
    original = asyncio.Queue.put_nowait

    @functools.wraps(original)
    def put_nowait(self, item):
        resource = getattr(self, "_recorded", None)
        if not self.full() and resource is not None and log.lane is not None:
            log.emit(
                "sent",
                lane=log.lane,
                resource=resource,
                value=log.clean(repr(item)),
                site=log.here(),
            )
        return original(self, item)

    asyncio.Queue.put_nowait = put_nowait


def _received(log):
    original = asyncio.Queue.get_nowait

    @functools.wraps(original)
    def get_nowait(self):
        item = original(self)
        resource = getattr(self, "_recorded", None)
        if resource is not None and log.lane is not None:
            value = log.clean(repr(item))
            log.emit("received", lane=log.lane, resource=resource, value=value)
        return item

    asyncio.Queue.get_nowait = get_nowait


def _called(log, kind, name):
    original = getattr(kind, name)

    @functools.wraps(original)
    def call(self, *args, **options):
        direct = log.is_readers(sys._getframe(1))
        if log.lane is None or not direct or not hasattr(self, "_readers"):
            return original(self, *args, **options)
        at = len(log.events)
        log.emit("called", lane=log.lane, what=f"{name}()", site=log.here())
        result = original(self, *args, **options)
        if not any(one["k"] == "wake" for one in log.events[at + 1 :]):
            log.events[at]["idle"] = True
        return result

    setattr(kind, name, call)


def _shield(tasks):
    original = asyncio.tasks.shield

    @functools.wraps(original)
    def shield(arg):
        # As it does itself, so that the task is known here.
        inner = asyncio.ensure_future(arg)
        outer = original(inner)
        lane = tasks.lanes.get(inner)
        if lane is not None and outer is not inner:
            tasks.awaited[outer] = [lane]
        return outer

    asyncio.shield = asyncio.tasks.shield = shield


def _as_completed():
    original = asyncio.tasks.as_completed

    @functools.wraps(original)
    def as_completed(fs, **options):
        # It makes a set of them: the tasks of coroutines come in the order of
        # addresses. Here they come in the order in which they are given.
        return original([asyncio.ensure_future(one) for one in fs], **options)

    asyncio.as_completed = asyncio.tasks.as_completed = as_completed
