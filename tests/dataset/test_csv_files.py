"""CSV files: what is found out about them, and what is inferred of their columns."""

import csv

import numpy as np
import pytest
from test_every_format import alliance

from rundfrage.codebook import Missing, Role, VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset import ANSWERED
from rundfrage.dataset.cells import guarded, unguarded
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook, write_dataset
from rundfrage.errors import Problem

GUARDS = [
    ("", "'"), ("'", "''"), ("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("'tis", "'tis"),
    ("<refused>", "'<refused>"), ("-5", "'-5"), ("a=b", "a=b"), ("\t=1", "'\t=1"), (" ", "' "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cell"), GUARDS)
def test_a_text_that_could_be_mistaken_is_guarded_and_freed_again(text, cell):
    assert (guarded(text), unguarded(cell)) == (cell, text)


def read(tmp_path, text, encoding="utf-8", name="answers.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return read_dataset(path)


def of(dataset, name):
    variable = dataset.codebook[name]
    return variable.type, [category.label.source for category in variable.categories]


def repeat(*cells, times=6):
    return "\n".join(cells * times)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_delimiter_and_line_ends_are_found_out(tmp_path, encoding, delimiter, end):
    rows = [("größe", "weg"), *[("groß", "Fuß"), ("klein", "Rad")] * 4]
    text = end.join(delimiter.join(row) for row in rows) + end
    dataset = read(tmp_path, text, encoding)
    assert dataset.n == 8
    assert of(dataset, "größe") == (VariableType.CATEGORICAL, ["groß", "klein"])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_lone_carriage_return_in_a_row_is_no_end_of_it(tmp_path, end):
    rows = ["who,why,n", "a,first\rsecond,1", 'b,"one\rtwo",2', "c,three,3"]
    dataset = read(tmp_path, end.join(rows))
    assert dataset.columns["why"].values.tolist() == ["first second", "one\rtwo", "three"]
    assert any("line break outside" in str(one.found) for one in dataset.account.doubts)
    # In the heading, too: its rest is neither a row nor below a title.
    assert read(tmp_path, end.join(["who\r,n", "a,1", "b,2"])).n == 2


@pytest.mark.parametrize("names", ["q1\r;q2;q3", "q1\r;q2\r;q3", "\rq1;q2;q3\r"])
def test_a_heading_that_carriage_returns_cut_stays_whole(tmp_path, names):
    assert len(read(tmp_path, names + "\n" + "1;2;3\n" * 5).account.entries) == 3
    alone = read(tmp_path, names + "\n")
    assert (alone.n, len(alone.account.entries)) == (0, 3)


def test_rows_that_end_in_a_carriage_return_are_rows(tmp_path):
    assert read(tmp_path, "who,n\ra,1\rb,2\r").n == 2
    # The second half of the file is from elsewhere.
    assert read(tmp_path, "who,n\na,1\nb,2\rc,3\rd,4\r").n == 4


def test_one_row_that_is_cut_below_a_heading_that_is_not_is_doubted(tmp_path):
    dataset = read(tmp_path, "who\na;b;c;d\n")
    assert (dataset.n, len(dataset.codebook.variables)) == (1, 1)
    assert any("read as one column" in str(one.found) for one in dataset.account.doubts)
    quoted = "who;who\n" + "of a;of b\n" + '"c; d";"a, b"\n' * 2 + "a;b\n" * 6
    assert len(read(tmp_path, quoted).account.entries) == 2


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks(tmp_path):
    dataset = read(tmp_path, 'why,n\n"a, b",1\n"say ""hi""",2\n"two\nlines",3\n')
    assert dataset.columns["why"].values.tolist() == ["a, b", 'say "hi"', "two\nlines"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a,b\n1,2\n3\n", "row-ragged", 3),
        ('a,b\n"x\ny",2\n3,4,5\n', "row-ragged", 4),
        ("", "file-empty", None),
        ("\n\n", "file-empty", None),
        ('a,b\n1,"open\n2,3\n', "quote-unclosed", None),
        ("a,b\n1,\0\n", "file-not-text", 2),
        (b"a,b\n1,\x81\xb3\xcd\n", "file-not-text", 2),
        (b"a,b\n\xff\x02,1\n", "file-not-text", 2),
    ],
)
def test_a_broken_file_is_a_problem_with_its_line(tmp_path, text, code, line):
    with pytest.raises(Problem) as caught:
        read(tmp_path, text)
    assert (caught.value.code, caught.value.where.line) == (code, line)


def test_a_header_alone_is_a_dataset_without_respondents(tmp_path):
    dataset = read(tmp_path, "q1,q2\n")
    assert (dataset.n, list(dataset.columns)) == (0, ["q1", "q2"])


def test_one_respondent_and_columns_without_answers(tmp_path):
    dataset = read(tmp_path, "q1,q2\nYes,\n")
    assert of(dataset, "q1") == (VariableType.CATEGORICAL, ["Yes"])
    assert of(dataset, "q2") == (VariableType.TEXT, [])
    assert dataset.columns["q2"].reasons.tolist() == [Missing.LEFT_BLANK]


@pytest.mark.parametrize(
    ("cells", "kind", "labels"),
    [
        (["1", "2.5", "-3"], VariableType.NUMERIC, []),
        (["1", "NA", "3"], VariableType.NUMERIC, []),
        (["2020-09-23", "2020-09-28 10:00:00"], VariableType.DATE, []),
        (["23.9.2020", ""], VariableType.DATE, []),
        (["01067", "01069"], VariableType.CATEGORICAL, ["01067", "01069"]),
        (["No", "Yes", "No"], VariableType.CATEGORICAL, ["Yes", "No"]),
        (["b", "a", "b"], VariableType.CATEGORICAL, ["b", "a"]),
        (["Other", "a", "None", "Other"], VariableType.CATEGORICAL, ["a", "Other", "None"]),
        (["agree", "Strongly disagree", "Strongly agree"], VariableType.ORDINAL,
         ["Strongly agree", "agree", "Strongly disagree"]),
        (["schlecht", "sehr gut", "gut"], VariableType.ORDINAL, ["sehr gut", "gut", "schlecht"]),
        (["nie", "Immer", "manchmal"], VariableType.ORDINAL, ["Immer", "manchmal", "nie"]),
        (["3 (All)", "2", "\ufeff1 (None)"], VariableType.ORDINAL, ["1 (None)", "2", "3 (All)"]),
        (["65+", "under 18", "18 to 64 years"], VariableType.ORDINAL,
         ["under 18", "18 to 64 years", "65+"]),
        (["3-5", "1", "10+", "6-9"], VariableType.ORDINAL, ["1", "3-5", "6-9", "10+"]),
    ],
)  # fmt: skip
def test_types_and_scales_are_inferred(tmp_path, cells, kind, labels):
    quoted = repeat(*[f'"{cell}"' for cell in cells])
    assert of(read(tmp_path, f"q\n{quoted}\n"), "q") == (kind, labels)


def test_the_numbers_of_a_numbered_scale_are_its_codes_without_gaps(
    tmp_path,
):
    dataset = read(tmp_path, f"q\n{repeat('0 - never', '1', '2', '10 - always')}\n")
    steps = dataset.codebook["q"].categories
    assert [category.code for category in steps] == [*range(11)]
    assert [category.label.source for category in steps[2:4]] == ["2", "3"]


def test_what_is_said_beside_a_scale_is_missing_and_no_step_of_it(tmp_path):
    dataset = read(tmp_path, f"q\n{repeat('gut', 'schlecht', 'weiß nicht', 'keine Angabe', '')}\n")
    assert of(dataset, "q") == (VariableType.ORDINAL, ["gut", "schlecht"])
    assert np.bincount(-dataset.columns["q"].reasons).tolist() == [12, 0, 6, 6, 6]


def test_other_and_none_have_their_roles(tmp_path):
    dataset = read(tmp_path, f"q\n{repeat('a', 'Sonstiges', 'keine davon')}\n")
    roles = [category.role for category in dataset.codebook["q"].categories]
    assert roles == [Role.SUBSTANTIVE, Role.OTHER, Role.NONE]


def test_open_answers_are_texts(tmp_path):
    words = "\n".join(f"answer number {k}" for k in range(30))
    assert of(read(tmp_path, f"q\n{words}\n"), "q") == (VariableType.TEXT, [])


def test_decimal_commas_are_numbers_between_semicolons(tmp_path):
    dataset = read(tmp_path, "a;b\n1,5;x\n2,25;y\n")
    assert dataset.columns["a"].values.tolist() == [1.5, 2.25]


@pytest.mark.parametrize("yes_no", [("1", "0"), ("Yes", "No"), ("Y", ""), ("Ja", "Nein")])
@pytest.mark.parametrize("names", ["q3.a,q3.b", "q3[a],q3[b]", "Question [a],Question [b]"])
def test_columns_of_yes_and_no_are_one_multiple_variable(tmp_path, yes_no, names):
    yes, no = yes_no
    dataset = read(tmp_path, f"n,{names}\n1,{yes},{no}\n2,{no},{yes}\n3,{yes},{yes}\n4,,\n")
    (_, variable) = dataset.codebook.variables
    assert variable.type is VariableType.MULTIPLE
    assert [category.name for category in variable.categories] == ["a", "b"]
    assert dataset.columns[variable.name].marks.tolist() == [[1, 0, 1, -4], [0, 1, 1, -4]]


@pytest.mark.parametrize("names", ["q4.info,q4.haltung", "q4[info],q4[haltung]"])
def test_columns_of_one_scale_are_a_grid(tmp_path, names):
    rows = repeat("gut,schlecht", "neutral,gut", "gut,")
    dataset = read(tmp_path, f"{names}\n{rows}\n")
    battery = dataset.codebook.battery("q4")
    assert (battery.shape, battery.members) == (RATINGS, ("q4.info", "q4.haltung"))
    for name in battery.members:
        assert of(dataset, name) == (VariableType.ORDINAL, ["gut", "neutral", "schlecht"])


def test_columns_of_ranks_become_items_that_hold_their_rank(tmp_path):
    rows = repeat("a,pay,time,team", "b,time,pay,", "c,,,")
    dataset = read(tmp_path, f"q,why[1],why[2],why[3]\n{rows}\n")
    battery = dataset.codebook.battery("why")
    assert (battery.shape, battery.members) == (
        RANKS, ("why.pay", "why.time", "why.team"),
    )  # fmt: skip
    team = dataset.columns["why.team"]
    assert team.reasons[:3].tolist() == [ANSWERED, Missing.LEFT_BLANK, Missing.LEFT_BLANK]
    assert team.values[0] == 3


def test_an_item_on_two_ranks_is_no_ranking(tmp_path):
    rows = repeat("pay,pay,team", "time,pay,team")
    dataset = read(tmp_path, f"why[1],why[2],why[3]\n{rows}\n")
    assert [battery.shape for battery in dataset.codebook.batteries] in ([], [RATINGS])


def test_a_column_that_only_counts_the_rows_is_left_out(tmp_path):
    rows = "\n".join(f"{k},{'ab'[k % 2]}" for k in range(12))
    assert list(read(tmp_path, f",q\n{rows}\n").columns) == ["q"]


def test_a_corrected_codebook_beside_the_file_is_followed(tmp_path):
    inferred = read(tmp_path, f"why[1],why[2]\n{repeat('pay,time', 'time,')}\n")
    write_codebook(inferred.codebook, codebook_beside(tmp_path / "answers.csv"))
    again = read_dataset(tmp_path / "answers.csv")
    assert (again.codebook, dict(again.columns)) == (inferred.codebook, dict(inferred.columns))


def test_a_codebook_reads_codes_names_and_labels(tmp_path):
    known = read(tmp_path, f"q\n{repeat('gut', 'schlecht')}\n").codebook
    path = tmp_path / "other.csv"
    path.write_text('q\n1\n2\nschlecht\ngut\n1.0\n<refused>\n<not asked>\n""\n')
    assert read_dataset(path, known).columns["q"].codes.tolist() == [0, 1, 1, 0, 0, -3, -1, -4]
    path.write_text("q\nodd\n")
    with pytest.raises(Problem) as caught:
        read_dataset(path, known)
    assert (caught.value.code, caught.value.where.name) == ("answer-unknown", "q")
    path.write_text("p\n1\n")
    with pytest.raises(Problem) as caught:
        read_dataset(path, known)
    assert caught.value.code == "column-absent"


def test_no_cell_written_begins_like_a_formula(tmp_path):
    write_dataset(alliance(20), tmp_path / "answers.csv")
    with (tmp_path / "answers.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [row[5] for row in csv.reader(stream)]
    assert cells[1] == "'=1+1"
    assert [cell for cell in cells if cell.startswith(tuple("=+-@"))] == []


@pytest.mark.trial
def test_a_row_of_ten_megabytes_is_read(tmp_path):
    dataset = read(tmp_path, "a,b\n1," + "x" * 10_000_000 + "\n2,y\n")
    assert dataset.n == 2


def _people(count):
    return [
        f"{'male' if k % 2 else 'female'},{'big' if k % 3 else 'small'},{k % 5}"
        for k in range(count)
    ]


@pytest.mark.parametrize(
    ("opens", "closes", "column"),
    [(10, 60, 1), (10, 60, 0), (10, 60, 2), (10, 11, 1), (10, 12, 2)],
)
def test_rows_that_two_lone_quotation_marks_swallow_are_doubted(tmp_path, opens, closes, column):
    people = _people(100)
    for at in (opens, closes):
        words = people[at].split(",")
        words[column] = f'"{words[column]}'
        people[at] = ",".join(words)
    file = tmp_path / "a.csv"
    file.write_text("\n".join(["sex,size,mark", *people]) + "\n")
    dataset = read_dataset(file)
    assert dataset.n == 100 - (closes - opens)
    doubts = [str(one.found) for one in dataset.account.doubts]
    assert any("row 11 of the answers, holds lines" in one for one in doubts)


def test_however_many_cells_swallow_rows_a_column_is_doubted_once(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("sex,size,mark\n" + 'male,"big,3\nfemale,small",4\nfemale,small,2\n' * 50)
    doubts = read_dataset(file).account.doubts
    assert sum("holds lines" in str(one.found) for one in doubts) == 1


def test_texts_of_several_lines_are_no_swallowed_rows(tmp_path):
    file = tmp_path / "a.csv"
    texts = ["Hi\nwell, ok", "Yes\nno, no\nmaybe, or not", "one, two\nthree, four", "a\nmale"]
    rows = [f'{"male" if k % 2 else "female"},"{texts[k % 4]}"' for k in range(40)]
    file.write_text("\n".join(["sex,why", *rows]) + "\n")
    dataset = read_dataset(file)
    assert dataset.n == 40
    assert not any("holds lines" in str(one.found) for one in dataset.account.doubts)
