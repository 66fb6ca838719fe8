"""The embedded engine, DuckDB: over arrays in memory, or Parquet files larger than memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.engine.asked import Asked
from rundfrage.stats.engine.cache import Cache
from rundfrage.stats.engine.derived import Derived
from rundfrage.stats.engine.distinct import Wanted
from rundfrage.stats.engine.source import (
    FLOAT,
    MARK,
    NUMBER,
    WHOLE,
    Field,
    field_of,
    stored_head,
)
from rundfrage.stats.engine.sql import counting_query, derived_column, query_of, weighing_query
from rundfrage.stats.engine.totals import MEMORY, THREADS, memory_database

if TYPE_CHECKING:
    import duckdb

Array = npt.NDArray[Any]
_NUMBERS = ("int", "decimal")


@dataclass(frozen=True, eq=False)
class Arrays:
    """Columns in memory, each of the shape (n,); `origin` tells problems where they came from.

    Floats are missing where NaN, text where None; a column in `levels` holds codes, missing below
    zero, as do `marks` (1 chosen, 0 not). Text becomes codes when it is first asked for.
    """

    columns: Mapping[str, Array]
    levels: Mapping[str, tuple[str, ...]] = dataclass_field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    origin: str = ""
    cache: Cache = dataclass_field(default_factory=Cache, repr=False)
    _coded: dict[str, tuple[Array, tuple[str, ...] | None]] = dataclass_field(
        init=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        lengths = {len(one) for one in self.columns.values()}
        if len(lengths) > 1:
            raise ValueError(f"columns of different lengths: {sorted(lengths)}")
        object.__setattr__(self, "columns", MappingProxyType(dict(self.columns)))

    def coded(self, name: str) -> tuple[Array, tuple[str, ...] | None]:
        """A column as the engine gets it, and the levels of its codes if it has any."""
        if name not in self._coded:
            column = self.columns[name]
            if column.dtype.kind in "OUS":
                self._coded[name] = _as_codes(column)
            elif column.dtype.kind == "b":
                self._coded[name] = column.astype(np.int8), None
            else:
                self._coded[name] = np.ascontiguousarray(column), self.levels.get(name)
        return self._coded[name]

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The columns by name."""
        return _Fields(self)

    def answer(self, asked: Asked) -> list[Array]:
        """The sums asked for; the arrays are handed over without a copy."""
        names = asked.columns or tuple(self.columns)[:1]
        table = {f"c{place}": self.coded(name)[0] for place, name in enumerate(names)}
        with memory_database().cursor() as connection:
            connection.register("t", table)
            found = connection.execute(query_of(asked, self.fields, "t")).fetchnumpy()
            connection.unregister("t")
        return [_plain(one) for one in found.values()]

    def arrow(self) -> pa.Table:
        """The columns as another engine can take them; NaN is missing."""
        return pa.table(
            {name: pa.array(one, from_pandas=True) for name, one in self.columns.items()}
        )

    @property
    def rows(self) -> int:
        """The number of respondents."""
        return len(next(iter(self.columns.values()), ()))

    def head(self, name: str) -> Array:
        """The first thousand entries of a column."""
        return self.columns[name][:1000]


def _plain(column: Array) -> Array:
    """A column without its mask: NaN, which the engine takes for NULL, is NaN again."""
    if isinstance(column, np.ma.MaskedArray) and column.dtype.kind == "f":
        return np.asarray(column.filled(np.nan))
    return np.ma.getdata(column)


class _Fields(Mapping[str, Field]):
    """The fields of arrays; the levels of text are found when its field is looked up."""

    def __init__(self, arrays: Arrays) -> None:
        self._arrays = arrays

    def __getitem__(self, name: str) -> Field:
        column, levels = self._arrays.coded(name)
        if levels is not None:
            return Field("{} < 0", number=False, levels=levels)
        if name in self._arrays.marks:
            return MARK
        return FLOAT if column.dtype.kind == "f" else WHOLE

    def __contains__(self, name: object) -> bool:
        return name in self._arrays.columns

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays.columns)

    def __len__(self) -> int:
        return len(self._arrays.columns)


def _as_codes(words: Array) -> tuple[Array, tuple[str, ...]]:
    known = np.array([one is not None and one == one for one in words])  # noqa: PLR0124  (NaN)
    distinct, codes = np.unique(words[known].astype(str), return_inverse=True)
    whole = np.full(len(words), -1, np.int32)
    whole[known] = codes
    return whole, tuple(str(one) for one in distinct)


@dataclass(frozen=True, eq=False)
class ParquetFiles:
    """A Parquet file, or a folder of files with the same columns; read as far as each query needs.

    `derived` are columns that are made of those of the files. Raises a Problem if there is no file.
    """

    path: Path
    derived: Mapping[str, Derived] = dataclass_field(default_factory=dict)
    cache: Cache = dataclass_field(default_factory=Cache, repr=False)

    @property
    def origin(self) -> str:
        """The path, for problems."""
        return str(self.path)

    @property
    def _files(self) -> tuple[Path, ...]:
        return self.cache.once("files", self._found)

    def _found(self) -> tuple[Path, ...]:
        files = sorted(self.path.rglob("*.parquet")) if self.path.is_dir() else [self.path]
        if not files or not files[0].is_file():
            raise Problem(
                "parquet-absent",
                where=Where(str(self.path)),
                found=message("There is no Parquet file."),
                expected=message("a file, or a folder of files, that end in .parquet."),
                mend=message("Correct the path."),
            )
        return tuple(files)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The columns by name, as the first file has them."""
        return {name: field_of(one) for name, one in self.derived.items()} | {
            one.name: NUMBER
            if str(one.type) in {"float", "double", "halffloat"}
            else Field("{} is null", number=str(one.type).lstrip("u").startswith(_NUMBERS))
            for one in self._schema
        }

    @property
    def _schema(self) -> pa.Schema:
        return self.cache.once("schema", lambda: _parquet().read_schema(self._files[0]))

    def deriving(self, derived: Mapping[str, Derived]) -> ParquetFiles:
        """The same files with these columns beside their own."""
        return ParquetFiles(self.path, derived, self.cache)

    def answer(self, asked: Asked) -> list[Array]:
        """The sums asked for; of the files only these columns are read, renamed by their place."""
        renamed = {f"c{place}": name for place, name in enumerate(asked.columns)}
        with _file_database().cursor() as connection:
            query = query_of(asked, self.fields, self._relation(renamed))
            found = connection.execute(query).fetchnumpy()
        return [np.ma.getdata(one) for one in found.values()]

    def counted(self, wanted: Wanted) -> pa.Table:
        """The distinct answers wanted; see engine.distinct."""
        renamed = {f"c{place}": one.column for place, one in enumerate(wanted.answers)}
        if wanted.weight is not None:
            renamed["w"] = wanted.weight
        with _file_database().cursor() as connection:
            query = counting_query(wanted, self._relation(renamed))
            return connection.sql(query).to_arrow_table()

    def weighed(self, weight: str) -> tuple[float, float, int]:
        """The largest weight, the sum, and how many rows have none or an unusable one."""
        with _file_database().cursor() as connection:
            query = weighing_query(self._relation({"w": weight}))
            largest, total, bad = connection.execute(query).fetchall()[0]
        return largest or 0.0, total or 0.0, bad

    def _relation(self, renamed: Mapping[str, str]) -> str:
        """The files with these columns only, under their new names."""
        every = self._schema.names
        alias = {name: f"x{place}" for place, name in enumerate(every)}
        chosen = [
            f"{derived_column(self.derived[name], alias) if name in self.derived else alias[name]}"
            f" as {new}"
            for new, name in renamed.items()
        ]
        files = ", ".join("'" + str(one).replace("'", "''") + "'" for one in self._files)
        names = ", ".join(f"x{place}" for place in range(len(every)))
        return (
            f"(select {', '.join(chosen) or 'x0 as c0'} "  # noqa: S608  (paths are quoted)
            f"from read_parquet([{files}], hive_partitioning=false) as x({names})) as t"
        )

    @property
    def rows(self) -> int:
        """The number of respondents, as the files' heads tell it."""
        return self.cache.once(
            "rows", lambda: sum(int(_parquet().read_metadata(one).num_rows) for one in self._files)
        )

    def head(self, name: str) -> Array:
        """The first thousand entries of a column, as they are stored."""
        if name in self.derived:
            return stored_head(self, self.derived[name])
        batches = _parquet().ParquetFile(self._files[0]).iter_batches(1000, columns=[name])
        first = next(batches, None)
        return np.zeros(0) if first is None else first.column(0).to_numpy(zero_copy_only=False)


def _parquet() -> ModuleType:
    """What reads Parquet; few need it, and it takes its time to load."""
    return import_module("pyarrow.parquet")


@cache
def _file_database() -> duckdb.DuckDBPyConnection:
    """A database that may read files, and spills to a temporary folder where memory ends."""
    import duckdb  # noqa: PLC0415 - few respondents need no engine

    return duckdb.connect(
        ":memory:",
        config={
            "threads": THREADS,
            "memory_limit": MEMORY,
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
        },
    )
