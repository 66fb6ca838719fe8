"""Times of day, durations and parts of years that statistics packages store as numbers."""

import datetime

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyreadstat
import pytest
from pyarrow import parquet as pq
from sas_files import write_sas7bdat

from rundfrage.codebook import VariableType
from rundfrage.dataset.clock import Span, clock, in_words
from rundfrage.dataset.columns import Coded
from rundfrage.dataset.files import read_dataset

SECONDS = [32400.0, 28800.0, 45000.0, 28800.0, np.nan, 32400.0, 45000.0, 32400.0]
DURATIONS = [5400.0, 93600.0, 5400.0, 93600.0, 60.0, 60.0, 5400.0, 60.0]


def sav(path):
    frame = pd.DataFrame({"arrives": SECONDS, "long": DURATIONS, "day": [1.0, 2.0] * 4})
    shown = {"arrives": "TIME5", "long": "DTIME12", "day": "WKDAY9"}
    pyreadstat.write_sav(frame, str(path), variable_format=shown)


def dta(path):
    frame = pd.DataFrame({"arrives": [1000 * one for one in SECONDS], "month": [722.0, 710.0] * 4})
    shown = {"arrives": "%tcHH:MM", "month": "%tm"}
    pyreadstat.write_dta(frame, str(path), variable_format=shown)


def sas(path):
    columns = {"arrives": ("arrives", "TIME8.", False), "long": ("long", "MMSS8.", False)}
    answered = [None if np.isnan(one) else one for one in SECONDS]
    write_sas7bdat(path, columns, list(zip(answered, DURATIONS, strict=True)))


def times():
    return [
        None if np.isnan(one) else datetime.time(int(one) // 3600, int(one) // 60 % 60)
        for one in SECONDS
    ]


def parquet(path):
    long = [datetime.timedelta(seconds=one) for one in DURATIONS]
    pq.write_table(pa.table({"arrives": pa.array(times(), pa.time64("us")), "long": long}), path)


def xlsx(path):
    book = openpyxl.Workbook()
    book.active.append(["arrives", "long"])
    for at, long in zip(times(), DURATIONS, strict=True):
        book.active.append([at, datetime.timedelta(seconds=long)])
    for row in range(2, 10):
        book.active.cell(row, 2).number_format = "[h]:mm"
    book.save(path)


WRITERS = [(sav, "sav"), (dta, "dta"), (sas, "sas7bdat"), (parquet, "parquet"), (xlsx, "xlsx")]


@pytest.mark.parametrize(("write", "suffix"), WRITERS)
def test_times_are_shown_in_order_and_have_no_mean(tmp_path, write, suffix):
    path = tmp_path / f"answers.{suffix}"
    write(path)
    dataset = read_dataset(path)
    at, column = dataset.codebook["arrives"], dataset.columns["arrives"]
    assert at.type is VariableType.CATEGORICAL
    assert isinstance(column, Coded)
    shown = [f"{one.label.source:0>5}"[:5] for one in at.categories]
    assert shown == ["08:00", "09:00", "12:30"]
    assert np.bincount(column.codes[column.codes >= 0]).tolist() == [2, 3, 2]
    if "long" in dataset.codebook:
        long = [one.label.source for one in dataset.codebook["long"].categories]
        assert [one[:5].rstrip(":") for one in long] == ["0:01", "1:30", "26:00"]
    if suffix == "sav":
        day = dataset.codebook["day"]
        assert [one.label.source for one in day.categories][:2] == ["Sunday", "Monday"]
    if suffix == "dta":
        month = dataset.codebook["month"]
        assert [one.label.source for one in month.categories] == ["2019-03", "2020-03"]
    (tmp_path / "answers.codebook.toml").write_text('[columns.arrives]\ntype = "number"\n', "utf-8")
    counted = read_dataset(path)
    values = counted.columns["arrives"]
    assert counted.codebook["arrives"].type is VariableType.NUMERIC
    assert values.values[values.answered].tolist() == [one for one in SECONDS if not np.isnan(one)]


def test_differing_times_are_texts_and_doubted(tmp_path):
    path = tmp_path / "answers.sav"
    seconds = [3661.0 + 977 * at for at in range(40)]
    pyreadstat.write_sav(
        pd.DataFrame({"arrives": seconds}), str(path), variable_format={"arrives": "TIME8"}
    )
    dataset = read_dataset(path)
    assert dataset.codebook["arrives"].type is VariableType.TEXT
    assert dataset.columns["arrives"].values[0] == "01:01:01"
    assert [str(one.settle) for one in dataset.account.doubts] == [
        "If they are durations, give the type “number”: it counts their seconds."
    ]


def test_parts_of_seconds_and_what_lies_below_zero_are_written():
    assert [clock(one) for one in (0.25, -5400.0, 360_000.0)] == [
        "0:00:00.25", "-1:30:00", "100:00:00",
    ]  # fmt: skip
    values = np.array([-1.0, 241.0, np.nan])
    cells = in_words("q", values, np.ones(3, bool), Span.QUARTER)
    assert cells.texts().tolist() == ["1959-Q4", "2020-Q2", ""]
