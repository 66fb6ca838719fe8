"""Tables of weights that meet margins: the variance of residuals, also of joined and left out."""

from dataclasses import replace

import numpy as np
import pytest
from small_datasets import dataset, number, single

from rundfrage.errors import Problem
from rundfrage.stats.weighting import margin_codes, read_margins
from rundfrage.tables import table_of
from rundfrage.tables.sampling_words import read_sampling

N = 120
CHANCE = np.random.default_rng(31)
KINDS = CHANCE.choice(["a", "b", "c"], N, p=[0.5, 0.3, 0.2])
AGES = CHANCE.integers(18, 80, N)
SCORES = np.round(CHANCE.normal(50, 5, N) + 20 * (KINDS == "a"), 1)
MARGINS = """\
variable,category,share
kind,a,40
kind,b|c,60
"""
DESIGN = "weight=w, margins=margins.csv"


def survey(folder, weights, margins=MARGINS, kinds=KINDS):
    (folder / "margins.csv").write_text(margins, encoding="utf-8")
    made = dataset(
        [
            (single("kind", "a b c"), list(kinds)),
            (number("age"), [str(one) for one in AGES]),
            (number("score"), [str(one) for one in SCORES]),
            (number("w"), [repr(float(one)) for one in weights]),
        ]
    )
    return replace(made, source=str(folder / "answers.csv"))


def meeting(groups, shares):
    """Weights by which each group has its share; 0 for those in none."""
    weights = np.zeros(N)
    for group, share in zip(groups, shares, strict=True):
        weights[group] = share * N / group.sum()
    return weights


def sure(answers, words=DESIGN):
    sampling = read_sampling(words)
    table = table_of(answers, "score", weight="w", sampling=sampling)
    return table.blocks[0].uncertainty.statistics[0]["mean"]


def expected(weights, groups):
    """The root of n / (n - 1) times the sum of w^2 e^2, e the distance from the group's mean."""
    residuals = np.zeros(N)
    for group in groups:
        residuals[group] = SCORES[group] - SCORES[group].mean()
    scores = weights * residuals / weights.sum()
    return np.sqrt(N / (N - 1) * ((scores - scores.mean()) ** 2).sum())


def test_only_what_varies_within_targets_is_uncertain(tmp_path):
    groups = [KINDS == "a", KINDS != "a"]
    weights = meeting(groups, [0.4, 0.6])
    found = sure(survey(tmp_path, weights))
    assert found.se == pytest.approx(expected(weights, groups), rel=1e-9)
    plain = sure(survey(tmp_path, weights), "weight=w")
    assert found.se < 0.7 * plain.se


def test_who_took_no_part_has_no_residual(tmp_path):
    """Weights of zero: an answer that is needed was missing, or a target is zero."""
    kinds = np.where(np.arange(N) % 11 == 0, "", KINDS)
    groups = [kinds == "a", (kinds == "b") | (kinds == "c")]
    weights = meeting(groups, [0.4, 0.6])
    found = sure(survey(tmp_path, weights, kinds=kinds))
    assert found.se == pytest.approx(expected(weights, groups), rel=1e-9)


def test_classes_of_numbers_are_targets(tmp_path):
    margins = "variable,category,share\nage,..39,30\nage,40..59,45\nage,60..,25\n"
    groups = [AGES <= 39, (AGES >= 40) & (AGES <= 59), AGES >= 60]
    weights = meeting(groups, [0.3, 0.45, 0.25])
    found = sure(survey(tmp_path, weights, margins))
    assert found.se == pytest.approx(expected(weights, groups), rel=1e-9)


def test_codes_of_margins(tmp_path):
    """Who is kept without an answer stands after the targets, and who weighs nothing after them."""
    kinds = np.where(np.arange(N) % 11 == 0, "", KINDS)
    later = np.arange(N) >= 5
    groups = [kinds == "a", (kinds == "b") | (kinds == "c"), kinds == ""]
    weights = meeting([group & later for group in groups], [0.4, 0.6, 0.1])
    answers = survey(tmp_path, weights, MARGINS, kinds)
    margins = read_margins(tmp_path / "margins.csv", answers.codebook)
    (codes,) = margin_codes(answers, margins, weights)
    assert codes[:5].tolist() == [3] * 5
    places = {"a": 0, "b": 1, "c": 1, "": 2}
    assert codes[5:].tolist() == [places[one] for one in kinds[5:]]


def test_weights_that_were_trimmed_do_not_meet_their_margins(tmp_path):
    weights = meeting([KINDS == "a", KINDS != "a"], [0.41, 0.59])
    with pytest.raises(Problem) as raised:
        sure(survey(tmp_path, weights))
    assert [one.code for one in raised.value.all] == ["calibration-unmet"] * 2
    assert raised.value.found == "With these weights “a” is 41 %, and its target is 40 %."
