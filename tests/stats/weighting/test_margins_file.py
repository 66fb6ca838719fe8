"""The targets as a user writes them, read or refused with the row named."""

import numpy as np
import pytest

from rundfrage.dataset.files import read_dataset
from rundfrage.errors import Problem
from rundfrage.stats.weighting import read_margins, weigh
from rundfrage.stats.weighting.agreement import agreeing

ANSWERS = "sex,school,age,note\n" + "".join(
    f"{sex},{school},{age},\n"
    for sex in ("female", "male")
    for school in ("none", "basic", "high")
    for age in (18, 30, 45, 70)
)


@pytest.fixture
def dataset(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(ANSWERS, encoding="utf-8")
    return read_dataset(path)


@pytest.fixture
def read(dataset, tmp_path):
    def margins(text):
        path = tmp_path / "margins.csv"
        path.write_text(text, encoding="utf-8")
        return read_margins(path, dataset.codebook)

    return margins


def told(margin):
    return [(one.label.source, round(one.share, 6)) for one in margin.targets]


def test_percentages(read):
    (margin,) = read("variable,category,share\nsex,female,51.2\nsex,male,48.8\n")
    assert (margin.name, told(margin)) == ("sex", [("female", 0.512), ("male", 0.488)])


def test_fractions_counts_and_signs_of_percent(read):
    (margin,) = read("variable,category,share\nsex,female,0.25\nsex,male,0.75\n")
    assert told(margin) == [("female", 0.25), ("male", 0.75)]
    (margin,) = read("Variable,Category,Count\nsex,female,300\nsex,male,900\n")
    assert (margin.counted, margin.total, told(margin)) == (
        True, 1200, [("female", 0.25), ("male", 0.75)],
    )  # fmt: skip
    (margin,) = read("variable;category;share\nsex;female;25,5 %\nsex;male;74,5%\n")
    assert told(margin) == [("female", 0.255), ("male", 0.745)]


def test_figures_that_rounding_explains_are_scaled(read):
    (margin,) = read(
        "variable,category,share\nschool,none,33.3\nschool,basic,33.3\nschool,high,33.3\n"
    )
    assert (margin.total, [share for _, share in told(margin)]) == (99.9, [0.333333] * 3)


def test_classes_of_a_number_hold_both_ends(read, dataset):
    margins = read("variable,category,share\nage,..30,50\nage,31..45,20\nage,46..,30\n")
    weights = weigh(dataset, margins).weights
    assert weights[:4].tolist() == pytest.approx([1.0, 1.0, 0.8, 1.2])


def test_joined_and_crossed_categories(read):
    (margin,) = read(
        "variable,category,share\n"
        "school*sex,none|basic*female,20\nschool*sex,high*female,30\n"
        "school*sex,none|basic|high*male,50\n"
    )
    assert [one.joins for one in margin.targets] == [True, False, True]
    assert told(margin)[0] == ("none / basic × female", 0.2)
    assert np.bincount(margin.levels().ravel()).tolist() == [2, 1, 3]


def test_margins_that_share_a_variable_agree_after_rounding(read):
    margins = agreeing(
        read(
            "variable,category,share\nsex,female,51.24\nsex,male,48.76\n"
            "sex*school,female*none,17\nsex*school,female*basic,17\nsex*school,female*high,17\n"
            "sex*school,male*none,16\nsex*school,male*basic,16\nsex*school,male*high,17\n"
        )
    )
    assert sum(one.share for one in margins[1].targets[:3]) == pytest.approx(0.5124, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("variable,category\nsex,female\n", "margins-columns", 1),
        ("variable,category,share,count\nsex,female,1,2\n", "margins-columns", 1),
        ("variable,category,share\n", "margins-none", None),
        ("variable,category,share\nsx,female,100\n", "margin-variable-unknown", 2),
        ("variable,category,share\nnote,x,100\n", "margin-variable-unfit", 2),
        ("variable,category,share\nsex*sex,male*male,100\n", "margin-variable-unfit", 2),
        ("variable,category,share\nsex,female,50\nsex,man,50\n", "margin-category-unknown", 3),
        ("variable,category,share\nsex*school,male,50\n", "margin-category-unknown", 2),
        ("variable,category,share\nage,old,50\n", "margin-category-unknown", 2),
        ("variable,category,share\nage,50..20,50\n", "margin-category-unknown", 2),
        ("variable,category,share\nage,..30,50\nage,30..,50\n", "margin-category-twice", 2),
        ("variable,category,share\nsex,male,50\nsex,male,50\n", "margin-category-twice", 3),
        ("variable,category,share\nsex,male,half\n", "margin-not-a-number", 2),
        ("variable,category,share\nsex,male,-1\n", "margin-not-a-number", 2),
        ("variable,category,share\nsex,male,60\nsex,female,45\n", "margin-sum", 2),
        ("variable,category,count\nsex,male,0\nsex,female,0\n", "margin-sum", 2),
        (
            "variable,category,count\nsex,male,50\nsex,female,50\nage,..99,200\n",
            "margins-contradict",
            4,
        ),
        (
            (
                "variable,category,share\nsex,male,50\nsex,female,50\n"
                "sex*age,male*..99,40\nsex*age,female*..99,60\n"
            ),
            "margins-contradict",
            4,
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_row(read, text, code, line):
    with pytest.raises(Problem) as caught:
        agreeing(read(text))
    assert (caught.value.code, caught.value.where.line) == (code, line)


def test_all_that_is_wrong_is_told_at_once(read):
    with pytest.raises(Problem) as caught:
        read("variable,category,share\nsex,man,1\nsex,woman,x\nschool,none,7\n")
    assert [one.code for one in caught.value.all] == [
        "margin-category-unknown", "margin-not-a-number", "margin-sum",
    ]  # fmt: skip


def test_no_file(dataset, tmp_path):
    with pytest.raises(Problem) as caught:
        read_margins(tmp_path / "absent.csv", dataset.codebook)
    assert caught.value.code == "no-such-file"
