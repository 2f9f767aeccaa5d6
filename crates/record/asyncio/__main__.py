"""Records an asyncio program: `python3 asyncio PROGRAM.py > recording.json`.

The program runs unchanged, on a clock that jumps to the next timer where that
gives its course, else on the machine's. What it prints is in the recording.
"""

import argparse
import ast
import asyncio
import contextlib
import hashlib
import io
import json
import os
import signal
import sys
import types
import warnings

import clocks
import loop
import primitives
import told
from log import Log
from tasks import Tasks, missing, said

FORMAT, VERSION = "async-timeline", 2
# How many frames of a coroutine's origin are kept, to find the program's own.
DEPTH = 8
# The versions of CPython on which this was tried.
TRIED = ((3, 11), (3, 12), (3, 13))


class Printed(io.TextIOBase):
    """Writes down each whole line, with the task that prints it."""

    def __init__(self, log):
        self.log = log
        self.rest = ""

    def writable(self):
        return True

    def write(self, text):
        *lines, self.rest = (self.rest + text).split("\n")
        for line in lines:
            self._line(line)
        return len(text)

    def end(self):
        if self.rest:
            self._line(self.rest)
            self.rest = ""

    def _line(self, line):
        # What is printed outside of a task is the main one's.
        lane, site = self.log.lane or 0, self.log.here()
        line = self.log.clean(line)
        self.log.emit("out", lane=lane, text=line, site=site)


class Complaints(Printed):
    """Standard error, without what differs from machine to machine."""

    def _line(self, line):
        if line.startswith(" "):
            # Frames of a traceback, with paths of the library.
            if self.folded:
                return
            line = "  ..."
        self.folded = line == "  ..."
        super()._line(line)

    folded = False


def arguments():
    parser = argparse.ArgumentParser(prog="asyncio", description=__doc__)
    parser.add_argument("program", help="the program, a file of Python")
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        help="another value for a constant of the program",
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=20,
        help="the longest time that it may take (default: %(default)s)",
    )
    parser.add_argument(
        "--told", action="store_true", help="a line for each event, no JSON"
    )
    parser.add_argument(
        "--clock", choices=("virtual", "real"), help="instead of choosing"
    )
    return parser.parse_args()


def with_value(tree, setting):
    """Gives a constant at the top of the program another value."""
    name, _, value = setting.partition("=")
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)]) if found == name:
                new = ast.parse(value, mode="eval").body
                node.value = ast.copy_location(new, node.value)
                return
    sys.exit(f"{name} is no constant of the program")


def refuse_what_was_not_tried():
    if sys.version_info[:2] not in TRIED:
        tried = ", ".join(f"{major}.{minor}" for major, minor in TRIED)
        sys.exit(
            f"Python {sys.version_info.major}.{sys.version_info.minor} was "
            f"not tried: record with one of {tried}"
        )
    if names := missing():
        sys.exit(f"this Python has no {', '.join(names)} in asyncio's Task")


def text_of(program):
    try:
        with open(program, encoding="utf-8") as file:
            source = file.read()
        tree = ast.parse(source, os.path.abspath(program))
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"cannot read {program}: {error}")
    except SyntaxError as error:
        sys.exit(f"{program}, line {error.lineno}: {error.msg}")
    return source, tree


def never_awaited(log):
    """A coroutine that is dropped without having been awaited."""

    def hook(coro):
        name = coro.__qualname__.rpartition("<locals>.")[2]
        origin = coro.cr_origin or ()
        line = next((at for file, at, _ in origin if file == log.program), None)
        by = log.lane or 0
        site = log.site(line)
        lane = log.add_lane(name, "future", by, site)
        log.emit("created", lane=lane, by=by)
        log.emit("end", lane=lane, how="never_polled", site=log.here())
        # As CPython says it.
        warnings.warn(
            f"coroutine '{coro.__qualname__}' was never awaited",
            RuntimeWarning,
            stacklevel=2,
            source=coro,
        )

    sys.set_coroutine_origin_tracking_depth(DEPTH)
    warnings._warn_unawaited_coroutine = hook


def run(log, code):
    module = types.ModuleType("__main__")
    module.__file__ = log.program
    sys.modules["__main__"] = module
    sys.argv = [log.program]
    sys.path[0] = os.path.dirname(log.program)
    printed, complaints = Printed(log), Complaints(log)
    with (
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(complaints),
    ):
        try:
            exec(code, module.__dict__)
        except SystemExit as end:
            if end.code not in (None, 0):
                log.outcome = "error"
        except BaseException as error:
            log.outcome = "error"
            sys.stderr.write(said(error) + "\n")
        printed.end()
        complaints.end()
    log.stop(log.outcome)


def main():
    options = arguments()
    refuse_what_was_not_tried()
    source, tree = text_of(options.program)
    outside = clocks.names_outside(tree)
    kind = options.clock or ("real" if outside else "virtual")
    clock = clocks.Real() if kind == "real" else clocks.Paused()
    log = Log(options.program, clock, tree)
    value = None
    if options.set:
        with_value(tree, options.set)
        value = options.set.partition("=")[2]
    code = compile(tree, log.program, "exec")

    out = sys.stdout
    tasks = Tasks(log)
    primitives.install(log, tasks)
    never_awaited(log)

    class Policy(asyncio.DefaultEventLoopPolicy):
        _loop_factory = loop.make(log, clock, tasks)

    asyncio.set_event_loop_policy(Policy())
    signal.signal(signal.SIGINT, signal.default_int_handler)

    def finish():
        recording = {
            "format": FORMAT,
            "version": VERSION,
            "example": os.path.basename(options.program),
            "files": [options.program],
            "sha256": hashlib.sha256(source.encode()).hexdigest(),
            "clock": clock.name,
            "runtime": "asyncio",
            "seed": "",
            "python": ".".join(map(str, sys.version_info[:2])),
            "runs": [log.as_run(value)],
        }
        if options.told:
            out.writelines(f"{line}\n" for line in told.lines(recording))
        else:
            json.dump(recording, out)
            out.write("\n")
        out.flush()

    log.finish = finish
    signal.signal(signal.SIGALRM, lambda *_: log.stop_now("hung"))
    signal.setitimer(signal.ITIMER_REAL, options.seconds)
    clock.install()
    run(log, code)
    signal.setitimer(signal.ITIMER_REAL, 0)
    finish()


main()
