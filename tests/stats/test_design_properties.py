"""What must hold of any design: order, scale, splitting, sums of domains, replicates."""

import numpy as np
import pytest
from design_samples import clustered, columns, scattered
from hypothesis import given
from hypothesis import strategies as st

from proofs import examples
from rundfrage.stats.averages import means, ratios, totals, variances
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Arrays
from rundfrage.stats.quantiles import quantiles
from rundfrage.stats.replicates import MadeReplicates, ReplicateKind
from rundfrage.stats.shares import choices, proportions

seeds = st.integers(0, 10_000)
few = examples(15)
DESIGNS = pytest.mark.parametrize("design_over", [clustered, scattered])


def figures(estimates):
    return np.array([[one.value, one.se, one.df, one.n] for one in estimates])


def same(one, other):
    np.testing.assert_allclose(figures(one), figures(other), rtol=1e-9, atol=1e-9)


ESTIMATES = {
    "means": lambda design: means(design, "x", by=["g"]),
    "totals": lambda design: totals(design, "x"),
    "ratios": lambda design: ratios(design, "x", "y", by=["q"]),
    "variances": lambda design: variances(design, "x"),
    "proportions": lambda design: proportions(design, "q", by=["g"]),
    "choices": lambda design: choices(design, ["a", "b"]),
    "quantiles": lambda design: quantiles(design, "x"),
}
EVERY = pytest.mark.parametrize("estimate", ESTIMATES.values(), ids=ESTIMATES.keys())


@DESIGNS
@EVERY
@few
@given(seed=seeds)
def test_the_order_of_rows_does_not_matter(design_over, estimate, seed):
    table = columns(seed)
    order = np.random.default_rng(seed).permutation(len(table["h"]))
    shuffled = {name: one[order] for name, one in table.items()}
    same(estimate(design_over(table)), estimate(design_over(shuffled)))


@DESIGNS
@EVERY
@few
@given(seed=seeds, factor=st.sampled_from([1e-3, 7.0, 1e6]))
def test_a_factor_of_all_weights_matters_to_totals_alone(design_over, estimate, seed, factor):
    table = columns(seed)
    scaled = figures(estimate(design_over({**table, "w": table["w"] * factor})))
    if estimate is ESTIMATES["totals"]:
        scaled[:, :2] /= factor
    np.testing.assert_allclose(scaled, figures(estimate(design_over(table))), rtol=1e-9)


@few
@given(seed=seeds)
def test_a_respondent_split_in_two_within_the_unit_is_the_same_respondent(seed):
    table = columns(seed)
    halves = {name: np.concatenate([one, one]) for name, one in table.items()}
    halves["w"] = halves["w"] / 2
    for name in ("means", "totals", "ratios", "proportions", "choices", "quantiles"):
        whole, split = (
            figures(ESTIMATES[name](clustered(table))),
            figures(ESTIMATES[name](clustered(halves))),
        )
        np.testing.assert_allclose(split[:, :3], whole[:, :3], rtol=1e-9)
        np.testing.assert_array_equal(split[:, 3], 2 * whole[:, 3])


@DESIGNS
@few
@given(seed=seeds)
def test_domains_add_up_to_the_whole_with_their_covariances(design_over, seed):
    design = design_over(columns(seed))
    parts, whole = totals(design, "x", by=["g"]), totals(design, "x")[0]
    together = parts.contrasts({("all",): [1.0] * len(parts)})[0]
    assert together.value == pytest.approx(whole.value, rel=1e-12)
    assert together.se == pytest.approx(whole.se, rel=1e-9)


@DESIGNS
@few
@given(seed=seeds)
def test_shares_add_up_to_one_without_uncertainty(design_over, seed):
    found = proportions(design_over(columns(seed)), "g")
    together = found.contrasts({("all",): [1.0] * len(found)})[0]
    assert together.value == pytest.approx(1, abs=1e-12)
    assert together.se == pytest.approx(0, abs=1e-7)


@few
@given(seed=seeds)
def test_respondents_are_units_whether_named_or_not(seed):
    table = columns(seed)
    named = Design(Arrays(table), "w", ("h",), ("id",))
    for estimate in ESTIMATES.values():
        same(estimate(scattered(table)), estimate(named))


@pytest.mark.parametrize("kind", [ReplicateKind.JKN, ReplicateKind.BRR, ReplicateKind.FAY])
@few
@given(seed=seeds)
def test_replicates_of_a_total_are_its_linearised_variance(kind, seed):
    table = columns(seed)
    paired = {name: one[table["u"] < 2] for name, one in table.items()}
    linear = clustered(paired)
    made = linear.with_replicates(MadeReplicates(kind, rho=0.3 if kind == "Fay" else 0.0))
    one, other = totals(linear, "x")[0], totals(made, "x")[0]
    assert (other.value, other.se) == pytest.approx((one.value, one.se), rel=1e-9)


def test_a_bootstrap_of_a_total_comes_near_its_linearised_variance():
    linear = clustered(columns(3))
    made = linear.with_replicates(MadeReplicates(ReplicateKind.BOOTSTRAP, count=4000))
    assert totals(made, "x")[0].se == pytest.approx(totals(linear, "x")[0].se, rel=0.05)


def test_two_bootstraps_of_one_seed_are_the_same():
    made = MadeReplicates(ReplicateKind.BOOTSTRAP, count=50, seed=4)
    design = clustered(columns(3)).with_replicates(made)
    other = clustered(columns(3)).with_replicates(made)
    one, two = means(design, "x")[0], means(other, "x")[0]
    # The order in which threads add up may change the last digit, other draws the second.
    assert two.value == pytest.approx(one.value, rel=1e-12)
    assert two.se == pytest.approx(one.se, rel=1e-12)
