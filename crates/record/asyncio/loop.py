"""The event loop that notes who set off what.

Only public doors of the loop are used: `call_soon`, `call_at`,
`call_soon_threadsafe`, `run_in_executor`, `time`, the task factory and the
exception handler. The private attributes are the selector, as nothing else lets
time jump, and the resolution of the clock.
"""

import asyncio
import threading

TIMER, THREAD = "timer", "outside"


def make(log, clock, tasks):
    """The class of the loop, for a policy."""

    class Loop(asyncio.SelectorEventLoop):
        def __init__(self):
            super().__init__()
            self.set_task_factory(tasks.factory)
            # Timers of one instant are due in one turn, as they are on the
            # machine's clock, where epoll counts milliseconds.
            self._clock_resolution = clock.STEP_US / 1e6
            self._own_files = len(self._selector.get_map())
            self._real_select = self._selector.select
            self._selector.select = self._select

        def time(self):
            return clock.seconds()

        def _select(self, timeout):
            if timeout == 0:
                if clock.name == "virtual":
                    clock.turn()
                return self._real_select(0)
            if timeout is None and self._nothing_can_come():
                log.stop_now("deadlock")
            if clock.name == "real":
                return self._real_select(timeout)
            clock.turn()
            ready = self._real_select(0)
            if ready:
                return ready
            clock.jump(timeout)
            return []

        def _nothing_can_come(self):
            return (
                threading.active_count() == 1
                and len(self._selector.get_map()) == self._own_files
                and not self._signal_handlers
            )

        # Who stands behind a callback: the lane that runs now, or what set
        # off the callback that runs now.

        def call_soon(self, callback, *args, context=None):
            cause = log.cause if log.lane is None else log.lane
            tasks.scheduled(callback, cause)
            return super().call_soon(
                _Caused(log, cause, callback), *args, context=context
            )

        def call_soon_threadsafe(self, callback, *args, context=None):
            cause = THREAD if log.lane is None else log.lane
            tasks.scheduled(callback, cause)
            return super().call_soon_threadsafe(
                _Caused(log, cause, callback), *args, context=context
            )

        def call_at(self, when, callback, *args, context=None):
            return super().call_at(
                when, _Caused(log, TIMER, callback), *args, context=context
            )

        def run_in_executor(self, executor, func, *args):
            lane, inside = tasks.blocking(func, args)
            future = super().run_in_executor(executor, inside)
            tasks.awaited[future] = [lane]
            return future

    return Loop


class _Caused:
    """A callback, with who set it off written down while it runs."""

    def __init__(self, log, cause, callback):
        self.log, self.cause, self.callback = log, cause, callback

    def __call__(self, *args):
        log = self.log
        before, log.cause = log.cause, self.cause
        try:
            return self.callback(*args)
        finally:
            log.cause = before
            # A traceback keeps this frame: the handle alone keeps the task.
            self = args = None

    def __repr__(self):
        return repr(self.callback)
