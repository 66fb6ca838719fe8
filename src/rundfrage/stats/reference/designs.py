"""The designs of the reference suite, each over one of its data files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv

from rundfrage.stats.design import Design, Lonely
from rundfrage.stats.engine import Arrays, Source
from rundfrage.stats.replicates import MadeReplicates, ReplicateKind, given_replicates

_FACTORS = tuple(f"r{number}" for number in range(1, 31))
_EXAMS: dict[str, Any] = {
    "weight": "WTMEC2YR",
    "strata": ("SDMVSTRA",),
    "psu": ("SDMVPSU",),
}


@cache
def answers(file: str) -> Arrays:
    """The columns of a data file; `pairs` are the examinations without third units."""
    name = "nhanes" if file == "pairs" else file
    content = files("rundfrage.stats.reference").joinpath(f"{name}.csv").read_bytes()
    table: pa.Table = csv.read_csv(BytesIO(content))
    columns = {one: _column(table[one]) for one in table.column_names}
    if file == "pairs":
        paired = columns["SDMVPSU"] <= 2  # noqa: PLR2004  (the third unit of a stratum)
        columns = {one: values[paired] for one, values in columns.items()}
    return Arrays(columns)


def _column(values: pa.ChunkedArray) -> npt.NDArray[Any]:
    plain: npt.NDArray[Any] = values.to_numpy()
    return plain.astype(np.float64) if plain.dtype.kind == "i" else plain


def design_named(name: str, sources: Mapping[str, Source]) -> Design:
    """The design that make.R calls so, over `sources` by file; KeyError for another name."""
    file, arguments = _DESIGNS[name]
    return Design(sources[file], **arguments)


def answers_in_memory() -> dict[str, Arrays]:
    """The columns of each data file."""
    return {file: answers(file) for file, _ in _DESIGNS.values()}


_CLUSTERS: dict[str, Any] = {"weight": "pw", "psu": ("dnum",)}
_ZONES: dict[str, Any] = {**_CLUSTERS, "strata": ("zone",)}
_DESIGNS: dict[str, tuple[str, dict[str, Any]]] = {
    "srs": ("apisrs", {"weight": "pw", "fpc": ("fpc",)}),
    "srs_replaced": ("apisrs", {"weight": "pw"}),
    "strat": ("apistrat", {"weight": "pw", "strata": ("stype",), "fpc": ("fpc",)}),
    "strat_replaced": ("apistrat", {"weight": "pw", "strata": ("stype",)}),
    "clus1": ("apiclus1", {**_CLUSTERS, "fpc": ("fpc",)}),
    "clus1_replaced": ("apiclus1", _CLUSTERS),
    "clus2": ("apiclus2", {"weight": "pw", "psu": ("dnum", "snum"), "fpc": ("fpc1", "fpc2")}),
    "clus2_replaced": ("apiclus2", {"weight": "pw", "psu": ("dnum", "snum")}),
    "exams": ("nhanes", _EXAMS),
    "votes": ("election", {"weight": "wt"}),
    "clus1_jk1": (
        "apiclus1",
        {**_CLUSTERS, "fpc": ("fpc",), "replicates": MadeReplicates(ReplicateKind.JK1)},
    ),
    "strat_jkn": (
        "apistrat",
        {
            "weight": "pw",
            "strata": ("stype",),
            "psu": ("snum",),
            "fpc": ("fpc",),
            "replicates": MadeReplicates(ReplicateKind.JKN),
        },
    ),
    "exams_jkn": ("nhanes", {**_EXAMS, "replicates": MadeReplicates(ReplicateKind.JKN)}),
    "pairs_brr": ("pairs", {**_EXAMS, "replicates": MadeReplicates(ReplicateKind.BRR)}),
    "pairs_fay": ("pairs", {**_EXAMS, "replicates": MadeReplicates(ReplicateKind.FAY, rho=0.3)}),
    "clus1_given": (
        "apiclus1",
        {
            "weight": "pw",
            "replicates": given_replicates(_FACTORS, ReplicateKind.BOOTSTRAP, combined=False),
        },
    ),
    "clus1_given_mse": (
        "apiclus1",
        {
            "weight": "pw",
            "replicates": given_replicates(
                _FACTORS,
                ReplicateKind.OTHER,
                scale=0.05,
                rscales=[0.5 + number / 29 for number in range(30)],
                mse=True,
                combined=False,
            ),
        },
    ),
    **{f"lonely_{rule}": ("apiclus1", {**_ZONES, "lonely": rule}) for rule in Lonely},
}
