"""The program starts fast: its help and a shell's completion import no command."""

import os
import subprocess
import sys

import pytest

from patience import PATIENCE
from rundfrage.cli import COMMANDS, command

MODULES_OF_COMMANDS = {f"rundfrage.cli.{module}" for module, _ in COMMANDS.values()}
HEAVY = {"numpy", "scipy", "duckdb", "pyarrow", "z3", "starlette", "cryptography", "babel"}


def start(*words, complete=None):
    """Run the program; its output, and the modules that it imported."""
    settings = {
        **os.environ,
        "PYTHONPROFILEIMPORTTIME": "1",
        "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1",
    }
    if complete is not None:
        settings |= {
            "_RUNDFRAGE_COMPLETE": "complete_bash",
            "COMP_WORDS": complete,
            "COMP_CWORD": str(len(complete.split(" ")) - 1),
        }
    result = subprocess.run(
        [sys.executable, "-m", "rundfrage", *words],
        capture_output=True,
        text=True,
        env=settings,
        check=True,
        timeout=PATIENCE,
    )
    imported = {
        line.rpartition("|")[2].strip()
        for line in result.stderr.splitlines()
        if line.startswith("import time:")
    }
    return result.stdout, imported


@pytest.mark.parametrize("words", [["--help"], ["--version"], []])
def test_help_imports_no_command_and_nothing_heavy(words):
    if not words:
        with pytest.raises(subprocess.CalledProcessError) as ended:
            start()
        printed = ended.value.stdout
        assert all(f" {name} " in printed for name in COMMANDS)
        return
    printed, imported = start(*words)
    assert "rundfrage.cli" in imported  # so the modules that are imported are seen
    assert imported & (MODULES_OF_COMMANDS | HEAVY) == set()
    if words == ["--help"]:
        assert all(f" {name} " in printed for name in COMMANDS)


def test_a_shell_completes_names_of_commands_without_importing_them():
    printed, imported = start(complete="rundfrage t")
    assert printed.split() == ["translate", "tables"]
    assert "rundfrage.cli" in imported
    assert imported & (MODULES_OF_COMMANDS | HEAVY) == set()


def test_a_shell_completes_the_flags_of_a_command():
    printed, _ = start(complete="rundfrage forget --")
    assert printed.split() == ["--all", "--participation", "--help"]


def test_a_shell_is_told_how_to_complete():
    printed, _ = start("--show-completion", "bash")
    assert "_RUNDFRAGE_COMPLETE=complete_bash" in printed


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_says_of_each_command_what_it_says_itself(name):
    assert COMMANDS[name][1] == command(name).help.split("\n\n")[0].replace("\n", " ")


def test_a_command_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(subprocess.CalledProcessError) as refused:
        start("tabels")
    assert refused.value.returncode == 2
    assert "Did you mean 'tables'?" in refused.value.stderr
