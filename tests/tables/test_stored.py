"""Tables counted by an engine where the answers lie are those of the same answers in memory."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_datasets import dataset, date, number, single, text

from rundfrage.codebook import Missing, MissingCode, Variable, VariableType
from rundfrage.dataset import Dataset, Values
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.kinds import read_questionnaire
from rundfrage.simulate import read_targets, simulate
from rundfrage.stats.engine import ParquetFiles, distinct, table_at
from rundfrage.stats.engine.distributed import connect
from rundfrage.tables import tabulate
from rundfrage.tables.stored import StoredAnswers, tabulate_stored
from rundfrage.text import Text

SURVEY = Path(__file__).parents[2] / "examples" / "alliance-2020"


@pytest.fixture(scope="module")
def answers() -> Dataset:
    """Simulated answers to questions of every kind, with weights that need all their digits."""
    found = simulate(
        read_questionnaire(SURVEY), 400, seed=3, targets=read_targets(SURVEY / "targets.toml")
    )
    weight = Variable("weight", VariableType.NUMERIC, Text.of("weight"))
    weights = np.random.default_rng(1).lognormal(0, 3, found.n)
    weights[::17] = 0
    book = replace(found.codebook, variables=(*found.codebook.variables, weight))
    columns = {**found.columns, "weight": Values(weights, np.zeros(found.n, np.int8))}
    return Dataset(book, columns, found.n)


@pytest.fixture(scope="module")
def parquet(answers, tmp_path_factory) -> Path:
    """The answers as a folder of Parquet files, as engines write them."""
    folder = tmp_path_factory.mktemp("stored") / "answers.parquet"
    folder.mkdir()
    write_dataset(answers, folder.with_suffix(".whole.parquet"))
    whole = pq.read_table(folder.with_suffix(".whole.parquet"))
    pq.write_table(whole.slice(0, 150), folder / "part-0.parquet")
    pq.write_table(whole.slice(150), folder / "part-1.parquet")
    return folder


@pytest.fixture(scope="module")
def in_duckdb(parquet):
    return ParquetFiles(parquet)


@pytest.fixture(scope="module")
def in_spark(parquet):
    return table_at("spark://local[2]", str(parquet))


@pytest.fixture(scope="module")
def in_postgresql(parquet, postgresql_server):
    table = pq.read_table(parquet)
    words = [
        pa.field(one.name, one.type.value_type if pa.types.is_dictionary(one.type) else one.type)
        for one in table.schema
    ]
    address = postgresql_server.database()
    connect(address).create_table("answers", table.cast(pa.schema(words)))
    return table_at(address, "answers")


def chosen(tables, names):
    return tuple(one for one in tables if one.name in names)


@pytest.mark.trial
@pytest.mark.parametrize("engine", ["duckdb", "postgresql"])
def test_the_tables_of_a_survey_are_the_same_in_every_engine(answers, engine, request):
    stored = StoredAnswers(answers.codebook, request.getfixturevalue(f"in_{engine}"))
    assert tabulate_stored(stored, weight="weight") == tabulate(answers, weight="weight")
    for by in ("q11", "q3"):
        names = ["q1", "q3", "q4"]
        assert tabulate_stored(stored, names, by=by) == chosen(tabulate(answers, by=by), names)


@pytest.mark.proof
@pytest.mark.parametrize("name", ["q3", "q1", "q2_open"])
def test_the_tables_of_spark_are_the_same(answers, in_spark, name):
    stored = StoredAnswers(answers.codebook, in_spark)
    found = tabulate_stored(stored, [name], by="q11", weight="weight")
    assert found == chosen(tabulate(answers, by="q11", weight="weight"), [name])


def test_numbers_dates_and_codes_of_missing_answers(tmp_path):
    amount = replace(
        number("amount"), missing=(MissingCode(Missing.REFUSED, 99.0, label=Text.of("refused")),)
    )
    said = replace(
        text("said"), missing=(MissingCode(Missing.REFUSED, "k. A.", label=Text.of("-")),)
    )
    small = dataset(
        [
            (amount, [1.5, -0.0, 0.0, 99.0, "", "-"]),
            (date("day"), ["2020-01-01", "2020-01-01", "2021-05-06", "", "?", "-"]),
            (said, ["one", "another", "k. A.", "", "one", "-"]),
        ]
    )
    path = tmp_path / "small.parquet"
    write_dataset(small, path)
    again = read_dataset(path)
    assert tabulate_stored(
        StoredAnswers(again.codebook, ParquetFiles(path)), threshold=1
    ) == tabulate(again, threshold=1)


@pytest.mark.parametrize(
    ("weights", "code"),
    [([1.0, float("nan")], "weight-unusable"), ([0.0, 0.0], "weight-unusable"),
     ([1.0, -1.0], "weight-unusable"), (["a", "b"], "weight-not-numeric")],
)  # fmt: skip
def test_weights_that_cannot_be_used(tmp_path, weights, code):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"q1": [1, 2], "w": weights}), path)
    book = dataset([(single("q1", "a b"), ["a", "b"])]).codebook
    with pytest.raises(Problem) as raised:
        tabulate_stored(StoredAnswers(book, ParquetFiles(path)), weight="w")
    assert raised.value.code == code


def test_too_many_different_answers_are_no_table(tmp_path, monkeypatch):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"x": [1.0, 2.0, 3.0]}), path)
    stored = StoredAnswers(dataset([(number("x"), [1.0])]).codebook, ParquetFiles(path))
    monkeypatch.setattr(distinct, "MOST", 2)
    with pytest.raises(Problem) as raised:
        tabulate_stored(stored)
    assert raised.value.code == "answers-too-many"


def test_a_column_that_is_not_stored(tmp_path):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"y": [1.0]}), path)
    stored = StoredAnswers(dataset([(number("x"), [1.0])]).codebook, ParquetFiles(path))
    with pytest.raises(Problem) as raised:
        tabulate_stored(stored)
    assert raised.value.code == "column-absent"
