"""Tables of datasets that can be counted by hand."""

import pytest
from small_datasets import dataset, date, multiple, number, scale, single, text, words

from rundfrage.codebook import Battery
from rundfrage.codebook.shapes import CATEGORIES, RANKS, RATINGS, STEPS, WORDS
from rundfrage.errors import Problem
from rundfrage.tables import (
    Cell,
    Disclosure,
    Ledger,
    Note,
    Row,
    RowRole,
    Statistics,
    table_of,
    tabulate,
)
from rundfrage.tables.words import label

FIVE = "great good fair poor awful"


def column(block, place=0):
    """One column of a block as (row, count, percent)."""
    return [
        (row.name, cells[place].count, cells[place].percent)
        for row, cells in zip(block.rows, block.cells, strict=True)
    ]


def test_a_single_choice_is_counted_with_its_nets_and_its_ledger():
    variable = single("q1", "now once never", nets={"engaged": "now once"})
    table = table_of(
        dataset([(variable, ["now", "now", "now", "once", "never", "never", "-", "?", "!", ""])]),
        "q1",
    )
    block = table.blocks[0]
    assert table.shape == CATEGORIES
    assert table.title == words("q1?")
    assert [one.name for one in table.columns] == ["total"]
    assert table.columns[0].label == label("total")
    assert column(block) == [("now", 3, 50), ("once", 1, 17), ("never", 2, 33), ("engaged", 4, 67)]
    assert block.bases == (Ledger(10, 1, 1, 1, 1, 6, 6.0, 6.0),)
    assert block.bases[0].asked == 9
    assert block.statistics == (Statistics(),)
    assert block.disclosure == (Disclosure.SMALL,)
    assert table.notes == (Note("small", {"limit": "30"}),)


def test_a_scale_has_top_and_bottom_nets_and_the_mean_of_its_codes():
    answers = ["great"] * 5 + ["good"] * 3 + ["fair"] * 1 + ["poor"] * 0 + ["awful"] * 1 + ["", "-"]
    block = table_of(dataset([(scale("q2", FIVE), answers)]), "q2").blocks[0]
    assert column(block) == [
        ("great", 5, 50),
        ("good", 3, 30),
        ("fair", 1, 10),
        ("poor", 0, 0),
        ("awful", 1, 10),
        ("top2", 8, 80),
        ("bottom2", 1, 10),
    ]
    assert block.rows[5] == Row("top2", words("great / good"), RowRole.NET, ("great", "good"))
    assert block.statistics[0] == Statistics(mean=1.9, sd=pytest.approx(1.2866839377), median=1.5)


def test_a_multiple_choice_has_respondents_and_mentions_for_its_bases():
    variable = multiple("q3", "a b other none", nets={"any": "a b"})
    answers = ["a b", "a", "a other", "none", "b", "b a", "-", ""]
    block = table_of(dataset([(variable, answers)]), "q3").blocks[0]
    assert column(block) == [
        ("a", 4, 67),
        ("b", 3, 50),
        ("other", 1, 17),
        ("none", 1, 17),
        ("any", 5, 83),
    ]
    assert [row.role for row in block.rows] == [
        RowRole.CATEGORY,
        RowRole.CATEGORY,
        RowRole.OTHER,
        RowRole.NONE,
        RowRole.NET,
    ]
    assert [cells[0].share_of_mentions for cells in block.cells] == [
        4 / 8,
        3 / 8,
        1 / 8,
        None,
        None,
    ]
    assert block.statistics[0].mentions == 8 / 6
    assert block.bases[0].answered == 6


def test_a_battery_is_one_table_and_its_items_are_its_blocks():
    items = [scale("q4.info", FIVE), scale("q4.field", FIVE)]
    battery = Battery("q4", words("How good?"), RATINGS, ("q4.info", "q4.field"))
    small = dataset(
        [
            (items[0], ["great"] * 4 + ["awful"] * 2),
            (items[1], ["good"] * 5 + ["-"]),
        ],
        batteries=[battery],
    )
    (table,) = tabulate(small)
    assert (table.name, table.shape, table.title) == ("q4", RATINGS, words("How good?"))
    assert [block.name for block in table.blocks] == ["q4.info", "q4.field"]
    assert [block.statistics[0].mean for block in table.blocks] == [pytest.approx(14 / 6), 2.0]
    assert table_of(small, "q4") == table
    assert table_of(small, "q4.field").blocks == (table.blocks[1],)
    assert table_of(small, "q4.field").shape == STEPS


def test_a_ranking_shows_every_rank_and_the_mean_rank():
    names = ("q5.a", "q5.b", "q5.c")
    small = dataset(
        [
            (number("q5.a"), ["1", "1", "1", "2", "1", "1", ""]),
            (number("q5.b"), ["2", "2", "2", "1", "2", "2", ""]),
            (number("q5.c"), ["3", "3", "3", "3", "3", "3", ""]),
        ],
        batteries=[Battery("q5", words("Order?"), RANKS, names)],
    )
    (table,) = tabulate(small)
    assert table.shape == RANKS
    assert [column(block) for block in table.blocks] == [
        [("1", 5, 83), ("2", 1, 17), ("3", 0, 0)],
        [("1", 1, 17), ("2", 5, 83), ("3", 0, 0)],
        [("1", 0, 0), ("2", 0, 0), ("3", 6, 100)],
    ]
    assert [block.statistics[0].mean for block in table.blocks] == [
        pytest.approx(7 / 6),
        pytest.approx(11 / 6),
        3.0,
    ]


def test_numbers_have_a_row_each_and_a_summary():
    block = table_of(dataset([(number("age"), ["1", "2", "2", "5", "10", "-"])]), "age").blocks[0]
    assert column(block) == [
        ("1", 1, 20), ("2", 2, 40), ("3", 0, 0), ("4", 0, 0), ("5", 1, 20),
        ("6", 0, 0), ("7", 0, 0), ("8", 0, 0), ("9", 0, 0), ("10", 1, 20),
    ]  # fmt: skip
    assert block.statistics[0] == Statistics(
        mean=4.0, sd=pytest.approx(13.5**0.5), median=2.0, low=1.0, high=10.0,
        quartile1=2.0, quartile3=5.0,
    )  # fmt: skip


def test_many_numbers_are_put_into_classes_with_even_limits():
    block = table_of(dataset([(number("age"), [str(n) for n in range(18, 78)])]), "age").blocks[0]
    assert column(block)[:4] == [
        ("15_19", 2, 3), ("20_24", 5, 9), ("25_29", 5, 8), ("30_34", 5, 8),
    ]  # fmt: skip
    assert block.rows[0].label.into("en") == "15–19"
    assert sum(cells[0].percent for cells in block.cells) == 100
    assert sum(cells[0].count for cells in block.cells) == 60


def test_a_promoter_scale_has_its_three_groups_and_its_score():
    answers = ["10"] * 5 + ["9"] * 1 + ["8"] * 2 + ["0"] * 2
    block = table_of(dataset([(number("nps", low=0, high=10, nps=True), answers)]), "nps").blocks[0]
    assert [row.name for row in block.rows] == [
        *(str(value) for value in range(11)),
        "promoters",
        "passives",
        "detractors",
    ]
    assert column(block)[-3:] == [("promoters", 6, 60), ("passives", 2, 20), ("detractors", 2, 20)]
    assert block.statistics[0].nps == 40.0


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (["2020-09-23", "2020-09-25"], ["2020-09-23", "2020-09-24", "2020-09-25"]),
        (["2020-12-20", "2021-01-12"],
         ["2020-W51", "2020-W52", "2020-W53", "2021-W01", "2021-W02"]),
        (["2020-09-23", "2021-03-02"],
         ["2020-09", "2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03"]),
        (["2018-09-23", "2021-03-02"], ["2018", "2019", "2020", "2021"]),
        (["1990-01-01", "2014-03-02"],
         ["1990_1994", "1995_1999", "2000_2004", "2005_2009", "2010_2014"]),
        (["0004-01-01", "0499-12-31"],
         ["0_24", "25_49", "50_74", "75_99", "100_124", "125_149", "150_174", "175_199",
          "200_224", "225_249", "250_274", "275_299", "300_324", "325_349", "350_374", "375_399",
          "400_424", "425_449", "450_474", "475_499"]),
    ],
)  # fmt: skip
def test_dates_are_counted_by_day_week_month_or_year(days, names):
    block = table_of(dataset([(date("d"), [*days, days[0], ""])]), "d", threshold=1).blocks[0]
    assert [row.name for row in block.rows] == names
    assert [cells[0].count for cells in block.cells] == [2, *[0] * (len(names) - 2), 1]


def test_a_text_has_its_bases_only():
    table = table_of(dataset([(text("why"), ["so", "thus", "why not", "x", "y", "", "-"])]), "why")
    assert table.shape == WORDS
    assert table.blocks[0].rows == ()
    assert table.blocks[0].cells == ()
    assert table.blocks[0].bases == (Ledger(7, 1, 0, 0, 1, 5, 5.0, 5.0),)


def test_a_banner_splits_every_base_and_leaves_the_total_whole():
    answers = ["great"] * 6 + ["awful"] * 6 + ["fair"] * 2
    side = ["left"] * 6 + ["right"] * 5 + ["-", "", "left"]
    small = dataset([(scale("q", FIVE), answers), (single("side", "left right"), side)])
    table = tabulate(small, by="side", threshold=1)[0]
    block = table.blocks[0]
    assert table.banner == "side"
    assert [one.name for one in table.columns] == ["total", "left", "right"]
    assert [cell.count for cell in block.cells[0]] == [6, 6, 0]
    assert [cell.percent for cell in block.cells[4]] == [43, 0, 100]
    assert [base.answered for base in block.bases] == [14, 7, 5]


def test_columns_of_a_multiple_banner_overlap():
    answers = ["yes"] * 6 + ["no"] * 6
    marks = ["a b"] * 4 + ["a"] * 4 + ["b"] * 4
    small = dataset([(single("q", "yes no"), answers), (multiple("m", "a b"), marks)])
    table = tabulate(small, by="m", threshold=1)[0]
    assert [cell.count for cell in table.blocks[0].cells[0]] == [6, 6, 4]
    assert [base.answered for base in table.blocks[0].bases] == [12, 8, 8]
    assert Note("overlapping") in table.notes


def test_weights_weigh_shares_and_means_and_leave_counts_alone():
    small = dataset(
        [
            (scale("q", "a b c d"), ["a", "a", "b", "c", "d"]),
            (number("w"), ["2", "1", "1", "0.5", "0.5"]),
        ]
    )
    (table,) = tabulate(small, weight="w")
    block = table.blocks[0]
    assert table.weight == "w"
    assert Note("weighted", {"weight": "w"}) in table.notes
    assert block.cells[0][0] == Cell(count=2, weight=3.0, share=0.6, percent=60)
    assert block.statistics[0].mean == pytest.approx((3 + 2 + 1.5 + 2) / 5)
    assert block.bases[0] == Ledger(5, 0, 0, 0, 0, 5, 5.0, pytest.approx(25 / 6.5))


def test_a_battery_member_may_stand_on_top():
    items = [scale("q4.info", FIVE), scale("q4.field", FIVE)]
    battery = Battery("q4", words("How?"), RATINGS, ("q4.info", "q4.field"))
    answers = ["great"] * 6 + ["awful"] * 6
    small = dataset([(items[0], answers), (items[1], answers)], batteries=[battery])
    table = tabulate(small, by="q4.info")[0]
    assert [cell.percent for cell in table.blocks[1].cells[0]] == [50, 100, None, None, None, 0]


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_and_one_respondent_make_tables(n):
    small = dataset(
        [
            (single("s", "a b"), ["a"][:n]),
            (scale("o", FIVE), ["good"][:n]),
            (multiple("m", "a b", nets={"any": "a b"}), ["a b"][:n]),
            (number("v"), ["3"][:n]),
            (number("nps", nps=True, low=0, high=10), ["3"][:n]),
            (date("d"), ["2020-01-01"][:n]),
            (text("t"), ["x"][:n]),
        ]
    )
    for by in (None, "s", "m"):
        tables = tabulate(small, by=by)
        expected = {Disclosure.OPEN} if n == 0 else {Disclosure.SUPPRESSED}
        assert {table.blocks[0].disclosure[0] for table in tables} == expected
        if n:
            assert {base for table in tables for base in table.blocks[0].bases} == {None}
    for table in tabulate(small, threshold=0):
        assert table.blocks[0].bases[0].answered == n


def test_an_unanswered_question_has_a_base_of_zero_and_no_shares():
    block = table_of(dataset([(scale("q", FIVE), ["-"] * 9 + ["?"])]), "q").blocks[0]
    assert block.bases == (Ledger(10, 9, 1, 0, 0, 0, 0.0, 0.0),)
    assert {cells[0] for cells in block.cells} == {Cell(0, 0.0, None, None)}
    assert block.statistics == (Statistics(),)
    assert block.disclosure == (Disclosure.OPEN,)


@pytest.mark.trial
def test_three_hundred_categories():
    names = [f"c{place}" for place in range(300)]
    small = dataset([(single("q", " ".join(names)), names * 2)])
    block = tabulate(small, by="q", threshold=1)[0].blocks[0]
    assert sum(cells[0].percent for cells in block.cells) == 100
    assert [block.cells[place][place + 1].share for place in range(300)] == [1.0] * 300


@pytest.mark.parametrize(
    ("arguments", "code", "mend"),
    [
        ({"by": "sid"}, "unknown-variable", "Did you mean side?"),
        ({"weight": "wait"}, "unknown-variable", "Look at the list of its variables."),
        ({"by": "w"}, "banner-without-categories", "Name one of these: side"),
        ({"by": "t"}, "banner-without-categories", "Name one of these: side"),
        ({"weight": "side"}, "weight-not-numeric", "Name a numeric variable."),
    ],
)
def test_what_cannot_be_on_top_or_weigh_is_refused(arguments, code, mend):
    small = dataset([(single("side", "l r"), ["l"]), (number("w"), ["1"]), (text("t"), ["x"])])
    with pytest.raises(Problem) as caught:
        tabulate(small, **arguments)
    assert (caught.value.code, caught.value.mend) == (code, mend)


@pytest.mark.parametrize("bad", ["", "-1", "inf", "nan"])
def test_a_weight_that_is_missing_or_negative_is_refused(bad):
    small = dataset([(single("side", "l r"), ["l", "r"]), (number("w"), ["1", bad])])
    with pytest.raises(Problem) as caught:
        tabulate(small, weight="w")
    assert caught.value.code == "weight-unusable"


@pytest.mark.parametrize("bad", ["inf", "-inf", "nan", "2e15"])
def test_a_number_that_has_no_mean_is_refused(bad):
    with pytest.raises(Problem) as caught:
        tabulate(dataset([(number("v"), ["1", bad])]))
    assert caught.value.code == "number-not-finite"


def test_numbers_that_differ_beyond_twelve_digits_are_one():
    values = ["0.3", str(0.1 + 0.2), "0.5", "0.5", "-0"]
    block = table_of(dataset([(number("v"), values)]), "v").blocks[0]
    assert column(block) == [("0", 1, 20), ("0.3", 2, 40), ("0.5", 2, 40)]
    assert block.rows[1].label.into("de") == "0,3"


def test_a_limit_belongs_to_the_class_it_opens():
    values = [f"{tenth / 10:.1f}" for tenth in range(30)]
    block = table_of(dataset([(number("v"), values)]), "v").blocks[0]
    assert [(row.name, row.label.into("de")) for row in block.rows][:2] == [
        ("0_0.25", "0,00 – < 0,25"),
        ("0.25_0.5", "0,25 – < 0,50"),
    ]
    assert [cells[0].count for cells in block.cells] == [3, 2, 3, 2] * 3


def test_months_are_said_in_words():
    days = [f"2020-{one:02}-15" for one in range(1, 10)] * 4
    block = table_of(dataset([(date("v"), days)]), "v").blocks[0]
    assert [block.rows[8].label.into(one) for one in ("", "de", "en")] == [
        "2020-09", "Sept. 2020", "Sep 2020",
    ]  # fmt: skip


def test_simulated_answers_are_said_to_be_so():
    (table,) = tabulate(dataset([(single("q", "a b"), ["a"] * 40)], simulated=True))
    assert table.notes == (Note("simulated"),)
