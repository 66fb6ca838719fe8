"""Broken files of every format: never anything but a Problem that names the file."""

import csv
import io
import random
import re

import openpyxl
import pyarrow.parquet as pq
import pytest
from plain_reading import require_people, require_whole
from test_every_format import MAIN, SUFFIXES, alliance
from whole_files import NAMES, write_whole_files

from proofs import spread
from rundfrage.dataset.files import FORMATS, read_dataset, write_dataset
from rundfrage.errors import Problem

APART = (".por", ".xpt", ".sas7bdat", ".ods", "a.xls", ".sav")
"""Endings of files that are read in a process of its own, which takes a while."""
CANONICAL = re.compile(r"[1-9]\d{0,3}|0|<[a-z' ]+>|\d{4}-\d\d-\d\d")
"""Cells that a number, a reason and a day are written as."""
PRETENDERS = [
    b"", b"\n", b"\0" * 600, b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"\x1f\x8b\x08\x00",
    b"\xd0\xcf\x11\xe0abc", b"PAR1PAR1", b"$FL2", b"<html>",
]  # fmt: skip


def whole(folder, name):
    """A whole file of that name."""
    path = folder / name
    if name in NAMES:
        write_whole_files(folder)
    else:
        write_dataset(alliance(40), path)
    return path


def broken(content, chance):
    """The bytes cut off anywhere, or with bits turned."""
    found = bytearray(content)
    if chance.random() < 0.4:
        del found[chance.randrange(len(content)) :]
    for _ in range(chance.choice([0, 1, 3, 30])):
        if found:
            found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return found


def test_every_format_is_broken_here():
    names = [*(f"answers{suffix}" for suffix in MAIN), *NAMES]
    untried = [
        one.name
        for one in FORMATS
        if not any(name.endswith(one.suffixes) for name in names) and one.suffixes
    ]
    # tests/dataset/test_statistics_files.py breaks these, which it makes.
    assert untried == ["Stata"]


@pytest.mark.trial
@pytest.mark.parametrize("seed", spread(range(4)))
@pytest.mark.parametrize("name", [*(f"answers{suffix}" for suffix in MAIN), *NAMES])
def test_a_broken_file_is_a_problem_or_still_readable(tmp_path, name, seed):
    path = whole(tmp_path, name)
    content = path.read_bytes()
    chance = random.Random(20200923 + seed)
    for _ in range(7 if name.endswith(APART) else 40):
        path.write_bytes(broken(content, chance))
        try:
            dataset = read_dataset(path)
        except Problem as problem:
            assert str(problem)
            assert problem.where.file == str(path)
        else:
            require_read(dataset, path)


def require_read(dataset, path):
    """What could be read of a broken file is all of it, as another reader sees it."""
    if dataset.account is not None and dataset.account.entries:
        require_whole(dataset)
    else:
        for variable in dataset.codebook.variables:
            require_people(variable, dataset.columns[variable.name], dataset.n)
    require_kept(dataset, path)
    if path.suffix == ".csv":
        require_same_cells(dataset, path)
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = book["answers"].iter_rows(values_only=True)
        assert dataset.n == sum(any(cell is not None for cell in row) for row in rows) - 1
    elif path.suffix == ".parquet":
        assert dataset.n == pq.read_table(path).num_rows


def require_kept(dataset, path):
    """All that was read can be written as Parquet and comes back; people are found again by name.

    What no file can hold is a Problem.
    """
    again = path.with_name("again.parquet")
    try:
        write_dataset(dataset, again)
    except Problem as problem:
        assert problem.where.name
        return
    other = read_dataset(again)
    assert (other.n, other.codebook) == (dataset.n, dataset.codebook)
    for name, column in dataset.columns.items():
        assert (other.columns[name].reasons == column.reasons).all(), name


def rows_in(path):
    """The rows that csv reads in a file, those of people who answered nothing too."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def require_same_cells(dataset, path):
    """Written anew by its codebook, a file of ours has the cells that csv reads in it."""
    anew = path.with_name(f"anew_{path.name}")
    write_dataset(dataset, anew)
    names, *rows = rows_in(path)
    written_names, *written = rows_in(anew)
    assert len(written) == len(rows) == dataset.n
    known = [names.index(name) if name in names else None for name in written_names]
    for row, other in zip(rows, written, strict=True):
        for place, cell in zip(known, other, strict=True):
            if place is not None and CANONICAL.fullmatch(row[place]):
                assert cell == row[place]


@pytest.mark.trial
@pytest.mark.parametrize("name", [*(f"answers{one}" for one in (*SUFFIXES, ".dta")), *NAMES])
@pytest.mark.parametrize("content", PRETENDERS)
def test_what_only_pretends_to_be_a_file_of_answers_is_a_problem(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        read_dataset(path)
    assert caught.value.where.file == str(path)
    assert str(caught.value)
