"""Numbers that stand apart from all others of a column: codes of missing answers, or doubted."""

import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.stray_codes import stray_codes

FORMATS = ("csv", "xlsx", "parquet", "json", "sav", "dta")
AGES = [18 + 8 * n % 63 for n in range(60)]
HOURS = [n % 61 for n in range(61)]
AMOUNTS = [900 + 137 * n for n in range(30)]


def counted(values):
    return {float(value): values.count(value) for value in dict.fromkeys(values)}


@pytest.mark.parametrize(
    ("values", "codes", "doubtful"),
    [
        ([*AGES, -1, -1], (-1,), ()),
        ([*AGES, -9, -8], (-9, -8), ()),
        ([*HOURS, -9], (-9,), ()),
        ([*HOURS, -1], (), (-1,)),
        ([*HOURS, *[-1] * 20], (-1,), ()),
        ([0, 0, 0, *AMOUNTS, -7, -7], (-7,), ()),
        ([*AGES, -1, -3, -24], (), (-3, -1)),
        ([*range(-3, 26)], (), (-3, -2, -1)),
        ([*range(-8, 26)], (), ()),
        ([*AGES, *[99] * 20], (), (99,)),
        ([*AGES, 99], (), ()),
        # 77 and 97 are numbers like those around them, whatever stands above them.
        ([*range(18, 76), 77, 98, *[99] * 6], (), (98, 99)),
        ([*range(0, 95, 3), 97, *[999] * 6], (), (999,)),
        ([*range(18, 90), 96, 97, *[99] * 6], (), (96, 97, 99)),
        ([*range(50), 88, 88, 88, 97, 120], (), ()),
        # Nobody was born in the year 0; people pay no rent, and work no hours.
        ([*range(1944, 2001), 0, 0, 9999], (), (0, 9999)),
        ([*range(150, 200), 0], (), (0,)),
        ([*range(500, 900, 10), 0, 0], (), ()),
        ([*range(20, 41), 0, 0], (), ()),
        ([*AMOUNTS, *[9999] * 5], (), (9999,)),
        ([0, 50, 100, 99, 20, 30, 98, 10], (), ()),
        ([1, 2, 3, 4, 5] * 5 + [9, 9], (), (9,)),
        ([1, 2, 3, 4, 5] * 5 + [8, 9], (), (8, 9)),
        ([1, 2, 3, 4, 5] * 5 + [99], (), (99,)),
        ([0, 1] * 20 + [9] * 3, (), (9,)),
        ([0] * 40 + [1] * 30 + [2] * 25 + [3] * 9 + [4] * 3 + [7], (), ()),
        ([*range(11)] * 3, (), ()),
        ([1, 2, 3, 4, 5, 6, 7] * 4, (), ()),
        # Codes as long as incomes, and as they stand in a column with decimals.
        ([*range(1000, 9000, 40), *[999999] * 5], (), (999999,)),
        ([*range(100, 900, 10), *[88888888] * 3], (), (88888888,)),
        ([n / 10 for n in range(180, 340)] + [99.9] * 4, (), (99.9,)),
        ([n / 10 for n in range(180, 340)] + [-99.9] * 4, (-99.9,), ()),
        ([n / 10 for n in range(-120, 340)] + [-999] * 40, (), (-999,)),
        ([n / 10 for n in range(-120, 340)], (), ()),
        ([n / 10 for n in range(700, 1100)], (), ()),
        # Given a few times where no neighbour is given, or in a gap as no other: maybe a code.
        ([*range(5, 46), 97, 97, 98, 99, 99, 99], (), (97, 98, 99)),
        ([*range(5, 46), 97, 98, 99], (), (97, 98, 99)),
        ([*range(41), 98, 98, 98, 99, 99], (), (98, 99)),
        *(([*range(41), *[99] * count], (), (99,)) for count in (2, 3, 4, 12)),
        *(([*range(18, 61), *[code] * 3], (), (code,)) for code in (77, 88, 97, 99)),
        ([*list(range(18, 61)) * 20, 99, 99], (), (99,)),
        ([*range(5, 61, 5), 88, 88], (), (88,)),
        ([*range(300, 801, 25), 998, 998, 999], (), (998, 999)),
        ([20, 30, 35, 38, 40, 99, 99], (), (99,)),
        ([*range(41), 70, *[99] * 3], (), (99,)),
        # Numbers like those around them, or as far from them as these are from each other.
        ([*range(41), 99], (), ()),
        ([*range(18, 93), 95, 99], (), ()),
        ([*list(range(18, 93)) * 9, 91, 91, 92, 96, 97], (), ()),
        ([*list(range(18, 88)) * 30, *range(88, 94), 96, 96], (), ()),
        ([*range(0, 96, 5), 99, 99], (), ()),
        ([*range(101), 97, 98, 99, 99, 99], (), ()),
        ([0, 10, 25, 50, 75, 90, 99, 99, 100, 100], (), ()),
        ([40, 55, 71, 83, 99, 99], (), ()),
        ([*range(-500, 20, 17), 20, 99, *range(112, 500, 19)], (), ()),
        ([*range(-480, 30, 40), 99, *range(130, 480, 40)], (), ()),
        ([*range(-90, 21, 10), 99], (), ()),
        ([*range(-500, 500, 17), 999, 999], (), (999,)),
        ([2, 5, 9, 99, 120, 260, 310, 480], (), ()),
        ([2, 3, 5, 9] * 9 + [99, 99, 450], (), (99,)),
    ],
)
def test_what_stands_apart_is_a_code_or_doubted(values, codes, doubtful):
    assert stray_codes(counted(values)) == (codes, doubtful)


@pytest.mark.parametrize(("count", "often"), [(1, "99 (once)"), (2, "99 (2 times)")])
def test_a_code_that_stands_there_once_is_said_to(tmp_path, count, often):
    path = tmp_path / "a.csv"
    path.write_text("kids\n" + "1\n2\n0\n3\n" * 9 + "99\n" * count, encoding="utf-8")
    assert any(
        one.startswith(f"{often} stands apart") for one in doubts(read_dataset(path), "kids")
    )


def written(folder, name, columns):
    frame = pd.DataFrame({"person": [1000 + 7 * n for n in range(120)]} | {
        one: [values[n % len(values)] for n in range(120)] for one, values in columns.items()
    })  # fmt: skip
    path = folder / f"answers.{name}"
    match name:
        case "csv":
            frame.to_csv(path, index=False)
        case "xlsx":
            frame.to_excel(path, index=False)
        case "parquet":
            frame.to_parquet(path)
        case "json":
            frame.to_json(path, orient="records")
        case "sav":
            pyreadstat.write_sav(frame, str(path))
        case "dta":
            pyreadstat.write_dta(frame, str(path))
    return path


COLUMNS = {
    "age": [*AGES[:55], -1, -1, -1, -1, -1],
    "hours": [*HOURS[:58], -1, -1],
    "rating": [1, 2, 3, 4, 5, 9],
    "owner": [0, 1, 0, 1, 0, 1, 1, 9],
    "member": [1, 2, 2, 1, -8],
}


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_one_rule(tmp_path, form):
    dataset = read_dataset(written(tmp_path, form, COLUMNS))
    missing = {one.column: one.missing for one in dataset.account.entries}
    assert missing["age"] == (("-1", 10),)
    assert missing["member"] == (("-8", 24),)
    assert missing["hours"] == missing["rating"] == missing["owner"] == ()
    for name, words in (
        ("age", "-1 (10 times) was taken for a missing answer"),
        ("hours", "-1 (4 times) is below zero, and was counted as a number. The mean is"),
        ("rating", "9 (20 times) stands apart"),
        ("owner", "9 (15 times) stands apart"),
        ("member", "-8 (24 times) was taken for a missing answer"),
    ):
        assert any(one.startswith(words) for one in doubts(dataset, name)), (name, words)
    for name in ("owner", "member"):
        assert dataset.codebook[name].type is VariableType.CATEGORICAL


SAID = {
    "as numbers": """
        [columns.age]
        type = "number"
        [columns.hours]
        type = "number"
        [columns.rating]
        type = "number"
        [columns.owner]
        type = "single choice"
        [columns.member]
        type = "single choice"
    """,
    "as answers": """
        [columns]
        age.missing = {}
        hours.missing = {}
        rating = { type = "scale", missing = {} }
        owner = { type = "single choice", missing = {} }
        member = { type = "single choice", missing = {} }
    """,
    "as missing": """
        [columns]
        age.missing = { "-1" = "refused" }
        hours.missing = { "-1" = "refused" }
        rating = { type = "scale", missing = { 9 = "dont_know" } }
        owner = { type = "single choice", missing = { 9 = "not_asked" } }
        member = { type = "single choice", missing = { "-8" = "dont_know" } }
    """,
}


@pytest.mark.parametrize("form", ["csv", "parquet", "sav", "dta"])
@pytest.mark.parametrize("said", SAID)
def test_a_line_of_the_codebook_file_settles_it(tmp_path, form, said):
    path = written(tmp_path, form, COLUMNS)
    path.with_name("answers.codebook.toml").write_text(SAID[said], encoding="utf-8")
    dataset = read_dataset(path)
    assert {name: doubts(dataset, name) for name in COLUMNS} == {name: [] for name in COLUMNS}
    answered = {name: int((dataset.columns[name].reasons == 0).sum()) for name in COLUMNS}
    missing = {"age": 10, "hours": 4, "rating": 20, "owner": 15, "member": 24}
    counted = said != "as missing"
    assert answered == {name: 120 - (0 if counted else missing[name]) for name in COLUMNS}


def test_a_code_beside_the_points_of_a_grid_is_no_point(tmp_path):
    rows = {f"q1_{row}": [1, 2, 3, 4, 5, 3, 2, code] for row, code in enumerate((9, -9, 99, 5), 1)}
    dataset = read_dataset(written(tmp_path, "csv", rows))
    steps = [one.label.source for one in dataset.codebook["q1_1"].categories]
    assert steps == ["1", "2", "3", "4", "5"]
    assert any("-9, 9, 99 (45 times)" in one for one in doubts(dataset, "q1_1"))
