"""Forged, altered and removed interviews: what a role can do, and what is found of it.

The control is the layout of earlier versions, in which the door had rights on tables.
"""

import asyncio
import re
from hashlib import sha256

import psycopg
import pytest
from opened_journal import differs

from rundfrage.errors import Problem
from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.journal import Entry, Event, Outcome
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.secret import name_of, proof_of

EARLIER_GRANTS = (
    "GRANT SELECT ON journal_format, version, field TO {role}",
    "GRANT SELECT, INSERT ON entry TO {role}",
    "GRANT SELECT, INSERT, UPDATE ON quota TO {role}",
)
GRANTS = (
    "GRANT EXECUTE ON FUNCTION append_entries, interview_entries, withdraw_interview TO {role}",
)
PEOPLE = 8
RUNNING = PEOPLE
"""The number of an interview that hasn't ended."""


def entry(number: int, key: int, event: Event, answers: str = "") -> Entry:
    name = name_of(str(number))
    return Entry(name, f"{key:032x}", event, "v1", "de", "2026-W47", -1, answers)


async def fill(address: str) -> None:
    journal = await open_journal(address)
    for number in range(PEOPLE + 1):
        await journal.append(entry(number, 0, Event.BEGUN))
        await journal.append(entry(number, 1, Event.SENT, '{"q1":"yes"}'))
        if number != RUNNING:
            await journal.append(entry(number, 2, Event.COMPLETED))
    await journal.shut()


@pytest.fixture(name="role")
def roles_of_a_database(postgresql):
    """Fills the database, and gives the address of a role with these grants."""
    asyncio.run(fill(postgresql))
    name = f"role_{re.sub('.*/', '', postgresql)}"

    def role(grants) -> str:
        with psycopg.connect(postgresql, autocommit=True) as owner:
            owner.execute(f"CREATE ROLE {name} LOGIN")
            for grant in grants:
                owner.execute(grant.format(role=name))
        return postgresql.replace("tester@", f"{name}@")

    return role


def read(address: str):
    """The findings, and the events of each interview that is left with all that was found."""

    async def act():
        journal = await open_journal(address)
        findings = list(await journal.findings())
        whole = {one.name for one in findings if one.sequence is None}
        left_out = {one.name: {one.sequence} for one in findings if one.sequence is not None}
        kept = {
            entries[0].interview: [one.event for one in entries]
            async for entries in journal.interviews(left_out)
            if entries[0].interview not in whole
        }
        naive = [entries[0].event async for entries in journal.interviews()]
        await journal.shut()
        return findings, kept, naive

    return asyncio.run(act())


INSERT = """
    INSERT INTO entry (interview, sequence, key, event, version, language, week, screen, answers,
    quotas, minutes) VALUES (%s, %s, %s, %s, 'v1', 'de', '2026-W47', -1, '', '', -1)
"""
COMPLETE = [Event.BEGUN, Event.SENT, Event.COMPLETED]
SOUND = {name_of(str(number)): COMPLETE for number in range(PEOPLE)} | {
    name_of(str(RUNNING)): [Event.BEGUN, Event.SENT]
}


@pytest.mark.trial
def test_with_rights_on_tables_a_door_voided_every_interview(postgresql, role):
    """The attack on the layout of earlier versions: an end before the beginning of each."""
    address = role(EARLIER_GRANTS)
    with psycopg.connect(postgresql, autocommit=True) as owner:
        owner.execute("ALTER TABLE entry DROP CONSTRAINT entry_sequence")
    with psycopg.connect(address) as door:
        for name in SOUND:
            door.execute(INSERT, (name, -1, "f" * 32, "completed"))
    findings, kept, naive = read(postgresql)
    # Whoever reads on without looking finds nothing but ends.
    assert naive == [Event.COMPLETED] * (PEOPLE + 1)
    assert {(one.flaw, one.sequence) for one in findings} == {(Flaw.ENTRY, -1)}
    assert {one.name for one in findings} == set(SOUND)
    assert kept == SOUND

    async def seal():
        journal = await open_journal(postgresql)
        await journal.seal()
        await journal.shut()

    asyncio.run(seal())
    assert read(postgresql)[:2] == (findings, SOUND)


def test_with_its_rights_today_a_door_reads_and_writes_no_table(role):
    address = role(GRANTS)
    tables = "entry quota field version journal_format"
    for table in f"{tables} evidence_key evidence_note evidence_tally evidence_memo".split():
        for statement in (f"SELECT FROM {table}", f"DELETE FROM {table}", f"TRUNCATE {table}"):
            with (
                psycopg.connect(address) as door,
                pytest.raises(psycopg.errors.InsufficientPrivilege),
            ):
                door.execute(statement)
    for call in (
        "doubted_entries()", "doubts_among(NULL)", "evidence_is_sound()",
        "note_interview('', 1, NULL)", "tally_interviews('', 1)",
    ):  # fmt: skip
        with psycopg.connect(address) as door, pytest.raises(psycopg.errors.InsufficientPrivilege):
            door.execute(f"SELECT {call}")
    with psycopg.connect(address) as door, pytest.raises(psycopg.errors.InsufficientPrivilege):
        door.execute(INSERT, (name_of("0"), -1, "f" * 32, "completed"))


def test_with_its_rights_today_a_door_can_not_end_a_strangers_interview(postgresql, role):
    address = role(GRANTS)

    async def attack():
        journal = await open_journal(address)
        outcomes = []
        for proof in ("", name_of(str(RUNNING)), proof_of("another"), "interview:another"):
            try:
                end = entry(RUNNING, 9, Event.COMPLETED)
                outcomes.append(await journal.append(end, {}, proof))
            except Problem as problem:
                outcomes.append(problem.code)
        # Its holder goes on, and so does whoever began with an earlier version.
        own = await journal.append(entry(RUNNING, 9, Event.COMPLETED), {}, proof_of(str(RUNNING)))
        former = Entry(name_of("old", former=True), "0" * 32, Event.BEGUN, "v1", "de", "2026-W47")
        old = await journal.append(former, {}, proof_of("old", former=True))
        withdrawn = [await journal.withdraw(secret) for secret in ("old", "nobody's")]
        await journal.shut()
        return outcomes, own, old, withdrawn

    outcomes, own, old, withdrawn = asyncio.run(attack())
    assert outcomes == ["journal-unavailable"] * 4
    assert (own, old, withdrawn) == (Outcome.STORED, Outcome.STORED, [True, False])
    findings, kept, _ = read(postgresql)
    assert findings == []
    assert kept == SOUND | {name_of(str(RUNNING)): COMPLETE}


@pytest.mark.parametrize(
    ("event", "proof"), [("completed", None), ("withdrawn", proof_of(str(RUNNING)))]
)
def test_no_proof_at_all_is_none_and_an_end_is_no_withdrawal(postgresql, role, event, proof):
    call = "SELECT append_entries({})".format(", ".join(["%s"] * 12))
    columns = ([name_of(str(RUNNING))], ["f" * 32], [event], ["v1"], ["de"], ["2026-W47"], [-1],
               [""], [""], [-1], ["{}"], [proof])  # fmt: skip
    with (
        psycopg.connect(role(GRANTS)) as door,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        door.execute(call, columns)
    findings, kept, _ = read(postgresql)
    assert (findings, kept) == ([], SOUND)


ONE = name_of("0")
FORGED = sha256(b"forged").hexdigest()[:32]


COPIED = """
    INSERT INTO entry SELECT interview, 3, repeat('e', 32), 'completed', version, language, week,
    screen, answers, quotas, minutes, digest FROM entry WHERE interview = '{one}' AND sequence = 2
"""


@pytest.mark.parametrize(
    ("attack", "flaw", "sequence", "left"),
    [
        (["UPDATE entry SET answers = '{{}}' WHERE interview = '{one}' AND sequence = 1"],
         Flaw.ALTERED, None, None),
        (["UPDATE entry SET week = '2026-W01' WHERE interview = '{one}' AND sequence = 2"],
         Flaw.ALTERED, None, None),
        (["DELETE FROM entry WHERE interview = '{one}' AND sequence = 2"],
         Flaw.ALTERED, None, None),
        (["DELETE FROM entry WHERE interview = '{one}' AND sequence = 1"],
         Flaw.ALTERED, None, None),
        (["DELETE FROM entry WHERE interview = '{one}'"], Flaw.REMOVED, None, None),
        ([COPIED], Flaw.ENTRY, 3, COMPLETE),
        (["UPDATE evidence_note SET entries = 2 WHERE interview = '{one}'",
          "DELETE FROM entry WHERE interview = '{one}' AND sequence = 2"],
         Flaw.ALTERED, None, None),
        (["DELETE FROM evidence_note WHERE interview = '{one}'"], Flaw.FORGED, None, None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("compared", [False, True])
def test_whoever_gets_round_the_functions_is_found(
    postgresql, role, attack, flaw, sequence, left, compared
):
    role(GRANTS)
    assert not (compared and differs(postgresql))
    with psycopg.connect(postgresql) as intruder:
        for statement in attack:
            intruder.execute(statement.format(one=ONE))
    assert differs(postgresql)
    findings, kept, _ = read(postgresql)
    assert Finding(ONE, flaw, sequence) in findings
    assert {one.name for one in findings} <= {ONE, ONE[:2]}
    assert kept == {name: events for name, events in SOUND.items() if name != ONE or left}


@pytest.mark.parametrize("compared", [False, True])
def test_an_end_for_an_interview_that_goes_on_is_left_out(postgresql, role, compared):
    assert not (compared and differs(postgresql))
    with psycopg.connect(role(EARLIER_GRANTS)) as door:
        door.execute(INSERT, (name_of(str(RUNNING)), 2, "f" * 32, "completed"))
    assert differs(postgresql)
    findings, kept, _ = read(postgresql)
    assert findings == [Finding(name_of(str(RUNNING)), Flaw.ENTRY, 2)]
    assert kept == SOUND


@pytest.mark.parametrize("compared", [False, True])
def test_a_whole_interview_that_nobody_began_is_left_out(postgresql, role, compared):
    assert not (compared and differs(postgresql))
    with psycopg.connect(role(EARLIER_GRANTS)) as door:
        for place, event in enumerate(("begun", "sent", "completed")):
            door.execute(INSERT, (FORGED, place, f"{place:032x}", event))
    assert differs(postgresql)
    findings, kept, _ = read(postgresql)
    assert findings == [Finding(FORGED, Flaw.FORGED)]
    assert kept == SOUND


@pytest.mark.parametrize("compared", [False, True])
def test_an_interview_removed_with_its_note_is_missed(postgresql, role, compared):
    role(GRANTS)
    assert not (compared and differs(postgresql))
    with psycopg.connect(postgresql) as intruder:
        intruder.execute("DELETE FROM entry WHERE interview = %s", (ONE,))
        intruder.execute("DELETE FROM evidence_note WHERE interview = %s", (ONE,))
    assert differs(postgresql)
    findings, kept, _ = read(postgresql)
    assert findings == [Finding(ONE[:2], Flaw.UNCOUNTED)]
    assert kept == {name: events for name, events in SOUND.items() if name != ONE}


@pytest.mark.trial
def test_a_withdrawal_and_a_seal_look_like_nothing(postgresql, role):
    address = role(GRANTS)

    async def act():
        door = await open_journal(address)
        withdrawn = await door.withdraw("0")
        await door.shut()
        journal = await open_journal(postgresql)
        await journal.close_field()
        await journal.seal()
        counted = await journal.withdrawn()
        await journal.shut()
        return withdrawn, counted

    assert asyncio.run(act()) == (True, 1)
    findings, kept, _ = read(postgresql)
    assert findings == []
    assert kept == {name: events for name, events in SOUND.items() if name != ONE}


def test_what_an_earlier_version_stored_gets_its_evidence_and_what_was_forged_then_none(
    postgresql, role
):
    role(GRANTS)
    with psycopg.connect(postgresql, autocommit=True) as owner:
        # As it was before: no evidence, no checks, an interview named by the former rule.
        for statement in (
            "ALTER TABLE entry DROP COLUMN digest",
            "DROP TABLE evidence_key, evidence_note, evidence_tally, evidence_memo CASCADE",
            *(
                f"ALTER TABLE entry DROP CONSTRAINT entry_{check}"
                for check in ("sequence", "names", "event", "week", "numbers")
            ),
            "DROP FUNCTION interview_entries(text[], integer[])",
            "UPDATE journal_format SET number = 3",
        ):
            owner.execute(statement)
        owner.execute(INSERT, (name_of("5"), -1, "f" * 32, "completed"))
        owner.execute(INSERT, (FORGED, -1, "f" * 32, "completed"))
    findings, kept, _ = read(postgresql)
    assert set(findings) == {
        Finding(name_of("5"), Flaw.ENTRY, -1), Finding(FORGED, Flaw.FORGED),
    }  # fmt: skip
    assert kept == SOUND


WORDS_OF_FORMAT_6 = (
    """
    CREATE OR REPLACE FUNCTION words_of(one entry, former bytea) RETURNS text
    LANGUAGE sql STABLE AS $$
        SELECT json_build_array(
            'entry', encode(former, 'hex'), one.interview, one.sequence, one.key, one.event,
            one.version, one.language, one.week, one.screen, one.answers, one.quotas, one.minutes
        )::text
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION words_of_note(named text, count integer, latest bytea) RETURNS text
    LANGUAGE sql STABLE AS $$
        SELECT json_build_array('interview', named, count, encode(latest, 'hex'))::text
    $$
    """,
)


@pytest.mark.parametrize("attack", ["", "answers = '{}'", "screen = 3", "digest = NULL"])
def test_digests_of_an_earlier_format_stay_evidence_and_others_go_on_behind_them(
    postgresql, attack
):
    async def act():
        await (await open_journal(postgresql)).shut()
        with psycopg.connect(postgresql, autocommit=True) as owner:
            for function in WORDS_OF_FORMAT_6:
                owner.execute(function)
        await fill(postgresql)
        with psycopg.connect(postgresql, autocommit=True) as owner:
            owner.execute("UPDATE journal_format SET number = 6")
        journal = await open_journal(postgresql)
        await journal.append(entry(RUNNING, 8, Event.SENT, '{"q2":"no"}'))
        await journal.append(entry(RUNNING, 9, Event.COMPLETED))
        await journal.append(entry(RUNNING + 1, 0, Event.BEGUN))
        await journal.shut()

    asyncio.run(act())
    whole = {
        name_of(str(RUNNING)): [Event.BEGUN, Event.SENT, Event.SENT, Event.COMPLETED],
        name_of(str(RUNNING + 1)): [Event.BEGUN],
    }
    expected = []
    if attack:
        with psycopg.connect(postgresql) as intruder:
            intruder.execute(
                f"UPDATE entry SET {attack} WHERE interview = '{ONE}' AND sequence = 1"
            )
        expected = [Finding(ONE, Flaw.ALTERED)]
    findings, kept, _ = read(postgresql)
    assert findings == expected
    assert kept == {name: events for name, events in (SOUND | whole).items()
                    if name != ONE or not attack}  # fmt: skip


def test_what_moves_from_one_column_to_the_next_is_found(postgresql):
    name = name_of("0")

    async def act():
        journal = await open_journal(postgresql)
        await journal.append(Entry(name, "0" * 32, Event.BEGUN, "v1", "a\nb", "2026-W47"))
        await journal.append(Entry(name, "1" * 32, Event.SENT, "v1", "a\nb", "2026-W47", 0, "{}"))
        await journal.shut()

    asyncio.run(act())
    assert read(postgresql)[0] == []
    with psycopg.connect(postgresql) as intruder:
        intruder.execute("UPDATE entry SET version = E'v1\\na', language = 'b' WHERE sequence = 1")
    assert read(postgresql)[0] == [Finding(name, Flaw.ENTRY, 1)]
