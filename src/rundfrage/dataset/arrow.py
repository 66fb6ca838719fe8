"""Arrow's columns as NumPy's arrays.

Arrow's own `to_numpy` imports pandas, which takes longer than the rest of a small file.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa


def floats(column: pa.ChunkedArray | pa.Array) -> npt.NDArray[np.float64]:
    """The numbers of a column of any numeric type, NaN where there is none; shape (n,)."""
    return _values(column.cast(pa.float64(), safe=False).fill_null(np.nan), np.dtype(np.float64))


def whole(column: pa.ChunkedArray | pa.Array) -> npt.NDArray[np.int32]:
    """The numbers of a column of int32 without gaps; shape (n,)."""
    return _values(column, np.dtype(np.int32))


def days(column: pa.ChunkedArray) -> npt.NDArray[np.datetime64]:
    """The days of a column of dates or times, 1970-01-01 where there is none; shape (n,)."""
    numbers = column.cast(pa.date32(), safe=False).cast(pa.int32()).fill_null(0)
    return whole(numbers).astype("datetime64[D]")


def absent(column: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    """True where the column has no value; shape (n,)."""
    return _values(column.is_null().cast(pa.int8()), np.dtype(np.bool_))


def _values(column: pa.ChunkedArray | pa.Array, dtype: np.dtype[Any]) -> npt.NDArray[Any]:
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    parts = [
        np.frombuffer(one.buffers()[1], dtype)[one.offset : one.offset + len(one)]
        for one in chunks
        if len(one)
    ]
    return parts[0] if len(parts) == 1 else np.concatenate([np.empty(0, dtype), *parts])
