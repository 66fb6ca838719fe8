"""Arrow's columns as NumPy's arrays, and back.

Arrow's own `array` and `to_numpy`, and all that makes scalars, such as `fill_null`, import pandas,
which takes longer than the rest of a small file.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

_PER_SECOND = {"s": 1.0, "ms": 1e3, "us": 1e6, "ns": 1e9}


def array(values: npt.NDArray[Any]) -> pa.Array:
    """The whole numbers or floats (shape (n,)) as an Arrow array without gaps; NaN stays NaN."""
    numbers = np.ascontiguousarray(values)
    kind = pa.from_numpy_dtype(numbers.dtype)
    return pa.Array.from_buffers(kind, len(numbers), [None, pa.py_buffer(numbers)])


def floats(column: pa.ChunkedArray | pa.Array) -> npt.NDArray[np.float64]:
    """The numbers of a column of any numeric type, NaN where there is none; shape (n,)."""
    return _filled(column.cast(pa.float64(), safe=False), np.dtype(np.float64), np.nan)


def whole(column: pa.ChunkedArray | pa.Array, gap: int = 0) -> npt.NDArray[np.int32]:
    """The numbers of a column of int32, `gap` where there is none; shape (n,)."""
    return _filled(column, np.dtype(np.int32), gap)


def days(column: pa.ChunkedArray) -> npt.NDArray[np.datetime64]:
    """The days of a column of dates or times, 1970-01-01 where there is none; shape (n,)."""
    return whole(column.cast(pa.date32(), safe=False).cast(pa.int32())).astype("datetime64[D]")


def seconds(column: pa.ChunkedArray) -> npt.NDArray[np.float64]:
    """The seconds of a column of times of day or durations, NaN where there is none; shape (n,)."""
    numbers = pa.int32() if pa.types.is_time32(column.type) else pa.int64()
    return floats(column.cast(numbers)) / _PER_SECOND[column.type.unit]


def absent(column: pa.ChunkedArray | pa.Array) -> npt.NDArray[np.bool_]:
    """True where the column has no value; shape (n,)."""
    return stored(column.is_null().cast(pa.int8()), np.dtype(np.bool_))


def _filled(
    column: pa.ChunkedArray | pa.Array, dtype: np.dtype[Any], gap: float
) -> npt.NDArray[Any]:
    values = stored(column, dtype)
    if not column.null_count:
        return values
    return np.where(absent(column), np.asarray(gap, dtype), values)


def stored(column: pa.ChunkedArray | pa.Array, dtype: np.dtype[Any]) -> npt.NDArray[Any]:
    """The numbers of a column whose type NumPy calls `dtype`; of gaps anything; shape (n,)."""
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    parts = [
        np.frombuffer(one.buffers()[1], dtype)[one.offset : one.offset + len(one)]
        for one in chunks
        if len(one)
    ]
    return parts[0] if len(parts) == 1 else np.concatenate([np.empty(0, dtype), *parts])
