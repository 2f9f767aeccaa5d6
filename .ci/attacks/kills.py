"""`kill -9` at any moment of a save: no text is torn, none is left behind."""

import random
import threading
import time

from server import Client, Server, until

TIMES = 200
LINES = 20_000


def text(word):
    return f"// {word}\n" + "// a line\n" * LINES + f"// {word}\n"


def is_whole(found):
    lines = found.splitlines()
    return len(lines) == LINES + 2 and lines[0] == lines[-1]


def leftovers(root):
    return [path for path in root.rglob(".*.part") if path.is_file()]


def lines(root, times=TIMES):
    torn = lost = 0
    path = root / "exercises"
    path = next(path.glob("*_semaphore")) / "exercise.rs"
    known = acknowledged = None
    for turn in range(times):
        server = Server(root, built=False)
        client = Client(server)
        base = client.exercise("semaphore")["revision"]
        status, answer = client.save("semaphore", text(f"first {turn}"), base)
        if status != 200:
            raise SystemExit(f"a save has the status {status}: {answer}")
        known = text(f"first {turn}")
        acknowledged = [known]

        def saves():
            revision = answer["revision"]
            for number in range(1000):
                mine = text(f"{turn} {number}")
                acknowledged.append(mine)
                try:
                    _, said = client.save("semaphore", mine, revision)
                    revision = said["revision"]
                except Exception:
                    return

        thread = threading.Thread(target=saves)
        thread.start()
        time.sleep(random.random() * 0.3)
        server.kill()
        thread.join()
        found = path.read_text()
        torn += not is_whole(found)
        # The newest, or the one before whose save nobody has answered.
        lost += found not in acknowledged[-2:]
    yield (
        f"{times} kills while a page saves",
        "0 torn",
        f"{torn} torn, {lost} acknowledged and lost",
        torn == lost == 0,
    )
    server = Server(root)
    until(lambda: not leftovers(root), 10)
    left = leftovers(root)
    server.end()
    yield "files left behind, after the next start", "0", str(len(left)), not left
