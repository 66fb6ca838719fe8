"""Engines of another kind, through Ibis: Spark for clusters, PostgreSQL for what lies in it.

An engine is named by an address: `spark://local[2]` (or a master's host and port) with a path to
Parquet files, `postgresql://user@host/database` with the name of a table. Ibis and the engines'
own packages come with the extras `rundfrage[spark]` and `rundfrage[postgresql]`; they are imported
only when an engine is named, for they are large and most surveys need none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import Any
from uuid import uuid4

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.engine.asked import Asked
from rundfrage.stats.engine.cache import Cache
from rundfrage.stats.engine.derived import Derived
from rundfrage.stats.engine.distinct import Wanted
from rundfrage.stats.engine.expressions import (
    Expression,
    answer_of,
    derived_expression,
    sums_of,
)
from rundfrage.stats.engine.source import Field, field_of, stored_head

Array = npt.NDArray[Any]
_EXTRAS = {"spark": "spark", "postgresql": "postgresql"}


@dataclass(frozen=True, eq=False)
class IbisTable:
    """A table of a connected engine as a Source; `origin` names it in problems.

    `derived` are columns that are made of those of the table.
    """

    table: Expression
    origin: str = ""
    derived: Mapping[str, Derived] = field(default_factory=dict)
    cache: Cache = field(default_factory=Cache, repr=False)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The columns by name."""
        return {name: field_of(one) for name, one in self.derived.items()} | {
            name: Field(None, number=kind.is_numeric())
            for name, kind in self.table.schema().items()
        }

    def deriving(self, derived: Mapping[str, Derived]) -> IbisTable:
        """The same table with these columns beside its own."""
        return IbisTable(self.table, self.origin, derived, self.cache)

    def _column(self, name: str) -> Expression:
        if name in self.derived:
            return derived_expression(self.table, self.derived[name])
        return self.table[name]

    def answer(self, asked: Asked) -> list[Array]:
        """The sums asked for, by one GROUP BY over generated names."""
        alias = {name: f"c{place}" for place, name in enumerate(asked.columns)}
        names = asked.columns or tuple(self.fields)[:1]
        rows = self.table.select(
            **{f"c{place}": self._column(name) for place, name in enumerate(names)}
        )
        for name in asked.needed:
            column = rows[alias[name]]
            rows = rows.filter(column.notnull())
            if column.type().is_floating():
                rows = rows.filter(~column.isnan())
            if name in self.derived and self.derived[name].whole:
                rows = rows.filter(column >= 0)
        sums = sums_of(rows, asked, alias)
        # A column may be a stratum and a cell at once; Ibis wants each key named once.
        keys = [rows[one] for one in dict.fromkeys(alias[name] for name in asked.keys)]
        query = rows.group_by(keys).aggregate(**sums) if keys else rows.aggregate(**sums)
        found = query.to_pyarrow()
        order = [*(alias[name] for name in asked.keys), *sums]
        return [_array(found[name]) for name in order]

    def counted(self, wanted: Wanted) -> pa.Table:
        """The distinct answers wanted; see engine.distinct."""
        ibis = import_module("ibis")
        columns = {
            f"k{place}": answer_of(self.table[one.column], one)
            for place, one in enumerate(wanted.answers)
        }
        if wanted.weight is not None:
            columns["w"] = self.table[wanted.weight].cast("float64")
        rows = self.table.select(**columns) if columns else self.table
        sums = {"n": rows.count(), "m": rows.count()}
        if wanted.weight is not None:
            sums["m"] = rows.count(where=rows.w > 0)
            for name, number, exponent in (
                ("w", rows.w, wanted.exponent),
                ("q", rows.w * rows.w, wanted.exponent_of_squares),
            ):
                scaled = number * ibis.literal(2.0**exponent)
                # Both steps are exact: powers of two move no digit, and what is taken away are
                # the upper digits of the same number.
                upper = (scaled * ibis.literal(2.0**-31)).floor().cast("int64")
                lower = (scaled - upper.cast("float64") * ibis.literal(2.0**31)).floor()
                sums[f"{name}1"] = upper.sum().cast("int64")
                sums[f"{name}2"] = lower.cast("int64").sum().cast("int64")
        keys = [rows[f"k{place}"] for place in range(len(wanted.answers))]
        query = rows.group_by(keys).aggregate(**sums) if keys else rows.aggregate(**sums)
        found: pa.Table = query.limit(wanted.most).to_pyarrow()
        return found.select([*(f"k{place}" for place in range(len(keys))), *sums])

    def weighed(self, weight: str) -> tuple[float, float, int]:
        """The largest weight, the sum, and how many rows have none or an unusable one."""
        rows = self.table.select(w=self.table[weight].cast("float64"))
        usable = rows.w.notnull() & (rows.w >= 0) & (rows.w < float("inf"))
        found = rows.aggregate(
            largest=rows.w.max(where=usable),
            total=rows.w.sum(where=usable),
            n=rows.count(),
            usable=rows.count(where=usable),
        ).to_pyarrow()
        largest, total, n, good = (column[0].as_py() for column in found.columns)
        return float(largest or 0), float(total or 0), int(n - good)

    @property
    def rows(self) -> int:
        """The number of respondents."""
        return self.cache.once("rows", lambda: int(self.table.count().to_pyarrow().as_py()))

    def head(self, name: str) -> Array:
        """A thousand stored entries of a column, whichever the engine finds first."""
        if name in self.derived:
            return stored_head(self, self.derived[name])
        return self.cache.once(("head", name), lambda: self._stored_head(name))

    def _stored_head(self, name: str) -> Array:
        found = self.table.select(c0=self.table[name]).limit(1000).to_pyarrow()
        return _array(found["c0"])


def _array(column: Any) -> Array:  # noqa: ANN401  (a column of PyArrow)
    """Entries as NumPy has them; decimals, which some engines sum to, as floats."""
    values: Array = column.to_numpy()
    if values.dtype.kind == "O" and len(values) and not isinstance(values[0], str):
        return values.astype(np.float64)
    return values


def table_at(address: str, name: str) -> IbisTable:
    """The table of that name in PostgreSQL, or for Spark the Parquet files at that path.

    Raises the Problems of `connect`, or one if there is no such table.
    """
    connection = connect(address)
    try:
        table = (
            connection.read_parquet(name) if address.startswith("spark") else connection.table(name)
        )
    except Exception as error:
        # Each engine says in its own way that there is no such table.
        raise Problem(
            "table-unknown",
            where=Where(name=name),
            found=message(
                "The engine finds no {name} ({first_line}).",
                name=name,
                first_line=_first_line(error),
            ),
            expected=message(
                "a table of PostgreSQL, or a path to Parquet files that Spark can read."
            ),
            mend=message("Correct the name."),
        ) from error
    return IbisTable(table, name)


@contextmanager
def lent(address: str, tables: Mapping[str, pa.Table]) -> Iterator[dict[str, IbisTable]]:
    """Small tables as temporary ones of the engine at `address`, gone at the end.

    Raises the Problems of `connect`, and one if the engine takes no temporary tables.
    """
    connection = connect(address)
    ibis = import_module("ibis")
    names = {file: f"rundfrage_{uuid4().hex}" for file in tables}
    spark = address.startswith("spark")
    try:
        for file, name in names.items():
            if spark:
                connection.create_view(name, ibis.memtable(tables[file]))
                # Else the rows would travel with every task.
                connection.raw_sql(f"cache table {name}")
            else:
                connection.create_table(name, tables[file], temp=True)
    except Exception as error:
        raise Problem(
            "engine-takes-no-table",
            where=Where(name=address.partition("://")[0]),
            found=message(
                "The engine refuses a temporary table ({first_line}).",
                first_line=_first_line(error),
            ),
            expected=message("a user who may make temporary tables."),
            mend=message("Ask for that right (PostgreSQL: GRANT TEMPORARY ON DATABASE …)."),
        ) from error
    try:
        yield {file: IbisTable(connection.table(name), file) for file, name in names.items()}
    finally:
        if spark:
            for name in names.values():
                connection.raw_sql(f"drop view if exists {name}")
        else:
            # PostgreSQL drops what is temporary when its session ends.
            connection.disconnect()


def engine_version(address: str) -> str:
    """The kind of engine and its version, as it says itself."""
    kind = address.partition("://")[0]
    return f"{kind} {connect(address).version}"


def _first_line(error: Exception, address: str = "") -> str:
    """What the engine says first; nothing of it where it quotes the address, and so a password."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
    user, at, _ = address.partition("://")[2].rpartition("@")
    secret = user.partition(":")[2]
    return type(error).__name__ if at and secret and secret in str(error) else line


def connect(address: str) -> Expression:
    """A connection of Ibis to the engine at `address`.

    Raises a Problem if there is no such kind of engine, its packages are not installed, or it
    does not answer.
    """
    kind, mark, rest = address.partition("://")
    if not mark and kind not in _EXTRAS:
        # What has no kind may begin with a user and a password.
        kind = "…"
    if kind not in _EXTRAS:
        raise Problem(
            "engine-unknown",
            where=Where(name=kind),
            found=message("There is no engine {kind}.", kind=repr(kind)),
            expected=message(
                "duckdb, spark, spark://host:port, or postgresql://user@host/database."
            ),
            mend=message("Correct the address."),
        )
    try:
        ibis = import_module("ibis")
        if kind == "postgresql":
            import_module("psycopg")
            return ibis.connect(address)
        return ibis.pyspark.connect(_spark_session(rest))
    except ModuleNotFoundError as error:
        raise Problem(
            "engine-not-installed",
            where=Where(name=kind),
            found=message("The package {name} is not installed.", name=error.name),
            expected=message(
                "the extra for this engine, rundfrage[{extras}].", extras=_EXTRAS[kind]
            ),
            mend=message("Install rundfrage[{extras}].", extras=_EXTRAS[kind]),
        ) from error
    except Exception as error:
        # Each engine has exceptions of its own; what they have in common is that it said no.
        raise Problem(
            "engine-unreachable",
            where=Where(name=kind),
            found=message(
                "The engine does not answer ({first_line}).",
                first_line=_first_line(error, address),
            ),
            expected=message("an engine that is running and lets this user in."),
            mend=message("Check the address, the user and the network; Spark needs Java 17."),
        ) from error


def _spark_session(master: str) -> Expression:
    local = master.startswith("local")
    builder = import_module("pyspark.sql").SparkSession.builder
    if local:
        # The 200 of a cluster take longer to start than such a machine takes to count.
        builder = builder.config("spark.sql.shuffle.partitions", "8")
    session = (
        builder.master(master if local else f"spark://{master}")
        .appName("rundfrage")
        # Q1 and q1 are two columns of a survey; the console is the user's.
        .config("spark.sql.caseSensitive", "true")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session
