"""What is remembered of evidence that was compared, and how somebody might misuse it.

The attacks go round the functions, with rights on all tables; the key alone isn't read.
"""

import psycopg
import pytest
from opened_journal import differs, run

from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.secret import name_of

ONE, TWO, THREE = (name_of(str(number)) for number in range(3))
ALTER = f"UPDATE entry SET answers = '{{}}' WHERE interview = '{ONE}' AND sequence = 1"
REMOVE = f"DELETE FROM entry WHERE interview = '{ONE}' AND sequence = 2"
ALTERED = [Finding(ONE, Flaw.ALTERED)]
OBSERVED = """
    CREATE OR REPLACE FUNCTION doubts_among(chosen text[])
    RETURNS TABLE (named text, place integer, doubt text) LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'compared: %', coalesce(array_length(chosen, 1)::text, chosen::text, 'all');
    END
    $$
"""
"""Instead of comparing, say of how many interviews that would be."""


def append(address: str, name: str, *places: int) -> None:
    async def act(journal):
        for place in places:
            event = (Event.BEGUN, Event.SENT, Event.COMPLETED)[place]
            await journal.append(Entry(name, f"{place:032x}", event, "v1", "de", "2026-W47"))

    run(address, act)


def findings(address: str) -> list[Finding]:
    async def act(journal):
        return list(await journal.findings())

    return run(address, act)


def intrude(address: str, *statements: str) -> list[tuple]:
    with psycopg.connect(address, autocommit=True) as intruder:
        found = [intruder.execute(statement) for statement in statements]
        return found[-1].fetchall() if found[-1].description else []


def compared(address: str) -> str:
    """What would be compared now: of how many interviews, {} of none, or all."""
    with psycopg.connect(address) as owner:
        owner.execute(OBSERVED)
        with pytest.raises(psycopg.errors.RaiseException) as raised:
            owner.execute("SELECT evidence_is_sound()")
    return raised.value.diag.message_primary.removeprefix("compared: ")


@pytest.fixture(name="sound")
def compared_once(postgresql):
    """A database with an interview that ended and one that goes on, found sound."""
    append(postgresql, ONE, 0, 1, 2)
    append(postgresql, TWO, 0, 1)
    assert compared(postgresql) == "all"
    assert not differs(postgresql)
    return postgresql


def test_what_was_found_sound_is_not_compared_again_and_what_is_newer_is(sound):
    assert compared(sound) == "{}"
    append(sound, TWO, 2)
    # Two rows of it are newer: the end and the note.
    assert compared(sound) == "2"
    assert not differs(sound)
    assert compared(sound) == "{}"


@pytest.mark.parametrize("attack", [ALTER, REMOVE])
def test_what_is_altered_afterwards_is_compared_and_stays_found(sound, attack):
    intrude(sound, attack)
    assert compared(sound) == "all"
    assert [differs(sound), differs(sound)] == [True, True]
    assert findings(sound) == ALTERED


FEWER = f"DELETE FROM evidence_note WHERE interview = '{ONE}'"


def test_a_note_that_went_with_the_tally_put_back_is_missed_and_a_forged_one_replaces_none(
    postgresql,
):
    append(postgresql, TWO, 0, 1)
    intrude(postgresql, "CREATE TABLE kept AS SELECT * FROM evidence_tally")
    append(postgresql, ONE, 0, 1, 2)
    assert not differs(postgresql)
    back = ("DELETE FROM evidence_tally", "INSERT INTO evidence_tally SELECT * FROM kept")
    intrude(postgresql, FEWER, *back)
    assert differs(postgresql)
    assert findings(postgresql) == [Finding(ONE, Flaw.FORGED)]
    intrude(
        postgresql,
        f"INSERT INTO evidence_note SELECT '{THREE}', entries, digest FROM evidence_note",
    )
    assert differs(postgresql)
    assert Finding(THREE, Flaw.REMOVED) in findings(postgresql)


@pytest.mark.parametrize(
    "excuse",
    [
        "entries = entries - 1",
        "entries = entries - 1, oldest = oldest + 100",
        "oldest = pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        "oldest = oldest - 1",
        "place = place || ' '",
        "digest = digest || digest",
    ],
)
@pytest.mark.parametrize("attack", [ALTER, REMOVE])
def test_a_memo_that_somebody_else_wrote_is_none(sound, attack, excuse):
    intrude(sound, attack, f"UPDATE evidence_memo SET {excuse}")
    assert compared(sound) == "all"
    assert differs(sound)


def test_a_memo_of_before_put_back_excuses_nothing(sound):
    intrude(sound, "CREATE TABLE kept AS SELECT * FROM evidence_memo")
    append(sound, THREE, 0, 1, 2)
    assert not differs(sound)
    back = ("DELETE FROM evidence_memo", "INSERT INTO evidence_memo SELECT * FROM kept")
    intrude(sound, *back)
    assert not differs(sound)
    intrude(sound, ALTER, *back)
    assert differs(sound)
    assert findings(sound) == ALTERED


@pytest.mark.parametrize("inner", [False, True])
def test_what_was_under_way_while_it_was_compared_is_compared_later(sound, inner):
    with psycopg.connect(sound) as intruder:
        # The transaction is older than what the memo will speak of.
        intruder.execute("SELECT pg_current_xact_id()")
        append(sound, THREE, 0)
        assert not differs(sound)
        append(sound, THREE, 1)
        if inner:
            intruder.execute("SAVEPOINT inner_one")
        intruder.execute(ALTER)
    assert differs(sound)
    assert findings(sound) == ALTERED


def test_tables_that_were_written_anew_are_compared_anew(sound):
    (before,) = intrude(sound, "SELECT place FROM evidence_memo")
    # As a database restored from a dump, whose rows all have new numbers, or the same.
    intrude(sound, "VACUUM FULL entry")
    assert compared(sound) == "all"
    assert not differs(sound)
    (after,) = intrude(sound, "SELECT place FROM evidence_memo")
    assert before != after
    assert compared(sound) == "{}"


def test_a_memo_of_later_transactions_is_of_another_time(sound):
    """As on a server restored from a copy: its transactions count on from before."""
    signed = """
        UPDATE evidence_memo AS memo SET digest = digest_of(
            (SELECT evidence_key FROM evidence_key), words_of_memo(memo)
        )
    """
    intrude(sound, signed)
    assert compared(sound) == "{}"
    intrude(sound, "UPDATE evidence_memo SET oldest = oldest + 1000000", signed)
    assert compared(sound) == "all"
    intrude(sound, "UPDATE evidence_memo SET oldest = oldest - 3000000000", signed)
    assert compared(sound) == "all"


def test_a_withdrawal_is_no_doubt_and_has_all_compared_once(sound):
    # Names of earlier versions are hashes of the credential itself.
    async def act(journal):
        return await journal.withdraw("0")

    assert run(sound, act)
    assert compared(sound) == "all"
    assert not differs(sound)
    assert compared(sound) == "{}"


def test_a_seal_leaves_no_memo_and_what_reads_only_leaves_none(sound):
    run(sound, lambda journal: journal.seal())
    assert intrude(sound, "SELECT FROM evidence_memo") == []
    reading = f"{sound}?options=-c%20default_transaction_read_only%3Don"
    with psycopg.connect(reading) as reader:
        assert reader.execute("SELECT evidence_is_sound()").fetchone() == (True,)
    assert intrude(sound, "SELECT FROM evidence_memo") == []


def test_who_may_compare_compares_and_remembers_without_reading_a_table(sound):
    role = f"office_{sound.rpartition('/')[2]}"
    intrude(
        sound,
        "UPDATE journal_format SET number = 7",
        "DROP FUNCTION evidence_is_sound()",
        f"CREATE ROLE {role} LOGIN",
        f"GRANT EXECUTE ON FUNCTION doubted_entries() TO {role}",
        "DELETE FROM evidence_memo",
    )
    # The step to today's format lets do so who might compare before.
    run(sound, lambda journal: journal.versions())
    with psycopg.connect(sound.replace("tester@", f"{role}@")) as office:
        assert office.execute("SELECT evidence_is_sound()").fetchone() == (True,)
        office.commit()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            office.execute("SELECT FROM evidence_memo")
    assert compared(sound) == "{}"


def test_verifying_compares_all_anew(sound):
    """What a server's administrator changes below all transactions, no memo knows of."""

    async def act(journal):
        return await journal.digests_differ(anew=True)

    intrude(sound, OBSERVED.replace("RAISE EXCEPTION", "RAISE NOTICE"))
    assert not run(sound, act)
    with pytest.raises(psycopg.errors.RaiseException, match="compared: all"):
        intrude(sound, OBSERVED, "SELECT * FROM doubted_entries()")
