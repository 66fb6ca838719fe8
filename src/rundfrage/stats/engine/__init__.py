"""The one port to the query engine: nothing outside this folder speaks to DuckDB, Spark or Ibis.

Two questions are asked of it. `totals` counts answers for tables, exactly and many crosses in one
scan; `moments` sums weights, numbers and their products by stratum, sampling unit and cell, which
is all that estimates and their uncertainty are made of. Rows never leave the engine.
"""

from rundfrage.stats.engine.asked import Asked, Measure
from rundfrage.stats.engine.distributed import IbisTable, table_at
from rundfrage.stats.engine.embedded import Arrays, ParquetFiles
from rundfrage.stats.engine.moments import Moments, moments
from rundfrage.stats.engine.source import Field, Source, centre
from rundfrage.stats.engine.totals import Cross, Totals, totals

__all__ = [
    "Arrays",
    "Asked",
    "Cross",
    "Field",
    "IbisTable",
    "Measure",
    "Moments",
    "ParquetFiles",
    "Source",
    "Totals",
    "centre",
    "moments",
    "table_at",
    "totals",
]
