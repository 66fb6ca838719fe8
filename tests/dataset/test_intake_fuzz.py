"""Whatever a file holds: it is read, or a Problem says why not, and no column is lost."""

import csv
import datetime
import io
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_reading import require_counted, require_same, require_whole, rows_of
from pyarrow import parquet

from proofs import examples
from rundfrage.codebook import Missing, VariableType
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.edits_writing import write_edits
from rundfrage.errors import Problem

NUMERIC, CATEGORICAL = VariableType.NUMERIC, VariableType.CATEGORICAL
ORDINAL, MULTIPLE = VariableType.ORDINAL, VariableType.MULTIPLE
STEMS = [
    "q1", "Q2", "use", "income", "How old are you?", "Größe", "ResponseId", "Timestamp",
    "id", "weight", "Start time", "record_id", "CASE", "QUESTNNR", "lfdn", "_uuid",
    "Unnamed: 3", "", "grp/age", "Which? (select all that apply)", "submitdate", "q",
    "\u202egnu", "x" * 300, "Status", "Finished", "Progress", "dispcode", "lastpage", "n",
]  # fmt: skip
ENDINGS = [
    "", "", "_1", "_2", "_3", "[a]", "[other]", "[comment]", ".a", ".b", "/a", "___1",
    " [x]", " (choice=Bus)", "_TEXT", "_4_TEXT", "[a][1]", " - Speed", ": Price",
    ". Words [b]", "_Part_1", "_OTHER_TEXT", "\n", "\r", "[", "]",
]  # fmt: skip
CELLS = [
    "", "", "NA", "None", "-", ".", "-99", "-9", "99", "1", "0", "2", "3", "5", "1,5",
    "1.5", "1.234", "1,234", "1.234,5", "1e300", "1e20", "nan", "inf", "-inf", "0x10",
    "½", "٣", "x", "yes", "no", "Ja", "Nein", "Checked", "Unchecked", "TRUE", "agree",
    "Strongly agree", "disagree", "neutral", "Very easy", "don't know", "refused",
    "Other", "Bus", "Tram", "Bus, Tram", "Bus;Tram;", "a b c", "18-24", "under 18",
    "1,000 - 4,999", "65+", "$5", "78 %", "3/4/2026", "13/4/2026", "2026-02-30",
    "31.12.2026 23:59", "May 3, 2026", "=1+1", "'", "''", "<refused>", "<left blank>",
    "a@b.de", "uuid:1", "10001S", "é", "예", "\u0000", "\ud800", '"', "a\nb", "\t", "\r",
    "{a\r b}", "a\rb",
    "\u00a0", "\ufeff", "Response", '{"ImportId":"QID1"}', "N/A", "😀", "ı", "İ", "ß",
    "Partial", "Complete", "True", "False", "Survey Preview", "31", "22", "100", "7", "255",
    "2538", "9999", "-77", "n.v.t.", "Total", "12:30", "1.1.2", "1. Male", "2. Female", "March",
    "١٢", "1 000", "１２", "1_000", "--5", "+49 30 1", "01067",
]  # fmt: skip
heading = st.builds("{}{}".format, st.sampled_from(STEMS), st.sampled_from(ENDINGS))
cell = st.one_of(st.sampled_from(CELLS), st.text(max_size=6))


@st.composite
def sheets(draw):
    """Rows of a sheet: titles perhaps, headings, perhaps a second row of them, and answers."""
    width = draw(st.integers(1, 7))
    names = draw(st.lists(heading, min_size=width, max_size=width))
    pools = [draw(st.lists(cell, min_size=1, max_size=4)) for _ in names]
    count = draw(st.integers(0, 14))
    rows = [[draw(st.sampled_from(pool)) for pool in pools] for _ in range(count)]
    above = draw(st.lists(st.sampled_from([["A title"], [], ["sep=;"], ["", ""]]), max_size=2))
    below = draw(st.lists(st.lists(cell, min_size=width, max_size=width), max_size=2))
    return [*above, names, *below, *rows], width


@given(
    sheet=sheets(),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "shift_jis"]),
    ends=st.sampled_from(["\n", "\r\n"]),
)
@examples(300)
def test_a_text_file_is_read_or_a_problem_and_no_column_is_lost(sheet, delimiter, encoding, ends):
    rows, _ = sheet
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=ends).writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        path.write_bytes(text.getvalue().encode(encoding, "replace"))
        try:
            dataset = read_dataset(path)
        except Problem as problem:
            assert problem.code != "column-unaccounted"
            return
        require_whole(dataset)
        told = text.getvalue().encode("utf-8", "replace").decode()
        names, people = rows_of(told, delimiter)
        alike = [entry.column for entry in dataset.account.entries] == names
        # What is read otherwise than by other readers is said aloud: a heading that is not cut, and
        # lone carriage returns, which end rows for them.
        said = [str(one.found) for one in dataset.account.doubts]
        (cut,) = (one for one in dataset.account.conclusions if one.step == "delimiter")
        if str(cut.what) == "none" and any(len(row) > 1 for row in people):
            assert any("read as one column" in one for one in said)
            alike = False
        alike = alike and not any("line break outside quotation marks" in one for one in said)
        if alike and encoding.startswith("utf"):
            require_counted(dataset, people)
        write_edits(dataset, path)
        require_alike(read_dataset(path), dataset)


def require_alike(dataset, before):
    """Nothing is read otherwise: neither answers nor what is doubted."""
    assert dataset.n == before.n
    assert dataset.codebook == before.codebook
    for name, column in before.columns.items():
        again = dataset.columns[name]
        assert (again.reasons == column.reasons).all(), name
        for part in ("codes", "marks", "values"):
            if hasattr(column, part):
                one, other = getattr(column, part), getattr(again, part)
                given = column.answered if part == "values" else slice(None)
                assert np.array_equal(one[given], other[given]), name
    assert dataset.account.doubts == before.account.doubts


@st.composite
def frames(draw):
    """Columns as packages keep them: numbers, words, truth, days, times, categories, lists."""
    names = draw(st.lists(heading, min_size=1, max_size=6, unique_by=str.casefold))
    count = draw(st.integers(0, 24))
    pools = {
        "numbers": st.sampled_from([0.0, 1.0, 2.0, 5.0, 9.0, 99.0, -9.0, 1.5, 1e20, np.inf, None]),
        "words": cell.filter(lambda word: word.isprintable()),
        "truth": st.sampled_from([True, False, None]),
        "days": st.dates(datetime.date(1900, 1, 1), datetime.date(2600, 1, 1)) | st.none(),
        "whole": st.integers(-(2**62), 2**62) | st.integers(0, 5),
        "lists": st.lists(st.sampled_from(["a", "b", "c; d"]), max_size=2),
        "clock": st.times() | st.none(),
    }
    columns = {}
    for name in names:
        pool = draw(st.lists(pools[draw(st.sampled_from(sorted(pools)))], min_size=1, max_size=6))
        columns[name] = [draw(st.sampled_from(pool)) for _ in range(count)]
    return pa.table({name: pa.array(values) for name, values in columns.items()})


@pytest.mark.trial
@given(table=frames())
@examples(150)
def test_columns_of_packages_are_read_or_a_problem_and_nobody_is_lost(table):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.parquet"
        parquet.write_table(table, path)
        try:
            dataset = read_dataset(path)
        except Problem as problem:
            assert problem.code != "column-unaccounted"
            return
        require_whole(dataset)
        assert dataset.n == table.num_rows
        assert [entry.column for entry in dataset.account.entries] == table.column_names
        write_edits(dataset, path)
        require_alike(read_dataset(path), dataset)
        beside(path).unlink()
        write_codebook(dataset.codebook, codebook_beside(path))
        followed = read_dataset(path)
        assert followed.codebook == dataset.codebook
        for name, column in dataset.columns.items():
            assert (followed.columns[name].reasons == column.reasons).all(), name


def test_what_the_fuzzer_found_stays_mended(tmp_path):
    path = tmp_path / "blank.csv"
    path.write_text("a,b\n,\n,\n")
    assert read_dataset(path).n == 0
    path = tmp_path / "one.csv"
    path.write_text("\nsep=;\na,b,c\n" + "x y,1,2\nz,3\n" * 6)
    dataset = read_dataset(path)
    assert any("only column" in str(one.found) for one in dataset.account.doubts)
    write_edits(dataset, path)
    require_alike(read_dataset(path), dataset)
    path = tmp_path / "large.parquet"
    numbers = {"all": [np.inf, np.inf, None, np.inf], "some": [1.5, 1e20, 2.0, 7.25],
               "whole": [3, 2**62, 4, 5]}  # fmt: skip
    parquet.write_table(pa.table(numbers), path)
    dataset = read_dataset(path)
    require_whole(dataset)
    assert dataset.account.entries[0].missing == (("inf", 3),)
    write_codebook(dataset.codebook, codebook_beside(path))
    followed = read_dataset(path)
    for name, column in dataset.columns.items():
        assert (followed.columns[name].reasons == column.reasons).all(), name
    assert [one.variables for one in followed.account.doubts] == [("some",), ("whole",)]
    path = tmp_path / "reasons.parquet"
    parquet.write_table(pa.table({"n": [1, 2], "why": ["<refused>", "<not asked>"]}), path)
    dataset = read_dataset(path)
    assert dataset.columns["why"].reasons.tolist() == [Missing.REFUSED, Missing.NOT_ASKED]
    write_codebook(dataset.codebook, codebook_beside(path))
    followed = read_dataset(path).columns["why"].reasons
    assert followed.tolist() == [Missing.REFUSED, Missing.NOT_ASKED]


PLAIN = {
    "number": [str(number) for number in range(18, 90)],
    "decimal": ["0.5", "1.5", "2.25", "3.75", "10.5", "11.25", "12.5"],
    "negative": ["-1.5", "-0.5", "0", "2.5", "3.5", "4.5", "5.5"],
    "choice": ["Bus", "Tram", "Car", "Bike"],
    "pair": ["north", "south"],
    "yes": ["yes", "no"],
    "scale": ["Very good", "Good", "Poor", "Very poor"],
    "bands": ["under 18", "18-24", "25-34", "35 and over"],
    "often": ["Always", "Often", "Sometimes", "Never"],
    "words": ["größer", "kleiner", "gleich groß"],
    "cyrillic": ["мужской", "женский", "другой"],
    "quoted": ["a, b", "c; d", 'say "so"'],
}
KINDS = {
    "number": {NUMERIC}, "decimal": {NUMERIC}, "negative": {NUMERIC}, "choice": {CATEGORICAL},
    "pair": {CATEGORICAL}, "yes": {CATEGORICAL}, "scale": {ORDINAL}, "bands": {ORDINAL},
    "often": {ORDINAL}, "words": {CATEGORICAL}, "cyrillic": {CATEGORICAL},
    "quoted": {CATEGORICAL, MULTIPLE},
}  # fmt: skip


@st.composite
def plain_sheets(draw):
    """A row of names, and at least twenty people who answered questions that leave no doubt."""
    kinds = draw(st.lists(st.sampled_from(sorted(PLAIN)), min_size=2, max_size=6))
    count = draw(st.integers(20, 60))
    blanks = draw(st.sampled_from([0, 0, 1, 3]))
    columns = [
        [draw(st.sampled_from(PLAIN[kind] + [""] * blanks)) for _ in range(count)] for kind in kinds
    ]
    names = [f"{kind} of {'abcdef'[at]}" for at, kind in enumerate(kinds)]
    return kinds, [names, *map(list, zip(*columns, strict=True))]


@pytest.mark.trial
@given(
    sheet=plain_sheets(),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
)
@examples(200)
def test_what_is_plainly_readable_is_read_as_csv_and_pandas_read_it(sheet, delimiter, encoding):
    kinds, rows = sheet
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    names, people = rows_of(text.getvalue(), delimiter)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        path.write_bytes(text.getvalue().encode(encoding))
        dataset = read_dataset(path)
        require_whole(dataset)
        frame = pd.read_csv(
            path, sep=delimiter, dtype=str, keep_default_na=False, encoding=encoding
        )
    assert [entry.column for entry in dataset.account.entries] == names == list(frame.columns)
    assert dataset.n == len(people) == int((frame != "").any(axis=1).sum())
    everybody = not any(one.step == "rows" for one in dataset.account.conclusions)
    for kind, entry in zip(kinds, dataset.account.entries, strict=True):
        cells = [row[entry.place - 1] for row in people]
        if len(set(cells) - {""}) < len(PLAIN[kind]) or not everybody:
            continue  # Of too few answers nothing is plain.
        (name,) = entry.variables
        variable = dataset.codebook[name]
        assert variable.type in KINDS[kind], (kind, variable.type)
        if variable.type is not MULTIPLE:
            assert require_same(variable, dataset.columns[name], Counter(cells))
