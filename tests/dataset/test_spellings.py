"""Spellings of one answer, numbers with an open end, codes in a cell, people in several rows."""

import pytest

from rundfrage.codebook import Use, VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.quantities import asks_number
from rundfrage.dataset.intake.scales import scale_of


def read(folder, name, cells, beside=("x", "y")):
    file = folder / "answers.csv"
    lines = [f'"{cell}",{beside[at % len(beside)]}' for at, cell in enumerate(cells)]
    file.write_text("\n".join([f'"{name}",b', *lines]) + "\n", encoding="utf-8")
    return read_dataset(file)


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


def shares(dataset, name):
    variable, codes = dataset.codebook[name], dataset.columns[name].codes
    return {
        one.label.source: int((codes == at).sum()) for at, one in enumerate(variable.categories)
    }


def test_capitals_and_apostrophes_make_no_other_answer(tmp_path):
    dataset = read(tmp_path, "q", ["yes", "Yes", "YES", "no", "Yes"] * 10)
    assert shares(dataset, "q") == {"Yes": 40, "no": 10}
    assert doubts(dataset, "q") == ["Spellings of one answer were put together: “yes”, “YES”."]


def test_a_scale_in_several_spellings_is_one(tmp_path):
    cells = ["Agree", "agree", "AGREE", "Neutral", "Disagree", "Don’t know", "disagree"] * 8
    dataset = read(tmp_path, "q", cells)
    assert dataset.codebook["q"].type is VariableType.ORDINAL
    assert shares(dataset, "q") == {"agree": 24, "Neutral": 8, "disagree": 16}


def test_answers_that_the_codebook_lists_stay_apart(tmp_path):
    read(tmp_path, "q", ["us", "US", "them"] * 20)
    (tmp_path / "answers.codebook.toml").write_text(
        "[columns.q]\ntype = 'single choice'\nanswers = ['us', 'US', 'them']\n"
    )
    assert shares(read_dataset(tmp_path / "answers.csv"), "q") == {"us": 20, "US": 20, "them": 20}


def test_texts_and_codes_of_one_letter_stay_as_they_are(tmp_path):
    dataset = read(tmp_path, "q", [f"word {at} {'A' if at % 2 else 'a'}" for at in range(60)])
    assert doubts(dataset, "q") == []
    assert shares(read(tmp_path, "q", ["a", "A", "b"] * 20), "q") == {"a": 20, "A": 20, "b": 20}


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        ("0|1|2|3+", (0, 1, 2, 3)),
        ("1|2|3|4|10+", (1, 2, 3, 4, 10)),
        ("1 child|2 children|3 or more children", (1, 2, 3)),
        ("0 Kinder|1 Kind|2 Kinder|3 und mehr Kinder", (0, 1, 2, 3)),
        ("under 18|18 to 64|65+", (1, 2, 3)),
        ("1-2|3-5|6+", (1, 2, 3)),
    ],
)
def test_numbers_with_an_open_end_are_their_own_codes(labels, codes):
    assert scale_of(labels.split("|")).codes == codes


def test_a_minus_behind_a_number_is_no_step():
    assert scale_of(["2-", "3", "5-", "7", "12"]) is None


def test_decimals_that_may_be_several_codes_are_doubted(tmp_path):
    dataset = read(tmp_path, "Which (select all)", ["1,2", "1,3", "2", "3", "1"] * 10)
    assert "“1,2” was read as a decimal, and may be two codes." in doubts(
        dataset, "Which (select all)"
    )
    plain = read(tmp_path, "price", ["1,20", "3,15", "2,50", "0,75"] * 10)
    assert not any("two codes" in one for one in doubts(plain, "price"))


def test_people_in_several_rows_are_doubted(tmp_path):
    dataset = read(tmp_path, "respondent", [at // 3 for at in range(60)], ("sex", "age", "town"))
    assert dataset.codebook["respondent"].use is Use.ID
    assert doubts(dataset, "respondent") == [
        "60 rows name only 20 respondents; each row was counted as one."
    ]


@pytest.mark.parametrize(
    "heading",
    ["Age group", "Q1-3 Which brand?", "Note: which party", "Type of people", "Altersgruppe",
     "education level", "Welche Partei wählen Sie?", "company size"],
)  # fmt: skip
def test_headings_that_ask_which_one_ask_for_no_number(heading):
    assert not asks_number(heading)


@pytest.mark.parametrize("cell", ['"{a\r b}"', '"x\r""y"'])
def test_lone_line_ends_within_cells_are_no_crash(cell, tmp_path):
    file = tmp_path / "answers.csv"
    file.write_bytes(("q,r\n" + f"{cell},1\n" * 12).encode())
    assert read_dataset(file).codebook.variables
