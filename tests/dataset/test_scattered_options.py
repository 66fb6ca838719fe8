"""Options of one question that don't stand side by side, and names that only look alike."""

import pytest
from small_files import base, counts, doubts, read

from rundfrage.codebook import Use, VariableType

SEVERAL = VariableType.MULTIPLE


def answers(dataset):
    """The names of what is shown."""
    return [one.name for one in dataset.codebook.variables if one.use is Use.ANSWER]


@pytest.mark.parametrize("mark", ["{}[{}]", "{}___{}"])
def test_options_of_two_questions_by_turns_are_two_questions(tmp_path, mark):
    names = [mark.format(group, item) for item in ("food", "cash", "care") for group in ("a", "b")]
    dataset = read(
        tmp_path, " | ".join(names),
        "1 | | 1 | | 0 |", "0 | 1 | 0 | 0 | 1 | 1", "| 0 | | 1 | | 0",
        times=5,
    )  # fmt: skip
    assert answers(dataset) == ["a", "b"]
    assert counts(dataset, "a") == {"food": 5, "cash": 5, "care": 5}
    assert counts(dataset, "b") == {"food": 5, "cash": 5, "care": 5}


def test_a_column_of_all_options_at_once_is_left_out_wherever_it_stands(tmp_path):
    dataset = read(
        tmp_path, "id | a | b | a/food | b/food | a/cash | b/cash",
        "p1 | food cash | food | 1 | 1 | 1 | 0", "p2 | cash | cash | 0 | 0 | 1 | 1",
        "p3 | food | food cash | 1 | 1 | 0 | 1",
        times=5,
    )  # fmt: skip
    assert answers(dataset) == ["id", "a", "b"]
    assert (base(dataset, "a"), base(dataset, "b")) == (15, 15)


def test_numbered_names_with_others_between_stay_apart(tmp_path):
    dataset = read(
        tmp_path, "id | has_1 | age | has_2 | size | has_3",
        "p1 | 1 | 31 | 0 | 4 | 1", "p2 | 0 | 44 | 1 | 7 | 1", "p3 | 1 | 25 | 1 | 5 | 0",
        times=5,
    )  # fmt: skip
    assert not [one for one in dataset.codebook.variables if one.type is SEVERAL]


def test_questions_that_begin_with_a_numbered_letter_are_not_one(tmp_path):
    names = "Q7: Good manners at home | Q8: Hard work | Q9: Saving money | Q10: Faith in God"
    people = ["1 | 2 | 1 | 2", "2 | 2 | 1 | 1", "1 | 1 | 2 | 2"]
    dataset = read(tmp_path, names, *people, times=5)
    assert [one.label.source for one in dataset.codebook.variables] == names.split(" | ")
    assert dataset.codebook.batteries == ()


def test_options_known_by_their_codes_alone_are_not_held_to_be_the_same(tmp_path):
    names = "go[SQ001] | go[SQ002] | go[SQ003] | home[SQ001] | home[SQ002]"
    people = ["1 | 0 | 1 | 0 | 1", "0 | 1 | 0 | 1 | 1", "1 | 1 | 0 | 1 | 0"]
    dataset = read(tmp_path, names, *people, times=5)
    assert answers(dataset) == ["go", "home"]
    assert doubts(dataset) == []
