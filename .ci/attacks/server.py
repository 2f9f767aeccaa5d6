"""A server of the book on a copy of the checkout, and a client that can lie."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PROGRAM = Path(os.environ.get("BOOK", TARGET / "debug" / "book"))
# What Git would not keep. `book` in the root is the built site.
SKIPPED = ["target", ".git", ".book", "node_modules"]
NOBODY = 65534


def skipped(folder, _):
    return SKIPPED + (["book"] if Path(folder) == ROOT else [])


@contextmanager
def checkout():
    """A copy of this checkout that is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="attacked-") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=skipped, symlinks=True)
        yield copy


class Server:
    """A started server. Without `cargo` each check and run fails at once."""

    def __init__(self, root, cargo=False, built=True):
        environment = dict(os.environ)
        # Where this script keeps what the copies compile.
        environment["BOOK_TARGET_DIR"] = str(TARGET / "ci" / "attacks")
        environment.pop("BOOK_RUN", None)
        if not cargo:
            environment["CARGO"] = "/bin/false"
        self.root = root
        # The address is told when the book is built.
        self.port = None if built else free_port()
        self.process = subprocess.Popen(
            [PROGRAM, "--no-open", "--port", str(self.port or 0)],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.pid = self.process.pid
        if built:
            self.port = self._port()
        elif not until(self._answers, 60):
            raise SystemExit("the server has not started")
        self.token = self._token()
        self._drain()

    def _port(self):
        mark = "http://127.0.0.1:"
        for line in self.process.stdout:
            if mark in line:
                return int(line.split(mark)[1].split("/")[0])
        raise SystemExit("the server has not started")

    def _answers(self):
        try:
            return bool(self.get("/"))
        except OSError:
            return False

    def _token(self):
        _, page = self.get("/")
        return page.split('book-token" content="')[1].split('"')[0]

    def _drain(self):
        """Nobody reads what it says; a full pipe would stop it."""
        subprocess.Popen(
            ["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL
        )
        self.process.stdout.close()

    def get(self, path, timeout=120):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout)
        try:
            link.request("GET", path)
            answer = link.getresponse()
            return answer.status, answer.read().decode()
        finally:
            link.close()

    def client(self):
        return Client(self)

    def memory(self):
        """Bytes that it really uses."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) << 10
        raise SystemExit("the server has ended")

    def end(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self):
        self.process.kill()
        self.process.wait()


class Client:
    """One connection that stays open, with the token."""

    def __init__(self, server):
        self.server = server
        self.link = http.client.HTTPConnection(
            "127.0.0.1", server.port, timeout=120
        )

    def post(self, path, body):
        headers = {
            "X-Book-Token": self.server.token,
            "Content-Type": "application/json",
        }
        self.link.request("POST", path, json.dumps(body), headers)
        answer = self.link.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text else {}

    def exercise(self, name):
        asked = {"kind": "exercise", "name": name}
        status, file = self.post("/api/file", asked)
        if status != 200:
            raise SystemExit(f"no exercise {name}: {file}")
        return file

    def save(self, name, text, base, over=False):
        return self.post(
            "/api/save",
            {
                "kind": "exercise",
                "name": name,
                "text": text,
                "base": base,
                "over": over,
            },
        )


def opened(port, text=b"", timeout=30):
    """A connection on which only this was sent."""
    link = socket.create_connection(("127.0.0.1", port), timeout)
    if text:
        link.sendall(text)
    return link


def free_port():
    with socket.socket() as link:
        link.bind(("127.0.0.1", 0))
        return link.getsockname()[1]


def until(condition, seconds, pause=0.02):
    """Whether it came true in time."""
    latest = time.monotonic() + seconds
    while time.monotonic() < latest:
        if condition():
            return True
        time.sleep(pause)
    return False
