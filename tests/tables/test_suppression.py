"""A small base can't be had from a table, not even by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_datasets import dataset, multiple, number, single

from rundfrage.tables import Disclosure, tabulate
from rundfrage.tables.suppression import hidden_columns

SIDES = ["north"] * 30 + ["east"] * 12 + ["south"] * 9 + ["west"] * 3
OPINIONS = (["for"] * 20 + ["against"] * 10) + ["for"] * 12 + ["against"] * 9 + ["for"] * 3


def survey():
    return dataset(
        [(single("q", "for against"), OPINIONS), (single("side", "north east south west"), SIDES)]
    )


def shown_counts(threshold):
    """The printed counts of those for it, by column; the others are not in the table."""
    block = tabulate(survey(), by="side", threshold=threshold)[0].blocks[0]
    return [None if cell is None else cell.count for cell in block.cells[0]], [
        None if base is None else base.answered for base in block.bases
    ]


def by_subtraction(figures):
    """What the total leaves for the columns that are not shown."""
    return figures[0] - sum(figure for figure in figures[1:] if figure is not None)


def test_hiding_the_small_column_alone_would_reveal_it():
    counts, bases = shown_counts(threshold=0)
    hidden_by_hand = [*bases[:-1], None], [*counts[:-1], None]
    assert by_subtraction(hidden_by_hand[0]) == 3
    assert by_subtraction(hidden_by_hand[1]) == 3


def test_its_complement_is_hidden_too_so_that_subtraction_gives_a_large_group():
    counts, bases = shown_counts(threshold=5)
    assert bases == [54, 30, 12, None, None]
    assert counts == [35, 20, 12, None, None]
    assert by_subtraction(bases) == 12


def test_nothing_of_a_hidden_column_is_left_in_the_table():
    block = tabulate(survey(), by="side")[0].blocks[0]
    for column in (3, 4):
        assert {cells[column] for cells in block.cells} == {None}
        assert block.bases[column] is None
        assert block.statistics[column] is None
        assert block.disclosure[column] is Disclosure.SUPPRESSED


@pytest.mark.parametrize(
    ("bases", "hidden"),
    [
        ([100, 50, 50], set()),
        ([100, 0, 100], set()),
        ([4, 2, 2], {0, 1, 2}),
        ([0, 0, 0], set()),
        ([54, 30, 12, 9, 3], {3, 4}),
        ([100, 96, 4], {1, 2}),
        # Two small columns that are small together: a third makes the group large enough.
        ([40, 30, 7, 2, 1], {2, 3, 4}),
        ([40, 30, 6, 2, 2], {2, 3, 4}),
        ([40, 32, 4, 4], {2, 3}),
        # Three people without an answer to the banner's question follow from the total.
        ([43, 30, 10], {1, 2}),
        ([48, 30, 8], set()),
    ],
)
def test_which_columns_are_hidden(bases, hidden):
    assert hidden_columns(bases, overlapping=False, threshold=5) == hidden


def test_of_overlapping_columns_the_nearly_full_one_is_hidden_too():
    assert hidden_columns([50, 48, 30, 2, 50, 45], overlapping=True, threshold=5) == {1, 3}


@given(
    st.lists(st.integers(0, 12), min_size=1, max_size=6),
    st.integers(0, 12),
    st.integers(1, 8),
)
def test_subtraction_never_gives_a_small_group(parts, unplaced, threshold):
    bases = [sum(parts) + unplaced, *parts]
    hidden = hidden_columns(bases, overlapping=False, threshold=threshold)
    shown = [place for place in range(len(bases)) if place not in hidden]
    assert all(not 0 < bases[place] < threshold for place in shown)
    if 0 in shown:
        rest = bases[0] - sum(bases[place] for place in shown[1:])
        assert not 0 < rest < threshold
        hidden_and_filled = [place for place in hidden if bases[place]]
        others_shown = [place for place in shown[1:] if bases[place]]
        assert len(hidden_and_filled) != 1 or not others_shown


def test_a_respondent_without_weight_hides_nobody():
    small = dataset(
        [
            (single("q", "a b"), ["a"] * 10),
            (number("w"), ["1"] * 3 + ["0"] * 7),
        ]
    )
    assert tabulate(small, threshold=5)[0].blocks[0].bases[0].answered == 10
    assert tabulate(small, threshold=5, weight="w")[0].blocks[0].bases == (None,)


def test_columns_of_a_multiple_banner_hide_those_who_did_not_choose_them():
    marks = ["a b"] * 20 + ["a"] * 18 + ["b"] * 2
    small = dataset([(single("q", "x y"), ["x"] * 20 + ["y"] * 20), (multiple("m", "a b"), marks)])
    block = tabulate(small, by="m")[0].blocks[0]
    assert [None if base is None else base.answered for base in block.bases] == [40, None, 22]
