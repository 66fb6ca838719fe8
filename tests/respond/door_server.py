"""`rundfrage serve` in a process of its own, and a browser that uses the network."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from door_survey import Answer, Browser

import commands
from patience import PATIENCE, until

MARK = "Marked-Browser/47.11"
FORM = "application/x-www-form-urlencoded"


class Server:
    """`rundfrage serve` in a process of its own, begun by the words of `by` if there are any."""

    def __init__(self, folder, *options, by=()):
        self.folder = folder
        self.by = by
        self.log = (folder if folder.is_dir() else folder.parent) / "server.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.options = options

    def __enter__(self):
        command = [sys.executable, "-m", "rundfrage", "serve", str(self.folder)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*self.by, *command, "--port", str(self.port), *self.options],
                stdout=log, stderr=log,
            )  # fmt: skip
        if until(self._has_ended_or_answers, not_yet=OSError) == "ended":
            raise AssertionError(self.log.read_text())
        return self

    def _has_ended_or_answers(self):
        if self.process.poll() is not None:
            return "ended"
        return self.browser().get("/health").status == 200

    def __exit__(self, *error):
        self.process.send_signal(signal.SIGTERM)
        self.status = self.process.wait(PATIENCE)

    def browser(self):
        return SocketBrowser(self)

    def memory(self):
        """Resident bytes of all processes of the server."""
        pages = 0
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        for pid in [self.process.pid, *map(int, children.split())]:
            pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


class SocketBrowser(Browser):
    """A browser that uses the network, and says what it is."""

    def __init__(self, server):
        super().__init__(None, f"localhost:{server.port}")
        self.port = server.port

    def get(self, path, **headers):
        return self.ask("GET", path, None, headers)

    def post(self, path, fields, **headers):
        body = urlencode(fields, doseq=True).encode() if isinstance(fields, dict) else fields
        return self.ask("POST", path, body, {"Content-Type": FORM, **headers})

    def ask(self, method, path, body, headers):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        said = {"Host": self.host, "Cookie": cookie, "User-Agent": MARK,
                "X-Forwarded-For": "198.51.100.23", **headers}  # fmt: skip
        connection.request(method, path.partition("#")[0], body, said)
        response = connection.getresponse()
        answer = Answer(response.status, [(k.lower(), v) for k, v in response.getheaders()],
                        response.read())  # fmt: skip
        connection.close()
        for name, value in answer.headers:
            if name == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer


def run(*command):
    """What a command of rundfrage says."""
    done = commands.run(*command)
    return done.stdout + done.stderr
