"""Dates of deletion are kept: after three notices, and never before people have ended."""

import asyncio
import datetime
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from commands import run
from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal, sqlite
from rundfrage.fieldwork.participation import (
    Invitation,
    begin_participation,
    open_participation,
)
from rundfrage.fieldwork.period import now
from rundfrage.services import (
    Kept,
    appointments,
    close_field,
    export,
    forget,
    open_survey,
    publish,
    read_logbook,
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


def invited(survey, *addresses):
    async def work():
        register = await begin_participation(survey.participation, survey.key)
        await register.enter([Invitation(one, "en") for one in addresses])
        await register.shut()

    asyncio.run(work())


def close_only(survey):
    async def work():
        journal = await open_journal(survey.journal)
        await journal.close_field()
        await journal.shut()

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
    kept = {"questionnaire.md", "settings.toml", "retention.json", "logbook.jsonl", "answers.tsv"}
    assert left == kept
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
    done = retire(survey, DAY)
    assert [one.code for one in done.problems] == ["retention-too-early"]
    assert (done.deleted, survey.key.exists()) == ((), True)
    # The control: once the field is closed it goes.
    close_field(survey)
    assert [one.kept.value for one in retire(survey, DAY).deleted] == [what]


def test_a_field_whose_last_day_is_over_is_closed_and_sealed(tmp_path):
    survey = survey_in(tmp_path, field="field: 2020-01-01 .. 2020-01-05\n")
    answered(survey)
    assert [(done.closed, done.sealed) for done in (retire(survey), retire(survey))] == [
        (True, True), (False, False),
    ]  # fmt: skip
    seen = watch_field(survey)
    assert (seen.closed, seen.sealed) == (True, True)
    open_one = tmp_path / "open"
    open_one.mkdir()
    still = survey_in(open_one, field="field: 2020-01-01 .. 2999-01-05\n")
    answered(still)
    assert not retire(still).closed


def test_a_field_that_could_not_be_sealed_is_sealed_by_the_next_run(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.2)
    survey = survey_in(tmp_path, f"exports = {DAY}", field="field: 2020-01-01 .. 2020-01-05\n")
    answered(survey)
    with closing(sqlite3.connect(survey.journal)) as backup:
        backup.execute("begin")
        # The control: so long somebody reads, sealing isn't possible.
        backup.execute("select * from entry").fetchall()
        done = retire(survey, DAY - datetime.timedelta(days=30))
        assert (done.closed, done.sealed, watch_field(survey).sealed) == (True, False, False)
        assert "not sealed" in done.warnings[0]
        # What else the day asks for is done all the same.
        assert [one.kept for one in done.notices] == [Kept.EXPORTS]
    assert "is sealed" in run("retire", tmp_path).stdout
    assert watch_field(survey).sealed
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    survey = survey_in(by_hand)
    answered(survey)
    close_only(survey)
    done = retire(survey)
    assert (done.closed, done.sealed, watch_field(survey).sealed) == (False, True, True)


def test_addresses_and_answers_go_where_the_key_went_before(tmp_path):
    first, second, third = (DAY + datetime.timedelta(days=days) for days in range(3))
    survey = survey_in(tmp_path, f"key = {first}\naddresses = {second}\nanswers = {third}")
    answered(survey)
    invited(survey, "ana@example.org")
    close_field(survey)
    told = days_of(survey, first - datetime.timedelta(days=30), third)
    assert [(day, kept) for day, what, kept in told if what == "deleted"] == [
        (str(first), Kept.KEY), (str(second), Kept.ADDRESSES), (str(third), Kept.ANSWERS),
    ]  # fmt: skip
    assert b"ana@" not in Path(survey.participation).read_bytes()
    # The control: with the key the register itself can't be opened any more.
    with pytest.raises(Problem) as problem:
        open_participation(survey.participation, survey.key)
    assert problem.value.code == "no-participation-key"


def test_a_field_is_looked_at_after_the_key_has_gone(tmp_path):
    survey = survey_in(tmp_path)
    answered(survey)
    invited(survey, "ana@example.org", "ben@example.org")
    before = watch_field(survey).invited
    survey.key.unlink()
    assert (before, watch_field(survey).invited) == (2, 2)
    assert forget(survey, ["ana@example.org"]).addresses == 1
    Path(survey.participation).unlink()
    with pytest.raises(Problem) as problem:
        forget(survey, ["ana@example.org"])
    assert (problem.value.code, Path(survey.participation).exists()) == ("not-invited", False)


def test_what_can_not_be_deleted_keeps_nothing_else(tmp_path):
    survey = survey_in(tmp_path, f"addresses = {DAY}\nkey = {DAY}\nexports = {DAY}")
    answered(survey)
    survey.key.write_bytes(b"secret")
    assert run("export", tmp_path).returncode == 0
    close_field(survey)
    days_of(survey, DAY - datetime.timedelta(days=30), DAY - datetime.timedelta(days=1))
    Path(survey.participation).write_text("no database", encoding="utf-8")
    done = retire(survey, DAY)
    assert [one.code for one in done.problems] == ["participation-unavailable"]
    assert [one.kept for one in done.deleted] == [Kept.KEY, Kept.EXPORTS]
    # The next day tries again, and says the same.
    assert retire(survey, DAY).problems == done.problems
    Path(survey.participation).unlink()
    assert [one.kept for one in retire(survey, DAY).deleted] == [Kept.ADDRESSES]


def test_where_nobody_knows_whether_people_take_part_addresses_go_and_answers_stay(tmp_path):
    survey = survey_in(tmp_path, f"addresses = {DAY}\nkey = {DAY}\nanswers = {DAY}")
    answered(survey)
    invited(survey, "ana@example.org")
    close_field(survey)
    days_of(survey, DAY - datetime.timedelta(days=30), DAY - datetime.timedelta(days=1))
    Path(survey.journal).write_bytes(b"no database at all" * 100)
    done = retire(survey, DAY)
    assert {one.code for one in done.problems} == {"journal-foreign"}
    assert [one.kept for one in done.deleted] == [Kept.ADDRESSES]


def test_what_is_due_is_done_where_it_can_not_be_noted(tmp_path):
    survey = survey_in(tmp_path, f"addresses = {DAY}", field="field: 2020-01-01 .. 2020-01-05\n")
    answered(survey)
    invited(survey, "ana@example.org")
    (tmp_path / "logbook.jsonl").unlink(missing_ok=True)
    (tmp_path / "logbook.jsonl").mkdir()
    # The control: what nothing but a wish asks for can't be done then.
    with pytest.raises(Problem) as problem:
        export(survey)
    assert problem.value.code == "logbook-unwritable"
    done = retire(survey, DAY - datetime.timedelta(days=30))
    assert (done.closed, done.sealed, done.problems) == (True, True, ())
    assert "logbook" in done.warnings[0]
    days_of(survey, DAY - datetime.timedelta(days=29), DAY - datetime.timedelta(days=1))
    done = retire(survey, DAY)
    assert ([one.kept for one in done.deleted], done.problems) == ([Kept.ADDRESSES], ())
    assert "logbook" in done.warnings[0]
    assert b"ana@" not in Path(survey.participation).read_bytes()


@pytest.mark.parametrize("there", [True, False], ids=["there", "dangling"])
def test_a_key_that_lies_elsewhere_is_named_and_never_noted_as_deleted(tmp_path, there):
    elsewhere = tmp_path / "run" / "credentials"
    folder = tmp_path / "survey"
    elsewhere.mkdir(parents=True)
    folder.mkdir()
    survey = survey_in(folder, f"key = {DAY}")
    if there:
        (elsewhere / "participation.key").write_bytes(b"a copy of the secret")
    survey.key.symlink_to(elsewhere / "participation.key")
    days_of(survey, DAY - datetime.timedelta(days=30), DAY - datetime.timedelta(days=1))
    for day in (DAY, DAY + datetime.timedelta(days=1)):
        done = retire(survey, day)
        assert (done.deleted, done.problems) == ((), ())
        assert str(elsewhere / "participation.key") in done.warnings[0]
    assert survey.key.is_symlink()
    assert [one.done for one in appointments(survey)] == [None]
    # Once whoever was told has deleted it, there is nothing left to say.
    survey.key.unlink()
    done = retire(survey, DAY)
    assert ([one.kept for one in done.deleted], done.warnings) == ([Kept.KEY], ())


def test_answers_behind_links_go_with_all_that_lies_beside_them(tmp_path):
    elsewhere, folder = tmp_path / "disk", tmp_path / "survey"
    elsewhere.mkdir()
    folder.mkdir()
    survey = survey_in(folder, f"answers = {DAY}\nexports = {DAY}\naddresses = {DAY}")
    for name in ("responses.db", "answers.csv", "participation.db"):
        (folder / name).symlink_to(elsewhere / name)
    days_of(survey, DAY - datetime.timedelta(days=30), DAY - datetime.timedelta(days=1))
    # The disk isn't there: nothing of it can be deleted, and nothing is noted as deleted.
    done = retire(survey, DAY)
    assert (done.deleted, len(done.warnings)) == ((), 3)
    answered(survey)
    invited(survey, "ana@example.org")
    assert run("export", folder).returncode == 0
    close_field(survey)
    with closing(sqlite3.connect(survey.journal)) as reader:
        # Who looks into the database leaves its other files behind, if they are killed.
        reader.execute("select * from entry").fetchall()
        assert (elsewhere / "responses.db-wal").exists()
        done = retire(survey, DAY)
    assert (done.warnings, {one.kept for one in done.deleted}) == (
        (), {Kept.ANSWERS, Kept.EXPORTS, Kept.ADDRESSES},
    )  # fmt: skip
    assert [one.name for one in elsewhere.iterdir()] == ["participation.db"]
    assert b"ana@" not in (elsewhere / "participation.db").read_bytes()


@pytest.mark.trial
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
    (tmp_path / "responses.db").write_text("no database", encoding="utf-8")
    survey_in(tmp_path, f"exports = {today}")
    told = run("retire", tmp_path)
    assert (told.returncode, "journal-foreign" in told.stderr) == (1, True)
    assert "Notice 1 of three" in told.stdout
    (tmp_path / "retention.json").write_text("{", encoding="utf-8")
    refused = run("retire", tmp_path)
    assert (refused.returncode, "retention-record" in refused.stderr) == (1, True)


def test_a_file_that_lies_elsewhere_keeps_none_of_the_others(tmp_path):
    survey = survey_in(tmp_path, f"key = {DAY}\nexports = {DAY}")
    answered(survey)
    assert run("export", tmp_path).returncode == 0
    close_field(survey)
    survey.key.symlink_to(tmp_path / "nowhere.key")
    (tmp_path / "participation.pem").write_bytes(b"a key that signs")
    (tmp_path / "answers.xlsx").symlink_to(tmp_path / "nowhere.xlsx")
    days_of(survey, DAY - datetime.timedelta(days=30), DAY - datetime.timedelta(days=1))
    done = retire(survey, DAY)
    assert (done.deleted, done.problems, len(done.warnings)) == ((), (), 2)
    assert not (tmp_path / "answers.csv").exists()
    assert not (tmp_path / "participation.pem").exists()
    acts = [one.act for one in read_logbook(survey).logbook.lines]
    # It is noted once, though it is tried again on the next day.
    retire(survey, DAY + datetime.timedelta(days=1))
    assert [one.act for one in read_logbook(survey).logbook.lines] == acts
    assert acts[-2:] == ["delete-key", "delete-exports"]
