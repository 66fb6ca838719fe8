"""Standard errors after calibration agree with R's (golden/calibrate.R makes the values)."""

import json
from pathlib import Path

import numpy as np
import pytest

from rundfrage.errors import Problem
from rundfrage.stats.averages import means, ratios, totals
from rundfrage.stats.calibrated import Calibration
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Arrays
from rundfrage.stats.reference.designs import answers
from rundfrage.stats.replicates import MadeReplicates, ReplicateKind
from rundfrage.stats.shares import proportions

GOLDEN = json.loads((Path(__file__).parent / "golden" / "calibrated.json").read_text("utf-8"))
MARGINS = {
    "linear": (("stype",), ("sch.wide",)),
    "raking": (("stype",), ("sch.wide",)),
    "logit": (("stype",), ("sch.wide",)),
    "types": (("stype",),),
    "cells": (("stype", "sch.wide"),),
}
STATISTICS = {
    "mean": lambda design: means(design, "api00"),
    "total": lambda design: totals(design, "enroll"),
    "ratio": lambda design: ratios(design, "api.stu", "enroll"),
    "means": lambda design: means(design, "api00", by=["comp.imp"]),
    "shares": lambda design: proportions(design, "comp.imp"),
    "counts": lambda design: totals(design, by=["stype"]),
}


def schools(method, **more):
    columns = {**answers("apiclus1").columns, "w": np.array(GOLDEN[method]["weights"])}
    calibration = Calibration(MARGINS[method], "pw")
    return Design(Arrays(columns), "w", (), ("dnum",), ("fpc",), calibration=calibration, **more)


@pytest.mark.parametrize("method", MARGINS)
def test_the_variance_after_calibration_is_that_of_r(method):
    design = schools(method)
    found = {
        (name, one.label[0] if one.label else ""): (one.value, one.se)
        for name, statistic in STATISTICS.items()
        for one in statistic(design)
    }
    expected = {
        (one["statistic"], one["label"]): (
            pytest.approx(one["value"], rel=1e-9),
            # What the margins fix varies by nothing but rounding.
            pytest.approx(one["se"], rel=1e-9, abs=1e-6 if one["statistic"] == "counts" else 0),
        )
        for one in GOLDEN[method]["values"]
    }
    assert found == expected


def test_condensed_answers_have_the_same_variance():
    design = schools("linear")
    few = design.condensed(["comp.imp"])
    ones = [(one.value, one.se) for one in proportions(few, "comp.imp")]
    others = [(one.value, one.se) for one in proportions(design, "comp.imp")]
    np.testing.assert_allclose(ones, others, rtol=1e-9)


def test_calibration_needs_units_and_everybody_in_a_category():
    with pytest.raises(Problem) as raised:
        schools("linear", replicates=MadeReplicates(ReplicateKind.JK1))
    assert raised.value.code == "calibration-without-units"
    columns = {"x": np.arange(4.0), "u": np.arange(4), "m": np.array(["a", "b", None, "a"], object)}
    design = Design(Arrays(columns), psu=("u",), calibration=Calibration((("m",),)))
    with pytest.raises(Problem) as raised:
        means(design, "x")
    assert raised.value.code == "calibration-incomplete"
