"""Ctrl+C stops work before its next step, and once more wherever it is; a terminal shows steps."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commands import in_a_process, run
from patience import PATIENCE
from proofs import part, repeated
from rundfrage.cli.console import bar
from rundfrage.fieldwork.journals.sqlite import SqliteJournal
from rundfrage.progress import Cancelled, advance

pytestmark = pytest.mark.trial

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


def counted(words, folder, moment=None):
    """Run the command; press Ctrl+C when so many modules are imported. Exit status, errors, count.

    As a terminal does, the whole group of processes is told.
    """
    imported, errors = 0, b""
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "rundfrage", *words],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        for line in process.stderr:
            if not line.startswith(b"import time:"):
                errors += line
            elif imported or b" rundfrage." in line:
                imported += 1
                if imported == moment:
                    os.killpg(process.pid, signal.SIGINT)
    return process.returncode, errors.decode(), imported


def files(folder):
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


@repeated
@pytest.mark.parametrize("words", ["check club", "print club", "report club -o out", "status club"])
def test_ctrl_c_ends_a_command_calmly_wherever_it_comes(tmp_path, words):
    """Most of the time of a short command is spent importing, where an interrupt breaks much."""
    survey = tmp_path / "club"
    for command in ("new", "simulate", "publish"):
        assert run(command, survey).returncode == 0
    whole = Path(shutil.copytree(survey, tmp_path / "whole" / "club")).parent
    status, errors, imported = counted(words.split(), whole)
    assert (status, "Traceback" in errors) == (0, False)
    moments = part(12)
    for at in range(moments):
        folder = Path(shutil.copytree(survey, tmp_path / str(at) / "club")).parent
        moment = 1 + at * (imported - 1) // moments
        status, errors, _ = counted(words.split(), folder, moment)
        assert (status in {0, 130}, "Traceback" in errors) == (True, False), errors
        assert len(errors.splitlines()) <= 1
        assert files(folder) <= files(whole)
