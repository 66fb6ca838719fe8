"""The one port to the query engine: nothing outside this folder speaks to DuckDB, Spark or Ibis.

Three questions are asked of it. `totals` counts answers in memory for tables, exactly and many
crosses in one scan; `repeated_answers` counts them where they are stored, be it far away or more
than memory holds; `moments` sums weights, numbers and their products by stratum, sampling unit and
cell, which is all that estimates and their uncertainty are made of. Rows never leave the engine;
where answers are stored, it is told which codes their values have (`derived_of`).
"""

from rundfrage.stats.engine.asked import Asked, Measure
from rundfrage.stats.engine.cache import Cache
from rundfrage.stats.engine.condensed import FEW, Condensed, condense
from rundfrage.stats.engine.derived import derived_of
from rundfrage.stats.engine.distinct import Answer, Stored, repeated_answers
from rundfrage.stats.engine.distributed import IbisTable, table_at
from rundfrage.stats.engine.embedded import Arrays, ParquetFiles
from rundfrage.stats.engine.moments import Moments, moments
from rundfrage.stats.engine.source import Field, Source, centre
from rundfrage.stats.engine.totals import Cross, Repeated, Totals, totals

__all__ = [
    "FEW",
    "Answer",
    "Arrays",
    "Asked",
    "Cache",
    "Condensed",
    "Cross",
    "Field",
    "IbisTable",
    "Measure",
    "Moments",
    "ParquetFiles",
    "Repeated",
    "Source",
    "Stored",
    "Totals",
    "centre",
    "condense",
    "derived_of",
    "moments",
    "repeated_answers",
    "table_at",
    "totals",
]
