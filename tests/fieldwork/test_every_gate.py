"""Every register keeps the contract of the gate: once each, whatever happens at the same time."""

import asyncio
import base64
import sqlite3
from pathlib import Path

import psycopg
import pytest

from rundfrage.errors import Problem
from rundfrage.fieldwork.participation import (
    Admission,
    Counts,
    Invitation,
    InvitationState,
    open_participation,
    open_roll,
    refuse_one_database,
)
from rundfrage.fieldwork.participation.key import read_key
from rundfrage.fieldwork.participation.passes import draw_codes


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    if request.param == "sqlite":
        return tmp_path / "participation.db"
    return request.getfixturevalue("postgresql")


@pytest.fixture
def key_file(tmp_path):
    return tmp_path / "participation.key"


def at_the_gate(address, key_file, work):
    """What `work` gives of an open register; the key is drawn if there is none."""

    async def run():
        register = open_participation(address, key_file, make=True)
        try:
            return await work(register)
        finally:
            await register.shut()

    return asyncio.run(run())


def rows(address, table):
    """All rows of a table, as anybody who has the database reads them."""
    if str(address).startswith("postgresql"):
        with psycopg.connect(address) as connection:
            return connection.execute(f"select * from {table}").fetchall()
    with sqlite3.connect(address) as connection:
        return connection.execute(f"select * from {table}").fetchall()


def stored_bytes(address):
    """The file of the invitations as it lies on the disk."""
    if not str(address).startswith("postgresql"):
        return address.read_bytes()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("checkpoint")
        ((file,),) = connection.execute(
            "select current_setting('data_directory') || '/' || pg_relation_filepath('invitations')"
        ).fetchall()
    return Path(file).read_bytes()


def test_a_pass_admits_once_and_its_holder_again(address, key_file):
    [token] = draw_codes(1)

    async def work(register):
        await register.allow([token])
        return [
            await register.admit(token, "mine"),
            await register.admit(token, "mine"),
            await register.admit(token, "another's"),
            await register.admit(token, "mine"),
            await register.admit(draw_codes(1)[0], "mine"),
            await register.admit("no pass", "mine"),
        ]

    assert at_the_gate(address, key_file, work) == [
        Admission.ADMITTED,
        Admission.ADMITTED,
        Admission.SPENT,
        Admission.ADMITTED,
        Admission.UNKNOWN,
        Admission.MISTYPED,
    ]


def test_looking_at_a_pass_spends_nothing_and_doesnt_tell_whether_it_is_spent(address, key_file):
    spent, other = draw_codes(2)

    async def work(register):
        await register.allow([spent, other])
        await register.admit(spent, "mine")
        said = [await register.valid(one) for one in (spent, other, *draw_codes(1), "no pass")]
        own = [
            await register.spent_by(*pair)
            for pair in ((spent, "mine"), (spent, "another's"), (other, "mine"), ("no", "mine"))
        ]
        return said, own, (await register.counts()).admitted

    said, own, admitted = at_the_gate(address, key_file, work)
    assert said == [True, True, False, False]
    assert own == [True, False, False, False]
    assert admitted == 1


def test_a_code_may_be_typed_as_people_type(address, key_file):
    [code] = draw_codes(1)
    typed = f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "

    async def work(register):
        await register.allow([code])
        return await register.admit(typed, "mine"), await register.admit(code, "mine")

    assert at_the_gate(address, key_file, work) == (Admission.ADMITTED, Admission.ADMITTED)


def test_of_many_who_come_at_once_with_one_pass_one_is_admitted(address, key_file):
    tokens = draw_codes(20)

    async def work(register):
        await register.allow(tokens)
        other = open_participation(address, key_file)
        try:
            said = await asyncio.gather(
                *(
                    (register, other)[browser % 2].admit(token, f"{token} in browser {browser}")
                    for browser in range(5)
                    for token in tokens
                )
            )
        finally:
            await other.shut()
        return said, await register.counts()

    said, counts = at_the_gate(address, key_file, work)
    assert (said.count(Admission.ADMITTED), said.count(Admission.SPENT)) == (20, 80)
    assert counts == Counts(waiting=0, sent=0, failed=0, passes=20, admitted=20)


def test_what_was_admitted_is_known_after_a_restart(address, key_file):
    [token] = draw_codes(1)

    async def first(register):
        await register.allow([token])
        return await register.admit(token, "mine")

    async def second(register):
        return await register.admit(token, "mine"), await register.admit(token, "another's")

    assert at_the_gate(address, key_file, first) is Admission.ADMITTED
    assert at_the_gate(address, key_file, second) == (Admission.ADMITTED, Admission.SPENT)


@pytest.mark.trial
def test_a_postgresql_that_is_restarted_is_used_again_and_knows_all(postgresql_server, key_file):
    first, second = draw_codes(2)

    async def work(register):
        await register.allow([first, second])
        before = await register.admit(first, "mine")
        await asyncio.to_thread(postgresql_server.restart, "immediate")
        return before, await register.admit(first, "another's"), await register.admit(second, "x")

    assert at_the_gate(postgresql_server.database(), key_file, work) == (
        Admission.ADMITTED,
        Admission.SPENT,
        Admission.ADMITTED,
    )


def test_a_postgresql_that_logs_who_comes_is_refused(postgresql, key_file):
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("alter role tester set log_statement = 'all'")
        try:
            with pytest.raises(Problem) as problem:
                at_the_gate(postgresql, key_file, lambda register: register.counts())
        finally:
            connection.execute("alter role tester reset log_statement")
    assert problem.value.code == "journal-unsafe"


def test_addresses_are_entered_once_and_their_state_is_kept(address, key_file):
    invited = [Invitation("b@example.org", "ar"), Invitation("a@example.org", "de")]

    async def work(register):
        new = [
            await register.enter(invited),
            await register.enter(invited),
            await register.enter([]),
        ]
        await register.update(Invitation("a@example.org", "de", InvitationState.SENT, 1))
        new.append(await register.enter(invited))
        return new, await register.invitations(), await register.counts()

    assert at_the_gate(address, key_file, work) == (
        [2, 0, 0, 0],
        [
            Invitation("a@example.org", "de", InvitationState.SENT, 1),
            Invitation("b@example.org", "ar", InvitationState.WAITING, 0),
        ],
        Counts(waiting=1, sent=1, failed=0, passes=0, admitted=0),
    )


@pytest.mark.trial
def test_an_erased_address_still_counts_and_nothing_of_it_is_left(address, key_file):
    invited = [Invitation(f"{name}@example.org", "de", InvitationState.SENT) for name in "abc"]

    async def work(register):
        await register.enter(invited)
        await register.erase(["a@example.org", "c@example.org"])
        known = [one for one in await register.invitations() if "@" in one.address]
        return known, await register.counts(), await register.enter(invited[:1])

    assert at_the_gate(address, key_file, work) == (
        [Invitation("b@example.org", "de", InvitationState.SENT)],
        Counts(waiting=0, sent=1, failed=0, passes=0, admitted=0, erased=2),
        1,
    )
    assert b"c@example.org" not in stored_bytes(address)
    assert b"b@example.org" in stored_bytes(address)


def test_using_a_pass_changes_nothing_but_one_more_row_that_looks_random(address, key_file):
    tokens = draw_codes(50)

    async def invite(register):
        await register.enter([Invitation(f"{n}@example.org", "de") for n in range(50)])
        await register.allow(tokens)

    async def begin(register):
        for token in tokens[:7]:
            await register.admit(token, "a credential")

    at_the_gate(address, key_file, invite)
    before = [rows(address, table) for table in ("invitations", "admissions", "spent")]
    at_the_gate(address, key_file, begin)
    after = [rows(address, table) for table in ("invitations", "admissions", "spent")]
    assert (after[:2], len(after[2])) == (before[:2], 7)
    stored = {bytes(value) for table in after[1:] for row in table for value in row}
    assert len(stored) == 50 + 2 * 7
    assert {len(value) for value in stored} == {32}


def test_admissions_lie_in_an_order_that_tells_nothing_of_the_order_they_were_drawn_in(
    address, key_file
):
    tokens = draw_codes(100)
    at_the_gate(address, key_file, lambda register: register.allow(tokens))
    lying = [bytes(row[0]) for row in rows(address, "admissions")]
    drawn = [read_key(key_file).admission(token.replace("-", "")) for token in tokens]
    assert lying == sorted(lying)
    assert lying != drawn
    assert sorted(drawn) == lying


def test_the_key_is_for_its_owner_alone_and_stays(address, key_file):
    async def nothing(_register):
        return None

    at_the_gate(address, key_file, nothing)
    first = key_file.read_bytes()
    at_the_gate(address, key_file, nothing)
    assert key_file.read_bytes() == first
    assert len(base64.urlsafe_b64decode(first)) == 32
    assert key_file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"!" * 44, b"\xff" * 44])
def test_a_key_that_is_none_is_refused(tmp_path, content):
    (tmp_path / "participation.key").write_bytes(content)
    with pytest.raises(Problem) as problem:
        open_participation(tmp_path / "participation.db", tmp_path / "participation.key")
    assert problem.value.code == "participation-key-unreadable"


def test_without_a_key_the_door_does_not_open(tmp_path):
    with pytest.raises(Problem) as problem:
        open_participation(tmp_path / "participation.db", tmp_path / "participation.key")
    assert problem.value.code == "no-participation-key"


@pytest.mark.trial
def test_who_is_invited_is_counted_and_erased_without_the_key(address, key_file):
    invited = [Invitation(f"{name}@example.org", "en") for name in ("ana", "ben")]
    passes = draw_codes(3)

    async def fill(register):
        await register.enter(invited)
        await register.allow(passes)
        await register.admit(passes[0], "mine")
        return await register.counts()

    before = at_the_gate(address, key_file, fill)
    key_file.unlink()

    async def look():
        roll = open_roll(address)
        try:
            counts, known = await roll.counts(), await roll.invitations()
            await roll.erase(["ana@example.org"])
            return counts, known, [one.address for one in await roll.invitations()]
        finally:
            await roll.shut()

    counts, known, left = asyncio.run(look())
    assert (counts, list(known)) == (before, invited)
    assert [address for address in left if "@" in address] == ["ben@example.org"]
    assert not key_file.exists()


def test_a_database_that_holds_anything_else_is_refused(address, key_file):
    if str(address).startswith("postgresql"):
        with psycopg.connect(address) as connection:
            connection.execute("create table entries (interview text)")
    else:
        with sqlite3.connect(address) as connection:
            connection.execute("create table entries (interview text)")
    with pytest.raises(Problem) as problem:
        at_the_gate(address, key_file, lambda register: register.counts())
    assert problem.value.code == "participation-not-alone"


def format_number(address, change=None):
    """The number that the database carries, after it was changed to another or to none ("")."""
    if str(address).startswith("postgresql"):
        with psycopg.connect(address) as connection:
            if change is not None:
                words = f"'rundfrage participation, format {change}'" if change else "null"
                connection.execute(f"comment on table invitations is {words}")
            sentence = "select obj_description('invitations'::regclass, 'pg_class')"
            return (connection.execute(sentence).fetchone()[0] or "").rpartition(" ")[2]
    with sqlite3.connect(address) as connection:
        if change is not None:
            connection.execute(f"pragma user_version = {change or 0}")
        return str(connection.execute("pragma user_version").fetchone()[0] or "")


def test_a_database_carries_the_number_of_its_format(address, key_file):
    at_the_gate(address, key_file, lambda register: register.counts())
    assert format_number(address) == "1"


def test_a_database_without_a_number_goes_on_as_it_is(address, key_file):
    (code,) = draw_codes(1)
    at_the_gate(address, key_file, lambda register: register.allow([code]))
    assert format_number(address, change="") == ""
    admitted = at_the_gate(address, key_file, lambda register: register.admit(code, "browser"))
    assert (admitted, format_number(address)) == (Admission.ADMITTED, "")


def test_a_database_of_a_newer_program_is_left_alone(address, key_file):
    (code,) = draw_codes(1)
    at_the_gate(address, key_file, lambda register: register.allow([code]))
    before = {table: rows(address, table) for table in ("invitations", "admissions", "spent")}
    format_number(address, change="2")
    with pytest.raises(Problem) as problem:
        at_the_gate(address, key_file, lambda register: register.admit(code, "browser"))
    assert problem.value.code == "participation-newer"
    assert {table: rows(address, table) for table in before} == before


def test_a_database_that_cannot_be_used_is_a_problem(tmp_path, key_file):
    (tmp_path / "participation.db").write_bytes(b"this is no database at all" * 100)
    with pytest.raises(Problem) as problem:
        at_the_gate(tmp_path / "participation.db", key_file, lambda register: register.counts())
    assert problem.value.code == "participation-unavailable"


def test_an_address_that_is_none_is_a_problem_without_the_password(key_file):
    address = "postgresql://nobody:secret@[broken"
    with pytest.raises(Problem) as problem:
        at_the_gate(address, key_file, lambda register: register.counts())
    assert problem.value.code == "participation-unavailable"
    assert "secret" not in str(problem.value)


@pytest.mark.parametrize(
    ("journal", "participation"),
    [
        ("responses.db", "./responses.db"),
        ("postgresql://a@localhost/survey", "postgresql://b:secret@127.0.0.1:5432/survey"),
        ("postgresql://a@db.example.org/survey", "postgres://a@DB.example.org/survey"),
    ],
)
def test_answers_and_participation_never_share_a_database(journal, participation):
    with pytest.raises(Problem) as problem:
        refuse_one_database(journal, participation)
    assert problem.value.code == "one-database-for-both"


def test_two_databases_are_two():
    refuse_one_database("responses.db", "participation.db")
    refuse_one_database("postgresql://a@localhost/answers", "postgresql://a@localhost/people")
    refuse_one_database("responses.db", "postgresql://a@localhost/people")
