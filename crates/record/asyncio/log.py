"""What happened, in order: the lanes, sites, resources and events of a run.

The names and shapes are those of `crates/timeline/src/format.rs`. Times are
microseconds since the loop began.
"""

import ast
import asyncio
import os
import re
import sys
import threading

# What runs a callback of the loop.
LOOP = (asyncio.Handle._run.__code__,)
# More events than this, and the run is stopped as one without an end.
MOST_EVENTS = 20_000


class Log:
    def __init__(self, program, clock, tree):
        self.given = program
        self.program = os.path.abspath(program)
        self.handlers = handlers(tree)
        self._targets = targets(tree)
        self.clock = clock
        self.sites = []
        self.lanes = []
        self.resources = []
        # What tells lanes of one name apart.
        self.roles = {}
        self.events = []
        self.outcome = "ok"
        self.end = None
        self.closed = False
        # Writes the recording.
        self.finish = lambda: None
        # The lane that runs now, on each thread.
        self._here = threading.local()
        self._lock = threading.RLock()

    # The lane whose code runs now on this thread, and who is behind it when
    # no lane's code runs: a callback that a lane, a timer or a thread set off.

    @property
    def lane(self):
        return getattr(self._here, "lane", None)

    @lane.setter
    def lane(self, lane):
        self._here.lane = lane

    @property
    def cause(self):
        return getattr(self._here, "cause", None)

    @cause.setter
    def cause(self, cause):
        self._here.cause = cause

    def emit(self, kind, **fields):
        with self._lock:
            if self.closed:
                return
            event = {"t": self.clock.micros(), "k": kind}
            event |= {k: v for k, v in fields.items() if v is not None}
            if self.events and event["t"] < self.events[-1]["t"]:
                event["t"] = self.events[-1]["t"]
            self.events.append(event)
            if len(self.events) >= MOST_EVENTS:
                self.stop_now("flood")

    def stop(self, outcome):
        with self._lock:
            if not self.closed:
                self.outcome = outcome
                self.end = self.clock.micros()
                self.closed = True

    def stop_now(self, outcome):
        """Ends the process too: a program may catch whatever is raised."""
        self.stop(outcome)
        self.finish()
        os._exit(0)

    def add_lane(self, name, kind, parent=None, site=None):
        with self._lock:
            lane = {"name": name, "kind": kind, "parent": parent, "site": site}
            self.lanes.append({k: v for k, v in lane.items() if v is not None})
            return len(self.lanes) - 1

    def add_resource(self, kind, name=None, site=None, capacity=None):
        with self._lock:
            one = {"kind": kind, "name": name, "site": site}
            one["capacity"] = capacity
            self.resources.append({k: v for k, v in one.items() if v is not None})
            return len(self.resources) - 1

    def site(self, line):
        """The number of a line of the program."""
        if line is None:
            return None
        with self._lock:
            site = {"file": 0, "line": line}
            if site not in self.sites:
                self.sites.append(site)
            return self.sites.index(site)

    def made(self):
        """The variable that gets what is called here, from the text."""
        frame = self.caller()
        positions = list(frame.f_code.co_positions())
        line, end, column, to = positions[frame.f_lasti // 2]
        return self._targets.get((line, column, end, to))

    def clean(self, text):
        """Without what differs from run to run, and from place to place."""
        text = re.sub(r" at 0x[0-9a-fA-F]+", "", text)
        return text.replace(self.program, self.given)

    def is_readers(self, frame):
        return frame.f_code.co_filename == self.program

    def caller(self):
        """The innermost frame of the program that is running now.

        Not of what called the loop: a callback has no line of the program.
        """
        frame = sys._getframe(1)
        while frame is not None and not self.is_readers(frame):
            if frame.f_code in LOOP:
                return None
            frame = frame.f_back
        return frame

    def here(self):
        """The site of the line of the program that is running now."""
        frame = self.caller()
        return None if frame is None else self.site(frame.f_lineno)

    def tell_names_apart(self):
        """Several lanes of one name get what tells them apart: an argument
        that differs, else a number."""
        names = [lane["name"] for lane in self.lanes]
        for name in set(names):
            same = [at for at, other in enumerate(names) if other == name]
            if len(same) == 1:
                continue
            roles = [self.roles.get(at) for at in same]
            if None in roles or len(set(roles)) < len(roles):
                roles = range(1, len(same) + 1)
            for at, role in zip(same, roles):
                self.lanes[at]["name"] = f"{name} {role}"

    def as_run(self, value=None):
        self.tell_names_apart()
        end = self.clock.micros() if self.end is None else self.end
        run = {} if value is None else {"value": value}
        return run | {
            "end": max(end, self.events[-1]["t"] if self.events else 0),
            "outcome": self.outcome,
            "sites": self.sites,
            "lanes": self.lanes,
            "resources": self.resources,
            "events": self.events,
        }


def handlers(tree):
    """For the first line of each `except` and `finally`: which one it is."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Try, ast.TryStar)):
            for handler in node.handlers:
                found[handler.body[0].lineno] = "except"
            if node.finalbody:
                found[node.finalbody[0].lineno] = "finally"
    return found


def targets(tree):
    """For the place of each call whose value a variable gets: its name."""
    found = {}

    def take(target, value):
        match target, value:
            case (ast.Tuple(elts=names), ast.Tuple(elts=values)):
                for one, other in zip(names, values):
                    take(one, other)
            case (
                ast.Name(id=name) | ast.Attribute(attr=name),
                ast.Call(),
            ):
                start = value.lineno, value.col_offset
                end = value.end_lineno, value.end_col_offset
                found[*start, *end] = name

    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[target], value=value):
                take(target, value)
            case ast.AnnAssign(target=target, value=value):
                take(target, value)
            case ast.NamedExpr(target=target, value=value):
                take(target, value)
            case ast.keyword(arg=str(name), value=value):
                take(ast.Name(id=name), value)
    return found
