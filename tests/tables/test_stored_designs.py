"""Tables of stored answers with the design of a sample are as precise as those in memory."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_datasets import dataset, date, multiple, number, scale, single, text

from rundfrage.codebook import Missing, MissingCode, Variable, VariableType
from rundfrage.dataset import Dataset, Values
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.stats.engine import ParquetFiles, table_at
from rundfrage.stats.engine.distributed import connect
from rundfrage.tables import tabulate
from rundfrage.tables.precision import precisions
from rundfrage.tables.sampling_words import read_sampling
from rundfrage.tables.stored import StoredAnswers, tabulate_stored
from rundfrage.text import Text

pytestmark = pytest.mark.trial

N = 600
CHANCE = np.random.default_rng(23)
UNIT = np.sort(CHANCE.integers(0, 40, N))
COLUMNS = {
    "stratum": UNIT // 10 + 1.0,
    "unit": UNIT + 0.0,
    "size": (UNIT // 10 + 2) * 150.0,
    "w": CHANCE.uniform(0.5, 2, N),
    **{f"r{one}": np.where(one == UNIT % 8, 0.0, 8 / 7) for one in range(8)},
}
DESIGNS = {
    "units": "strata=stratum, psu=unit, weight=w",
    "one by one": "strata=stratum, fpc=size, weight=w",
    "simple": "simple",
    "jackknife": "strata=stratum, psu=unit, weight=w, type=JKn",
    "given": "weight=w, replicates=r?, type=JK1, combined=no",
}


def words(answers, missing=0.1):
    gone = CHANCE.random(N)
    return [
        "" if gone[row] < missing / 2 else "?" if gone[row] < missing else str(one)
        for row, one in enumerate(answers)
    ]


def coded(name, value, reason):
    return replace(number(name), missing=(MissingCode(reason, value, label=Text.of("gone")),))


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> Dataset:
    """Questions of every kind, some of whose missing answers are codes among the numbers."""
    shift = UNIT / 40
    mood = np.clip(CHANCE.integers(0, 4, N) + (shift > 0.5), 0, 3)
    scores = np.clip(CHANCE.integers(0, 11, N) + np.rint(shift), 0, 10).astype(int)
    income = np.rint(CHANCE.lognormal(7, 0.5, N) * (1 + shift)).astype(int)
    income[CHANCE.random(N) < 0.1] = 1500
    sides = CHANCE.choice(["north", "south", "east"], N)
    moods = np.array(["great", "good", "fair", "poor"])[mood]
    needs = [
        " ".join(one for one in ("time", "room", "money", "rest") if CHANCE.random() < 0.4)
        for _ in range(N)
    ]
    made = dataset(
        [
            (single("side", "north south east"), words(sides)),
            (scale("mood", "great good fair poor"), words(moods)),
            (
                multiple("needs", "time room money rest none", nets={"things": "room money"}),
                words([one or "none" for one in needs]),
            ),
            (number("score", nps=True, low=0, high=10), words(scores)),
            (coded("income", 1500.0, Missing.REFUSED), words(income)),
            (date("day"), words(np.datetime64("2026-01-01") + CHANCE.integers(0, 90, N))),
            (text("said"), words(CHANCE.choice(["much", "little"], N))),
        ]
    )
    book = replace(
        made.codebook,
        variables=(
            *made.codebook.variables,
            *(Variable(name, VariableType.NUMERIC, Text.of(name)) for name in COLUMNS),
        ),
    )
    values = {name: Values(one, np.zeros(N, np.int8)) for name, one in COLUMNS.items()}
    path = tmp_path_factory.mktemp("sampled") / "answers.parquet"
    write_dataset(Dataset(book, {**made.columns, **values}, N), path)
    return read_dataset(path)


def with_design(answers, source, words, by=None, only=()):
    """Each table in memory and as stored: all but its precision, and the precision in numbers."""
    sampling = read_sampling(words)
    given = {"by": by, "weight": sampling.weight, "sampling": sampling}
    in_memory = tabulate(answers, **given)
    stored = tabulate_stored(StoredAnswers(answers.codebook, source), only, **given)
    chosen = tuple(one for one in in_memory if not only or one.name in only)
    return [
        (
            [replace(table, blocks=tuple(replace(one, uncertainty=None) for one in table.blocks))
             for table in tables],
            [(one.n, one.letters, one.usual)
             for table in tables for block in table.blocks for one in precisions(block)],
            [[one.se, one.low, one.high, one.df, one.effective]
             for table in tables for block in table.blocks for one in precisions(block)],
        )
        for tables in (chosen, stored)
    ]  # fmt: skip


def same(found):
    (tables, letters, figures), (others, named, numbers) = found
    assert others == tables
    assert named == letters
    assert len(letters) > 10
    # None, where there is no interval, becomes NaN.
    np.testing.assert_allclose(np.array(numbers, float), np.array(figures, float), 1e-9, 1e-12)


@pytest.fixture(scope="module")
def in_duckdb(answers):
    return ParquetFiles(Path(answers.source))


@pytest.fixture(scope="module")
def in_spark(answers):
    return table_at("spark://local[2]", answers.source)


@pytest.fixture(scope="module")
def in_postgresql(answers, postgresql_server):
    table = pq.read_table(answers.source)
    plain = [
        pa.field(one.name, one.type.value_type if pa.types.is_dictionary(one.type) else one.type)
        for one in table.schema
    ]
    address = postgresql_server.database()
    connect(address).create_table("answers", table.cast(pa.schema(plain)))
    return table_at(address, "answers")


@pytest.mark.parametrize(
    ("design", "by"),
    [("units", "side"), ("units", "needs"), ("one by one", "side"), ("simple", None),
     ("jackknife", "side"), ("given", "side")],
)  # fmt: skip
def test_parquet_files_have_the_precision_of_memory(answers, in_duckdb, design, by):
    same(with_design(answers, in_duckdb, DESIGNS[design], by))


@pytest.mark.parametrize(
    ("design", "by", "only"),
    [("units", "side", ()), ("one by one", "needs", ["mood"]), ("given", None, ["income", "day"])],
)
def test_postgresql_has_the_precision_of_memory(answers, in_postgresql, design, by, only):
    same(with_design(answers, in_postgresql, DESIGNS[design], by, only))


@pytest.mark.proof
@pytest.mark.parametrize(
    ("design", "by", "only"),
    [("one by one", None, ["needs", "day"]), ("units", "side", ["mood", "income"])],
)
def test_spark_has_the_precision_of_memory(answers, in_spark, design, by, only):
    same(with_design(answers, in_spark, DESIGNS[design], by, only))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("psu=unite", "design-column-unknown"),
        ("psu=unit, weight=side", "column-not-numeric"),
        ("psu=unit, weight=day_2", "design-column-unknown"),
        ("strata=stratum, fpc=side", "column-not-numeric"),
        ("weight=w, replicates=r1, type=JK1", "replicates-unscaled"),
        ("psu=unit, weight=w, margins=margins.csv", "calibration-stored"),
        ("strata=unit, psu=stratum, weight=w", "psu-lonely"),
        ("strata=income", "design-incomplete"),
    ],
)
def test_designs_that_cannot_be(answers, in_duckdb, words, code):
    sampling = read_sampling(words)
    stored = StoredAnswers(answers.codebook, in_duckdb)
    with pytest.raises(Problem) as raised:
        tabulate_stored(stored, ["mood"], weight=sampling.weight, sampling=sampling)
    assert raised.value.code == code


def test_a_code_of_a_missing_answer_is_no_stratum(tmp_path):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"x": [1.0, 2, 1, 2], "h": [1.0, 1, 9, 9]}), path)
    book = dataset([(number("x"), ["1"]), (coded("h", 9.0, Missing.REFUSED), ["1"])]).codebook
    with pytest.raises(Problem) as raised:
        tabulate_stored(
            StoredAnswers(book, ParquetFiles(path)), ["x"], sampling=read_sampling("strata=h")
        )
    assert (raised.value.code, raised.value.found) == (
        "design-incomplete", "2 respondents lack h.",
    )  # fmt: skip


def test_numbers_stored_as_words_are_not_summed(tmp_path):
    path = tmp_path / "words.parquet"
    pq.write_table(pa.table({"x": [f"{one}.5" for one in range(2000)]}), path)
    stored = StoredAnswers(dataset([(number("x"), ["1"])]).codebook, ParquetFiles(path))
    with pytest.raises(Problem) as raised:
        tabulate_stored(stored, sampling=read_sampling("simple"))
    assert raised.value.code == "numbers-as-words"


def test_columns_as_other_programs_type_them(tmp_path):
    path = tmp_path / "typed.parquet"
    n = 300
    cents = CHANCE.integers(0, 99_999, n).tolist()
    found = {
        "price": pa.array([Decimal(one) / 100 for one in cents], pa.decimal128(10, 2)),
        "day": pa.array(np.datetime64("2026-01-01T22:00:00") + 15_000 * CHANCE.integers(0, 999, n)),
        "needs.time": CHANCE.integers(0, 2, n),
        "needs.money": CHANCE.integers(0, 2, n).astype(float),
        "unit": pa.array([f"S{one // 10}" for one in range(n)]).dictionary_encode(),
        "w": pa.array([Decimal(50 + one % 150) / 100 for one in cents], pa.decimal128(10, 2)),
    }
    pq.write_table(pa.table(found), path)
    questions = [number("price"), date("day"), multiple("needs", "time money")]
    book = dataset([(questions[0], ["1"])]).codebook
    whole = replace(book, variables=(*questions, text("unit"), number("w")))
    same(with_design(read_dataset(path, whole), ParquetFiles(path), "psu=unit, weight=w"))


def test_answers_stored_as_words_have_codes(tmp_path):
    """Another program wrote the labels; some of them, and of the dates, are none."""
    path = tmp_path / "words.parquet"
    words = ["left", "right", None, "it's"] * 30
    days = [f"2026-01-{1 + one % 20:02d}" for one in range(120)]
    pq.write_table(pa.table({"q": words, "day": days, "u": np.arange(120) % 15}), path)
    book = dataset([(single("q", "left it's right"), ["left"]), (date("day"), ["2026-01-01"])])
    units = Variable("u", VariableType.NUMERIC, Text.of("u"))
    whole = replace(book.codebook, variables=(*book.codebook.variables, units))
    same(with_design(read_dataset(path, whole), ParquetFiles(path), "psu=u"))
