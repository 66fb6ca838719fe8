"""What holds of all weights: targets are met, and nothing but answers and targets matters."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighting_samples import margin, survey

from proofs import examples
from rundfrage.errors import Problem
from rundfrage.stats.weighting import (
    Method,
    Settings,
    Unanswered,
    appraise,
    effect,
    weigh,
)
from rundfrage.stats.weighting.cells import SampleCells
from rundfrage.stats.weighting.targets import Axis
from rundfrage.stats.weighting.trimming import trim

METHODS = [
    Settings(Method.RAKE),
    Settings(Method.RAKE, (0.01, 100)),
    Settings(Method.LINEAR, (0.01, 100)),
    Settings(Method.LOGIT, (0.01, 100)),
]


@st.composite
def samples(draw):
    """Respondents in every combination of two variables, and shares not too far away."""
    extra = draw(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)), max_size=40))
    answers = [(a, b) for a in range(2) for b in range(3)] * 2 + extra
    answers = draw(st.permutations(answers))
    weights = draw(st.lists(st.floats(0.5, 4), min_size=len(answers), max_size=len(answers)))
    dataset = survey(
        {
            "side": ["lr"[a] for a, _ in answers],
            "age": ["omy"[b] for _, b in answers],
            "d": weights,
        }
    )
    shares = st.floats(0.5, 2)
    targets = (
        margin(dataset, "side", [draw(shares) for _ in range(2)]),
        margin(dataset, "age", [draw(shares) for _ in range(3)]),
    )
    return dataset, targets


@examples(25)
@given(samples(), st.sampled_from(METHODS), st.booleans())
def test_margins_hold_and_the_mean_is_one(sample, how, based):
    dataset, targets = sample
    found = weigh(dataset, targets, replace(how, base="d" if based else None))
    assert found.weights.sum() == pytest.approx(dataset.n, rel=1e-10)
    for table in appraise(dataset, found).margins:
        assert [row.after for row in table.rows] == pytest.approx(
            [row.target for row in table.rows], abs=1e-10
        )


@examples(15)
@given(samples(), st.sampled_from(METHODS), st.data())
def test_the_order_of_respondents_does_not_matter(sample, how, data):
    dataset, targets = sample
    order = np.array(data.draw(st.permutations(range(dataset.n))))
    columns = {
        name: type(one)(*(part[order] for part in vars(one).values()))
        for name, one in dataset.columns.items()
    }
    moved = weigh(replace(dataset, columns=columns), targets, replace(how, base="d"))
    plain = weigh(dataset, targets, replace(how, base="d"))
    assert moved.weights == pytest.approx(plain.weights[order], rel=1e-9)


@examples(15)
@given(samples(), st.sampled_from(METHODS), st.sampled_from([1e-3, 0.25, 1000.0]))
def test_a_common_factor_of_base_weights_does_not_matter(sample, how, factor):
    dataset, targets = sample
    values = dataset.columns["d"]
    scaled = replace(
        dataset,
        columns={**dataset.columns, "d": replace(values, values=values.values * factor)},
    )
    assert weigh(scaled, targets, replace(how, base="d")).weights == pytest.approx(
        weigh(dataset, targets, replace(how, base="d")).weights, rel=1e-9
    )


@examples(15)
@given(samples())
def test_raking_is_calibration_with_the_exponential(sample):
    dataset, targets = sample
    wide = Settings(Method.RAKE, (0.0, 1e9))
    assert weigh(dataset, targets, wide).weights == pytest.approx(
        weigh(dataset, targets).weights, rel=1e-8
    )


@examples(15)
@given(samples())
def test_bounds_are_kept(sample):
    dataset, targets = sample
    for method in (Method.RAKE, Method.LINEAR, Method.LOGIT):
        try:
            found = weigh(dataset, targets, Settings(method, (0.7, 1.5)))
        except Problem as problem:
            assert problem.code in {"margins-impossible", "weighting-not-converged"}
        else:
            assert found.weights.min() >= 0.7 - 1e-9
            assert found.weights.max() <= 1.5 + 1e-9


@given(
    st.lists(st.floats(0.05, 50), min_size=2, max_size=40),
    st.floats(0, 0.8),
    st.floats(1.3, 4),
)
def test_trimming_keeps_the_sum_and_the_limits(weights, low, high):
    before = np.array(weights)
    try:
        after, told = trim(before, low, high)
    except Problem as problem:
        assert problem.code == "trim-too-narrow"
        return
    mean = before.mean()
    assert after.sum() == pytest.approx(before.sum())
    assert after.min() >= low * mean * (1 - 1e-9)
    assert after.max() <= high * mean * (1 + 1e-9)
    assert told.lowered == (before > high * mean).sum()


def test_post_stratification_is_target_by_count():
    dataset = survey({"side": ["l"] * 30 + ["r"] * 10})
    found = weigh(dataset, [margin(dataset, "side", [50, 50])], Settings(Method.POSTSTRATIFY))
    assert found.weights.tolist() == [40 * 0.5 / 30] * 30 + [40 * 0.5 / 10] * 10


def test_those_without_an_answer_keep_their_share_and_the_others_meet_the_targets():
    dataset = survey({"side": ["l"] * 30 + ["r"] * 10 + [""] * 10})
    targets = [margin(dataset, "side", [50, 50])]
    kept = weigh(dataset, targets, Settings(unanswered=Unanswered.KEEP)).weights
    assert kept.tolist() == pytest.approx([20 / 30] * 30 + [2.0] * 10 + [1.0] * 10)
    dropped = weigh(dataset, targets, Settings(unanswered=Unanswered.DROP)).weights
    assert dropped.tolist() == pytest.approx([20 / 30] * 30 + [2.0] * 10 + [0.0] * 10)


def test_a_target_of_zero_leaves_its_respondents_out():
    dataset = survey({"side": ["l"] * 30 + ["r"] * 10 + ["x"] * 5})
    found = weigh(dataset, [margin(dataset, "side", [50, 50, 0])])
    assert found.weights.tolist() == pytest.approx([20 / 30] * 30 + [2.0] * 10 + [0.0] * 5)
    assert (found.outside, effect(found.weights).n) == (5, 40)


def test_many_variables_are_searched_and_not_looked_up():
    chance = np.random.default_rng(3)
    for width in (12, 60):
        rows = tuple(chance.integers(0, 3, 50).astype(np.int16) for _ in range(width))
        keys = np.unique(np.stack(rows), axis=1)
        cells = SampleCells(
            tuple(Axis(f"v{one}") for one in range(width)), tuple(keys), rows, *[np.zeros(0)] * 4
        )
        values = np.arange(keys.shape[1], dtype=float)
        for row, value in enumerate(cells.spread(values)):
            assert [one[row] for one in rows] == keys[:, int(value)].tolist()


def test_raking_that_creeps_is_finished_by_newton():
    dataset = survey({"q": list("aabb"), "p": list("xyxy"), "d": [1.0, 1e-4, 1e-4, 1.0]})
    targets = [margin(dataset, "q", [50.001, 49.999]), margin(dataset, "p", [49.999, 50.001])]
    found = weigh(dataset, targets, Settings(base="d"))
    assert all(table.furthest < 1e-11 for table in appraise(dataset, found).margins)
    assert len(found.solution.trail) < 200


def test_a_category_without_target_is_counted_over_all_cells():
    dataset = survey({"q": list("aabbxxx"), "p": list("vwvwvwv")})
    with pytest.raises(Problem) as caught:
        weigh(dataset, [margin(dataset, "q", {"a": 1, "b": 1}), margin(dataset, "p", [1, 1])])
    assert [one.found for one in caught.value.all] == [
        "3 respondents are in “x”, for which there is no target."
    ]


def test_kishs_design_effect_by_hand():
    found = effect(np.array([1.0, 1.0, 2.0, 0.0]))
    assert (found.n, found.weight) == (3, 4.0)
    assert found.effective == pytest.approx(16 / 6)
    assert found.design_effect == pytest.approx(3 * 6 / 16)


def test_a_banner_tells_what_weights_cost_in_each_group():
    dataset = survey({"side": ["l"] * 30 + ["r"] * 10, "sex": ["f", "m"] * 20, "d": [1.0] * 40})
    weighting = weigh(dataset, [margin(dataset, "side", [50, 50])])
    found = appraise(dataset, weighting, ["sex"])
    (banner,) = found.banners
    assert [(label.source, one.n) for label, one in banner.rows] == [("f", 20), ("m", 20)]
    assert sum(one.n for one in found.distribution.classes) == 40
    with pytest.raises(Problem) as caught:
        appraise(dataset, weighting, ["d"])
    assert caught.value.code == "dossier-without-categories"


@pytest.mark.parametrize(
    ("columns", "targets", "how", "code", "words"),
    [
        ({"q": "aab"}, {"q": [50, 25, 25]}, Settings(), "margin-cell-empty", "“c”"),
        ({"q": "aabx"}, {"q": {"a": 1, "b": 1}}, Settings(), "margin-category-unlisted", "“x”"),
        ({"q": ["a", "b", ""]}, {"q": [1, 1]}, Settings(), "margin-answers-missing", "1 of 3"),
        (
            {"q": "aaab", "p": "xxxy"},
            {"q": [50, 50], "p": [60, 40]},
            Settings(),
            "margins-impossible",
            "nearest",
        ),
        (
            {"q": "aaabab", "p": "xxxyyy"},
            {"q": [50, 50], "p": [50, 50]},
            Settings(),
            "weighting-not-converged",
            "(q: a, p: y)",
        ),
        (
            {"q": "aaab"},
            {"q": [50, 50]},
            Settings(Method.LOGIT, (0.5, 1.5)),
            "margins-impossible",
            "bounds",
        ),
        (
            {"q": "aaab", "p": "xxyy"},
            {"q": [50, 50], "p": [50, 50]},
            Settings(Method.POSTSTRATIFY),
            "poststratify-several-margins",
            "2 margins",
        ),
        ({"q": "ab"}, {"q": [1, 1]}, Settings(Method.LOGIT), "weighting-bounds", "none"),
        (
            {"q": "ab"},
            {"q": [1, 1]},
            Settings(Method.POSTSTRATIFY, (0.5, 2)),
            "weighting-bounds",
            "choice",
        ),
        ({"q": "ab"}, {"q": [1, 1]}, Settings(bounds=(2, 3)), "weighting-bounds", "2 and 3"),
        ({"q": "ab"}, {"q": [1, 1]}, Settings(trimming=(2, 3)), "trim-limits", "2 and 3"),
        (
            {"q": "aaaaaaaaabb", "p": "xxxxxxxxyxy"},
            {"q": [20, 80], "p": [20, 80]},
            Settings(Method.LINEAR),
            "weights-negative",
            "(q: a, p: x)",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_cell_named(columns, targets, how, code, words):
    dataset = survey({name: list(answers) for name, answers in columns.items()})
    if code == "margin-cell-empty":
        dataset = survey({"q": ["a", "a", "b", "c"]})
        dataset = replace(
            dataset,
            columns={"q": replace(dataset.columns["q"], codes=np.array([0, 0, 1], np.int16))},
            n=3,
        )
    margins = [margin(dataset, name, shares) for name, shares in targets.items()]
    with pytest.raises(Problem) as caught:
        weigh(dataset, margins, how)
    assert (caught.value.code, words in caught.value.found) == (code, True), caught.value.found
