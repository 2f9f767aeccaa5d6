"""Runs an asyncio program on a clock that jumps to the next timer.

    python3 paused.py PROGRAM.py

As Tokio's paused clock does: when nothing can run, time moves to the next
timer. So a program's order of events does not depend on how busy the machine
is. While a thread of its own runs, the program waits on the real clock.
"""

import asyncio
import runpy
import signal
import sys
import threading
import time

# What one turn of the loop takes: of two timers that fall on one instant, the
# one that was set in a later turn comes later, as on a real clock.
TURN = 1e-6

real_sleep = time.sleep
real_clock = time.perf_counter
now = 1000.0


def virtual_clock():
    return now


def virtual_sleep(seconds):
    """Blocks the thread of the loop: the clock moves, and nothing runs."""
    global now
    if threading.current_thread() is threading.main_thread():
        now += seconds
    else:
        real_sleep(seconds)


class PausedLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self._real_select = self._selector.select
        self._selector.select = self._select

    def time(self):
        return now

    def _select(self, timeout):
        global now
        now += TURN
        ready = self._real_select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None or threading.active_count() > 1:
            began = real_clock()
            ready = self._real_select(timeout)
            now += real_clock() - began
            return ready
        now += timeout
        return []


class PausedPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = PausedLoop


# Ignored in a program that a shell has started in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)
time.sleep = virtual_sleep
time.perf_counter = time.monotonic = time.time = virtual_clock
asyncio.set_event_loop_policy(PausedPolicy())
program = sys.argv[1]
sys.argv = [program]
sys.path[0] = program.rpartition("/")[0]
runpy.run_path(program, run_name="__main__")
