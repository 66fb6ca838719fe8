"""Column letters: who lies above whom, adjusted, and where the usual test errs."""

import numpy as np
import pytest
from design_samples import clustered, columns
from scipy.stats import chi2_contingency

from rundfrage.stats.design import Design
from rundfrage.stats.engine import Arrays
from rundfrage.stats.letters import Adjustment, adjusted, mean_letters, share_letters
from rundfrage.stats.shares import proportions
from rundfrage.stats.significance import difference_test


def yes_by(*shares, n=400, seed=5, units=40):
    """Answers of `n` in each column with these shares of yes, drawn one by one."""
    chance = np.random.default_rng(seed)
    column = np.repeat(np.arange(len(shares)), n)
    answer = np.concatenate([(np.arange(n) < share * n) * 1 for share in shares])
    return {
        "column": np.array([f"c{one}" for one in column]),
        "answer": np.array(["no", "yes"])[answer],
        "mean": answer + chance.normal(0, 0.1, len(answer)),
        "u": chance.integers(0, units, len(answer)),
        "id": np.arange(len(answer)),
    }


def test_letters_name_the_columns_that_lie_below():
    found = share_letters(Design(Arrays(yes_by(0.5, 0.57, 0.7))), "answer", "column")
    assert found.names == {"c0": "A", "c1": "B", "c2": "C"}
    assert {key: letters for key, letters in found.letters.items() if key[0] == "yes"} == {
        ("yes", "c0"): "",
        ("yes", "c1"): "a",
        ("yes", "c2"): "AB",
    }
    assert found.letters["no", "c0"] == "bC"


def test_holm_takes_letters_away_that_many_pairs_give_by_chance():
    design = Design(Arrays(yes_by(0.5, 0.57, 0.5, 0.5)))
    plain = share_letters(design, "answer", "column", adjustment=Adjustment.NONE)
    held = share_letters(design, "answer", "column", adjustment=Adjustment.HOLM)
    assert plain.letters["yes", "c1"] == "acd"
    assert held.letters["yes", "c1"] == ""


def test_without_clusters_the_usual_test_agrees():
    found = share_letters(Design(Arrays(yes_by(0.5, 0.57, 0.7))), "answer", "column")
    assert [pair for pair in found.pairs if pair.disagrees] == []
    for pair in found.pairs:
        assert pair.usual == pytest.approx(pair.p, abs=0.01)


def test_where_clusters_answer_alike_the_usual_test_is_marked():
    table = yes_by(0.5, 0.59)
    # Columns are made of 8 units each, whose members all say the same or nearly so.
    table["u"] = np.repeat(np.arange(16), 50)
    found = share_letters(Design(Arrays(table), psu=("u",)), "answer", "column")
    (pair,) = [one for one in found.pairs if one.row == "yes"]
    assert pair.usual < 0.05 < pair.p
    assert pair.disagrees
    assert found.letters["yes", "c1"] == ""


def test_pairs_are_differences_of_the_estimates():
    design = clustered(columns(9, size=30))
    found = share_letters(design, "q", "g", adjustment=Adjustment.NONE)
    shares = proportions(design, "q", by=["g"])
    for pair in found.pairs:
        test = difference_test(shares, (pair.one, pair.row), (pair.other, pair.row))
        assert (pair.difference, pair.se, pair.p) == pytest.approx(
            (test.estimate, test.se, test.p), rel=1e-9
        )


def test_overlapping_columns_are_compared_with_their_covariance():
    table = columns(9, size=30)
    design = clustered(table)
    found = share_letters(design, "q", ["a", "b"], adjustment=Adjustment.NONE)
    marked = {mark: clustered({**table, "w": table["w"] * table[mark]}) for mark in ("a", "b")}
    (pair,) = [one for one in found.pairs if one.row == "yes"]
    alone = {mark: proportions(one, "q").of("yes") for mark, one in marked.items()}
    assert pair.difference == pytest.approx(alone["a"].value - alone["b"].value, rel=1e-9)
    same = share_letters(clustered({**table, "b": table["a"]}), "q", ["a", "b"])
    assert max(abs(one.difference) for one in same.pairs) == pytest.approx(0, abs=1e-12)


def test_letters_of_means():
    found = mean_letters(Design(Arrays(yes_by(0.5, 0.57, 0.7))), "mean", "column")
    assert found.letters["mean", "c2"] == "AB"
    assert found.letters["mean", "c0"] == ""


def test_adjusted_probabilities_are_rs():
    p = [0.01, 0.04, 0.03, 0.2]
    assert adjusted(p, Adjustment.HOLM).tolist() == pytest.approx([0.04, 0.09, 0.09, 0.2])
    assert adjusted(p, Adjustment.BH).tolist() == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.2])
    assert adjusted(p, Adjustment.NONE).tolist() == p


def test_what_has_no_probability_is_not_adjusted_for():
    p = [np.nan, 0.01, 0.04, np.nan, 0.03, 0.2]
    for how in Adjustment:
        known = adjusted([0.01, 0.04, 0.03, 0.2], how).tolist()
        assert adjusted(p, how).tolist() == pytest.approx(
            [np.nan, *known[:2], np.nan, *known[2:]], nan_ok=True
        )


@pytest.mark.parametrize("adjustment", Adjustment)
def test_columns_without_spread_take_no_letters_from_others(adjustment):
    """Two columns where all say yes differ from the third, and not from each other."""
    found = share_letters(
        Design(Arrays(yes_by(1.0, 1.0, 0.5))), "answer", "column", adjustment=adjustment
    )
    assert [found.letters["yes", one] for one in ("c0", "c1", "c2")] == ["C", "C", ""]
    apart = share_letters(Design(Arrays(yes_by(1.0, 0.0))), "answer", "column")
    assert (apart.letters["yes", "c0"], apart.letters["no", "c1"]) == ("B", "A")
    assert [one.disagrees for one in apart.pairs] == [False, False]
    same = share_letters(Design(Arrays(yes_by(1.0, 1.0))), "answer", "column")
    assert np.isnan([one.p for one in same.pairs]).all()


def groups(yes, n):
    """Groups of these sizes, so many of whom say yes; a number that is 5 for them, else 1 to 4."""
    column = np.repeat(np.arange(len(n)), n)
    answer = np.concatenate([np.arange(size) < one for one, size in zip(yes, n, strict=True)])
    number = np.where(answer, 5.0, np.arange(len(column)) % 4 + 1.0)
    return {
        "column": np.array([f"c{one}" for one in column]),
        "answer": np.array(["no", "yes"])[answer * 1],
        "number": number,
    }


@pytest.mark.parametrize(
    ("yes", "n"), [((12, 0), (100, 5)), ((1, 40), (3, 40)), ((20, 0), (400, 35))]
)
def test_a_share_without_spread_is_compared_by_pearsons_test(yes, n):
    """12 % of 100 is not above 0 % of 5: nobody of five is no certain zero."""
    found = share_letters(Design(Arrays(groups(yes, n))), "answer", "column")
    table = np.array([[one, size - one] for one, size in zip(yes, n, strict=True)])
    expected = chi2_contingency(table, correction=False).pvalue
    pair = next(one for one in found.pairs if one.row == "yes")
    assert pair.p == pytest.approx(expected, abs=0.02)
    assert (pair.p < 0.05) == (expected < 0.05) == bool("".join(found.letters.values()))


@pytest.mark.trial
def test_where_a_side_draws_no_yes_letters_are_no_more_frequent_than_promised():
    """Of samples with equal true shares, 5 % of 400 and of 35, few get a letter, zeros or not."""
    chance = np.random.default_rng(3)
    drawn = chance.binomial([400, 35], 0.05, size=(400, 2))
    lettered = [
        any(
            share_letters(
                Design(Arrays(groups(yes, (400, 35)))), "answer", "column"
            ).letters.values()
        )
        for yes in drawn
    ]
    zeros = drawn[:, 1] == 0
    assert zeros.sum() > 40
    assert np.mean(lettered) <= 0.09
    assert np.mean(np.array(lettered)[zeros]) == 0


def test_a_side_without_spread_has_at_least_the_design_effect_of_the_other():
    """Clusters that say the same count for less, also where all of them say no."""
    plain = groups((60, 0), (200, 40))
    units = {**plain, "u": np.arange(240) // 10}
    one = share_letters(Design(Arrays(plain)), "answer", "column").pairs[0]
    clustered = share_letters(Design(Arrays(units), psu=("u",)), "answer", "column").pairs[0]
    assert clustered.p > one.p
    assert clustered.se > one.se


def test_a_mean_without_spread_takes_that_of_the_others():
    few = groups((30, 3), (60, 3))
    found = mean_letters(Design(Arrays(few)), "number", "column")
    (pair,) = found.pairs
    other = few["number"][:60]
    assert pair.se == pytest.approx(np.sqrt(other.var() / 59 + other.var() * 60 / 59 / 3), rel=0.02)
    assert set(found.letters.values()) == {""}
