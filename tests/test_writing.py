"""Files are written whole or not at all, and keep what people set on them."""

import itertools
import os
from pathlib import Path

import pytest

from rundfrage.errors import Problem
from rundfrage.writing import made_whole, write_together, write_whole


def names(folder):
    return [entry.name for entry in folder.iterdir()]


def mode(file):
    return file.stat().st_mode & 0o777


def test_a_text_is_written_with_the_folders_above_it(tmp_path):
    write_whole(tmp_path / "forms" / "für alle" / "fragen.md", "Größe\n")
    assert (tmp_path / "forms" / "für alle" / "fragen.md").read_bytes() == b"Gr\xc3\xb6\xc3\x9fe\n"
    assert names(tmp_path / "forms" / "für alle") == ["fragen.md"]


def test_a_file_keeps_its_permissions_and_a_new_one_gets_the_usual(tmp_path):
    (tmp_path / "kept.csv").write_bytes(b"old")
    (tmp_path / "kept.csv").chmod(0o640)
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "kept.csv", b"new")
        write_whole(tmp_path / "fresh.csv", b"new")
    finally:
        os.umask(before)
    assert [mode(tmp_path / "kept.csv"), mode(tmp_path / "fresh.csv")] == [0o640, 0o640]


def test_files_of_one_folder_appear_together(tmp_path):
    folder = tmp_path / "forms"
    assert write_together(folder, {"en.pdf": b"one", "de.txt": "zwei"}) == (
        folder / "en.pdf", folder / "de.txt",
    )  # fmt: skip
    assert (folder / "de.txt").read_text() == "zwei"
    assert write_together(tmp_path / "none", {}) == ()
    (folder / "fr.pdf").mkdir()
    (folder / "fr.pdf" / "in-use").touch()
    with pytest.raises(Problem):
        write_together(folder, {"fr.pdf": b"three"})
    assert sorted(names(tmp_path)) == ["forms"]


@pytest.mark.parametrize("interrupted", range(6))
def test_what_has_begun_to_appear_appears_whole_whoever_interrupts(
    tmp_path, monkeypatch, interrupted
):
    """The interrupt comes before the move of each file in turn, or after the last one."""
    names_of_all = [f"{number}.txt" for number in range(5)]
    moves = itertools.count()
    move = Path.replace

    def replace(made, place):
        now = next(moves)
        if now == interrupted:
            raise KeyboardInterrupt
        moved = move(made, place)
        if now + 1 == interrupted == len(names_of_all):
            raise KeyboardInterrupt
        return moved

    def write():
        with made_whole(tmp_path / "0.txt") as room:
            for name in names_of_all:
                (room / name).write_text("new")

    for name in names_of_all:
        (tmp_path / name).write_text("old")
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write()
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == dict.fromkeys(
        names_of_all, "new"
    )


def test_folders_that_were_made_for_nothing_go_again(tmp_path):
    def break_off():
        with made_whole(tmp_path / "out" / "tables" / "answers.csv"):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert names(tmp_path) == []


def test_a_secret_is_its_owners_alone_whatever_lay_there(tmp_path):
    (tmp_path / "codes.csv").write_bytes(b"old")
    (tmp_path / "codes.csv").chmod(0o644)
    write_whole(tmp_path / "codes.csv", b"new", private=True)
    assert mode(tmp_path / "codes.csv") == 0o600


def test_a_symbolic_link_goes_on_pointing_where_it_does(tmp_path):
    (tmp_path / "share").mkdir()
    (tmp_path / "answers.csv").symlink_to(tmp_path / "share" / "wave-2.csv")
    write_whole(tmp_path / "answers.csv", "first")
    write_whole(tmp_path / "answers.csv", "second")
    assert (tmp_path / "answers.csv").is_symlink()
    assert (tmp_path / "share" / "wave-2.csv").read_text() == "second"
    assert names(tmp_path / "share") == ["wave-2.csv"]


def test_what_breaks_off_leaves_everything_as_it_was(tmp_path):
    (tmp_path / "answers.csv").write_text("old")

    def break_off():
        with made_whole(tmp_path / "answers.csv") as room:
            (room / "answers.csv").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert (tmp_path / "answers.csv").read_text() == "old"
    assert names(tmp_path) == ["answers.csv"]


def test_a_file_that_cant_be_written_is_a_problem_about_that_file(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(Problem) as caught:
        write_whole(tmp_path / "taken" / "answers.csv", "new")
    assert caught.value.code == "output-not-writable"
    assert caught.value.where.file == str(tmp_path / "taken" / "answers.csv")
