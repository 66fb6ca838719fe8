"""Batteries of one name in a row: each is a question of its own, and no column joins strangers."""

import pytest
from small_files import counts, doubts, read

from rundfrage.codebook import Use, VariableType

CHOICE, SEVERAL = VariableType.CATEGORICAL, VariableType.MULTIPLE


def batteries(dataset):
    """The battery or multiple choice that each column went into, in their order."""
    found = []
    for entry in sorted(dataset.account.entries, key=lambda one: one.place):
        variable = dataset.codebook[entry.variables[0]]
        found.append(variable.battery or (variable.name if variable.type is SEVERAL else ""))
    return found


def test_a_grid_and_marks_of_one_name_are_two_questions(tmp_path):
    dataset = read(
        tmp_path,
        "Trust [police] | Trust [court] | Trust - police | Trust - court",
        "Agree | Disagree | 0 | 1", "Disagree | Agree | 1 | 1", "Agree | Neutral | 1 | 0",
        times=4,
    )  # fmt: skip
    grid, _, marks, _ = batteries(dataset)
    assert batteries(dataset) == [grid, grid, marks, marks]
    assert counts(dataset, marks) == {"police": 8, "court": 8}


@pytest.mark.parametrize(
    "headings",
    [
        "q_1 | q_2 | q_1 | q_2",
        "Trust [a] | Trust [b] | Trust [a] | Trust [b]",
        "Trust: a | Trust: b | Trust - a | Trust - b",
        "q/a | q/b | q[c] | q[d]",
    ],
)
def test_a_battery_begins_where_an_item_comes_again_or_another_mark(tmp_path, headings):
    people = ["Agree | Disagree | Agree | Agree", "Neutral | Agree | Disagree | Neutral"]
    dataset = read(tmp_path, headings, *people, times=5)
    first, _, second, _ = batteries(dataset)
    assert batteries(dataset) == [first, first, second, second]
    assert first != second


def test_columns_that_share_no_answer_with_those_before_are_another_battery(tmp_path):
    dataset = read(
        tmp_path,
        "q_1 | q_2 | q_3 | q_4",
        "Agree | Disagree | Berlin | Rome", "Disagree | Agree | Rome | Oslo",
        "Agree | Don't know | Don't know | Berlin",
        times=5,
    )  # fmt: skip
    first, _, second, _ = batteries(dataset)
    assert batteries(dataset) == [first, first, second, second]
    assert first != second


@pytest.mark.parametrize(
    ("headings", "people"),
    [
        # Each row of a scale was answered by its own steps alone.
        ("q_1 | q_2 | q_3 | q_4", ["Agree | Agree | Disagree | Disagree"]),
        # Options under their own words share no answer.
        ("q_1 | q_2 | q_3 | q_4", ["Mail | | Chat | Fax", "Mail | Post | | ", " | | | Fax"]),
        # No mark stands before the items.
        ("q1 | q2 | q3 | q4", ["Mail | | Chat | Fax", "Mail | Post | | ", " | | | Fax"]),
        ("Why? Low | Why? High | Why? Mid | Why? No", ["1 | 0 | 1 | 1", "0 | 1 | 0 | 0"]),
        # The mark and the text of "other" bear one name.
        ("q[a] | q[b] | q[other] | q[other]", ["1 | 0 | 1 | kites", "0 | 1 | 0 | "]),
    ],
)
def test_one_question_stays_one(tmp_path, headings, people):
    dataset = read(tmp_path, headings, *people, times=6)
    assert len(set(batteries(dataset)[:3])) == 1


def test_a_question_called_as_the_marks_beside_it_stays_one(tmp_path):
    dataset = read(
        tmp_path,
        "id | Trust | Trust - police | Trust - court",
        "1 | a | 0 | 1", "2 | b | 1 | 1", "3 | b | 0 | 1", "4 | a | 1 | 0", "5 | a | 1 | 1",
        times=4,
    )  # fmt: skip
    assert [dataset.codebook[one].type for one in ("Trust (2)", "Trust")] == [CHOICE, SEVERAL]


@pytest.mark.parametrize(
    "together", [["court", "police court", "police"], ["1", "2", "1"], ["1", "1 2", "2"]]
)
def test_a_column_that_says_or_counts_what_the_marks_say_is_left_out(tmp_path, together):
    first, both, last = together
    dataset = read(
        tmp_path,
        "Trust | Trust/police | Trust/court",
        f"{first} | 0 | 1", f"{both} | 1 | 1", f"{last} | 1 | 0",
        times=4,
    )  # fmt: skip
    aside = [one for one in dataset.codebook.variables if one.use is Use.ASIDE]
    assert [one.name for one in aside] == ["Trust.together"]
    assert counts(dataset, "Trust") == {"police": 8, "court": 8}


@pytest.mark.parametrize("heading", ["Q7_4_TEXT", "Q7_4_text", "Q7_4_other_text"])
def test_what_was_written_under_an_option_belongs_to_it(tmp_path, heading):
    dataset = read(
        tmp_path,
        f"Q7_1 | Q7_2 | Q7_4 | {heading}",
        "Paper | | | ", "Paper | Radio | Web | blogs", " | Radio | Web | ",
        times=4,
    )  # fmt: skip
    assert counts(dataset, "Q7") == {"Paper": 8, "Radio": 8, "Web": 8}
    text = dataset.codebook["Q7.4.text"]
    assert (text.of, text.item.source) == ("Q7", "Web")
    assert doubts(dataset) == []
