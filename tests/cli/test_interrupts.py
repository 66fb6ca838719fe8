"""Ctrl+C stops work before its next step, and once more wherever it is; a terminal shows steps."""

import os
import signal
import subprocess
import sys

import pytest

from commands import in_a_process, run
from patience import PATIENCE
from rundfrage.cli.console import bar
from rundfrage.fieldwork.journals.sqlite import SqliteJournal
from rundfrage.progress import Cancelled, advance

TERMINAL = {"FORCE_COLOR": "1", "COLUMNS": "80"}
CSV = "a,b\n1,2\n3,4\n"


@pytest.fixture(autouse=True)
def _interrupts():
    """Tests that run in the background of a shell were told to ignore Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    signal.signal(signal.SIGINT, before)


def interrupt():
    os.kill(os.getpid(), signal.SIGINT)


def interrupted(times):
    with bar() as work:
        advance(work, "first")
        for _ in range(times):
            interrupt()
        advance(work, "second")


def test_the_first_asks_the_work_to_stop_and_the_second_breaks_it_off():
    with pytest.raises(Cancelled):
        interrupted(times=1)
    with pytest.raises(KeyboardInterrupt):
        interrupted(times=2)


def test_what_was_done_before_it_was_heeded_is_said_and_nothing_follows_it():
    with bar():
        interrupt()
    done = ["the last step"]
    with pytest.raises(KeyboardInterrupt), bar():
        done.append("another work")
    assert done == ["the last step"]
    with bar():
        done.append("the next command")
    assert done == ["the last step", "the next command"]


def test_a_version_that_is_published_while_ctrl_c_is_pressed_is_said_to_be(tmp_path, monkeypatch):
    assert run("new", tmp_path / "club").returncode == 0

    def publish(self, version):
        interrupt()
        return whole(self, version)

    whole = SqliteJournal.publish
    monkeypatch.setattr(SqliteJournal, "publish", publish)
    done = run("publish", tmp_path / "club")
    assert (done.returncode, done.stderr) == (130, "")
    assert done.stdout.startswith("Version 1 (")
    monkeypatch.undo()
    assert "is in the field already" in run("publish", tmp_path / "club").stdout


def test_a_terminal_shows_what_is_done_and_nothing_else_does(tmp_path):
    source, target = tmp_path / "source.csv", tmp_path / "target.csv"
    source.write_text(CSV, "utf-8")
    assert run("convert", source, target).stderr == ""
    shown = in_a_process("convert", source, target, environment=TERMINAL)
    assert (shown.returncode, "target.csv" in shown.stderr) == (0, True)


def test_a_command_that_is_stopped_says_so():
    with subprocess.Popen(
        [sys.executable, "-m", "rundfrage", "verify"],
        env={**os.environ, **TERMINAL},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        shown = b""
        while b"means" not in shown and (more := os.read(process.stderr.fileno(), 4096)):
            shown += more
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (130, b"")
    assert b"Stopped. Nothing is left half done." in errors
