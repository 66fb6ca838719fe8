"""Condensed answers give the estimates of all answers, be they rows or groups of them."""

import numpy as np
import pytest
from design_samples import clustered, columns, scattered

from rundfrage.stats.averages import means, ratios, totals, variances
from rundfrage.stats.engine.condensed import Condensed
from rundfrage.stats.letters import mean_letters, share_letters
from rundfrage.stats.quantiles import quantiles
from rundfrage.stats.replicates import MadeReplicates, ReplicateKind
from rundfrage.stats.shares import choices, nets, proportions

ESTIMATES = {
    "means": lambda design: means(design, "x", by=["g"]),
    "mean": lambda design: means(design, "x"),
    "totals": lambda design: totals(design, "x"),
    "persons": lambda design: totals(design, by=["g"]),
    "ratios": lambda design: ratios(design, "x", "y"),
    "variances": lambda design: variances(design, "x"),
    "proportions": lambda design: proportions(design, "q", by=["g"]),
    "nets": lambda design: nets(design, "q", {"one": ["no"], "all": ["no", "yes"]}),
    "choices": lambda design: choices(design, ["a", "b"], by=["g"]),
}


@pytest.fixture(params=["rows", "groups"], autouse=True)
def few(request, monkeypatch):
    """Respondents are their own rows, or the engine is asked for groups."""
    if request.param == "groups":
        monkeypatch.setattr("rundfrage.stats.engine.condensed.FEW", 0)


@pytest.mark.parametrize("design_over", [clustered, scattered])
@pytest.mark.parametrize("estimate", ESTIMATES.values(), ids=ESTIMATES.keys())
def test_estimates_are_the_same(design_over, estimate):
    design = design_over(columns(4))
    # The column y is not among them, so that a ratio is asked of all answers.
    condensed = design.condensed(["q", "g", "x", "a", "b"])
    assert isinstance(condensed.source, Condensed)
    one, other = estimate(design), estimate(condensed)
    assert one.labels == other.labels
    np.testing.assert_allclose(other.values, one.values, rtol=1e-9)
    np.testing.assert_allclose(other.covariance, one.covariance, rtol=1e-8, atol=1e-13)
    np.testing.assert_array_equal(other.df, one.df)
    np.testing.assert_array_equal(other.n, one.n)


def test_quantiles_are_the_same():
    design = clustered(columns(4))
    one, other = (quantiles(each, "x", [0.5]) for each in (design, design.condensed(["x"])))
    assert [(each.value, each.se, each.n) for each in other] == [
        (each.value, pytest.approx(each.se, rel=1e-9), each.n) for each in one
    ]


def test_letters_are_the_same():
    design = clustered(columns(4))
    condensed = design.condensed(["q", "g", "x"])
    assert share_letters(condensed, "q", "g").letters == share_letters(design, "q", "g").letters
    assert mean_letters(condensed, "x", "g").letters == mean_letters(design, "x", "g").letters


def test_replicates_are_the_same():
    design = clustered(columns(4)).with_replicates(MadeReplicates(ReplicateKind.JKN))
    (one,), (other,) = (means(each, "x")[:] for each in (design, design.condensed(["x", "g"])))
    assert (other.value, other.se, other.df) == pytest.approx((one.value, one.se, one.df), rel=1e-9)
