"""Every benchmark runs in its smallest form; that it prints figures is all they say then."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.trial

FOLDER = Path(__file__).parents[1] / "benchmarks"
SMALLEST = {
    "audit": ["1"],
    "building": ["1", "--slides", "40"],
    "crowd": ["20"],
    "door": ["1", "--small"],
    "durability": ["2"],
    "estimates": ["8000"],
    "growth": ["50"],
    "interview": ["4", "20"],
    "journals": ["0.5"],
    "knowledge": ["small"],
    "letters": ["4000"],
    "linking": ["2"],
    "pages": ["0.01"],
    "reading": ["wide-csv", "--runs", "1", "--share", "0.01"],
    "routing": ["20", "8"],
    "slow_line": ["DSL"],
    "stuffing": ["1", "8"],
    "tables": ["1000"],
    "weighting": ["2000"],
}
"""The arguments of each benchmark's smallest run."""
LONG = {
    "audit",
    "building",
    "crowd",
    "door",
    "growth",
    "interview",
    "knowledge",
    "letters",
    "linking",
    "tables",
}
"""What takes so long even then that it is a proof."""
ALONE = "door"
"""What binds its process to a core."""


def test_every_benchmark_has_a_smallest_run():
    assert sorted(SMALLEST) == sorted(path.stem for path in FOLDER.glob("*.py"))


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=pytest.mark.proof if one in LONG else ()) for one in SMALLEST]
)
def test_a_benchmark_prints_its_figures(name, monkeypatch, capsys):
    file = FOLDER / f"{name}.py"
    monkeypatch.setattr(sys, "argv", [str(file), *SMALLEST[name]])
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])
    printed = in_a_process(file) if name == ALONE else here(file, capsys)
    assert any(letter.isdigit() for letter in printed)


def here(file, capsys):
    """What it prints in this process; so small a run may miss its targets."""
    try:
        runpy.run_path(str(file), run_name="__main__")
    except SystemExit as end:
        assert end.code in (None, 0, 1)
    return capsys.readouterr().out


def in_a_process(file):
    done = subprocess.run(
        [sys.executable, file, *SMALLEST[file.stem]], capture_output=True, text=True, check=False
    )
    assert done.stderr in ("", "A target is missed.\n")
    return done.stdout
