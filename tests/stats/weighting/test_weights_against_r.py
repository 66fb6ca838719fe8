"""Every method gives the weights of R's `survey` on its api data (golden.R made golden.json)."""

import json
from pathlib import Path

import numpy as np
import pytest
from weighting_samples import margin, survey

from rundfrage.stats.weighting import Method, Settings, effect, weigh

GOLDEN = json.loads((Path(__file__).parent / "golden.json").read_text(encoding="utf-8"))
CASES = {case["name"]: case for case in GOLDEN["cases"]}
ITERATED, CLOSED = 1e-6, 1e-9
SAMPLES = {name: survey(columns) for name, columns in GOLDEN["samples"].items()}


def test_there_are_enough_cases_of_each_method():
    assert len(CASES) >= 150
    assert {case["method"] for case in CASES.values()} == {one.value for one in Method}
    assert sum(len(case["weights"]) for case in CASES.values()) > 20_000


@pytest.mark.parametrize("name", CASES)
def test_weights_are_those_of_r(name):
    case = CASES[name]
    dataset = SAMPLES[case["sample"]]
    margins = [
        margin(
            dataset,
            "*".join(one["variables"]),
            dict(zip(one["categories"], one["counts"], strict=True)),
        )
        for one in case["margins"]
    ]
    settings = Settings(
        Method(case["method"]),
        bounds=tuple(case["bounds"]) if case["bounds"] else None,
        trimming=tuple(case["trim"]) if case["trim"] else None,
        base="pw" if case["based"] else None,
    )
    found = weigh(dataset, margins, settings).weights
    closed = case["method"] == "poststratify" or (case["method"] == "linear" and not case["bounds"])
    assert found == pytest.approx(np.array(case["weights"]), rel=CLOSED if closed else ITERATED)
    assert effect(found).design_effect == pytest.approx(case["kish"], rel=ITERATED)
