"""The codebook file as the program writes it: unchanged it says nothing, and `sure` settles."""

from dataclasses import replace
from pathlib import Path

import pytest

from rundfrage.codebook import Missing, VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.edits_writing import write_edits
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem

HERE = Path(__file__).parent
FILES = [
    file
    for folder in (HERE / "exports", HERE / "made_elsewhere")
    for file in sorted(folder.iterdir())
    if file.is_file() and file.suffix not in {".md", ".py"}
]
DOUBTED = "\n".join(
    ["nr,age,mood,when,use.bus,use.tram"]
    + [
        f"{n},{999 if n % 9 == 0 else 20 + n},{['good', 'bad', 'Hm', 'fair'][n % 4]},"
        f"{n % 12 + 1}/{n % 9 + 1}/2023,{int(n % 3 == 0)},{int(n % 4 == 0)}"
        for n in range(1, 60)
    ]
)


def doubted(dataset):
    return {doubt.variables for doubt in dataset.account.doubts}


def changed(file, old, new):
    text = beside(file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    beside(file).write_text(text.replace(old, new), encoding="utf-8")
    return read_dataset(file)


def block_of(file, column):
    text = beside(file).read_text(encoding="utf-8")
    start = text.index(f"[columns.{column}]")
    end = text.find("[columns.", start + 1)
    return text[start:] if end < 0 else text[start:end]


@pytest.fixture(name="file")
def doubted_file(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(DOUBTED, encoding="utf-8")
    write_edits(read_dataset(path), path)
    return path


@pytest.mark.parametrize("source", FILES, ids=lambda file: file.name)
def test_what_is_written_and_left_changes_neither_numbers_nor_doubts(tmp_path, source):
    file = tmp_path / source.name
    file.write_bytes(source.read_bytes())
    before = read_dataset(file)
    if before.account is None or not before.account.entries:
        pytest.skip("its own codebook says all")
    write_edits(before, file)
    after = read_dataset(file)
    assert (after.codebook, dict(after.columns)) == (before.codebook, dict(before.columns))
    assert after.account == before.account
    text = beside(file).read_text(encoding="utf-8")
    beside(file).write_text(text.replace("sure = false", "sure = true"), encoding="utf-8")
    sure = read_dataset(file)
    assert (sure.codebook, dict(sure.columns)) == (before.codebook, dict(before.columns))
    assert sure.account.doubts == ()


def test_the_fixture_of_this_test_is_doubted_in_four_columns(file):
    assert doubted(read_dataset(file)) == {("age",), ("mood",), ("when",), ("use",)}


def test_doubts_stand_in_the_block_that_they_are_of(file):
    assert "# ? 999 (6 times) stands apart" in block_of(file, "age")
    assert "# ?" not in block_of(file, "nr")


@pytest.mark.parametrize("column", ["age", "mood", "when", '"use.bus"', '"use.tram"'])
def test_a_block_that_is_sure_settles_its_own_doubts_and_no_others(file, column):
    block = block_of(file, column)
    before = read_dataset(file)
    dataset = changed(file, block, block.replace("sure = false", "sure = true"))
    settled = (column.strip('"').split(".")[0],)
    assert doubted(dataset) == doubted(before) - {settled}
    assert (dataset.codebook, dict(dataset.columns)) == (before.codebook, dict(before.columns))


def test_a_line_that_is_changed_counts_and_the_lines_beside_it_settle_nothing(file):
    block = block_of(file, "age")
    dataset = changed(file, block, block.replace("[columns.age]", '[columns.age]\nname = "years"'))
    assert ("years",) in doubted(dataset)
    block = block_of(file, "age")
    named = block.replace("sure = false", 'missing = { "999" = "refused" }\nsure = false')
    dataset = changed(file, block, named)
    assert doubted(dataset) == {("mood",), ("when",), ("use",)}
    assert int((dataset.columns["years"].reasons == Missing.REFUSED).sum()) == 6


def test_a_block_that_people_write_says_what_it_says_without_being_sure(file):
    beside(file).write_text("[columns.mood]\ntype = 'text'\n")
    dataset = read_dataset(file)
    assert dataset.codebook["mood"].type is VariableType.TEXT
    assert ("mood",) not in doubted(dataset)
    beside(file).write_text("[columns.when]\nsure = true\n")
    assert doubted(read_dataset(file)) == {("age",), ("mood",), ("use",)}


def test_one_column_of_a_question_that_is_changed_leaves_the_question_together(file):
    block = block_of(file, '"use.bus"')
    said = block.replace("sure = false", 'item = "Bus or coach"\nsure = false')
    dataset = changed(file, block, said)
    use = dataset.codebook["use"]
    assert use.type is VariableType.MULTIPLE
    assert [one.label.source for one in use.categories] == ["Bus or coach", "tram"]


def test_answers_that_come_later_are_doubted_though_the_block_was_written_before(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("age\n" + "\n".join(str(20 + n * 7 % 23) for n in range(40)) + "\n")
    write_edits(read_dataset(path), path)
    assert read_dataset(path).account.doubts == ()
    path.write_text(path.read_text() + "999\n" * 3)
    assert doubted(read_dataset(path)) == {("age",)}


def test_what_is_doubted_of_the_file_is_settled_under_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("A study of 2020\n\nq1,q2\na,b\n,\nb,a\n" + "a,a\n" * 6)
    before = read_dataset(path)
    assert [doubt.variables for doubt in before.account.doubts] == [(), ()]
    write_edits(before, path)
    dataset = changed(path, "sure = false\n\n[columns.q1]", "sure = true\n\n[columns.q1]")
    assert dataset.account.doubts == ()
    assert replace(dataset, account=None) == replace(before, account=None)


def test_options_that_the_file_was_read_with_stand_in_its_codebook(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("x;y\n\nq;d\n1,5;3/4/2020\n-99;4/5/2020\n2,5;1/2/2020\n", encoding="cp1250")
    options = Options("cp1250", skip=2, missing=("-99",), decimal=",", day_first=True)
    before = read_dataset(path, options=options)
    write_edits(before, path, options)
    after = read_dataset(path)
    assert (after.codebook, dict(after.columns)) == (before.codebook, dict(before.columns))
    assert str(after.columns["d"].values[0]) == "2020-04-03"


def test_a_name_given_twice_is_a_problem_with_its_line(file):
    beside(file).write_text(
        "[columns.age]\nname = 'x'\n\n[columns.mood]\nlabel = 'M'\nname = 'X'\n"
    )
    with pytest.raises(Problem) as caught:
        read_dataset(file)
    where = caught.value.where
    assert (caught.value.code, where.line) == ("codebook-entry", 6)
    assert "age" in caught.value.expected


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("[columns.age]\n\n[columns.nowhere]\ntype = 'text'\n", 3),
        ("# first\n[columns.age]\ntype = 'nonsense'\n", 3),
        ("[file]\ntitle = 'T'\nskip = 'two'\n", 3),
        ("[columns.age]\nsort = 'down'\n", 2),
        ("[columns.age]\nlabel = 'a'\nmissing = { 1 = 'lost' }\n", 3),
    ],
)
def test_a_problem_names_the_line(file, words, line):
    beside(file).write_text(words)
    with pytest.raises(Problem) as caught:
        read_dataset(file)
    assert (caught.value.where.file, caught.value.where.line) == (str(beside(file)), line)
