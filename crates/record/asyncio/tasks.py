"""Tasks: who spawned them, each turn, what they wait for, and how they end.

The turns are seen through the standard library's own Python task, which is
what C's task copies. CPython has no public door for them before 3.12
(`sys.monitoring`), and this book's readers have 3.11. The private methods are
looked for at the start.
"""

import asyncio
import asyncio.tasks
import functools
import sys
import weakref

import waits

STEP = next(
    (
        name
        for name in ("_Task__step_run_and_handle_result", "_Task__step")
        if hasattr(asyncio.tasks._PyTask, name)
    ),
    None,
)
PRIVATE = ("_Task__step", "_Task__wakeup", "_fut_waiter", "_must_cancel")


def missing():
    """The private names that this Python does not have."""
    task = asyncio.tasks._PyTask
    in_init = task.__init__.__code__.co_names
    return [n for n in PRIVATE if not hasattr(task, n) and n not in in_init]


class Tasks:
    def __init__(self, log):
        self.log = log
        self.lanes = weakref.WeakKeyDictionary()
        # Lanes that a plain future waits for: of an executor, of `shield`.
        self.awaited = weakref.WeakKeyDictionary()
        self.Task = _task_class(self)
        self.running = None
        self.own = ("shutdown_asyncgens", "shutdown_default_executor")

    def factory(self, loop, coro, **options):
        name = getattr(coro, "__qualname__", "task")
        if name.rpartition(".")[2] in self.own:
            return asyncio.tasks._PyTask(coro, loop=loop, **options)
        return self.Task(coro, loop=loop, **options)

    def spawned(self, task, coro):
        log = self.log
        by = log.lane
        name = role(coro) if log.lanes else "main"
        site = log.here() if log.lanes else None
        lane = log.add_lane(name, "task", by, site)
        log.roles[lane] = argument(coro)
        self.lanes[task] = lane
        if lane != 0:
            log.emit("spawned", lane=lane, by=0 if by is None else by)

    def scheduled(self, callback, cause):
        """A callback is put in the loop's queue: is it a task's wake?"""
        task = getattr(callback, "__self__", None)
        # What a task's end schedules comes after its end.
        if self.running is not None and self.running.done():
            self.ended(self.running)
        lane = self.lanes.get(task) if isinstance(task, self.Task) else None
        # The first turn is no wake, and one that it asks for itself is told
        # after the turn that asks for it.
        if lane is None or task.woken or not task.waited:
            return
        if task is self.running:
            return
        task.woken = True
        if isinstance(cause, int):
            by, site = {"lane": cause}, self.log.here()
        else:
            by, site = cause or "runtime", None
        self.log.emit("wake", lane=lane, by=by, site=site)

    def ended(self, task):
        lane, log = self.lanes[task], self.log
        if task.told:
            return
        task.told = True
        if task.cancelled():
            log.emit("end", lane=lane, how="aborted")
        elif task._exception is not None:
            message = said(task._exception)
            log.emit("end", lane=lane, how="error", message=message)
        else:
            log.emit("end", lane=lane, how="done")

    def blocking(self, func, args):
        """A function that runs on a thread of an executor."""
        log = self.log
        inner = func
        while isinstance(inner, functools.partial):
            # `to_thread` runs `context.run(function, ...)`.
            inner = next(filter(callable, inner.args), inner.func)
        by = log.lane
        lane = log.add_lane(
            getattr(inner, "__name__", "function"), "blocking", by, log.here()
        )
        log.emit("spawned", lane=lane, by=0 if by is None else by)

        def inside():
            log.lane = lane
            log.emit("poll", lane=lane)
            try:
                result = func(*args)
            except BaseException as error:
                log.emit("end", lane=lane, how="error", message=said(error))
                raise
            else:
                log.emit("end", lane=lane, how="done")
                return result

        return lane, inside


def role(coro):
    """`download` for the coroutine of `async def download`."""
    name = getattr(coro, "__qualname__", type(coro).__name__)
    return name.rpartition("<locals>.")[2]


def argument(coro):
    """What tells `download("a")` from `download("b")`: the first argument
    that is a short text or a number."""
    frame = getattr(coro, "cr_frame", None)
    if frame is None:
        return None
    names = frame.f_code.co_varnames[: frame.f_code.co_argcount]
    values = (frame.f_locals.get(name) for name in names)
    found = next((one for one in values if type(one) in (str, int)), None)
    return None if found is None or len(str(found)) > 12 else str(found)


def said(error):
    text = str(error)
    name = type(error).__name__
    return f"{name}: {text}" if text else name


def _task_class(tasks):
    log = tasks.log

    class Task(asyncio.tasks._PyTask):
        def __init__(self, coro, *, loop=None, name=None, **options):
            self.waited = False
            self.woken = False
            self.told = False
            # Sets of tasks have one order: that in which they were spawned.
            # CPython's own hangs on addresses.
            self.number = len(log.lanes)
            tasks.spawned(self, coro)
            super().__init__(coro, loop=loop, name=name, **options)

        def __hash__(self):
            return self.number

        def set_name(self, name):
            # A name that the program gave says more than its function.
            # (3.13.0 gives `None` to what a task factory has made.)
            if name is not None:
                log.lanes[tasks.lanes[self]]["name"] = str(name)
                super().set_name(name)

        def cancel(self, msg=None):
            if self.done():
                return super().cancel(msg)
            lane, cause = tasks.lanes[self], log.lane
            if cause is None:
                by = log.cause if log.cause is not None else "runtime"
            else:
                by = {"lane": cause}
            if isinstance(by, int):
                by = {"lane": by}
            site = log.here() if cause is not None else None
            log.emit("cancel", lane=lane, by=by, site=site)
            return super().cancel(msg)

    def step(self, exc=None):
        lane = tasks.lanes[self]
        before, log.lane = log.lane, lane
        running, tasks.running = tasks.running, self
        if exc is None and self._must_cancel:
            exc = asyncio.CancelledError()
        self.woken = False
        log.emit("poll", lane=lane)
        if exc is not None:
            where = waits.innermost(self.get_coro(), log)
            site = log.site(where.f_lineno) if where else None
            log.emit("thrown", lane=lane, what=type(exc).__name__, site=site)
        try:
            with _Follow(log, lane):
                original(self, exc)
        finally:
            after(self, lane)
            log.lane, tasks.running = before, running
            # As asyncio does it: a traceback keeps this frame, and the task
            # would keep itself, and never say that nobody looked at its error.
            self = None

    def after(self, lane):
        if self.done():
            return tasks.ended(self)
        self.waited = True
        wait = waits.of(self, tasks)
        log.emit("wait", lane=lane, **wait)
        log.emit("pending", lane=lane)
        if wait["on"] == "turn":
            self.woken = True
            log.emit("wake", lane=lane, by="runtime")

    original = getattr(asyncio.tasks._PyTask, STEP)
    setattr(Task, STEP, step)
    return Task


class _Follow:
    """Notes which `except` or `finally` of the program an exception runs.

    Only of an exception that came out of an `await`: what the program raises
    and catches itself is no news of the loop.
    """

    def __init__(self, log, lane):
        self.log, self.lane = log, lane
        self.raised_in = None

    def __enter__(self):
        self.before = sys.gettrace()
        sys.settrace(self._call)

    def __exit__(self, *_):
        sys.settrace(self.before)

    def _call(self, frame, event, arg):
        return self._inside if self.log.is_readers(frame) else None

    def _inside(self, frame, event, arg):
        if event == "exception" and self._from_outside(arg[2]):
            self.raised_in = frame
        elif event == "line" and frame is self.raised_in:
            what = self.log.handlers.get(frame.f_lineno)
            if what is not None:
                self.raised_in = None
                site = self.log.site(frame.f_lineno)
                self.log.emit("handler", lane=self.lane, what=what, site=site)
        return self._inside

    def _from_outside(self, traceback):
        # None: the end of a coroutine, which is an exception inside.
        if traceback is None:
            return False
        while traceback.tb_next is not None:
            traceback = traceback.tb_next
        return not self.log.is_readers(traceback.tb_frame)
