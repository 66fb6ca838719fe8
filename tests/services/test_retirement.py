"""Dates of deletion are kept: after three notices, and never before people have ended."""

import asyncio
import datetime
import os

import pytest

from commands import run
from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.period import now
from rundfrage.services import (
    Kept,
    appointments,
    close_field,
    open_survey,
    publish,
    retire,
    watch_field,
)

SURVEY = """\
---
survey: club
title: The club
language: en
{field}---

# Page

## side: Which side?

____
"""
DAY = datetime.date(2027, 1, 31)


def survey_in(folder, retention="", field="", database=""):
    (folder / "questionnaire.md").write_text(SURVEY.format(field=field), encoding="utf-8")
    answers = f'[answers]\ndatabase = "{database}"\n' if database else ""
    settings = f"{answers}[retention]\n{retention}\n"
    (folder / "settings.toml").write_text(settings, encoding="utf-8")
    return open_survey(folder)


def answered(survey):
    async def work():
        journal = await open_journal(survey.journal)
        for key, event in enumerate((Event.BEGUN, Event.SENT, Event.COMPLETED)):
            answers = '{"side":"a secret word"}' if event is Event.SENT else ""
            version = (await journal.versions())[0].name
            await journal.append(
                Entry("a" * 32, f"{key:032x}", event, version, "en", "2026-W01", 0, answers)
            )
        await journal.shut()

    publish(survey)
    asyncio.run(work())


def days_of(survey, first, last):
    """What happens from day to day: the day, notices and deletions."""
    told = []
    for at in range((last - first).days + 1):
        day = first + datetime.timedelta(days=at)
        done = retire(survey, day)
        told += [(day.isoformat(), "notice", one.kept) for one in done.notices]
        told += [(day.isoformat(), "deleted", one.kept) for one in done.deleted]
    return told


def test_three_notices_come_before_answers_and_key_and_exports_are_deleted(tmp_path):
    survey = survey_in(tmp_path, f"answers = {DAY}\nkey = {DAY}\nexports = {DAY}")
    answered(survey)
    survey.key.write_bytes(b"secret of the key")
    assert run("export", tmp_path).returncode == 0
    close_field(survey)
    # Whoever finds the blocks on the disk finds zeros: another name keeps them here.
    found = tmp_path.parent / f"{tmp_path.name}.blocks"
    os.link(tmp_path / "responses.db", found)
    assert b"a secret word" in found.read_bytes()
    (tmp_path / "answers.tsv").write_text("somebody's own", encoding="utf-8")
    names = {"responses.db", "participation.key", "answers.csv"}
    assert names <= {file.name for file in tmp_path.iterdir()}
    told = days_of(survey, datetime.date(2026, 12, 25), datetime.date(2027, 2, 3))
    kinds = [Kept.KEY, Kept.ANSWERS, Kept.EXPORTS]
    assert told == [
        (day, what, kept)
        for day, what in (
            ("2027-01-01", "notice"), ("2027-01-24", "notice"), ("2027-01-30", "notice"),
            ("2027-01-31", "deleted"),
        )
        for kept in kinds
    ]  # fmt: skip
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {"questionnaire.md", "settings.toml", "retention.json", "answers.tsv"}
    assert set(found.read_bytes()) == {0}
    assert [one.done for one in appointments(survey)] == [DAY] * 3


def test_a_day_that_is_noticed_late_has_three_notices_all_the_same(tmp_path):
    survey = survey_in(tmp_path, f"key = {DAY}")
    survey.key.write_bytes(b"secret")
    late = DAY + datetime.timedelta(days=100)
    assert [len(retire(survey, late).notices) for _ in range(3)] == [1, 0, 0]
    told = days_of(survey, late, late + datetime.timedelta(days=5))
    assert [(day[-2:], what) for day, what, _ in told] == [
        ("12", "notice"), ("13", "notice"), ("14", "deleted"),
    ]  # fmt: skip
    assert not survey.key.exists()


def test_whoever_changes_the_day_begins_with_the_first_notice(tmp_path):
    survey = survey_in(tmp_path, f"key = {DAY}")
    days_of(survey, datetime.date(2027, 1, 1), datetime.date(2027, 1, 30))
    survey = survey_in(tmp_path, "key = 2027-02-05")
    told = days_of(survey, datetime.date(2027, 1, 31), datetime.date(2027, 2, 7))
    assert [(day, what) for day, what, _ in told] == [
        ("2027-01-31", "notice"), ("2027-02-01", "notice"), ("2027-02-04", "notice"),
        ("2027-02-05", "deleted"),
    ]  # fmt: skip


@pytest.mark.parametrize("what", ["answers", "key"])
def test_nothing_is_deleted_while_people_can_take_part(tmp_path, what):
    survey = survey_in(tmp_path, f"{what} = {DAY}")
    answered(survey)
    survey.key.write_bytes(b"secret")
    days_of(survey, datetime.date(2027, 1, 1), datetime.date(2027, 1, 30))
    with pytest.raises(Problem) as problem:
        retire(survey, DAY)
    assert problem.value.code == "retention-too-early"
    assert survey.key.exists()
    # The control: once the field is closed it goes.
    close_field(survey)
    assert [one.kept.value for one in retire(survey, DAY).deleted] == [what]


def test_a_field_whose_last_day_is_over_is_closed_and_sealed(tmp_path):
    survey = survey_in(tmp_path, field="field: 2020-01-01 .. 2020-01-05\n")
    answered(survey)
    assert [retire(survey).closed for _ in range(2)] == [True, False]
    seen = watch_field(survey)
    assert (seen.closed, seen.sealed) == (True, True)
    open_one = tmp_path / "open"
    open_one.mkdir()
    still = survey_in(open_one, field="field: 2020-01-01 .. 2999-01-05\n")
    answered(still)
    assert not retire(still).closed


def test_the_tables_of_postgresql_are_emptied_and_nothing_of_them_is_left(tmp_path, postgresql):
    survey = survey_in(tmp_path, f"answers = {DAY}", database=postgresql)
    answered(survey)
    close_field(survey)
    told = days_of(survey, datetime.date(2027, 1, 1), datetime.date(2027, 2, 2))
    assert told[-1] == ("2027-01-31", "deleted", Kept.ANSWERS)

    async def look():
        journal = await open_journal(survey.journal)
        found = [one async for one in journal.interviews()]
        state = await journal.versions(), await journal.field_closed()
        await journal.shut()
        return found, *state

    assert asyncio.run(look()) == ([], [], True)


def test_the_command_says_what_is_due_and_nothing_where_nothing_is(tmp_path):
    today = now().date()
    survey_in(tmp_path, f"exports = {today + datetime.timedelta(days=5)}")
    assert "exported answers" in run("retire", tmp_path, "--list").stdout
    assert "Notice 1 of three" in run("retire", tmp_path).stdout
    assert run("retire", tmp_path).stdout == ""
    (tmp_path / "retention.json").write_text("{", encoding="utf-8")
    refused = run("retire", tmp_path)
    assert (refused.returncode, "retention-record" in refused.stderr) == (1, True)
