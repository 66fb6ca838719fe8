"""What holds for the tables of any dataset."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_datasets import REASONS, dataset, multiple, number, scale, single

from proofs import examples
from rundfrage.codebook.shapes import NUMBERS
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.tables import tabulate

FIVE = "great good fair poor awful"
MISSING = list(REASONS)


@st.composite
def surveys(draw):
    """Small datasets with a variable of each countable type and a weight "w"."""
    n = draw(st.integers(1, 40))

    def answers(values):
        return draw(st.lists(st.sampled_from([*values, *MISSING]), min_size=n, max_size=n))

    weights = draw(st.lists(st.sampled_from(["0.3", "0.5", "1", "2.75"]), min_size=n, max_size=n))
    return dataset(
        [
            (single("s", "a b c", nets={"ab": "a b"}), answers("abc")),
            (scale("o", FIVE), answers(FIVE.split())),
            (multiple("m", "a b none", nets={"any": "a b"}), answers(["a", "a b", "b", "none"])),
            (number("v"), answers(["1", "2.5", "7", "-3"])),
            (number("nps", low=0, high=10, nps=True), answers(["0", "7", "9", "10"])),
            (number("w"), weights),
        ]
    )


banners = st.sampled_from([None, "s", "o", "m"])
few = examples(25)


def taken(survey, places):
    """The dataset with the respondents at these places, in their order."""

    def column(one):
        match one:
            case Coded():
                return Coded(one.codes[places])
            case Marks():
                return Marks(one.marks[:, places])
            case Values():
                return Values(one.values[places], one.reasons[places])

    columns = {name: column(one) for name, one in survey.columns.items()}
    return Dataset(survey.codebook, columns, len(places), survey.source)


def weighed(survey, weights):
    columns = {**survey.columns, "w": Values(weights, np.zeros(survey.n, np.int8))}
    return Dataset(survey.codebook, columns, survey.n, survey.source)


def cells(tables):
    return [
        cell
        for table in tables
        for block in table.blocks
        for row in block.cells
        for cell in row
        if cell is not None
    ]


@few
@given(surveys(), banners, st.sampled_from([None, "w"]), st.sampled_from([0, 5]))
def test_shares_lie_between_nothing_and_all(survey, by, weight, threshold):
    tables = tabulate(survey, by=by, weight=weight, threshold=threshold)
    for cell in cells(tables):
        assert cell.share is None or 0 <= cell.share <= 1 + 1e-12
        assert cell.percent is None or 0 <= cell.percent <= 100
        assert cell.share_of_mentions is None or 0 <= cell.share_of_mentions <= 1 + 1e-12
    for block in (block for table in tables for block in table.blocks):
        for ledger in block.bases:
            if ledger is not None:
                reasons = ledger.dont_know + ledger.refused + ledger.left_blank
                assert ledger.asked == ledger.answered + reasons
                assert 0 <= ledger.effective <= ledger.answered + 1e-9


@few
@given(surveys(), banners, st.sampled_from([None, "w"]), st.randoms(use_true_random=False))
def test_the_order_of_respondents_changes_nothing(survey, by, weight, random):
    places = list(range(survey.n))
    random.shuffle(places)
    expected = tabulate(survey, by=by, weight=weight)
    assert tabulate(taken(survey, np.array(places)), by=by, weight=weight) == expected


@few
@given(surveys(), banners)
def test_a_weight_of_one_is_no_weight(survey, by):
    plain = tabulate(survey, by=by)
    ones = tabulate(weighed(survey, np.ones(survey.n)), by=by, weight="w")
    assert [table.blocks for table in ones] == [
        table.blocks for table in plain if table.name != "w"
    ]


@few
@given(surveys(), banners, st.sampled_from([1e-5, 0.1, 3.0, 1e8]))
def test_a_common_factor_of_the_weights_changes_no_share(survey, by, factor):
    once = tabulate(survey, by=by, weight="w")
    scaled = weighed(survey, survey.weights("w") * factor)
    again = tabulate(scaled, by=by, weight="w")
    for one, other in zip(cells(once), cells(again), strict=True):
        assert other.share == pytest.approx(one.share, abs=1e-12)
        assert (other.percent, other.count) == (one.percent, one.count)
    for one, other in zip(once, again, strict=True):
        for block, scaled_block in zip(one.blocks, other.blocks, strict=True):
            for mine, theirs in zip(block.statistics, scaled_block.statistics, strict=True):
                assert (mine is None) == (theirs is None)
                if mine is not None:
                    assert theirs.mean == pytest.approx(mine.mean, abs=1e-12)
                    assert theirs.median == mine.median


@few
@given(surveys(), st.sampled_from(["s", "o"]))
def test_a_column_is_the_table_of_its_respondents(survey, by):
    tables = tabulate(survey, by=by, weight="w", threshold=0)
    for place, category in enumerate(survey.codebook[by].categories):
        inside = np.flatnonzero(survey.columns[by].codes == place)
        alone = tabulate(taken(survey, inside), weight="w", threshold=0) if len(inside) else ()
        for table, part in zip(tables, alone, strict=False):
            assert table.columns[place + 1].name == category.name
            for block, own in zip(table.blocks, part.blocks, strict=True):
                assert block.bases[place + 1] == own.bases[0]
                assert block.statistics[place + 1] == own.statistics[0]
                if table.shape != NUMBERS:  # whose rows are the values that occur
                    assert [row[place + 1] for row in block.cells] == [row[0] for row in own.cells]


@few
@given(surveys())
def test_columns_of_a_banner_and_those_without_make_the_total(survey):
    without = tabulate(taken(survey, np.flatnonzero(survey.columns["s"].codes < 0)), threshold=0)
    for table, rest in zip(tabulate(survey, by="s", threshold=0), without, strict=True):
        bases = [*table.blocks[0].bases[1:], rest.blocks[0].bases[0]]
        assert sum(base.answered for base in bases) == table.blocks[0].bases[0].answered
        assert sum(base.interviews for base in bases) == survey.n


def test_names_that_differ_only_in_case_are_two_variables():
    lower = single("q1", "a b")
    survey = dataset([(lower, ["a"] * 9 + ["b"]), (replace(lower, name="Q1"), ["b"] * 10)])
    assert [table.blocks[0].cell("a").count for table in tabulate(survey)] == [9, 0]
