"""Large files of statistics packages are read by several processes: what they find is the same."""

import struct
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from rundfrage.dataset import readstat
from rundfrage.dataset.files import read_dataset

pytestmark = pytest.mark.trial

ROWS = 103


@pytest.fixture
def frame():
    chance = np.random.default_rng(4)
    return pd.DataFrame(
        {
            "step": np.where(chance.random(ROWS) < 0.2, np.nan, chance.integers(1, 6, ROWS)),
            "place": chance.choice(["Emden", "Leer", "", "Norden"], ROWS),
            "amount": np.round(chance.gamma(2, 20, ROWS), 2),
            # Answers and missing codes that only the last part of the file holds.
            "late": np.where(np.arange(ROWS) < 90, 1.0, 9.0),
        }
    )


def write(frame: pd.DataFrame, path: Path) -> Path:
    if path.suffix == ".dta":
        frame = frame.assign(late=[1.0] * 90 + ["a"] * (ROWS - 90))
        pyreadstat.write_dta(frame, path, missing_user_values={"late": ["a"]})
    else:
        pyreadstat.write_sav(
            frame, path, missing_ranges={"late": [9]}, row_compress=path.stem != "plain"
        )
    return path


def in_parts(path: Path, parts: int, patch: pytest.MonkeyPatch):
    with patch.context() as here:
        here.setattr(readstat, "PART", path.stat().st_size // parts)
        here.setattr(readstat.os, "cpu_count", lambda: parts)
        return read_dataset(path)


@pytest.mark.parametrize("name", ["packed.sav", "plain.sav", "stata.dta"])
def test_parts_are_the_whole(frame, name, tmp_path, monkeypatch):
    path = write(frame, tmp_path / name)
    whole, parted = (in_parts(path, parts, monkeypatch) for parts in (1, 3))
    assert parted.n == whole.n == ROWS
    assert parted.codebook == whole.codebook
    assert parted.columns == whole.columns
    (code,) = whole.codebook["late"].missing
    assert (whole.columns["late"].reasons < 0).sum() == ROWS - 90, code


def test_a_file_that_does_not_say_how_many_rows_it_has(frame, tmp_path, monkeypatch):
    path = write(frame, tmp_path / "answers.sav")
    whole = in_parts(path, 1, monkeypatch)
    data = bytearray(path.read_bytes())
    assert struct.unpack_from("<i", data, 80) == (ROWS,)
    struct.pack_into("<i", data, 80, -1)
    path.write_bytes(data)
    found = in_parts(path, 3, monkeypatch)
    assert found.columns == whole.columns
