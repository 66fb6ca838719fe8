"""One suite for every engine: Spark and PostgreSQL say what DuckDB says."""

import sys
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from design_samples import clustered, columns, scattered

from proofs import part, repeated
from rundfrage.errors import Problem
from rundfrage.stats.association import association
from rundfrage.stats.averages import means, ratios, totals, variances
from rundfrage.stats.engine import table_at
from rundfrage.stats.engine.distributed import connect
from rundfrage.stats.letters import share_letters
from rundfrage.stats.quantiles import quantiles
from rundfrage.stats.reference import certify
from rundfrage.stats.replicates import MadeReplicates, ReplicateKind, given_replicates
from rundfrage.stats.shares import choices, proportions

SPARK = "spark://local[2]"
TABLE = {**columns(4), "Q": columns(5)["x"], "r1": np.ones(60), "r2": np.arange(60.0) % 3}


@pytest.fixture(
    scope="module", params=[pytest.param("spark", marks=pytest.mark.trial), "postgresql"]
)
def address(request):
    """Spark on this machine, or a database of a PostgreSQL of the tests' own."""
    if request.param == "spark":
        return SPARK
    return request.getfixturevalue("postgresql_server").database()


@pytest.fixture(scope="module")
def stored(address, tmp_path_factory):
    """The sample as a table of the engine."""
    rows = pa.table(
        {
            name: pa.array(one, mask=np.isnan(one) if one.dtype.kind == "f" else None)
            for name, one in TABLE.items()
        }
    )
    if address == SPARK:
        path = tmp_path_factory.mktemp("spark") / "rows.parquet"
        pq.write_table(rows, path)
        return table_at(address, str(path))
    connect(address).create_table("rows", rows)
    return table_at(address, "rows")


def figures(estimates):
    return [
        (one.label, pytest.approx((one.value, one.se, one.df, one.n), rel=1e-9, abs=1e-12))
        for one in estimates
    ]


ESTIMATES = {
    "means": lambda design: means(design, "x", by=["g"]),
    "totals": lambda design: totals(design, "Q"),
    "ratios": lambda design: ratios(design, "x", "y"),
    "variances": lambda design: variances(design, "x"),
    "proportions": lambda design: proportions(design, "q", by=["g"]),
    "choices": lambda design: choices(design, ["a", "b"]),
    "quantiles": lambda design: quantiles(design, "x", [0.5]),
}


@pytest.mark.parametrize("design_over", [clustered, scattered])
@pytest.mark.parametrize("estimate", ESTIMATES.values(), ids=ESTIMATES.keys())
def test_every_engine_estimates_the_same(stored, design_over, estimate):
    design = design_over(TABLE)
    found = estimate(replace(design, source=stored))
    assert [(one.label, (one.value, one.se, one.df, one.n)) for one in found] == figures(
        estimate(design)
    )


@pytest.mark.parametrize(
    "replicates",
    [
        MadeReplicates(ReplicateKind.JKN),
        given_replicates(["r1", "r2"], ReplicateKind.OTHER, scale=0.5, combined=False),
    ],
    ids=["made", "given"],
)
def test_every_engine_has_the_same_replicates(stored, replicates):
    design = clustered(TABLE).with_replicates(replicates)
    (one,), (other,) = (means(each, "x")[:] for each in (design, replace(design, source=stored)))
    assert (other.value, other.se, other.df) == pytest.approx((one.value, one.se, one.df), rel=1e-9)


def test_every_engine_tests_and_letters_the_same(stored):
    design = clustered(TABLE)
    remote = replace(design, source=stored)
    one, other = association(design, "g", "q"), association(remote, "g", "q")
    assert (other.statistic, other.p) == pytest.approx((one.statistic, one.p), rel=1e-9)
    assert share_letters(remote, "q", "g").letters == share_letters(design, "q", "g").letters


def test_every_engine_knows_its_columns(stored):
    with pytest.raises(Problem) as raised:
        means(replace(clustered(TABLE), source=stored), "nowhere")
    assert raised.value.code == "column-unknown"
    with pytest.raises(Problem) as raised:
        means(replace(clustered(TABLE), source=stored), "g")
    assert raised.value.code == "column-not-numeric"


def test_a_table_that_is_not_there(address):
    with pytest.raises(Problem) as raised:
        table_at(address, "/nowhere/at/all")
    assert raised.value.code == "table-unknown"


def test_an_engine_that_is_unknown():
    with pytest.raises(Problem) as raised:
        table_at("abacus://here", "rows")
    assert raised.value.code == "engine-unknown"


@pytest.mark.parametrize("engine", [SPARK, "postgresql://nobody@localhost/nothing"])
def test_an_engine_whose_extra_is_not_installed(engine, monkeypatch):
    # None among the modules is Python's own way to say that there is none of that name.
    monkeypatch.setitem(sys.modules, "ibis", None)
    with pytest.raises(Problem) as raised:
        table_at(engine, "rows")
    assert raised.value.code == "engine-not-installed"


def test_an_engine_that_does_not_answer():
    with pytest.raises(Problem) as raised:
        table_at("postgresql://nobody@localhost:1/nothing", "rows")
    assert raised.value.code == "engine-unreachable"


@pytest.mark.trial
@repeated
@pytest.mark.parametrize(
    ("engine", "every"),
    [
        pytest.param("spark", 60, marks=pytest.mark.proof),
        ("postgresql", 1800 // part(450)),
    ],
)
def test_every_engine_is_certified(engine, every, postgresql):
    certificate = certify(SPARK if engine == "spark" else postgresql, every=every)
    assert [one for one in certificate.deviations if not one.within] == []
    assert len(certificate.deviations) > 1500 / every
    assert certificate.engine.startswith(engine)
