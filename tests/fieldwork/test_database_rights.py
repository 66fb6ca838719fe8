"""The rights that the how-to page gives the public door: enough for it, and no more than that."""

import asyncio
import re
from pathlib import Path

import psycopg
import pytest

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event, Outcome, Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.participation import Admission, Counts, Invitation, open_participation
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.fieldwork.secret import name_of, proof_of

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "fieldwork-on-postgresql.md"


def grants(database: str) -> list[str]:
    """The statements that the page says for the database, behind its \\connect."""
    (_, *blocks) = re.split(r"^\\connect ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (block,) = [block for block in blocks if block.startswith(f"{database}\n")]
    return re.findall(r"^GRANT [^;]*;", block.partition("```")[0], flags=re.MULTILINE)


@pytest.fixture(name="door")
def role_of_the_door():
    """Turns an address of the owner into one of a role that was given the page's rights."""

    def turn(address: str, database: str) -> str:
        with psycopg.connect(address, autocommit=True) as owner:
            owner.execute("DO $$ BEGIN CREATE ROLE door LOGIN; EXCEPTION WHEN duplicate_object"
                          " THEN NULL; END $$")  # fmt: skip
            for statement in grants(database):
                owner.execute(statement)
        return address.replace("tester@", "door@")

    return turn


def entry(key: int, event: Event = Event.SENT, *quotas: str) -> Entry:
    return Entry(name_of("own"), f"{key:032x}", event, "v1", "de", "2026-W47", 0, "{}", quotas)


def refusal(work) -> str:
    with pytest.raises(Problem) as problem:
        asyncio.run(work)
    return problem.value.code


def test_the_door_adds_answers_and_can_neither_change_nor_remove_them(postgresql, door):
    async def publish():
        journal = await open_journal(postgresql)
        await journal.publish(Version("v1", 1, "{}", "2026-W47"))
        await journal.shut()

    async def serve(address):
        journal = await open_journal(address)
        stored = [
            await journal.append(entry(1), {}, proof_of("own")),
            await journal.append(entry(1), {}, proof_of("own")),
            await journal.append(entry(2, Event.COMPLETED, "women"), {}, proof_of("own")),
        ]
        seen = (
            len(await journal.entries(name_of("own"))),
            len(await journal.versions()),
            await journal.field_closed(),
            await journal.quota_counts(),
        )
        await journal.shut()
        return stored, seen

    async def forbidden(act):
        journal = await open_journal(address)
        try:
            await act(journal)
        finally:
            await journal.shut()

    asyncio.run(publish())
    address = door(postgresql, "answers")
    assert asyncio.run(serve(address)) == (
        [Outcome.STORED, Outcome.KNOWN, Outcome.STORED],
        (2, 1, False, {"women": 1}),
    )
    for act in (
        lambda journal: journal.publish(Version("v2", 2, "{}", "2026-W47")),
        lambda journal: journal.close_field(),
        lambda journal: journal.seal(),
    ):
        assert refusal(forbidden(act)) == "journal-unavailable"
    for statement in (
        "SELECT FROM entry",
        "INSERT INTO quota VALUES ('women', 9)",
        "UPDATE field SET closed = true",
        "UPDATE entry SET answers = ''", "DELETE FROM entry", "TRUNCATE entry",
    ):  # fmt: skip
        with psycopg.connect(address) as role, pytest.raises(psycopg.errors.InsufficientPrivilege):
            role.execute(statement)

    # Only what somebody shows the secret of goes, and the name alone is no secret.
    async def withdraw():
        journal = await open_journal(address)
        done = [await journal.withdraw(one) for one in (name_of("own"), "another", "own", "own")]
        await journal.shut()
        return done

    assert asyncio.run(withdraw()) == [False, False, True, True]
    with psycopg.connect(postgresql) as owner:
        left = owner.execute("SELECT event, answers, week FROM entry").fetchall()
        assert left == [("withdrawn", "", "")]
        assert owner.execute("SELECT completed FROM quota").fetchall() == [(0,)]


FORMER_READING = """
    CREATE FUNCTION interview_entries(names text[]) RETURNS SETOF entry LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT * FROM entry WHERE interview = ANY (names) ORDER BY interview, sequence
    $$
"""


def test_whoever_might_read_before_a_format_may_read_after_it(postgresql, door):
    """The fourth format's function read all entries; rights on it pass to the one of today."""

    async def act(address, own):
        journal = await open_journal(address)
        done = await own(journal)
        await journal.shut()
        return done

    read = lambda journal: journal.entries(name_of("own"), 1)  # noqa: E731

    async def fill(journal):
        return [await journal.append(entry(key)) for key in (1, 2)]

    asyncio.run(act(postgresql, fill))
    with psycopg.connect(postgresql, autocommit=True) as owner:
        owner.execute("DROP FUNCTION interview_entries(text[], integer[])")
        owner.execute(FORMER_READING)
        owner.execute("REVOKE ALL ON FUNCTION interview_entries FROM PUBLIC")
        owner.execute("UPDATE journal_format SET number = 4")
    address = door(postgresql, "answers")
    assert refusal(act(address, read)) == "journal-unavailable"
    assert list(asyncio.run(act(postgresql, read))) == [entry(2)]
    assert list(asyncio.run(act(address, read))) == [entry(2)]
    with psycopg.connect(address) as role:
        # A process of before, which is still running, reads as it did; and nobody else may.
        named = [name_of("own")]
        assert len(role.execute("SELECT FROM interview_entries(%s)", (named,)).fetchall()) == 2
    with psycopg.connect(postgresql) as owner:
        owner.execute("CREATE ROLE nobody")
        owner.execute("SET ROLE nobody")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            owner.execute("SELECT FROM interview_entries('{}')")


def test_the_door_admits_and_cannot_read_whom_it_admits(postgresql, door, tmp_path):
    key, (token, another) = tmp_path / "key", draw_codes(2)

    async def invite():
        register = open_participation(postgresql, key, make=True)
        await register.enter([Invitation("someone@example.org", "de")])
        await register.allow([token, another])
        await register.shut()

    async def serve():
        gate = open_participation(address, key)
        said = [
            await gate.admit(token, "mine"),
            await gate.admit(token, "mine"),
            await gate.admit(token, "yours"),
        ]
        counts = await gate.counts()
        await gate.shut()
        return said, counts

    async def forbidden(act):
        gate = open_participation(address, key)
        try:
            await act(gate)
        finally:
            await gate.shut()

    asyncio.run(invite())
    address = door(postgresql, "participation")
    said = [Admission.ADMITTED, Admission.ADMITTED, Admission.SPENT]
    assert asyncio.run(serve()) == (said, Counts(1, 0, 0, 2, 1))
    for act in (lambda gate: gate.invitations(), lambda gate: gate.allow(draw_codes(1))):
        assert refusal(forbidden(act)) == "participation-unavailable"
    with psycopg.connect(address) as role, pytest.raises(psycopg.errors.InsufficientPrivilege):
        role.execute("DELETE FROM spent")
