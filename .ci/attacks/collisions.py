"""Another editor writes an exercise while a page saves it.

Whatever happens, each text of the editor is in the file, or in a backup, or
the page's save was refused and the file is as the editor left it.
"""

import os
import random
import threading
import time

from server import Client

TIMES = 10_000
SIZES = [600, 2_000, 20_000, 195_000]


def by_rename(path, text, _):
    beside = path.with_name("editor.tmp")
    beside.write_text(text)
    os.rename(beside, path)


def in_place(path, text, _):
    path.write_text(text)


def in_steps(path, text, pause):
    """Opened and read before, written after; in two halves."""
    with open(path, "r+") as file:
        file.read()
        time.sleep(pause)
        file.seek(0)
        file.write(text[: len(text) // 2])
        file.flush()
        file.write(text[len(text) // 2 :])
        file.truncate()


WRITERS = {
    "by a rename": by_rename,
    "in place": in_place,
    "opened before": in_steps,
}


def of_length(word, length):
    line = f"// {word}\n"
    return line + "// the same\n" * ((length - len(line)) // 12)


def collide(server, write, size, times):
    """How many texts of the editor were lost, and how often it was told."""
    name = "semaphore"
    client = Client(server)
    path = server.root / client.exercise(name)["path"]
    backups = server.root / ".book" / "backups" / name
    usual = saving(client, name, path, size)
    lost = told = 0
    # Those that could be nowhere yet, because they are looked at later.
    open_ones = []
    for turn in range(times):
        file = client.exercise(name)
        mine = of_length(f"page {turn} {size}", size)
        theirs = of_length(f"editor {turn} {size} {id(write)}", size)
        delay = random.random() * usual * 1.5
        editor = threading.Thread(
            target=lambda: (time.sleep(delay), write(path, theirs, delay))
        )
        editor.start()
        status, _ = client.save(name, mine, file["revision"])
        editor.join()
        now = path.read_text()
        if status == 409:
            told += 1
        elif status != 200:
            raise SystemExit(f"a save has the status {status}")
        if now != theirs:
            open_ones.append(theirs)
    kept = set()
    latest = time.monotonic() + 10
    while time.monotonic() < latest and not kept.issuperset(open_ones):
        kept = {p.read_text() for p in backups.glob("*.rs")}
        time.sleep(0.2)
    lost = sum(1 for text in open_ones if text not in kept)
    return lost, told, len(open_ones)


def saving(client, name, path, size):
    """The usual time of a save, in seconds."""
    took = []
    for turn in range(10):
        base = client.exercise(name)["revision"]
        began = time.perf_counter()
        client.save(name, of_length(f"before {turn}", size), base)
        took.append(time.perf_counter() - began)
    return sorted(took)[5]


def lines(server, times=TIMES):
    each = times // (len(SIZES) * len(WRITERS)) + 1
    for what, write in WRITERS.items():
        lost = told = kept = all_of_them = 0
        for size in SIZES:
            one = collide(server, write, size, each)
            lost, told, kept = lost + one[0], told + one[1], kept + one[2]
            all_of_them += each
        yield (
            f"an editor that writes {what} while a page saves",
            "0 lost",
            f"{lost} lost of {all_of_them}; {told} conflicts told, "
            f"{kept} kept as backups",
            lost == 0,
        )
