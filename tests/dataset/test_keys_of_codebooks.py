"""A key of a codebook file does what it says, or its place is named and how to mend it."""

import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.edits import beside
from rundfrage.errors import Problem

NAMES = "age,sex,tools,q.a,q.b,q.c,m.x,m.y"


def row(n):
    tools = ["A;B", "A", "B;C", "C"][n % 4]
    answers = [["yes", "no", "maybe"][n % 3], ["no", "yes", "maybe"][n % 4 % 3],
               ["maybe", "no", "yes"][n % 5 % 3]]  # fmt: skip
    return f"{20 + n * 7 % 40},{'fm'[n % 2]},{tools},{','.join(answers)},{n % 2},{1 - n % 2}"


@pytest.fixture(name="file")
def file_of_answers(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("\n".join([NAMES, *map(row, range(60))]) + "\n")
    assert read_dataset(path).account.doubts == ()
    return path


def said(file, words):
    beside(file).write_text(words)
    return read_dataset(file)


@pytest.mark.parametrize(
    ("column", "words", "line", "found"),
    [
        ("sex", 'question = "pair"', 2, "“question” has no effect: the column became “single"),
        ("age", 'question = "pair"\n[columns.sex]\nquestion = "pair"', 2, "“question” has no"),
        ("age", 'type = "number"\nquestion = "q"', 3, "“question” has no effect: the column"),
        ("q.a", 'type = "number"\nquestion = "q"\n[columns."q.b"]\nquestion = "q"', 2,
         "“type” has no effect: the column became “row of a grid”"),
        ("sex", 'labels = { x = "Apple" }', 2, "“labels” names what isn't there: “x”"),
        ("age", 'type = "number"\nlabels = { 90 = "old" }', 3, "“labels” has no effect"),
        ("sex", 'missing = { f = "refused", x = "refused" }', 2, "“missing” names what"),
        ("age", 'type = "number"\nanswers = ["20"]', 3, "“answers” has no effect"),
        ("m.x", 'answers = ["yes", "no"]', 2, "“answers” names what isn't there: “yes”, “no”"),
        ("age", 'type = "number"\nsplit = ";"', 3, "“split” has no effect"),
        ("sex", 'item = "x"', 2, "“item” has no effect"),
        ("q.b", 'label = "What?"', 2, "“label” has no effect"),
        ("m.y", 'label = "What?"', 2, "“label” has no effect"),
        ("m.x", 'name = "foo"', 2, "“name” has no effect"),
        ("age", "day_first = true", 2, "“day_first” has no effect"),
        ("age", 'none_chosen = "answer"', 2, "“none_chosen” has no effect"),
    ],
)  # fmt: skip
def test_a_key_without_effect_is_doubted_with_its_line(file, column, words, line, found):
    dataset = said(file, f'[columns."{column}"]\n{words}\n')
    assert any(
        doubt.found.startswith(f"{beside(file)}:{line}: {column}: {found}")
        for doubt in dataset.account.doubts
    ), dataset.account.doubts
    # Who is sure of it has read that.
    assert said(file, f'[columns."{column}"]\n{words}\nsure = true\n').n == 60


@pytest.mark.parametrize(
    ("column", "words", "shown"),
    [
        ("tools", 'labels = { A = "Axe", B = "Bow" }', ["Axe", "Bow", "C"]),
        ("tools", 'answers = ["C", "A", "B"]', ["C", "A", "B"]),
        ("q.a", 'answers = ["maybe", "yes", "no"]', ["maybe", "yes", "no"]),
        ("q.b", 'answers = ["maybe", "yes", "no"]', ["maybe", "yes", "no"]),
        ("m.y", 'item = "The y"', ["x", "The y"]),
        ("m.y", 'question = "m"\nitem = "The y"\n[columns."m.x"]\nquestion = "m"', ["x", "The y"]),
        ("sex", 'labels = { f = "female" }', ["female", "m"]),
    ],
)  # fmt: skip
def test_a_key_does_what_it_says(file, column, words, shown):
    dataset = said(file, f'[columns."{column}"]\n{words}\n')
    assert dataset.account.doubts == ()
    entry = next(one for one in dataset.account.entries if one.column == column)
    variable = dataset.codebook[entry.variables[0]]
    assert [one.label.source for one in variable.categories] == shown


def test_labels_alone_leave_who_chose_what(file):
    before = read_dataset(file).columns["tools"].marks
    after = said(file, '[columns.tools]\nlabels = { B = "Bow" }').columns["tools"].marks
    assert (after == before).all()


def test_an_item_is_named_within_its_grid(file):
    dataset = said(file, '[columns."q.b"]\nitem = "The b"\n')
    assert [dataset.codebook[one].item.source for one in ("q.a", "q.b", "q.c")] == [
        "a",
        "The b",
        "c",
    ]
    assert dataset.account.doubts == ()


def test_words_that_stand_in_no_cell_are_no_missing_answers(file):
    dataset = said(file, '[columns.sex]\nmissing = { f = "refused", x = "dont_know" }\n')
    assert [one.value for one in dataset.codebook["sex"].missing] == ["f"]


def test_a_column_of_marks_can_weigh(file):
    dataset = said(file, '[columns."m.x"]\nuse = "weight"\n')
    assert dataset.codebook["m.x"].type is VariableType.NUMERIC


def test_a_name_that_another_column_has_is_a_problem_unless_that_is_renamed(file):
    with pytest.raises(Problem) as caught:
        said(file, '[columns.age]\nlabel = "Age"\nname = "sex"\n')
    assert (caught.value.code, caught.value.where.line) == ("codebook-entry", 3)
    dataset = said(file, '[columns.age]\nname = "sex"\n[columns.sex]\nname = "age"\n')
    assert dataset.codebook["sex"].type is VariableType.NUMERIC
