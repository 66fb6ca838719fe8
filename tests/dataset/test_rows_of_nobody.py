"""The first and last rows of a file: names, people, totals and notes are told apart."""

import csv
import random

import openpyxl
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem

TOTALS = [
    "Total", "TOTAL:", "N", "Base", "Grand total", "Sum", "Mean", "Summe", "Gesamt",
    "Insgesamt", "Durchschnitt",
    "Ensemble", "Moyenne", "Promedio", "Suma", "Média", "Totale", "Razem", "Ogółem", "Toplam",
    "المجموع", "Итого", "Всего", "Разом", "合计", "합계",
]  # fmt: skip
NOTES = [
    "Source: own survey", "Sources : enquête", "Quelle: eigene Erhebung", "Filter: only adults",
    "n = 120", "N=1.204", "Base: all respondents", "Basis: alle Befragten", "© Institut 2020",
    "Note: weighted", "Anmerkung: gewichtet", "Fuente: encuesta", "Fonte: indagine",
    "Źródło: badanie", "Kaynak: anket", "المصدر: استطلاع", "Источник: опрос", "Джерело: опитування",
    "来源：调查", "출처: 조사", "* weighted", "Stand: 3.5.2020",
]  # fmt: skip


def people(count=40, seed=1):
    chance = random.Random(seed)
    return [
        [
            chance.choice(["north", "south"]),
            chance.choice(["yes", "no"]),
            str(chance.randint(18, 80)),
        ]
        for _ in range(count)
    ]


def read(folder, rows, options=None, name="answers.csv"):
    path = folder / name
    if name.endswith(".xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([int(cell) if cell.isdecimal() else cell or None for cell in row])
        book.save(path)
    else:
        with path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows(rows)
    return read_dataset(path, options=options or Options())


def said(dataset):
    return [str(doubt.found) for doubt in dataset.account.doubts]


def left_out(dataset):
    return [str(one.what) for one in dataset.account.conclusions if one.step == "rows"]


NAMES = ["region", "vote", "age"]


@pytest.mark.parametrize("name", ["answers.csv", "answers.xlsx"])
@pytest.mark.parametrize("word", TOTALS)
def test_a_row_of_totals_is_left_out_and_said(tmp_path, word, name):
    rows = people()
    total = [word, "", str(sum(int(row[2]) for row in rows))]
    dataset = read(tmp_path, [NAMES, *rows, total], name=name)
    assert (dataset.n, left_out(dataset)) == (40, ["1 row left out"])
    assert len(said(dataset)) == 1
    assert f"“{word}, {total[2]}”" in said(dataset)[0]


@pytest.mark.parametrize("name", ["answers.csv", "answers.xlsx"])
@pytest.mark.parametrize("note", NOTES)
def test_a_note_below_the_answers_is_left_out_and_said(tmp_path, note, name):
    dataset = read(tmp_path, [NAMES, *people(), ["", "", ""], [note, "", ""]], name=name)
    assert (dataset.n, left_out(dataset)) == (40, ["1 row left out"])
    assert [note in one for one in said(dataset)] == [True]


def test_several_rows_below_are_left_out_together(tmp_path):
    rows = people()
    below = [["Total", "40", "40"], ["Mean", "", "44.5"], ["", "", ""], ["Source: us", "", ""]]
    dataset = read(tmp_path, [NAMES, *rows, *below])
    assert (dataset.n, left_out(dataset)) == (40, ["3 rows left out"])


def test_sums_without_a_word_are_left_out(tmp_path):
    rows = [[str(one), str(one * 2 % 7), "x"] for one in range(1, 30)]
    sums = [str(sum(int(row[at]) for row in rows)) for at in (0, 1)]
    dataset = read(tmp_path, [["a", "b", "c"], *rows, [*sums, ""]])
    assert (dataset.n, left_out(dataset)) == (29, ["1 row left out"])


@pytest.mark.parametrize(
    "last",
    [
        ["north", "no", "33"],
        ["south", "", ""],
        ["", "yes", ""],
        ["", "", "97"],
    ],
)
def test_a_last_respondent_stays(tmp_path, last):
    dataset = read(tmp_path, [NAMES, *people(), last])
    assert (dataset.n, left_out(dataset), said(dataset)) == (41, [], [])


@pytest.mark.parametrize(
    "text", ["total", "Total", "Note: I liked it", "Source: my own life", "Gesamt", "sum", "Итого"]
)
def test_what_somebody_wrote_stays(tmp_path, text):
    rows = [[f"I wrote {at} and more", "yes" if at % 2 else "no", str(20 + at)] for at in range(30)]
    dataset = read(tmp_path, [["why", "vote", "age"], *rows, [text, "yes", "31"]])
    assert (dataset.n, left_out(dataset), said(dataset)) == (31, [], [])


def test_an_option_named_total_stays(tmp_path):
    rows = [*people(), *[["Total", "yes", "30"]] * 5]
    dataset = read(tmp_path, [NAMES, *rows])
    assert (dataset.n, left_out(dataset), said(dataset)) == (45, [], [])


def test_what_may_be_a_note_or_a_respondent_is_doubted_and_counted(tmp_path):
    rows = [*people(), ["This table was made on Monday", "", ""]]
    dataset = read(tmp_path, [NAMES, *rows])
    assert dataset.n == 41
    assert [one[:13] for one in said(dataset)] == ["The last row,"]


@pytest.mark.parametrize(("footer", "count"), [(0, 42), (1, 41), (2, 40), (3, 39)])
def test_the_user_says_how_many_rows_below_are_nobody(tmp_path, footer, count):
    rows = [*people(), ["Total", "40", "40"], ["Source: us", "", ""]]
    dataset = read(tmp_path, [NAMES, *rows], Options(footer=footer))
    # The total that is left above a note is counted, and doubted.
    more = [one for one in said(dataset) if one.startswith("1 more row") and "Total, 40" in one]
    assert (dataset.n, len(more)) == (count, int(footer == 1))
    assert said(dataset) == more


@pytest.mark.parametrize("name", ["answers.csv", "answers.xlsx"])
def test_a_first_row_like_the_others_is_a_respondent(tmp_path, name):
    dataset = read(tmp_path, people(), name=name)
    assert dataset.n == 40
    assert [one.name for one in dataset.codebook.variables] == ["column_1", "column_2", "column_3"]
    assert dataset.codebook["column_3"].type is VariableType.NUMERIC
    assert [one[:14] for one in said(dataset)] == ["The first row,"]


def test_the_user_says_whether_there_is_a_row_of_names(tmp_path):
    with_names = read(tmp_path, people(), Options(heading=True))
    without = read(tmp_path, people(), Options(heading=False))
    assert (with_names.n, without.n) == (39, 40)
    assert (said(with_names), said(without)) == ([], [])
    assert read(tmp_path, [NAMES, *people()], Options(heading=False)).n == 41


def test_the_codebook_file_says_it_too(tmp_path):
    path = tmp_path / "answers.codebook.toml"
    path.write_text('[file]\nheading = false\n[columns."#3"]\nname = "age"\n', encoding="utf-8")
    dataset = read(tmp_path, people())
    assert (dataset.n, said(dataset)) == (40, [])
    assert [one.name for one in dataset.codebook.variables] == ["column_1", "column_2", "age"]
    path.write_text("[file]\nfooter = 0\n", encoding="utf-8")
    assert read(tmp_path, [NAMES, *people(), ["Total", "40", "40"]]).n == 41


def test_names_that_may_be_answers_are_doubted(tmp_path):
    rows = people()
    dataset = read(tmp_path, [["elsewhere", "yes", "22"], *rows])
    assert dataset.n == 40
    assert [one[:24] for one in said(dataset)] == ["The names of the columns"]


@pytest.mark.parametrize(
    "names",
    [NAMES, ["north", "vote", "age"], ["q1", "q2", "1"], ["yes", "no", "age"], ["", "vote", "age"]],
)
def test_names_stay_names(tmp_path, names):
    dataset = read(tmp_path, [names, *people()])
    assert dataset.n == 40
    assert "none" not in [str(one.what) for one in dataset.account.conclusions]


def test_options_above_their_marks_and_years_are_names(tmp_path):
    marks = [["Bus" if at % 2 else "", "Tram" if at % 3 else "", "x"] for at in range(20)]
    assert read(tmp_path, [["Bus", "Tram", "mark"], *marks]).n == 20
    chosen = [
        ["Bus" if at % 2 else "not selected", "Tram" if at % 3 else "not selected"]
        for at in range(20)
    ]
    assert read(tmp_path, [["Bus", "Tram"], *chosen]).n == 20
    years = [[str(at % 5), str(at % 4), str(at % 3)] for at in range(20)]
    dataset = read(tmp_path, [["2018", "2019", "2020"], *years])
    assert (dataset.n, [one[:11] for one in said(dataset)]) == (20, ["Small whole"])


def test_rows_that_repeat_the_names_are_nobody(tmp_path):
    dataset = read(tmp_path, [NAMES, *people(20), NAMES, *people(20, seed=2), NAMES])
    assert (dataset.n, left_out(dataset)) == (40, ["2 rows left out"])
    assert dataset.codebook["age"].type is VariableType.NUMERIC


def test_a_note_of_a_single_cell_needs_no_delimiters(tmp_path):
    path = tmp_path / "answers.csv"
    rows = "\n".join(map(",".join, [NAMES, *people()]))
    for below, count in [
        ("Source: us", 40),
        ('"Source: us, them"\n\nn = 40\n', 40),
        ("\nMade on Monday by us", 41),
    ]:
        path.write_text(f"{rows}\n{below}", encoding="utf-8")
        dataset = read_dataset(path)
        assert (dataset.n, len(said(dataset))) == (count, 1)


@pytest.mark.parametrize("last", ["nor", "\r0,x\r", '"', '"a\rb",c,d,e', "\r", "a\rb"])
def test_a_last_line_of_other_cells_is_a_problem(tmp_path, last):
    path = tmp_path / "answers.csv"
    rows = "\n".join(map(",".join, [NAMES, *people()]))
    path.write_text(f"{rows}\n{last}", encoding="utf-8", newline="")
    try:
        assert read_dataset(path).n == 40
    except Problem as problem:
        assert problem.code in {"row-ragged", "quote-unclosed"}


def test_a_file_that_was_cut_off_is_a_problem(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text("\n".join(map(",".join, [NAMES, *people()])) + "\nnor", encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_dataset(path)
    assert caught.value.code == "row-ragged"


PEOPLE = [[str(at + 1), ("red", "blue")[at % 2], str(20 + at)] for at in range(40)]


@pytest.mark.parametrize(
    "below",
    [
        [["Average", "", "39.5"], ["Min", "", "20"], ["Max", "", "59"], ["SD", "", "11.7"]],
        [["Mittelwert", "", "39,5"], ["Ø", "", "39"], ["Stabw", "", "11"]],
        [["", "", ""], ["Mean", "", "39.5"], ["Median", "", "39"]],
        [["", "", ""], ["1=yes", "", ""], ["2=no", "", ""]],
        [["", "", ""], ["", "red", "20"], ["", "blue", "20"]],
    ],
)
def test_blocks_below_the_answers_are_nobody(tmp_path, below):
    dataset = read(tmp_path, [["id", "colour", "age"], *PEOPLE, *below])
    assert dataset.n == 40
    assert any(one.startswith("What stands below the answers") for one in said(dataset))


def test_people_without_an_id_among_others_without_one_stay(tmp_path):
    some = [["" if at % 3 else str(at), colour, age] for at, (_, colour, age) in enumerate(PEOPLE)]
    assert read(tmp_path, [["id", "colour", "age"], *some]).n == 40
