"""publish, status, close and export as the owner of a survey uses them."""

import asyncio
import re
import socket
import sqlite3

import pytest

from commands import run
from rundfrage.fieldwork.journal import Entry, Event, Outcome
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_participation
from rundfrage.services.answers import load
from rundfrage.services.survey import KEY, PARTICIPATION, open_source

SURVEY = """\
---
survey: small
title: A small survey
language: en
---

# You

## q1: Are you a member?

- ( ) yes: Yes
- ( ) no: No

## q2: Why?

____

# The end

## q3: How old are you?

[0..120 years]
"""


@pytest.fixture(name="survey")
def a_survey(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, "utf-8")
    return tmp_path


def test_an_empty_flag_takes_away_what_settings_name(survey):
    settings = survey / "settings.toml"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for named, flag, code in (
            ('embed = ["nobody"]', "--embed", "bad-embed"),
            ('origin = "nowhere"', "--origin", "bad-origin"),
        ):
            settings.write_text(f"[door]\nport = {port}\n{named}\n", "utf-8")
            assert f"[{code}]" in run("serve", survey).stderr
            assert "[cannot-listen]" in run("serve", survey, flag, "").stderr


def change(survey, old, new):
    path = survey / "questionnaire.md"
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new), "utf-8")


def store(survey, *interviews):
    """Entries of interviews, as the door stores them."""

    async def work():
        journal = await open_journal(str(survey / "responses.db"))
        version = (await journal.versions())[-1].name
        for number, entries in enumerate(interviews):
            for place, (event, screen, answers, minutes) in enumerate(entries):
                entry = Entry(
                    f"{number:032x}", f"{place:032x}", event, version, "en", "2026-W47", screen,
                    answers, minutes=minutes,
                )  # fmt: skip
                assert await journal.append(entry) is Outcome.STORED
        await journal.shut()

    asyncio.run(work())


BEGUN = (Event.BEGUN, -1, "", -1)
FIRST = (Event.SENT, 0, '{"q1":"yes","q2":"Because"}', -1)
LAST = (Event.SENT, 1, '{"q3":"41"}', -1)
DONE = (Event.COMPLETED, -1, "", 5)


def test_a_version_goes_into_the_field_once(survey):
    first = run("publish", survey)
    name = re.fullmatch(r"Version 1 \(([0-9a-f]{16})\) is in the field\.\n", first.stdout)[1]
    assert run("publish", survey).stdout == f"Version 1 ({name}) is in the field already.\n"


def test_a_questionnaire_with_an_error_stays_at_home(survey):
    change(survey, "## q2: Why?", "## q2: Why? {if='q9 == 1'}")
    refused = run("publish", survey)
    assert "[unknown-name]" in refused.stderr
    assert "questionnaire.md:14" in refused.stderr
    assert not (survey / "responses.db").exists()
    assert "[unknown-name]" in run("serve", survey, "--preview").stderr


def test_corrected_wording_is_listed(survey):
    run("publish", survey)
    change(survey, "Are you a member?", "Are you a member of ours?")
    said = run("publish", survey).stdout
    assert said.startswith("Version 2 (")
    assert "member of ours" in said


def test_a_change_that_orphans_answers_needs_consent(survey):
    run("publish", survey)
    change(survey, "- ( ) no: No\n", "- ( ) never: Never\n")
    refused = run("publish", survey)
    assert refused.returncode == 1
    assert "[change-needs-consent]" in refused.stderr
    assert "--accept q1" in refused.stderr
    assert run("publish", survey, "--accept", "q1").stdout.startswith("Version 2 (")


def test_a_version_that_was_replaced_does_not_come_back(survey):
    run("publish", survey)
    change(survey, "Why?", "Why so?")
    run("publish", survey)
    change(survey, "Why so?", "Why?")
    assert "[version-came-back]" in run("publish", survey).stderr


def test_the_level_of_participation_is_fixed_once_somebody_took_part(survey):
    run("publish", survey)
    change(survey, "language: en\n", "language: en\nparticipation: codes\n")
    assert run("publish", survey).stdout.startswith("Version 2 (")
    store(survey, [BEGUN])
    change(survey, "participation: codes\n", "participation: exchange\n")
    assert "[participation-fixed]" in run("publish", survey, "--accept", "participation").stderr


def test_answers_are_exported_and_counted(survey):
    run("publish", survey)
    store(survey, [BEGUN, FIRST, LAST, DONE], [BEGUN, FIRST], [BEGUN])
    said = run("status", survey).stdout
    assert re.search(r"begun\s+3\n", said)
    assert re.search(r"completed\s+1\n", said)
    assert re.search(r"at least half\s+1\n", said)
    assert re.search(r"The end\s+2\s+1\n", said)
    assert "Completion rate: 33.3% of those who began." in said
    assert "Median duration: from 5 minutes on." in said
    assert run("export", survey).stdout == f"{survey}/answers.csv: 1 respondent\n"
    assert load(open_source(survey)).n == 1
    both = survey / "both.parquet"
    run("export", survey, "--partial", "-o", both)
    assert load(open_source(both)).n == 2


def test_outcome_rates_count_all_who_are_invited_also_those_no_letter_reached(survey):
    run("publish", survey)
    store(survey, [BEGUN, FIRST, LAST, DONE], [BEGUN, FIRST])
    states = [InvitationState.SENT] * 3 + [InvitationState.FAILED, InvitationState.WAITING]

    async def invite():
        register = open_participation(survey / PARTICIPATION, survey / KEY, make=True)
        await register.enter(
            [Invitation(f"{at}@example.org", "en", state) for at, state in enumerate(states)]
        )
        await register.shut()

    asyncio.run(invite())
    assert run("status", survey).stdout.endswith(
        "Outcome rates (AAPOR), 5 invited:\n"
        "  RR1, completed: 20.0%\n  RR2, with partial: 40.0%\n  COOP1, cooperation: 50.0%\n"
    )


def test_attempts_are_said_to_be_no_persons(survey):
    run("publish", survey)
    entered = (Event.ENTERED, -1, "", -1)
    store(survey, [entered, FIRST, LAST, DONE], [entered, FIRST], [entered, FIRST])

    async def invite():
        register = open_participation(survey / PARTICIPATION, survey / KEY, make=True)
        await register.enter([Invitation(f"{at}@example.org", "en") for at in range(2)])
        await register.shut()

    asyncio.run(invite())
    told = run("status", survey).stdout
    assert "Begun and not ended are attempts, not persons" in told
    assert "Completion rate: 33.3% of the attempts." in told
    assert told.endswith(
        "  RR1, completed: 50.0%\n  RR2, with partial: between 50.0% and 100.0%\n"
        "  COOP1, cooperation: between 50.0% and 100.0%\n"
    )
    assert "2 of them are attempts" in run("export", survey, "--partial").stderr
    assert run("export", survey).stderr == ""


def test_an_export_is_written_over_and_nothing_else(survey):
    run("publish", survey)
    answers = survey / "answers.csv"
    store(survey, [BEGUN, FIRST, LAST, DONE], [BEGUN, FIRST, LAST, DONE])
    for _ in range(2):
        assert run("export", survey).stdout == f"{answers}: 2 respondents\n"
    answers.write_bytes(answers.read_bytes() + b"no,typed by hand,70\r\n")
    edited = answers.read_bytes()
    refused = run("export", survey)
    assert (refused.returncode, "[answers-from-elsewhere]" in refused.stderr) == (1, True)
    assert answers.read_bytes() == edited
    assert run("export", survey, "-o", answers).stdout == f"{answers}: 2 respondents\n"
    assert run("export", survey).returncode == 0


@pytest.mark.parametrize("elsewhere", ["answers.csv", "answers.sav"])
def test_answers_that_were_collected_elsewhere_are_no_export(survey, elsewhere):
    run("publish", survey)
    store(survey, [BEGUN, FIRST, LAST, DONE])
    run("simulate", survey, "-n", 9, "-o", survey / "simulated.csv")
    assert run("convert", survey / "simulated.csv", survey / elsewhere).returncode == 0
    before = (survey / elsewhere).read_bytes()
    refused = run("export", survey)
    assert (refused.returncode, "[answers-from-elsewhere]" in refused.stderr) == (1, True)
    assert (survey / elsewhere).read_bytes() == before


def test_answers_of_a_dropped_question_are_counted_and_stay_in_the_journal(survey):
    run("publish", survey)
    store(survey, [BEGUN, FIRST, LAST, DONE])
    change(survey, "## q2: Why?\n\n____\n\n", "")
    run("publish", survey, "--accept", "q2")
    said = run("export", survey)
    assert "1 answer to q2 without a place in the version in the field" in said.stderr


def test_a_closed_field_stays_closed(survey):
    run("publish", survey)
    assert "The field is closed." in run("close", survey).stdout
    assert run("status", survey).stdout.startswith("The field is closed.\n")
    with sqlite3.connect(survey / "responses.db") as database:
        database.execute("UPDATE field SET sealed = 0")
    assert run("status", survey).stdout.startswith("The field is closed, but not sealed: ")
    run("close", survey)
    assert run("status", survey).stdout.startswith("The field is closed.\n")
    change(survey, "Why?", "Why so?")
    assert "[field-closed]" in run("publish", survey).stderr


@pytest.mark.parametrize("command", ["status", "close", "export"])
def test_a_survey_that_was_never_published(survey, command):
    refused = run(command, survey)
    assert refused.returncode == 1
    assert "[not-published]" in refused.stderr
    assert not (survey / "responses.db").exists()


def test_an_address_that_is_none(survey):
    assert "[bad-address]" in run("publish", survey, "--journal", "mysql://db/x").stderr


@pytest.mark.trial
def test_the_same_over_postgresql(survey, postgresql):
    options = ("--journal", postgresql)
    assert run("publish", survey, *options).stdout.startswith("Version 1 (")
    assert re.search(r"begun\s+0\n", run("status", survey, *options).stdout)
    assert run("export", survey, *options).stdout.endswith("answers.csv: 0 respondents\n")
    assert run("close", survey, *options).returncode == 0


FORGERY = """
    INSERT INTO entry (interview, sequence, key, event, version, language, week, screen, answers,
    quotas, minutes) SELECT interview, {sequence}, '{key}', '{event}', version, language, week,
    -1, '{answers}', '', -1 FROM entry WHERE interview LIKE '%{number}' AND sequence = 0
"""


def forge(survey, number, sequence, event, answers=""):
    with sqlite3.connect(survey / "responses.db") as database:
        database.execute(
            FORGERY.format(
                number=number, sequence=sequence, event=event, answers=answers, key="f" * 32
            )
        )


def test_forged_rows_void_no_interview_and_are_named(survey):
    run("publish", survey)
    whole = (BEGUN, FIRST, LAST, DONE)
    store(survey, whole, whole, whole, (BEGUN, FIRST), whole)
    assert run("verify-field", survey).stdout.startswith("5 interviews are as they were stored.")
    assert run("verify-field", survey).returncode == 0
    for number in (0, 1):
        forge(survey, number, -1, "completed")
    forge(survey, 2, 9, "completed")
    forge(survey, 3, 2, "sent", '["no answers"]')
    forge(survey, 4, -2, "never heard of")
    exported = run("export", survey, "-o", survey / "out.csv", "--partial")
    assert "3 respondents" in exported.stdout
    for done in (exported, run("status", survey)):
        assert "5 findings: the journal isn't as rundfrage stored it." in done.stderr
    named = run("verify-field", survey)
    assert named.returncode == 1
    assert named.stdout.startswith("3 interviews are as they were stored.")
    found = re.findall(r"^0{31}(\d)(?: #(-?\d))? +(.*?) *$", named.stdout, flags=re.MULTILINE)
    assert [(number, place) for number, place, _ in sorted(found)] == [
        ("0", "-1"), ("1", "-1"), ("2", ""), ("3", ""), ("4", "-2"),
    ]  # fmt: skip


def test_a_quota_whose_count_was_changed_is_named(survey):
    run("publish", survey)
    store(survey, (BEGUN, FIRST, LAST, DONE))
    with sqlite3.connect(survey / "responses.db") as database:
        database.execute("INSERT INTO quota VALUES ('women', 100)")
    named = run("verify-field", survey)
    assert re.search(r"^women +the count of this quota", named.stdout, flags=re.MULTILINE)
