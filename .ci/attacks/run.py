"""Attacks that take minutes: `python3 .ci/attacks/run.py [PART...]`.

Those that take seconds are tests (`crates/book/tests/it`,
`crates/bounded-process/tests/it`), which `.ci/run` runs. These run weekly. The
program is built first (`cargo build -p book`). As root more is tried: only
root can become another user.
"""

import sys

import collisions
import ends
import kills
import latency
import memory
from server import PROGRAM, Server, checkout


def with_server(part, cargo=False):
    def lines():
        with checkout() as root:
            server = Server(root, cargo)
            try:
                yield from part(server)
            finally:
                server.end()

    return lines


def with_checkout(part):
    def lines():
        with checkout() as root:
            yield from part(root)

    return lines


PARTS = {
    "latency": with_server(latency.lines),
    "ends": lambda: ends.lines(checkout),
    "kills": with_checkout(kills.lines),
    "collisions": with_server(collisions.lines),
    "memory": with_server(memory.lines, cargo=True),
}


def main(asked):
    if not PROGRAM.is_file():
        raise SystemExit(f"{PROGRAM} is not there: first `cargo build -p book`")
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        raise SystemExit(f"no part {unknown[0]}; there are: {', '.join(PARTS)}")
    print("| | goal | measured |\n|---|---|---|", flush=True)
    failed = 0
    for name in asked or PARTS:
        for what, goal, value, holds in PARTS[name]():
            failed += not holds
            mark = "" if holds else " **missed**"
            print(f"| {what} | {goal} | {value}{mark} |", flush=True)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
