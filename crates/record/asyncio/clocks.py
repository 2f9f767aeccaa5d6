"""The two clocks: one that jumps to the next timer, and the machine's.

On the paused clock time moves only when nothing can run, and in `time.sleep`.
So the same program gives the same recording, on whatever machine. A program
whose course hangs on threads, sockets, processes or signals is recorded on
the machine's clock.
"""

import ast
import threading
import time

# Each of these gives a program another course on a clock that jumps.
OUTSIDE = frozenset(
    """
    Popen Process ProcessPoolExecutor Thread ThreadPoolExecutor add_reader
    add_signal_handler add_writer connect_accepted_socket connect_read_pipe
    connect_write_pipe create_connection create_datagram_endpoint
    create_server create_subprocess_exec create_subprocess_shell
    create_unix_connection create_unix_server getaddrinfo getnameinfo
    open_connection open_unix_connection run_coroutine_threadsafe
    run_in_executor sendfile sock_accept sock_connect sock_recv sock_sendall
    start_server start_tls start_unix_server stdin to_thread
    call_soon_threadsafe input kill raise_signal
    """.split()
)


def names_outside(tree):
    """The names in a program that only the machine's clock can serve."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name):
                found.add(name)
            case ast.ImportFrom(names=names):
                found.update(one.name for one in names)
    return sorted(found & OUTSIDE)


class Paused:
    """Nanoseconds that stand still until the loop has nothing to do."""

    name = "virtual"
    # What one turn of the loop takes: of two timers that fall on one instant,
    # the one that was set in a later turn comes later, as on a real clock.
    # Ten thousand turns are needed before it could be seen in a time.
    TURN = 1
    STEP_US = 10

    def __init__(self):
        self.nanos = 0
        self._main = threading.main_thread()
        self._real_sleep = time.sleep

    def micros(self):
        return self.nanos // (1000 * self.STEP_US) * self.STEP_US

    def seconds(self):
        return self.nanos / 1e9

    def turn(self):
        self.nanos += self.TURN

    def jump(self, seconds):
        self.nanos += max(round(seconds * 1e9), 0)

    def sleep(self, seconds):
        """Blocks the loop's thread: the clock moves, and nothing runs."""
        if threading.current_thread() is self._main:
            self.jump(seconds)
        else:
            self._real_sleep(seconds)

    def install(self):
        began = time.time()
        time.sleep = self.sleep
        time.monotonic = time.perf_counter = self.seconds
        time.time = lambda: began + self.seconds()
        time.monotonic_ns = time.perf_counter_ns = lambda: self.nanos


class Real:
    """The machine's clock, rounded to what tells one run from another."""

    name = "real"
    STEP_US = 1000

    def __init__(self):
        self._clock = time.monotonic
        self.began = self._clock()

    def micros(self):
        us = int((self._clock() - self.began) * 1e6)
        return us // self.STEP_US * self.STEP_US

    def seconds(self):
        return self._clock()

    def install(self):
        pass
