"""One suite for every engine: Spark and PostgreSQL say what DuckDB says.

They run where their extras are installed: `pip install rundfrage[spark,postgresql]`. Spark needs
Java 17; PostgreSQL is found by its address in RUNDFRAGE_TEST_POSTGRESQL, and gets tables of its
own in it.
"""

import importlib
import importlib.util
import os
import shutil
import uuid
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from samples import clustered, columns, scattered

from rundfrage.errors import Problem
from rundfrage.stats.association import association
from rundfrage.stats.averages import means, ratios, totals, variances
from rundfrage.stats.engine import table_at
from rundfrage.stats.engine.distributed import connect
from rundfrage.stats.letters import share_letters
from rundfrage.stats.quantiles import quantiles
from rundfrage.stats.replicates import MadeReplicates, ReplicateKind, given_replicates
from rundfrage.stats.shares import choices, proportions

POSTGRESQL = os.environ.get("RUNDFRAGE_TEST_POSTGRESQL", "")
INSTALLED = {name: importlib.util.find_spec(name) is not None for name in ("ibis", "pyspark")}
ENGINES = [
    pytest.param(
        "spark://local[2]",
        marks=pytest.mark.skipif(
            not all(INSTALLED.values()) or shutil.which("java") is None,
            reason="needs rundfrage[spark] and Java 17",
        ),
    ),
    pytest.param(
        POSTGRESQL,
        marks=pytest.mark.skipif(
            not INSTALLED["ibis"] or not POSTGRESQL,
            reason="needs rundfrage[postgresql] and RUNDFRAGE_TEST_POSTGRESQL",
        ),
    ),
]
TABLE = {**columns(4), "Q": columns(5)["x"], "r1": np.ones(60), "r2": np.arange(60.0) % 3}


@pytest.fixture(scope="module", params=ENGINES)
def stored(request, tmp_path_factory):
    """The sample as a table of the engine."""
    address = request.param
    rows = pa.table(
        {
            name: pa.array(one, mask=np.isnan(one) if one.dtype.kind == "f" else None)
            for name, one in TABLE.items()
        }
    )
    if address.startswith("spark"):
        path = tmp_path_factory.mktemp("spark") / "rows.parquet"
        pq.write_table(rows, path)
        yield table_at(address, str(path))
        return
    connection = connect(address)
    name = f"rows_{uuid.uuid4().hex}"
    connection.create_table(name, rows)
    yield table_at(address, name)
    with importlib.import_module("psycopg").connect(address) as plain:
        plain.execute(f'drop table "{name}"')


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


@pytest.mark.parametrize("address", ENGINES)
def test_a_table_that_is_not_there(address):
    with pytest.raises(Problem) as raised:
        table_at(address, "/nowhere/at/all")
    assert raised.value.code == "table-unknown"


def test_an_engine_that_is_unknown():
    with pytest.raises(Problem) as raised:
        table_at("abacus://here", "rows")
    assert raised.value.code == "engine-unknown"


@pytest.mark.skipif(INSTALLED["ibis"], reason="the extras are installed")
@pytest.mark.parametrize("address", ["spark://local", "postgresql://nobody@localhost/nothing"])
def test_an_engine_whose_extra_is_not_installed(address):
    with pytest.raises(Problem) as raised:
        table_at(address, "rows")
    assert raised.value.code == "engine-not-installed"


@pytest.mark.skipif(not INSTALLED["ibis"], reason="needs rundfrage[postgresql]")
def test_an_engine_that_does_not_answer():
    with pytest.raises(Problem) as raised:
        table_at("postgresql://nobody@localhost:1/nothing", "rows")
    assert raised.value.code == "engine-unreachable"
