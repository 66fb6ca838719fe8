"""The days of the field, the grace behind them, and what is said where nobody can begin."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from rundfrage.fieldwork.period import Period, Phase

FIRST, LAST = datetime.date(2026, 10, 1), datetime.date(2026, 10, 14)


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    import time  # noqa: PLC0415

    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(words, zone="Europe/Berlin"):
    return datetime.datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("moment", "phase"),
    [
        ("2026-09-30 23:59:59", Phase.NOT_YET),
        ("2026-10-01 00:00:00", Phase.OPEN),
        ("2026-10-14 23:59:59", Phase.OPEN),
        ("2026-10-15 00:00:00", Phase.GRACE),
        ("2026-10-15 00:59:59", Phase.GRACE),
        ("2026-10-15 01:00:00", Phase.CLOSED),
    ],
)
def test_the_last_day_ends_at_midnight_here_and_whoever_has_begun_has_an_hour(moment, phase):
    period = Period((FIRST, LAST))
    assert period.phase(at(moment), closed=False) is phase
    assert period.phase(at(moment).astimezone(ZoneInfo("Asia/Tokyo")), closed=False) is phase
    assert period.phase(at(moment), closed=True) is Phase.CLOSED


def test_without_days_a_field_is_open_until_somebody_closes_it():
    assert Period(None).phase(at("2026-10-15 01:00:00"), closed=False) is Phase.OPEN
    assert Period(None).phase(at("2026-10-15 01:00:00"), closed=True) is Phase.CLOSED
    endless = Period((FIRST, datetime.date.max))
    assert endless.phase(at("2999-01-01 00:00:00"), closed=False) is Phase.OPEN


def test_without_grace_nobody_finishes_after_midnight():
    period = Period((FIRST, LAST), grace=0)
    assert period.phase(at("2026-10-15 00:00:00"), closed=False) is Phase.CLOSED


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ("2026-09-30 12:00:00", "field-not-begun"), ("2026-10-07 12:00:00", None),
        ("2026-10-15 00:10:00", "field-over"), ("2026-11-15 12:00:00", "field-over"),
    ],
)  # fmt: skip
def test_a_field_in_which_nobody_can_begin_is_warned_of(moment, code):
    found = Period((FIRST, LAST)).warnings(at(moment), "q.md")
    assert [one.code for one in found] == ([code] if code else [])
    assert {one.severity for one in found} <= {"warning"}
