"""What stays in the server's memory after thousands of saves."""

import threading
import time

from server import Client, opened, until

SAVES = 5_000
STREAMS = 50
GOAL = 10 << 20


def streams(server):
    ask = (
        f"GET /api/events?token={server.token} HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{server.port}\r\n\r\n"
    )

    def read(link):
        try:
            while link.recv(1 << 16):
                pass
        except OSError:
            pass

    for _ in range(STREAMS):
        link = opened(server.port, ask.encode(), timeout=None)
        threading.Thread(target=read, args=(link,), daemon=True).start()


def save_all(server, names, count, word):
    client = Client(server)
    known = {name: client.exercise(name)["revision"] for name in names}
    for turn in range(count):
        name = names[turn % len(names)]
        # It does not compile, so that verdicts come as fast as they can.
        text = f"fn {word}_{turn}() {{ let it: u8 = \"{turn}\"; }}\n"
        status, answer = client.save(name, text, known[name])
        if status != 200:
            raise SystemExit(f"a save has the status {status}: {answer}")
        known[name] = answer["revision"]
        time.sleep(0.02)


def rests(server, names):
    """Until each exercise has the verdict of its newest text."""

    def judged():
        client = Client(server)
        client.link.request(
            "GET", "/api/exercises", headers={"X-Book-Token": server.token}
        )
        text = client.link.getresponse().read().decode()
        client.link.close()
        return text.count('"state":"broken"') >= len(names)

    until(judged, 300, 1)
    time.sleep(5)


def lines(server, saves=SAVES):
    names = ["semaphore", "gather", "rate_limit", "lost_permit"]
    streams(server)
    # What is built or loaded once is there then.
    save_all(server, names, 200, "first")
    rests(server, names)
    before = server.memory()
    save_all(server, names, saves, "then")
    rests(server, names)
    growth = server.memory() - before
    mib = 1 << 20
    yield (
        f"{saves} saves with checks, {STREAMS} open pages: memory",
        "+ 10 MiB",
        f"{before / mib:.1f} MiB, then {growth / mib:+.1f} MiB",
        growth <= GOAL,
    )
