"""Each command in a process of its own: it says what it says in the tests' process.

Most tests run commands in their own process (tests/commands.py). Here every one is started as users
start it, and both must print the same, end with the same status, and write the same files.
"""

import os
import socket
import subprocess
import sys

import pytest

from commands import in_a_process, run
from rundfrage.cli import COMMANDS
from rundfrage.cli import run as run_here
from rundfrage.errors import Problem

QUESTIONNAIRE = """---
survey: club
title: The club
language: en
participation: exchange
---

# Page

## side: Which side?

- ( ) left: Left
- ( ) right: Right
"""
CASES = {
    "new": ["new", "another"],
    "check": ["check", "club"],
    "paths": ["paths", "club"],
    "fmt": ["fmt", "club"],
    "translate": ["translate", "club", "--language", "de"],
    "print": ["print", "club"],
    "publish": ["publish", "club"],
    "serve": ["serve", "nowhere"],
    "data-protection": ["data-protection", "club"],
    "invite": ["invite", "club", "people.csv", "--origin", "https://club.example.org", "--dry-run"],
    "forget": ["forget", "club"],
    "split-key": ["split-key", "club", "-o", "shares"],
    "join-key": ["join-key", "club"],
    "withdraw": ["withdraw", "club", "0000-NONE"],
    "status": ["status", "club"],
    "close": ["close", "club"],
    "export": ["export", "club"],
    "logbook": ["logbook", "club"],
    "retire": ["retire", "club", "--list"],
    "verify-field": ["verify-field", "club"],
    "simulate": ["simulate", "club", "-n", "40"],
    "weight": ["weight", "club", "--targets", "margins.csv", "--formats", "html"],
    "tables": ["tables", "club", "--by", "side"],
    "report": ["report", "club", "--formats", "xlsx"],
    "audit": ["audit", "said.md", "--survey", "club"],
    "demo": ["demo", "club"],
    "inspect": ["inspect", "club/answers.csv"],
    "convert": ["convert", "club", "copy.parquet"],
    "codebook": ["codebook", "club"],
    "verify": ["verify", "--format", "xml"],
}
"""A command line for every command; some refuse what they are given, and say so."""


@pytest.fixture
def make(tmp_path):
    """Makes the folder in which commands are run."""

    def make(name):
        club = tmp_path / name / "club"
        club.mkdir(parents=True)
        (club / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
        (club / "answers.csv").write_text("side\n" + "1\n" * 30 + "2\n" * 20, encoding="utf-8")
        (club.parent / "people.csv").write_text("email\nana@example.org\n", encoding="utf-8")
        (club.parent / "said.md").write_text("# Which side?\n\nLeft: 70 %\n", encoding="utf-8")
        margins = "variable,category,share\nside,left,50\nside,right,50\n"
        (club.parent / "margins.csv").write_text(margins, encoding="utf-8")
        return club.parent

    return make


def files_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_every_command_has_a_case():
    assert list(CASES) == list(COMMANDS)


@pytest.mark.trial
@pytest.mark.parametrize("command", CASES)
def test_a_command_in_a_process_of_its_own_says_the_same(command, make):
    alone, here = make("alone"), make("here")
    started, called = in_a_process(*CASES[command], cwd=alone), run(*CASES[command], cwd=here)
    assert (started.returncode, started.stdout, started.stderr) == (
        called.returncode,
        called.stdout,
        called.stderr,
    )
    assert started.stdout + started.stderr != ""
    assert files_in(alone) == files_in(here)


def test_what_a_command_changes_of_its_process_does_not_stay(make, monkeypatch):
    monkeypatch.delenv("RUNDFRAGE_DEBUG", raising=False)
    folder = make("here")
    shown = run("--debug", "status", "nowhere", cwd=folder)
    assert shown.returncode == 1
    assert "Traceback" in shown.stderr
    hidden = run("status", "nowhere", cwd=folder)
    assert hidden.returncode == 1
    assert "Traceback" not in hidden.stderr
    assert "RUNDFRAGE_DEBUG" not in os.environ


def test_a_traceback_is_asked_for_anew_by_each_command(tmp_path, monkeypatch):
    monkeypatch.delenv("RUNDFRAGE_DEBUG", raising=False)
    with pytest.raises(Problem):
        run_here(["--debug", "status", str(tmp_path / "nowhere")])
    assert run_here(["status", str(tmp_path / "nowhere")]) == 1


@pytest.mark.trial
def test_the_door_is_open_when_it_is_said_to_be(tmp_path):
    assert run_here(["new", str(tmp_path / "club")]) == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["serve", str(tmp_path / "club"), "--port", str(port)]
    with subprocess.Popen(
        [sys.executable, "-m", "rundfrage", *words], stdout=subprocess.PIPE, text=True
    ) as process:
        said = next(line for line in process.stdout if line.startswith("The survey is at"))
        with socket.create_connection(("127.0.0.1", port)):
            process.terminate()
    assert (said, process.returncode) == (
        f"The survey is at http://localhost:{port}/ (stop with Ctrl+C).\n",
        0,
    )
