"""How long a page takes while others do what they can to keep it away."""

import os
import resource
import statistics
import threading
import time
from multiprocessing import Process

from server import NOBODY, opened

SECONDS = 20
CONNECTIONS = 1300
HALF_OPEN = 200


def pages(server, seconds):
    """Milliseconds of each page, on a connection of its own."""
    took = []
    latest = time.monotonic() + seconds
    while time.monotonic() < latest:
        began = time.perf_counter()
        status, _ = server.get("/semaphores.html", timeout=60)
        took.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise SystemExit(f"a page has the status {status}")
        time.sleep(0.02)
    return took


def measured(server, attack=None, seconds=SECONDS):
    """Median and worst under an attack."""
    ended = threading.Event()
    thread = None
    if attack:
        ready = threading.Event()
        thread = threading.Thread(target=attack, args=(ended, ready))
        thread.start()
        ready.wait(60)
    took = pages(server, seconds)
    ended.set()
    if thread:
        thread.join()
    return statistics.median(took), max(took), len(took)


def half_open(server):
    """Heads that do not end; opened again when the server closes them."""
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode()

    def attack(ended, ready):
        links = [opened(server.port, head) for _ in range(HALF_OPEN)]
        ready.set()
        while not ended.wait(0.5):
            for index, link in enumerate(links):
                if is_closed(link):
                    links[index] = opened(server.port, head)
        close(links)

    return attack


def slow(server):
    """A byte of a head now and then."""
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
    head += "X: " + "x" * 1000

    def attack(ended, ready):
        links = [opened(server.port) for _ in range(HALF_OPEN)]
        ready.set()
        for byte in head.encode():
            for index, link in enumerate(links):
                try:
                    link.send(bytes([byte]))
                except OSError:
                    links[index] = opened(server.port)
            if ended.wait(0.05):
                break
        close(links)

    return attack


def never_reading(server, path):
    """Ask for a large file and take nothing of it."""
    ask = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n"

    def attack(ended, ready):
        links = [opened(server.port, ask.encode()) for _ in range(HALF_OPEN)]
        ready.set()
        ended.wait()
        close(links)

    return attack


def of_another_user(server):
    """So many connections of `nobody`, each opened again when it is closed."""

    def attack(ended, ready):
        other = Process(target=crowd, args=(server.port,))
        other.start()
        # It has begun when the first ones are there.
        time.sleep(2)
        ready.set()
        ended.wait()
        other.terminate()
        other.join()

    return attack


def crowd(port):
    # Whoever measures may be more important than a stranger can be.
    os.setpriority(os.PRIO_PROCESS, 0, 0)
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    ask = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    links = []
    while True:
        while len(links) < CONNECTIONS:
            try:
                links.append(opened(port, ask, timeout=5))
            except OSError:
                break
        links = [link for link in links if not is_closed(link)]


def is_closed(link):
    try:
        link.setblocking(False)
        return link.recv(1 << 16) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def close(links):
    for link in links:
        link.close()


def largest(root):
    """The path of the largest file that is served as it is."""
    files = [path for path in (root / "src").rglob("*") if path.is_file()]
    files = [path for path in files if path.suffix != ".md"]
    file = max(files, key=lambda path: path.stat().st_size)
    return "/" + str(file.relative_to(root / "src"))


def lines(server):
    """Of the table: what, goal, value."""
    attacks = [
        ("quiet", None),
        ("200 half-open heads", half_open(server)),
        ("200 slow heads", slow(server)),
        ("200 that never read", never_reading(server, largest(server.root))),
    ]
    name = f"{CONNECTIONS} connections of another user"
    if os.geteuid() == 0:
        attacks.append((name, of_another_user(server)))
    for what, attack in attacks:
        median, worst, count = measured(server, attack)
        yield (
            f"a page, {what}",
            "worst 200 ms",
            f"median {median:.0f} ms, worst {worst:.0f} ms of {count}",
            worst <= 200 or attack is None,
        )
    if os.geteuid() != 0:
        yield name, "worst 200 ms", "not tried: only root can", True
