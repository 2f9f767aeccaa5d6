"""What a task waits for: read from the frames of its coroutine.

Where the innermost code of the program ends, the frames of the library begin,
and their names say what is waited for.
"""

import asyncio
import gc
import os
import types

LIBRARY = os.path.dirname(asyncio.__file__) + os.sep

# The library's file and function, and what the format calls the wait.
KINDS = {
    ("locks", "Semaphore.acquire"): "permit",
    ("locks", "Lock.acquire"): "lock",
    ("locks", "Event.wait"): "notify",
    ("locks", "Condition.wait"): "notify",
    ("locks", "Barrier._block"): "barrier",
    ("locks", "Barrier._wait"): "barrier",
    ("locks", "Barrier.wait"): "barrier",
    ("queues", "Queue.get"): "message",
    ("queues", "Queue.put"): "slot",
    ("queues", "Queue.join"): "tracker",
    ("streams", "StreamReader._wait_for_data"): "read",
    ("streams", "StreamWriter.drain"): "write",
    ("streams", "StreamWriter.wait_closed"): "closed",
}


def frames(coro):
    """The frames of a suspended coroutine, from the outermost inwards."""
    found = []
    while coro is not None:
        frame = _first(coro, "cr_frame", "gi_frame", "ag_frame")
        if frame is not None:
            found.append(frame)
            coro = _first(coro, "cr_await", "gi_yieldfrom", "ag_await")
        elif asyncio.isfuture(coro):
            break
        else:
            # `asend()` of a generator, or `__await__` of a coroutine: what is
            # behind it can be asked of the garbage collector only.
            inside = gc.get_referents(coro)
            kinds = types.CoroutineType, types.AsyncGeneratorType
            coro = next((one for one in inside if isinstance(one, kinds)), None)
    return found


def _first(one, *names):
    values = (getattr(one, name, None) for name in names)
    return next((value for value in values if value is not None), None)


def innermost(coro, log):
    """The innermost frame of the program in a suspended coroutine."""
    own = [frame for frame in frames(coro) if log.is_readers(frame)]
    return own[-1] if own else None


def of(task, tasks):
    """The wait of a task that has just been suspended, as an event's fields."""
    log = tasks.log
    stack = frames(task.get_coro())
    own = [n for n, frame in enumerate(stack) if log.is_readers(frame)]
    site = log.site(stack[own[-1]].f_lineno) if own else None
    inside = stack[own[-1] + 1 :] if own else stack
    wait = _from_library(inside, task, tasks) or _from_future(task, tasks)
    return {"site": site} | wait


def _from_library(inside, task, tasks):
    log = tasks.log
    until = None
    for frame in inside:
        if not frame.f_code.co_filename.startswith(LIBRARY):
            continue
        file = os.path.basename(frame.f_code.co_filename).removesuffix(".py")
        name = frame.f_code.co_qualname
        values = frame.f_locals
        if (file, name) == ("tasks", "wait_for"):
            until = _deadline(values.get("timeout"), log)
            if "fut" in values and (of := _lanes([values["fut"]], tasks)):
                return _until({"on": "join", "of": of}, until)
        elif (file, name) == ("tasks", "_wait"):
            of = _lanes(values.get("fs", ()), tasks)
            until = _deadline(values.get("timeout"), log) or until
            return _until({"on": "join", "of": of}, until)
        elif (file, name) == ("tasks", "sleep"):
            if values["delay"] <= 0:
                return {"on": "turn"}
            return {"on": "timer", "until": _timer(values, log)}
        elif name.startswith("TaskGroup."):
            of = _lanes(values["self"]._tasks, tasks)
            return {"on": "join", "of": of}
        elif name.endswith("_wait_for_one"):
            return {"on": "join", "of": _completed_into(inside[-1], tasks)}
        elif kind := KINDS.get((file, name)):
            resource = getattr(values.get("self"), "_recorded", None)
            return _until({"on": kind, "resource": resource}, until)
    return None


def _from_future(task, tasks):
    """The future itself: a task, a `gather`, a function on a thread."""
    waiter = task._fut_waiter
    if waiter is None:
        return {"on": "turn"}
    inner = getattr(waiter, "_children", None)
    if inner is not None:
        of = _lanes((f for f in inner if not f.done()), tasks)
    else:
        of = _lanes([waiter], tasks)
    return {"on": "join", "of": of} if of else {"on": "value"}


def _completed_into(get, tasks):
    """The tasks whose end puts them into the queue of `as_completed`."""
    queue = get.f_locals["self"]
    found = []
    for task, lane in tasks.lanes.items():
        for callback, _ in task._callbacks or ():
            cells = getattr(callback, "__closure__", None) or ()
            owner = getattr(callback, "__self__", None)
            held = [cell.cell_contents for cell in cells]
            held.append(getattr(owner, "_done", None))
            if any(one is queue for one in held):
                found.append(lane)
    return sorted(found)


def _lanes(futures, tasks):
    found = set()
    for future in futures:
        lane = tasks.lanes.get(future) if asyncio.isfuture(future) else None
        if lane is not None:
            found.add(lane)
        else:
            found.update(tasks.awaited.get(future, ()))
    return sorted(found)


def _until(wait, until):
    return wait if until is None else wait | {"until": until}


def _deadline(seconds, log):
    if not isinstance(seconds, (int, float)):
        return None
    return log.clock.micros() + round(seconds * 1e6)


def _timer(values, log):
    handle = values.get("h")
    if handle is None:
        return _deadline(values.get("delay"), log)
    now = asyncio.get_running_loop().time()
    step = log.clock.STEP_US
    left = round((handle.when() - now) * 1e6)
    return (log.clock.micros() + left) // step * step
