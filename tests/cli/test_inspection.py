"""`rundfrage inspect`: one screen, whatever the file; `--all` shows every column."""

import pytest

from commands import run
from rundfrage.cli.inspection import SCREEN

COLUMNS = {
    "numbers": lambda row, place: str((row * 37 + place * 11) % 400 + 0.25),
    "choices": lambda row, place: ["red", "green", "blue"][(row + place) % 3],
    "in turn": lambda row, place: (
        "red" if (row + place) % 5 < 2 else "blue" if place % 2 else str(row * 37 % 400 + 0.25)
    ),
    "of many answers": lambda row, place: f"word{row % (2 + place % 60)}",
}


def table(path, width, cell, rows=120):
    names = ",".join(f"v{place * 7919 % 10007} what" for place in range(width))
    lines = [",".join(cell(row, place) for place in range(width)) for row in range(rows)]
    path.write_text("\n".join([names, *lines]) + "\n")


@pytest.mark.trial
@pytest.mark.parametrize("kind", COLUMNS)
def test_a_thousand_columns_fit_onto_a_screen(tmp_path, kind):
    table(tmp_path / "a.csv", 1000, COLUMNS[kind])
    result = run("inspect", tmp_path / "a.csv")
    assert result.returncode == 0
    # A row may need two lines, and a doubt has two.
    assert len(result.stdout.splitlines()) < 2 * SCREEN + 2 * 12 + 20
    assert "--all" in result.stdout.splitlines()[-1]


def test_all_shows_every_column(tmp_path):
    table(tmp_path / "a.csv", 60, COLUMNS["numbers"])
    folded = run("inspect", tmp_path / "a.csv").stdout
    assert "60 columns" in folded
    every = run("inspect", tmp_path / "a.csv", "--all").stdout
    assert all(f"v{place * 7919 % 10007} what" in every for place in range(60))
    assert "--all" not in every


def test_few_columns_are_all_shown(tmp_path):
    table(tmp_path / "a.csv", SCREEN, COLUMNS["numbers"])
    shown = run("inspect", tmp_path / "a.csv").stdout
    assert all(f"v{place * 7919 % 10007} what" in shown for place in range(SCREEN))
    assert "--all" not in shown


def test_the_rows_of_a_grid_have_one_line(tmp_path):
    rows = "\n".join(",".join(str((n + k) % 5 + 1) for k in range(4)) for n in range(40))
    (tmp_path / "a.csv").write_text("q[a],q[b],q[c],q[d]\n" + rows + "\n")
    lines = run("inspect", tmp_path / "a.csv").stdout.splitlines()
    assert sum("row of a grid" in line for line in lines) == 1
    assert any(line.startswith("q[a] and 3 more") for line in lines)


def test_many_doubts_are_counted(tmp_path):
    table(
        tmp_path / "a.csv",
        30,
        lambda row, place: "999" if row < place + 1 else str(row * 7 % (41 + place) + 7),
    )
    result = run("inspect", tmp_path / "a.csv").stdout
    assert sum(line.startswith("? ") for line in result.splitlines()) == 13
    assert "? … and 18 more doubts." in result
    every = run("inspect", tmp_path / "a.csv", "--all").stdout
    assert sum(line.startswith("? ") for line in every.splitlines()) == 30
