"""Workers that fall, by the kernel's hand or their own, don't end a server."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from door_server import Server
from door_survey import SURVEY

from patience import PATIENCE, until

GRANIAN = """
from granian.constants import Interfaces
from granian.server import Server

async def app(scope, receive, send):
    if scope["type"] == "http":
        await send({{"type": "http.response.start", "status": 200, "headers": []}})
        await send({{"type": "http.response.body", "body": b""}})

Server(
    "app", port={port}, interface=Interfaces.ASGINL, workers=2, respawn_failed_workers=True,
).serve(target_loader=lambda: app, wrap_loader=False)
"""


def workers(pid):
    """The processes that a server has made, by their numbers."""
    found = []
    for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        with contextlib.suppress(OSError):
            if b"resource_tracker" not in Path(f"/proc/{one}/cmdline").read_bytes():
                found.append(int(one))
    return found


def kill_one_place(process, times):
    """Kill a worker, and the one that takes its place as soon as that is there, and so on."""
    known = set(until(lambda: workers(process.pid)))
    at, killed = min(known), set()
    while True:
        os.kill(at, signal.SIGKILL)
        killed.add(at)
        if len(killed) == times:
            return killed
        (at,) = until(lambda: set(workers(process.pid)) - known)
        known.add(at)


def granian(port):
    """Granian's own server, once it answers."""
    process = subprocess.Popen(
        [sys.executable, "-c", GRANIAN.format(port=port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def answers():
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", "/")
        return connection.getresponse().status == 200

    until(answers, not_yet=OSError)
    return process


@pytest.mark.trial
def test_two_falls_in_a_moment_end_granian_and_not_us(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    control = granian(port)
    kill_one_place(control, 2)
    assert control.wait(PATIENCE) == 1

    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    with Server(tmp_path, "--workers", "2") as server:
        pid = server.process.pid
        fallen = kill_one_place(server.process, 4)
        until(lambda: len(set(workers(pid)) - fallen) == 2)
        # All at once, too.
        both = workers(pid)
        for one in both:
            os.kill(one, signal.SIGKILL)
        until(lambda: len(set(workers(pid)) - set(both)) == 2)
        until(lambda: server.browser().complete().heading == "Thank you", not_yet=OSError)
        # Nor does a terminal that is closed.
        os.kill(pid, signal.SIGHUP)
        until(lambda: server.browser().get("/health").status == 200, not_yet=OSError)
    assert server.status == 0


@pytest.mark.trial
def test_workers_end_with_the_server_that_made_them(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    server = Server(tmp_path, "--workers", "2")
    with server:
        made = until(lambda: workers(server.process.pid))
        server.process.kill()
        until(lambda: not any(Path(f"/proc/{one}").exists() for one in made))
    # Nobody has the port any more.
    again = Server(tmp_path)
    again.port = server.port
    with again:
        assert again.browser().complete().heading == "Thank you"


COPIED = """
import os, runpy, sys, threading
os.register_at_fork(before=lambda: print("beside:", threading.active_count() - 1, flush=True))
sys.argv = ["rundfrage", *sys.argv[sys.argv.index("serve"):]]
runpy.run_module("rundfrage", run_name="__main__")
"""
"""The server, which says how many threads there are beside when it is copied."""


@pytest.mark.trial
def test_no_thread_stands_beside_when_the_workers_are_made(tmp_path):
    """What it held at that moment nobody would let go of in them: a clock's lock, a logger's."""
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    with Server(tmp_path, "--workers", "3", by=(sys.executable, "-c", COPIED)) as server:
        pass
    said = server.log.read_text("utf-8")
    assert re.findall(r"^beside: (\d+)$", said, re.MULTILINE) == ["0"] * 3
