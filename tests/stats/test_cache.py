"""What was worked out of respondents is found again by every source of the same ones."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from rundfrage.stats.design import Design, Lonely
from rundfrage.stats.engine import Arrays, Cache, ParquetFiles


def test_a_cache_makes_each_result_once():
    cache, made = Cache(), []
    for key in ("rows", "rows", "files", "rows"):
        cache.once(key, lambda key=key: made.append(key))
    assert (made, "rows" in cache, "schema" in cache) == (["rows", "files"], True, False)
    cache.add("schema", 3)
    assert cache.once("schema", lambda: 4) == 3


def sample():
    columns = {"school": np.array([1, 1, 2, 2]), "area": np.array([0, 0, 0, 0])}
    return Design(Arrays(columns), strata=("area",), psu=("school",))


def test_further_columns_of_the_same_respondents_share_what_was_counted():
    design = sample()
    wider = replace(design.source, columns={**design.source.columns, "q1": np.zeros(4)})
    assert design.over(wider).structure is design.structure
    assert design.over(wider).condensed(["q1"]).structure is design.structure


def test_other_respondents_and_other_layouts_share_nothing():
    design = sample()
    fewer = Arrays({name: column[:2] for name, column in design.source.columns.items()})
    assert len(design.structure.codes) == 2
    assert len(replace(design, source=fewer, lonely=Lonely.CERTAINTY).structure.codes) == 1
    assert replace(design, psu=()).structure is not design.structure
    assert len(design.structure.codes) == 2


def test_derived_columns_of_parquet_files_share_their_heads(tmp_path):
    file = tmp_path / "answers.parquet"
    pq.write_table(pa.table({"q1": [1, 2, 3]}), file)
    source = ParquetFiles(file)
    assert source.rows == 3
    file.unlink()
    assert source.deriving({}).rows == 3
