"""The embedded engine, DuckDB: over arrays in memory, or Parquet files larger than memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

from rundfrage.errors import Problem, Where
from rundfrage.stats.engine.asked import Asked
from rundfrage.stats.engine.source import FLOAT, MARK, NUMBER, WHOLE, Field
from rundfrage.stats.engine.sql import query_of
from rundfrage.stats.engine.totals import MEMORY, THREADS, memory_database

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Arrays:
    """Columns in memory, each of the shape (n,); `names` tells problems where they came from.

    Floats are missing where NaN, text where None; a column in `levels` holds codes, missing below
    zero, as do `marks` (1 chosen, 0 not). Text becomes codes when it is given.
    """

    columns: Mapping[str, Array]
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    origin: str = ""

    def __post_init__(self) -> None:
        columns, levels = dict(self.columns), dict(self.levels)
        lengths = {len(one) for one in columns.values()}
        if len(lengths) > 1:
            raise ValueError(f"columns of different lengths: {sorted(lengths)}")
        for name, one in columns.items():
            if one.dtype.kind in "OUS":
                columns[name], levels[name] = _coded(one)
            elif one.dtype.kind == "b":
                columns[name] = one.astype(np.int8)
        object.__setattr__(self, "columns", MappingProxyType(columns))
        object.__setattr__(self, "levels", MappingProxyType(levels))

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The columns by name."""
        return {
            name: Field("{} < 0", number=False, levels=self.levels[name])
            if name in self.levels
            else MARK
            if name in self.marks
            else FLOAT
            if one.dtype.kind == "f"
            else WHOLE
            for name, one in self.columns.items()
        }

    def answer(self, asked: Asked) -> list[Array]:
        """The sums asked for; the arrays are handed over without a copy."""
        names = asked.columns or tuple(self.columns)[:1]
        table = {
            f"c{place}": np.ascontiguousarray(self.columns[name])
            for place, name in enumerate(names)
        }
        with memory_database().cursor() as connection:
            connection.register("t", table)
            found = connection.execute(query_of(asked, self.fields, "t")).fetchnumpy()
            connection.unregister("t")
        return [np.ma.getdata(one) for one in found.values()]

    @property
    def rows(self) -> int:
        """The number of respondents."""
        return len(next(iter(self.columns.values()), ()))

    def head(self, name: str) -> Array:
        """The first thousand entries of a column."""
        return self.columns[name][:1000]


def _coded(words: Array) -> tuple[Array, tuple[str, ...]]:
    known = np.array([one is not None and one == one for one in words])  # noqa: PLR0124  (NaN)
    distinct, codes = np.unique(words[known].astype(str), return_inverse=True)
    whole = np.full(len(words), -1, np.int32)
    whole[known] = codes
    return whole, tuple(str(one) for one in distinct)


@dataclass(frozen=True, eq=False)
class ParquetFiles:
    """A Parquet file, or a folder of files with the same columns; read as far as each query needs.

    Raises a Problem if there is none.
    """

    path: Path

    @property
    def origin(self) -> str:
        """The path, for problems."""
        return str(self.path)

    @cached_property
    def _files(self) -> tuple[Path, ...]:
        files = sorted(self.path.rglob("*.parquet")) if self.path.is_dir() else [self.path]
        if not files or not files[0].is_file():
            raise Problem(
                "parquet-absent",
                where=Where(str(self.path)),
                found="There is no Parquet file.",
                expected="a file, or a folder of files, that end in .parquet.",
                mend="Correct the path.",
            )
        return tuple(files)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The columns by name, as the first file has them."""
        schema = pq.read_schema(self._files[0])
        return {
            one.name: NUMBER
            if str(one.type) in {"float", "double", "halffloat"}
            else Field("{} is null", number=str(one.type).lstrip("u").startswith("int"))
            for one in schema
        }

    def answer(self, asked: Asked) -> list[Array]:
        """The sums asked for; of the files only these columns are read, renamed by their place."""
        every = list(self.fields)
        chosen = [f"x{every.index(name)} as c{place}" for place, name in enumerate(asked.columns)]
        files = ", ".join("'" + str(one).replace("'", "''") + "'" for one in self._files)
        names = ", ".join(f"x{place}" for place in range(len(every)))
        relation = (
            f"(select {', '.join(chosen) or 'x0 as c0'} "  # noqa: S608  (paths are quoted)
            f"from read_parquet([{files}], hive_partitioning=false) as x({names})) as t"
        )
        with _file_database().cursor() as connection:
            found = connection.execute(query_of(asked, self.fields, relation)).fetchnumpy()
        return [np.ma.getdata(one) for one in found.values()]

    @cached_property
    def rows(self) -> int:
        """The number of respondents, as the files' heads tell it."""
        return sum(pq.read_metadata(one).num_rows for one in self._files)

    def head(self, name: str) -> Array:
        """The first thousand entries of a column."""
        batches = pq.ParquetFile(self._files[0]).iter_batches(1000, columns=[name])
        first = next(batches, None)
        return np.zeros(0) if first is None else first.column(0).to_numpy(zero_copy_only=False)


@cache
def _file_database() -> duckdb.DuckDBPyConnection:
    """A database that may read files, and spills to a temporary folder where memory ends."""
    return duckdb.connect(
        ":memory:",
        config={
            "threads": THREADS,
            "memory_limit": MEMORY,
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
        },
    )
