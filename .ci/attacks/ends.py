"""From Ctrl-C to the end of the process, whatever hangs."""

import os
import signal
import time

from server import Client, Server, opened

GOAL = 3


def nothing(_):
    pass


def connections(server):
    server.links = [opened(server.port, b"GET / HTTP/1.1\r\n") for _ in range(99)]


def streams(server):
    ask = (
        f"GET /api/events?token={server.token} HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{server.port}\r\n\r\n"
    )
    server.links = [opened(server.port, ask.encode()) for _ in range(99)]


def pipe(path):
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def exercise_is_a_pipe(server):
    client = Client(server)
    file = client.exercise("semaphore")["path"]
    pipe(server.root / file)
    time.sleep(0.5)


def build_hangs(server):
    """A chapter includes a pipe: the build waits for ever."""
    chapter = server.root / "src" / "semaphores.md"
    pipe(server.root.parent / "pipe")
    text = chapter.read_text()
    chapter.write_text(text + "\n{{#include ../../pipe}}\n")
    time.sleep(2)
    chapter.write_text(text)


def run_hangs(server):
    example = server.root / "examples" / "forever.rs"
    example.write_text(
        'fn main() { println!("here"); loop { std::hint::spin_loop() } }\n'
    )
    client = Client(server)
    ask = '{"example":"forever"}'
    head = (
        f"POST /api/run HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"X-Book-Token: {server.token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(ask)}\r\n\r\n"
    )
    server.links = [opened(server.port, (head + ask).encode(), timeout=180)]
    said = b""
    while b"here" not in said:
        more = server.links[0].recv(1 << 16)
        if not more:
            raise SystemExit(f"the example has not run: {said.decode()}")
        said += more
    client.link.close()


HANGS = [
    ("nothing hangs", nothing, False),
    ("99 half-open connections", connections, False),
    ("99 streams that nobody reads", streams, False),
    ("a pipe in the place of an exercise", exercise_is_a_pipe, False),
    ("a build that waits for ever", build_hangs, False),
    ("a program that runs for ever", run_hangs, True),
]


def lines(checkout):
    signals = {
        "Ctrl-C": [signal.SIGINT],
        "Ctrl-C twice": [signal.SIGINT, signal.SIGINT],
        "SIGTERM": [signal.SIGTERM],
    }
    for what, hang, cargo in HANGS:
        worst = 0.0
        for all_of_them in signals.values():
            with checkout() as root:
                server = Server(root, cargo)
                try:
                    hang(server)
                    began = time.monotonic()
                    for one in all_of_them:
                        os.kill(server.pid, one)
                    server.process.wait()
                    worst = max(worst, time.monotonic() - began)
                finally:
                    server.kill()
        yield f"the end: {what}", "3 s", f"{worst:.2f} s", worst < GOAL
