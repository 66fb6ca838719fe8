"""Whoever opens connections and says nothing shuts nobody out, however few a process may hold."""

import contextlib
import socket
import subprocess
import sys
from http.client import HTTPConnection

import pytest
from door_server import Server
from door_survey import SURVEY

from patience import PATIENCE, until
from rundfrage.respond import lines

FEW = 256
CONTROL_SECONDS = 20
GRANIAN = f"""
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server import Server
import sys

async def app(scope, receive, send):
    await send({{"type": "http.response.start", "status": 200, "headers": []}})
    await send({{"type": "http.response.body", "body": b""}})

Server(
    "app", port=int(sys.argv[1]), interface=Interfaces.ASGINL, http=HTTPModes.http1,
    backpressure=8192, backlog=2048,
    http1_settings=HTTP1Settings(header_read_timeout={CONTROL_SECONDS * 1000}),
).serve(target_loader=lambda: app, wrap_loader=False)
"""


def limited(soft, hard):
    """The words by which a program is allowed so many descriptors, and may allow itself so many."""
    return ("prlimit", f"--nofile={soft}:{hard}")


def answered(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/health", headers={"Host": "localhost", "Connection": "close"})
    status = connection.getresponse().status
    connection.close()
    return status == 200


@contextlib.contextmanager
def silent_lines(port, count):
    with contextlib.ExitStack() as stack:
        for _ in range(count):
            line = stack.enter_context(socket.socket())
            line.settimeout(PATIENCE)
            line.connect(("127.0.0.1", port))
        yield


def answers_before(clock, port):
    """Whether somebody is answered among silent lines before the line at `clock` is given up.

    That is our own, silent as they are, at a server that has descriptors enough.
    """
    with socket.create_connection(("127.0.0.1", clock)) as line, silent_lines(port, 2 * FEW):
        until(lambda: answered(port), not_yet=OSError)
        try:
            return bool(line.recv(1, socket.MSG_DONTWAIT))
        except BlockingIOError:
            return True


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    return tmp_path


@pytest.mark.trial
def test_silent_lines_are_ended_when_there_are_many(folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    control = subprocess.Popen(
        [*limited(FEW, FEW), sys.executable, "-c", GRANIAN, str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    clock = Server(folder)
    with clock:
        try:
            until(lambda: answered(port), not_yet=OSError)
            # The control: who comes waits until the silent are given up.
            assert not answers_before(clock.port, port)
        finally:
            control.kill()
            control.wait()
        (folder / "few").mkdir()
        (folder / "few" / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
        with Server(folder / "few", by=limited(FEW, FEW)) as server:
            assert answers_before(clock.port, server.port)
            assert server.browser().complete().heading == "Thank you"
    assert "may hold only" in server.log.read_text()


@pytest.mark.trial
def test_all_descriptors_that_the_system_allows_are_taken(folder):
    # What it may allow itself stays as the machine has it.
    server = Server(folder, by=limited(FEW, ""))
    with server, silent_lines(server.port, 2 * FEW):
        assert server.browser().complete().heading == "Thank you"


def test_a_kernel_that_tells_less_ends_nobody():
    class Line:
        """As much of a socket as is looked at."""

        family = socket.AF_INET

        def __init__(self, told):
            self._told = told

        def getsockname(self):
            return ("127.0.0.1", 8000)

        def getpeername(self):
            return ("127.0.0.1", 50000)

        def getsockopt(self, *_):
            return bytes(self._told)

    for told, silence in ((104, 0), (56, 0), (55, -1), (0, -1)):
        assert lines._silence(Line(told), 8000) == silence
