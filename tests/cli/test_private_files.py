"""Whatever a command writes with answers, codes or addresses in it, no other user may read it."""

import os
import zipfile
from io import BytesIO

import pytest

from commands import run
from rundfrage.cli import COMMANDS
from rundfrage.fieldwork.participation.key import make_key

PRIVATE, FOR_ALL = 0o600, 0o644
SAID = "nobody but us"
"""What somebody answered in their own words."""
QUESTIONNAIRE = """\
---
survey: club
title: The club
language: en
participation: codes
---

# Page

## side: Which side?

- ( ) left: Left
- ( ) right: Right

## why: Why?

____
"""
WRITING = {
    "publish": {"club/responses.db": ["publish", "club"]},
    "invite": {
        "slips.pdf": [
            "invite", "club", "--codes", "3", "--slips", "slips.pdf", "--csv", "codes.csv",
            "--origin", "https://club.example.org",
        ],
        "codes.csv": [],
        "club/participation.db": [],
        "club/participation.key": [],
    },
    "split-key": {
        "shares/club-share-1.txt": ["split-key", "club", "-o", "shares"],
        "shares/club-share-2.txt": [],
        "shares/club-share-3.txt": [],
        "club/participation.split": [],
    },
    "join-key": {
        "shares/club-share-1.txt": ["split-key", "club", "-o", "shares"],
        "club/participation.key": [
            "join-key", "club", "--share", "shares/club-share-1.txt",
            "--share", "shares/club-share-3.txt",
        ],
    },
    "export": {"wave.csv": ["export", "club", "-o", "wave.csv"], "wave.codebook.json": []},
    "convert": {
        "copy.csv": ["convert", "data.csv", "copy.csv"],
        "copy.codebook.json": [],
        "copy.xlsx": ["convert", "data.csv", "copy.xlsx"],
        "copy.sav": ["convert", "data.csv", "copy.sav"],
        "copy.parquet": ["convert", "data.csv", "copy.parquet"],
    },
    "codebook": {
        "data.codebook.toml": ["codebook", "data.csv", "--edit"],
        "data.codebook.json": ["codebook", "data.csv", "--write"],
    },
    "weight": {
        "data.weights.csv": ["weight", "data.csv", "--targets", "margins.csv", "--formats", "html"],
        "data.weights.json": [],
    },
}  # fmt: skip
"""The files with rows, or words of people, that a command writes, and the lines that do it."""
OTHERS = {
    "new": ["new", "another"],
    "check": ["check", "club"],
    "paths": ["paths", "club"],
    "fmt": ["fmt", "club"],
    "translate": ["translate", "club", "--language", "de"],
    "print": ["print", "club"],
    "serve": ["serve", "nowhere"],
    "data-protection": ["data-protection", "club"],
    "forget": ["forget", "club", "--all"],
    "withdraw": ["withdraw", "club", "0000-NONE"],
    "status": ["status", "club"],
    "close": ["close", "club"],
    "retire": ["retire", "club"],
    "verify-field": ["verify-field", "club"],
    "logbook": ["logbook", "club"],
    "simulate": ["simulate", "club", "-n", "40"],
    "tables": ["tables", "data.csv", "--by", "side", "-o", "tables.xlsx"],
    "report": ["report", "data.csv", "--formats", "xlsx,html"],
    "audit": ["audit", "said.md", "--survey", "data.csv"],
    "demo": ["demo", "example"],
    "inspect": ["inspect", "data.csv"],
    "verify": ["verify", "--format", "xml"],
}
"""All other commands: what they write holds no row, and no words of a single person."""


@pytest.fixture(name="folder")
def a_folder_of_private_answers(tmp_path):
    """Where new files may be read by everybody, as on most machines, and answers may not."""
    before = os.umask(0o022)
    club = tmp_path / "club"
    club.mkdir()
    (club / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    rows = "".join(f"{1 + at % 2},{SAID} {at}\n" for at in range(40))
    (tmp_path / "data.csv").write_text(f"side,why\n{rows}", encoding="utf-8")
    (tmp_path / "data.csv").chmod(PRIVATE)
    margins = "variable,category,share\nside,1,50\nside,2,50\n"
    (tmp_path / "margins.csv").write_text(margins, encoding="utf-8")
    (tmp_path / "said.md").write_text("# Which side?\n\n1: 70 %\n", encoding="utf-8")
    yield tmp_path
    os.umask(before)


def mode(file):
    return file.stat().st_mode & 0o777


def read_by_all(folder):
    """The files that everybody may read, with what is packed in them."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and mode(file) & 0o044:
            content = file.read_bytes()
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(BytesIO(content)) as packed:
                    content += b"".join(packed.read(name) for name in packed.namelist())
            yield file, content


def test_every_command_is_told_to_write_rows_or_not():
    assert {*WRITING, *OTHERS} == set(COMMANDS)


@pytest.mark.parametrize("command", WRITING)
def test_what_holds_rows_is_read_by_its_owner_alone(folder, command):
    if command in {"invite", "export"}:
        run("publish", "club", cwd=folder)
    if command in {"split-key", "join-key"}:
        make_key(folder / "club" / "participation.key")
    for file, line in WRITING[command].items():
        if line:
            done = run(*line, cwd=folder)
            assert done.returncode == 0, done.stderr
        assert (file, mode(folder / file)) == (file, PRIVATE)
    # The control: what nobody thinks of may be read by everybody, answers that may be as well.
    assert mode(folder / "margins.csv") == FOR_ALL
    assert not [file.name for file, content in read_by_all(folder) if SAID.encode() in content]


@pytest.mark.trial
@pytest.mark.parametrize("command", OTHERS)
def test_what_others_write_holds_no_words_of_a_single_person(folder, command):
    run("publish", "club", cwd=folder)
    make_key(folder / "club" / "participation.key")
    run(*OTHERS[command], cwd=folder)
    assert not [file.name for file, content in read_by_all(folder) if SAID.encode() in content]


def test_a_file_made_of_one_that_everybody_may_read_may_be_read_too(folder):
    (folder / "data.csv").chmod(FOR_ALL)
    assert run("codebook", "data.csv", "--edit", cwd=folder).returncode == 0
    assert mode(folder / "data.codebook.toml") == FOR_ALL
