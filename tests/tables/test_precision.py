"""The precision of tables: each row, column and statistic gets the estimate that belongs to it."""

import numpy as np
import pytest
from small_datasets import dataset, date, multiple, number, scale, single

from rundfrage.codebook import Battery
from rundfrage.codebook.shapes import RANKS
from rundfrage.errors import Problem
from rundfrage.stats.averages import means
from rundfrage.stats.letters import mean_letters, share_letters
from rundfrage.stats.shares import choices, nets, promoter_scores, proportions
from rundfrage.tables import table_of, tabulate
from rundfrage.tables.answers import answered, numbers, of_row
from rundfrage.tables.printers.wording import interval_words, percent_words
from rundfrage.tables.sampled import design_for, with_marks
from rundfrage.tables.sampling import Sampling
from rundfrage.tables.sampling_words import read_sampling
from rundfrage.tables.table import Disclosure
from rundfrage.text import Text

N = 240
CHANCE = np.random.default_rng(11)
SCHOOL = np.repeat(np.arange(24), 10)
SIDES = ["north" if one % 2 else "south" for one in SCHOOL]
OPINION = [str(one) for one in CHANCE.choice(["good", "fair", "poor", "bad", ""], N)]
NEEDS = [" ".join(n for n in ("time", "room", "money") if CHANCE.random() < 0.5) or "none"
         for _ in range(N)]  # fmt: skip
SCORE = [str(one) for one in CHANCE.integers(0, 11, N)]
AGE = [str(one) for one in CHANCE.integers(18, 80, N)]
DAY = [f"2026-03-{one:02d}" for one in CHANCE.integers(1, 15, N)]
WEIGHT = [f"{one:.2f}" for one in CHANCE.uniform(0.5, 2, N)]
SAMPLING = read_sampling("psu=school, weight=w")


@pytest.fixture(scope="module")
def survey():
    return dataset(
        [
            (single("side", "north south"), SIDES),
            (scale("opinion", "good fair poor bad"), OPINION),
            (multiple("needs", "time room money none", nets={"things": "room money"}), NEEDS),
            (number("score", nps=True, low=0, high=10), SCORE),
            (number("age"), AGE),
            (date("day"), DAY),
            (number("school"), [str(one) for one in SCHOOL]),
            (number("w"), WEIGHT),
        ]
    )


def block(survey, name, by=None, **more):
    return table_of(survey, name, by=by, weight="w", sampling=SAMPLING, **more).blocks[0]


def se(found):
    return pytest.approx(found.se, rel=1e-9)


def column_design(survey, **columns):
    return with_marks(design_for(survey, SAMPLING), columns)


def test_rows_of_a_scale_are_shares_and_nets_of_the_design(survey):
    codes = survey.columns["opinion"].codes
    design = column_design(survey, answer=codes)
    expected = proportions(design, "answer")
    joined = nets(design, "answer", {"top2": (0, 1), "bottom2": (2, 3)})
    found = block(survey, "opinion")
    assert [row.name for row in found.rows] == ["good", "fair", "poor", "bad", "top2", "bottom2"]
    assert [row[0].se for row in found.uncertainty.cells] == [
        *map(se, expected), *map(se, joined)
    ]  # fmt: skip
    mean = means(column_design(survey, x=np.where(codes >= 0, codes + 1.0, np.nan)), "x")[0]
    sure = found.uncertainty.statistics[0]["mean"]
    assert (sure.se, sure.low, sure.high) == (se(mean), pytest.approx(mean.low),
                                              pytest.approx(mean.high))  # fmt: skip


def test_columns_are_domains_and_letters_compare_them(survey):
    codes, sides = survey.columns["opinion"].codes, survey.columns["side"].codes
    design = column_design(survey, answer=codes, side=sides)
    expected = proportions(design, "answer", by=["side"])
    found = block(survey, "opinion", by="side")
    for row in range(4):
        for column in (0, 1):
            assert found.uncertainty.cells[row][column + 1].se == se(expected.of(column, row))
    letters = share_letters(design, "answer", "side")
    assert [[one.letters for one in row[1:]] for row in found.uncertainty.cells[:4]] == [
        [letters.letters[row, column] for column in (0, 1)] for row in range(4)
    ]


def test_a_question_has_no_letters_in_its_own_columns(survey):
    found = block(survey, "side", by="side")
    assert {one.letters for row in found.uncertainty.cells for one in row} == {""}


def test_marks_and_nets_of_a_multiple_choice_are_choices(survey):
    marks = survey.columns["needs"].marks
    design = column_design(
        survey, **{f"m{row}": mark for row, mark in enumerate((*marks, marks[1:3].max(axis=0)))}
    )
    expected = choices(design, [f"m{row}" for row in range(5)])
    found = block(survey, "needs")
    assert [row[0].se for row in found.uncertainty.cells] == list(map(se, expected))


def test_classes_of_numbers_and_days_are_shares_too(survey):
    for name in ("age", "day", "score"):
        found = block(survey, name)
        shares = [cells[0].share for cells in found.cells]
        for row, sure in enumerate(found.uncertainty.cells):
            there = answered(survey, found)
            mark = np.where(there, of_row(survey, found, row), np.nan)
            expected = means(column_design(survey, x=mark), "x")[0]
            assert (shares[row], sure[0].se) == (pytest.approx(expected.value), se(expected))
    assert len(block(survey, "age").rows) < 20


def test_a_promoter_score_has_its_own_interval(survey):
    values = survey.columns["score"].values
    expected = promoter_scores(column_design(survey, x=values.astype(float)), "x")[0]
    sure = block(survey, "score").uncertainty.statistics[0]["nps"]
    assert (sure.low, sure.high) == pytest.approx((expected.low, expected.high))


def test_means_get_letters(survey):
    values, sides = survey.columns["age"].values, survey.columns["side"].codes
    expected = mean_letters(column_design(survey, x=values.astype(float), s=sides), "x", "s")
    found = block(survey, "age", by="side").uncertainty.statistics
    assert [one["mean"].letters for one in found[1:]] == [
        expected.letters["x", column] for column in (0, 1)
    ]


def test_overlapping_columns_are_domains_of_their_marks(survey):
    marks = survey.columns["needs"].marks
    found = block(survey, "opinion", by="needs")
    design = column_design(survey, answer=survey.columns["opinion"].codes, room=marks[1])
    expected = proportions(design, "answer", by=["room"])
    assert found.uncertainty.cells[2][2].se == se(expected.of(1, 2))
    assert {one.letters for row in found.uncertainty.cells for one in row} <= {
        "", *"ABCDabcd", "AB", "Ab", "aB", "ab", "CD", "cd",
    }  # fmt: skip


def test_what_is_suppressed_has_no_precision_and_gives_nobody_a_letter():
    sides = ["north"] * 60 + ["east"] * 60 + ["west"] * 3 + ["south"] * 10
    yes = ["yes"] * 55 + ["no"] * 5 + ["yes"] * 5 + ["no"] * 55 + ["no"] * 13
    survey = dataset(
        [(single("q", "yes no"), yes), (single("side", "north east west south"), sides)]
    )
    table = table_of(survey, "q", by="side", sampling=Sampling())
    assert [one.letter for one in table.columns] == ["", "A", "B", "C", "D"]
    first = table.blocks[0].uncertainty.cells[0]
    assert [one is None for one in first] == [False, False, False, True, True]
    assert first[1].letters == "B"


def test_a_survey_without_answers_has_none():
    empty = dataset([(scale("opinion", "good fair poor bad"), [""] * 10)])
    table = table_of(empty, "opinion", sampling=Sampling())
    assert (table.method, table.blocks[0].uncertainty) == (None, None)


def test_items_of_rankings_are_numbers():
    ranks = [[str(one) for one in ranks] for ranks in
             np.array([CHANCE.permutation(3) + 1 for _ in range(60)]).T]  # fmt: skip
    names = ["r.a", "r.b", "r.c"]
    made = dataset(
        [(number(name, battery="r"), some) for name, some in zip(names, ranks, strict=True)],
        batteries=[Battery("r", Text.of("r", "en"), RANKS, tuple(names))],
    )
    (table,) = tabulate(made, sampling=Sampling())
    for one in table.blocks:
        assert len(one.uncertainty.cells) == 3
        assert one.uncertainty.statistics[0]["mean"].n == 60
        assert numbers(made, one).mean() == pytest.approx(one.statistics[0].mean)


def test_without_a_design_nothing_is_said(survey):
    table = table_of(survey, "opinion", weight="w", by="side")
    assert (table.method, table.blocks[0].uncertainty) == (None, None)
    assert {one.letter for one in table.columns} == {""}


def test_a_column_that_is_not_there_is_named(survey):
    with pytest.raises(Problem) as caught:
        table_of(survey, "opinion", sampling=Sampling(psu=("scool",)))
    assert caught.value.code == "design-column-unknown"
    assert caught.value.mend == "Did you mean school?"


def lines_of(table):
    (block,) = table.blocks
    cells, sure = ([row[0] for row in rows] for rows in (block.cells, block.uncertainty.cells))
    return [
        (percent_words(one, Disclosure.OPEN, "en"),
         interval_words(one, known, Disclosure.OPEN, "en"))
        for one, known in zip(cells, sure, strict=True)
    ]  # fmt: skip


def test_what_the_design_fixes_has_no_interval():
    """The share of a stratum is not left to chance, however it is rounded."""
    places = ["north"] * 99 + ["east"] * 33 + ["west"] * 66
    survey = dataset(
        [(single("place", "north east west"), places),
         (number("w"), [f"{0.1 + len(one) / 7:.6f}" for one in places]),
         (number("same"), ["7.3"] * len(places))]
    )  # fmt: skip
    sampling = read_sampling("strata=place, weight=w")
    table = table_of(survey, "place", weight="w", sampling=sampling)
    assert [words for _, words in lines_of(table)] == ["–", "–", "–"]
    assert [(one[0].se, one[0].effective) for one in table.blocks[0].uncertainty.cells] == [
        (0.0, None)
    ] * 3
    constant = table_of(survey, "same", weight="w", sampling=sampling).blocks[0]
    assert constant.uncertainty.statistics[0]["mean"].low is None


def test_a_narrow_interval_reaches_up_to_the_printed_share():
    """Of 16.4, 16.4, 16.4, 16.4, 16.4 and 18 % some are printed 17, for all to make 100."""
    names = [*"abcde"] * 82_000 + ["f"] * 90_000
    table = table_of(
        dataset([(single("q", "a b c d e f"), names)]), "q", sampling=Sampling(interval="wald")
    )
    assert lines_of(table)[:5] == [("17%", "16–17%")] * 2 + [("16%", "16–17%")] * 3
