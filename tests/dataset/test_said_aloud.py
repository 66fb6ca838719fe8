"""What would make figures wrong is left out, or said: summaries, zeros, cut files, odd names."""

import pytest

from rundfrage.codebook import Use, VariableType
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem

PEOPLE = {
    "one answer": [f"m,{3},{4}" for _ in range(12)],
    "two answers": [f"{'mf'[n % 2]},{n * 7 % 5 + 1},{n * 3 % 5 + 1}" for n in range(12)],
    "identifiers": [f"P{n + 1},{n * 7 % 5 + 1},{n * 3 % 5 + 1}" for n in range(12)],
}
SUMMARIES = [
    "Mittelwert,2.9,3.0|Std.abw.,1.3,1.4", "Mean,2.9,3|StdDev,1.3,1.2",
    "Mean,2.9,3.1|Std. Dev.,1.1,1.2", "Moyenne,2.9,3|Écart-type,1.1,1.2", "n,12,12|% male,47,",
    "Summe,35,36|Prozent,50,50", "Średnia,2.9,3.0|Odch. std.,1.3,1.2",
    "Media,2.9,3.0|Desv. típ.,1.3,1.2", "Median,3,3|Min,1,1|Max,5,5", "Top-2,50,40",
    "Среднее,2.9,3.0|Ст. откл.,1.3,1.2", "Ortalama,3,3|Standart sapma,1,1",
    "Mean,2.9,3.1|Other,3,3",
    "count,12,12|mean,3.2,3.1|std,1.1,1.1|min,1,1|25%,2,2|50%,3,3|75%,4,4|max,5,5",
]  # fmt: skip
MAY_BE = [
    ("Foo,2.9,3.1", 1), ("Foo,2.9,3.1|Bar,1,2", 2), ("Median,3,3|Foo,3,3", 2), ("Median,3,3", 1),
]  # fmt: skip


def read(folder, text, options=None):
    path = folder / "a.csv"
    path.write_text(text, encoding="utf-8")
    return read_dataset(path, options=options or Options())


def below(folder, people, rows, options=None):
    text = "\n".join(["who,a,b", *PEOPLE[people], *rows.split("|")]) + "\n"
    return read(folder, text, options)


def of_rows(dataset):
    """The doubts about rows, and what settles them."""
    said = [(str(one.found), str(one.settle)) for one in dataset.account.doubts]
    return [one for one in said if "footer" in one[1]]


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("rows", SUMMARIES)
def test_a_summary_is_no_respondent_and_is_named(people, rows, tmp_path):
    dataset = below(tmp_path, people, rows)
    ((found, _),) = of_rows(dataset)
    assert dataset.n == 12
    assert found.startswith("What stands below the answers was left out: “" + rows.split(",")[0])


@pytest.mark.parametrize("people", ["two answers", "identifiers"])
@pytest.mark.parametrize(("rows", "count"), MAY_BE)
def test_what_may_be_a_summary_is_doubted_as_a_whole(people, rows, count, tmp_path):
    dataset = below(tmp_path, people, rows)
    ((found, settle),) = of_rows(dataset)
    assert dataset.n == 12 + count
    assert f"“{rows.split('|')[0].replace(',', ', ')}”" in found
    if count > 1:
        assert found.startswith(f"The last {count} rows, from")
        assert f"write footer = {count} under [file]" in settle
    settled = below(tmp_path, people, rows, Options(footer=count))
    assert (settled.n, of_rows(settled)) == (12, [])


@pytest.mark.parametrize("people", ["two answers", "identifiers"])
@pytest.mark.parametrize("rows", [one for one in SUMMARIES if "|" in one and "Other" not in one])
def test_rows_left_of_a_summary_are_still_doubted(people, rows, tmp_path):
    one, many = below(tmp_path, people, rows, Options(footer=1)), len(rows.split("|"))
    ((found, settle),) = of_rows(one)
    assert one.n == 12 + many - 1
    assert found.startswith(f"{many - 1} more row")
    assert f"“{rows.split('|')[0].replace(',', ', ').rstrip(' ,')}”" in found
    assert f"footer = {many} under [file]" in settle
    assert of_rows(below(tmp_path, people, rows, Options(footer=many))) == []
    everybody = below(tmp_path, people, rows, Options(footer=0))
    assert (everybody.n, of_rows(everybody)) == (12 + many, [])


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize(
    "last", ["m,2,3", "f,5,1", "P13,3,4", "P13,99,99", "m,2.5,3", "Zoe,3,4", "other,2,"]
)
def test_a_last_respondent_is_counted_without_a_word(people, last, tmp_path):
    dataset = below(tmp_path, people, last)
    doubted = people != "identifiers" and last == "P13,99,99"  # A word of its own, and codes.
    doubted |= people == "one answer" and last == "f,5,1"
    assert (dataset.n, len(of_rows(dataset))) == (13, int(doubted))


def test_names_that_are_words_for_totals_stay(tmp_path):
    names = ["Anna", "Bea", "Max", "Zoe", "Tom", "Ida", "Lea", "Jon", "Uli", "Kim"]
    text = "name,q\n" + "".join(f"{one},{n % 5 + 1}\n" for n, one in enumerate(names))
    dataset = read(tmp_path, text)
    assert (dataset.n, of_rows(dataset)) == (10, [])


@pytest.mark.parametrize("rows", [4, 9, 100])
def test_more_rows_of_headings_than_rows_are_a_problem(rows, tmp_path):
    with pytest.raises(Problem) as caught:
        read(tmp_path, "sex,age\nm,20\nf,30\n", Options(heading_rows=rows))
    assert caught.value.code == "heading-rows-beyond"
    assert f"{rows} rows of headings, but the file has 3 rows" in str(caught.value.found)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("sex,age\n", Options()),
        ("sex,age\nm,20\nf,30\n", Options(heading_rows=3)),
        ("sex,age\nm,20\nf,30\n", Options(footer=99)),
    ],
)
def test_a_file_without_respondents_is_said_to_have_none(text, options, tmp_path):
    dataset = read(tmp_path, text, options)
    assert dataset.n == 0
    assert ["no respondents" in one.found for one in dataset.account.doubts] == [True]


AGES = [18 + n * 11 % 63 for n in range(40)]


@pytest.mark.parametrize(
    ("name", "others", "doubted"),
    [
        ("age", AGES, True), ("Alter", AGES, True), ("Wie alt sind Sie?", AGES, True),
        ("rent", [600 + 20 * (n * 7 % 40) for n in range(40)], False),
        ("age", [n * 2 for n in range(1, 41)], False),
        ("children", [n % 5 for n in range(40)], False),
        ("hours", [20, 30, 35, 40] * 10, False),
        ("share", [n * 10 % 100 for n in range(40)], False),
    ],
)  # fmt: skip
def test_a_zero_far_below_all_others_is_doubted(name, others, doubted, tmp_path):
    cells = [0] * 5 + others[5:]
    dataset = read(
        tmp_path, f"x,{name}\n" + "".join(f"a b {n % 3},{c}\n" for n, c in enumerate(cells))
    )
    assert any("0 (5 times) stands apart" in one.found for one in dataset.account.doubts) == doubted


def test_numbers_with_the_apostrophe_of_spreadsheets_are_numbers(tmp_path):
    cells = [f"'{150 + n * 7 % 50}" if n % 3 else str(150 + n * 7 % 50) for n in range(40)]
    text = "height,note\n" + "".join(f"{cell},'68 was a year {n}\n" for n, cell in enumerate(cells))
    dataset = read(tmp_path, text)
    height, note = dataset.codebook.variables
    assert (height.type, note.type) == (VariableType.NUMERIC, VariableType.TEXT)
    assert dataset.columns["height"].values.tolist() == [150 + n * 7 % 50 for n in range(40)]
    assert dataset.columns["note"].values[0].startswith("'68")


WEIGHTS = [f"{0.5 + n * 37 % 100 / 100:.2f}" for n in range(40)]
UNITS = [str(100 + n % 9) for n in range(40)]


@pytest.mark.parametrize(
    ("name", "cells", "use"),
    [
        *((one, WEIGHTS, Use.WEIGHT) for one in ("pspwght", "dweight", "pweight", "anweight")),
        *((one, UNITS, Use.CLUSTER) for one in ("psu", "cluster", "PSU", "cluster_id")),
        *((one, UNITS, Use.STRATUM) for one in ("stratum", "strata", "sample_stratum")),
        ("cluster", ["north", "south"] * 20, Use.ANSWER),
        ("overweight", ["0.5", "2.5"] * 20, Use.ANSWER),
        ("featherweight", ["1", "2"] * 20, Use.ANSWER),
    ],
)
def test_names_of_weights_and_units_of_a_sample(name, cells, use, tmp_path):
    dataset = read(tmp_path, f"{name},x\n" + "".join(f"{c},a b\n" for c in cells))
    assert dataset.codebook[name].use is use
    if use in {Use.CLUSTER, Use.STRATUM}:
        assert dataset.account.entries[0].certainty is Certainty.LIKELY


@pytest.mark.parametrize("name", ["NACE", "ISCO", "ISIC", "isco08", "nace_rev2", "ISIC code"])
def test_codes_of_trades_and_occupations_are_doubted(name, tmp_path):
    cells = [(11, 23, 44, 51, 62)[n * 7 % 5] for n in range(40)]
    dataset = read(tmp_path, f"{name},x\n" + "".join(f"{c},a b\n" for c in cells))
    assert any("may be codes" in one.found for one in dataset.account.doubts)


@pytest.mark.parametrize(
    ("end", "cut"),
    [('"P20","3', True), ('"P20","', True), ('"P20","a ""b', True), ('"P20","3"', False),
     ('"P20",""', False), ('"P20",3', False), ('"P20","a ""b"""', False),
     ('"P20","of two\nlines"', False), ('"P20",3"', False)],
)  # fmt: skip
def test_a_file_that_ends_within_quotation_marks_is_doubted(end, cut, tmp_path):
    dataset = read(tmp_path, '"who","what"\n"P18","1"\n"P19","2"\n' + end)
    assert dataset.n == 3
    assert any("cut off" in one.found for one in dataset.account.doubts) == cut
