"""Every figure that R's package survey computed is computed anew (the suite of `verify`)."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.errors import Problem
from rundfrage.stats import reference
from rundfrage.stats.reference import certify

FOLDER = Path(reference.__file__).parent
MADE_BY = Path(__file__).parent / "golden" / "make.R"


@pytest.fixture(scope="module")
def certificate():
    return certify()


@pytest.mark.trial
def test_every_value_agrees_with_r(certificate):
    off = [one for one in certificate.deviations if not one.within]
    assert off == []


@pytest.mark.trial
def test_there_are_values_of_every_statistic(certificate):
    statistics = {one.statistic for one in certificate.deviations}
    assert statistics == {
        "association",
        "choices",
        "difference",
        "interval",
        "letters",
        "means",
        "nets",
        "promoter_scores",
        "proportions",
        "quantiles",
        "ratios",
        "t_test",
        "totals",
        "variances",
        "wald",
    }
    assert len(certificate.deviations) > 3000


@pytest.mark.trial
def test_closed_forms_are_held_to_nine_digits(certificate):
    tolerances = sorted({one.tolerance for one in certificate.deviations})
    assert tolerances == [1e-9, 1e-6]
    closed = [one for one in certificate.deviations if one.tolerance == 1e-9]
    assert len(closed) > 0.9 * len(certificate.deviations)


def test_the_script_names_every_data_file():
    script = MADE_BY.read_text(encoding="utf-8")
    assert [path.stem for path in FOLDER.glob("*.csv") if f"{path.stem} = " not in script] == []


@pytest.mark.trial
def test_the_certificate_can_be_filed(certificate):
    done = CliRunner().invoke(app, ["verify", "--format", "json"])
    filed = json.loads(done.stdout)
    assert done.exit_code == 0
    assert filed["agrees"] is True
    assert filed["compared"] == len(certificate.deviations)
    assert filed["off"] == []
    assert filed["reference"] == {"R": "4.2.2", "survey": "4.1.1"}


def test_a_wrong_value_is_seen(certificate):
    one = certificate.deviations[0]
    wrong = type(one)(**{**vars(one), "found": one.found * (1 + 1e-8)})
    assert (one.within, wrong.within) == (True, False)
    nothing = type(one)(**{**vars(one), "found": float("nan")})
    assert nothing.within is False


def test_an_engine_to_verify_that_is_not_there():
    with pytest.raises(Problem) as raised:
        CliRunner().invoke(app, ["verify", "--engine", "abacus://here"], catch_exceptions=False)
    assert raised.value.code == "engine-unknown"
