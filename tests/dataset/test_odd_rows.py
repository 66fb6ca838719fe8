"""A first or last row that may be nobody's: one doubt, of the row, that names what to write."""

import pytest
from small_files import doubts, read

from rundfrage.codebook import VariableType

PEOPLE = [f"{n}|{20 + n * 7 % 50}|{('good', 'fair', 'poor')[n % 3]}" for n in range(1, 41)]
HEADING = "No|How old are you?|How was it?"


def of_file(dataset):
    return [
        (str(one.found), str(one.settle)) for one in dataset.account.doubts if not one.variables
    ]


@pytest.mark.parametrize(
    "row",
    ["v1|v2|v3", "Q1|Q2|Q3", "q1_1|q1_2|q1_3", "V001|V002|V003", "f1a|f1b|f2", "|years|",
     "|in years|text"],
)  # fmt: skip
def test_a_row_below_the_names_is_one_doubt_that_names_the_line(tmp_path, row):
    dataset = read(tmp_path, HEADING, row, *PEOPLE)
    said = [one for one in of_file(dataset) if "first row" in one[0]]
    assert len(said) == 1
    assert not any("these are not" in one or "steps of a scale" in one for one in doubts(dataset))
    line = "heading_rows = 2" if "heading_rows = 2" in said[0][1] else "heading_rows = 1"
    settled = read(tmp_path, HEADING, row, *PEOPLE, codebook=f"[file]\n{line}")
    assert not [one for one in of_file(settled) if "first row" in one[0]]
    settled = read(tmp_path, HEADING, row, *PEOPLE, codebook="[file]\nheading_rows = 2")
    assert settled.n == 40
    assert VariableType.NUMERIC in {one.type for one in settled.codebook.variables}
    assert doubts(settled) == []


def test_a_last_row_is_one_doubt_that_names_the_line(tmp_path):
    dataset = read(tmp_path, HEADING, *PEOPLE, "|40 answers|")
    assert of_file(dataset) == [
        (
            "The last row, “40 answers”, looks unlike the others, and was counted.",
            "If it is no respondent, write footer = 1 under [file] in the codebook.",
        )
    ]
    assert len(doubts(dataset)) == 1
    settled = read(tmp_path, HEADING, *PEOPLE, "|40 answers|", codebook="[file]\nfooter = 1")
    assert (settled.n, doubts(settled)) == (40, [])


def test_words_among_numbers_in_other_rows_are_doubted_as_before(tmp_path):
    dataset = read(tmp_path, HEADING, "v1|v2|v3", *PEOPLE, "41|many|good", "42|33|poor")
    assert any("“many”" in one for one in doubts(dataset))


@pytest.mark.parametrize(
    "rows",
    [
        ["A1|B2|C3", "A2|B1|C1", "A3|B3|C2", "A1|B1|C3"],  # answers that are codes themselves
        ["v1|31|good", "v2|32|fair", "v3|33|poor", "v4|34|good"],  # people have such names
    ],
)
def test_answers_that_look_like_codes_are_no_row_of_codes(tmp_path, rows):
    dataset = read(tmp_path, "town|age|how", *rows, times=5)
    assert not any("first row" in one for one in doubts(dataset))


@pytest.mark.parametrize("steps", ["*|**|***|****|*****", "★|★★|★★★", "+|++|+++", "*|**|***"])
def test_stars_are_no_notes_below_the_answers(tmp_path, steps):
    people = [f"{step}|{sex}" for step in steps.split("|") for sex in ("man", "woman", "man")]
    dataset = read(tmp_path, "How many stars?|sex", *people, times=5)
    assert not any("last" in one for one in doubts(dataset))
    assert dataset.n == 5 * len(people)


def test_a_note_with_a_star_below_the_answers_is_left_out_or_doubted(tmp_path):
    dataset = read(tmp_path, HEADING, *PEOPLE, "* weighted figures||")
    assert dataset.n == 40 or any("last row" in one for one in doubts(dataset))
