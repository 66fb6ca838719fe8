"""Whatever a file holds: it is read, or a Problem says why not, and no column is lost."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from proofs import examples
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.written_edits import write_edits
from rundfrage.errors import Problem
from rundfrage.tables import tabulate

STEMS = [
    "q1", "Q2", "use", "income", "How old are you?", "Größe", "ResponseId", "Timestamp",
    "id", "weight", "Start time", "record_id", "CASE", "QUESTNNR", "lfdn", "_uuid",
    "Unnamed: 3", "", "grp/age", "Which? (select all that apply)", "submitdate", "q",
    "\u202egnu", "x" * 300,
]  # fmt: skip
ENDINGS = [
    "", "", "_1", "_2", "_3", "[a]", "[other]", "[comment]", ".a", ".b", "/a", "___1",
    " [x]", " (choice=Bus)", "_TEXT", "_4_TEXT", "[a][1]", " - Speed", ": Price",
    ". Words [b]", "_Part_1", "_OTHER_TEXT", "\n", "[", "]",
]  # fmt: skip
CELLS = [
    "", "", "NA", "None", "-", ".", "-99", "-9", "99", "1", "0", "2", "3", "5", "1,5",
    "1.5", "1.234", "1,234", "1.234,5", "1e300", "1e20", "nan", "inf", "-inf", "0x10",
    "½", "٣", "x", "yes", "no", "Ja", "Nein", "Checked", "Unchecked", "TRUE", "agree",
    "Strongly agree", "disagree", "neutral", "Very easy", "don't know", "refused",
    "Other", "Bus", "Tram", "Bus, Tram", "Bus;Tram;", "a b c", "18-24", "under 18",
    "1,000 - 4,999", "65+", "$5", "78 %", "3/4/2026", "13/4/2026", "2026-02-30",
    "31.12.2026 23:59", "May 3, 2026", "=1+1", "'", "''", "<refused>", "<left blank>",
    "a@b.de", "uuid:1", "10001S", "é", "예", "\u0000", "\ud800", '"', "a\nb", "\t",
    "\u00a0", "\ufeff", "Response", '{"ImportId":"QID1"}', "N/A", "😀", "ı", "İ", "ß",
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
        write_edits(dataset, path)
        again = read_dataset(path)
        assert again.n == dataset.n


def require_whole(dataset):
    """Every column has one entry, each variable is in an entry, and tables show what is shown."""
    entries = dataset.account.entries
    assert [entry.place for entry in entries] == list(range(1, len(entries) + 1))
    entered = {name for entry in entries for name in entry.variables}
    assert entered == {one.name for one in dataset.codebook.variables}
    tables = {block.name for table in tabulate(dataset) for block in table.blocks}
    assert tables == {one.name for one in dataset.codebook.variables if one.shown}
    for entry in entries:
        shown = any(dataset.codebook[name].shown for name in entry.variables)
        assert shown == (entry.aside is None)
    for doubt in dataset.account.doubts:
        assert doubt.found
        assert doubt.settle
        assert set(doubt.variables) <= entered
