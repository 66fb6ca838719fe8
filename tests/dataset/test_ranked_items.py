"""Items that hold ranks, all of them or the best few; and ratings, whatever the question asks."""

from itertools import cycle, permutations

import pytest
from small_files import doubts, read

from rundfrage.codebook import VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS

ITEMS = ["Price", "Speed", "Taste", "Look"]
ASKED = "Please rank these in order of importance"
PLAIN = "What matters to you"
ALL = [list(map(str, order)) for order in permutations(range(1, 5))]
RATED = [[str(1 + at * place % 4) for place in range(1, 5)] for at in range(24)]


def asked(folder, question, people, codebook=""):
    """The dataset of these ranks, an empty one where none was given."""
    heading = " | ".join(["id", *(f"{question} [{item}]" for item in ITEMS)])
    rows = [" | ".join([f"p{at}", *ranks]) for at, ranks in enumerate(people)]
    return read(folder, heading, *rows, codebook=codebook)


def best(top):
    """Each order with only so many of its best ranks given."""
    return [[rank if int(rank) <= top else "" for rank in order] for order in ALL]


def shape(dataset):
    """The shape of the only battery."""
    (battery,) = dataset.codebook.batteries
    return battery.shape


@pytest.mark.parametrize("question", [ASKED, "Bitte bringen Sie in eine Rangfolge", "请排序"])
@pytest.mark.parametrize("top", [2, 3, 4])
def test_the_best_few_are_ranked_where_the_question_asks_for_an_order(tmp_path, question, top):
    dataset = asked(tmp_path, question, best(top))
    assert shape(dataset) is RANKS
    assert {one.type for one in dataset.codebook.variables[1:]} == {VariableType.NUMERIC}
    assert doubts(dataset) == []


@pytest.mark.parametrize("top", [3, 4])
def test_nobody_gives_items_the_numbers_from_one_on_by_chance(tmp_path, top):
    assert shape(asked(tmp_path, PLAIN, best(top))) is RANKS


TIED = "The question asks for an order, and {tied} of {people} people gave one rank to several."


def test_ranks_that_some_gave_twice_are_doubted(tmp_path):
    people = [*ALL[:20], *[["1", "1", "2", "3"]] * 4]
    dataset = asked(tmp_path, ASKED, people)
    assert shape(dataset) is RANKS
    assert doubts(dataset) == [TIED.format(tied=4, people=24)]


def test_ratings_where_an_order_is_asked_are_doubted(tmp_path):
    dataset = asked(tmp_path, ASKED, RATED)
    assert shape(dataset) is RATINGS
    assert doubts(dataset) == [TIED.format(tied=12, people=24)]


@pytest.mark.parametrize(("said", "become"), [("ranking", RANKS), ("scale", RATINGS)])
def test_saying_what_they_are_settles_it(tmp_path, said, become):
    lines = f"type = '{said}'\nquestion = 'order'\n"
    blocks = [f"[columns.'{ASKED} [{item}]']\n{lines}" for item in ITEMS]
    dataset = asked(tmp_path, ASKED, RATED, "".join(blocks))
    assert shape(dataset) is become
    assert doubts(dataset) == []


@pytest.mark.parametrize(
    ("question", "people"),
    [
        (PLAIN, RATED),
        ("What priority has this for you, from 1 to 5", [[*row[:3], "5"] for row in RATED]),
        (PLAIN, [[str(at % 4 + 1), "", "", ""] for at in range(24)]),
        (PLAIN, [list(row) for row, _ in zip(cycle([("1", "2", "1", "2")]), range(24))]),
    ],
)  # fmt: skip
def test_ratings_are_no_ranks(tmp_path, question, people):
    dataset = asked(tmp_path, question, people)
    assert not [one for one in dataset.codebook.batteries if one.shape is RANKS]
    assert not [one for one in doubts(dataset) if "asks for an order" in one]
