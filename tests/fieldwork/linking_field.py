"""Fields to attack: people are invited and answer over four weeks, and every hour is backed up.

The same people answer through two layouts. *ours* is the real register and the real journal.
*naive* is how it is often done: two databases, too, but a flag beside the address says who has
taken part, and rows are numbered. What a thief of all backups gets is a `Loot`; who really gave
which interview is kept apart from it.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

from rundfrage.fieldwork.invitations.letter import Letter
from rundfrage.fieldwork.invitations.post import Delivery
from rundfrage.fieldwork.invitations.sending import Mailing, invite
from rundfrage.fieldwork.journal import Entry, Event, Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.participation import Invitation, open_participation
from rundfrage.fieldwork.participation.key import read_key
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.respond.credential import new_credential

INVITED = 300
LATER = 100
"""So many of them are invited a third of the time later."""
DAYS = 28
A_DAY = 5
"""So many answer a day."""

Marks = Mapping[str, float]


@dataclass(frozen=True)
class Row:
    """A row as a thief reads it: its values, and what the file says of where and when it lies."""

    key: str
    values: tuple[object, ...]
    marks: Marks


@dataclass(frozen=True)
class Backup:
    """Both databases as they were at the end of an hour: rows by what they are about."""

    hour: int
    tables: Mapping[str, Sequence[Row]]


@dataclass(frozen=True)
class Loot:
    """All backups, in order, and the hours in which letters went out, which everybody knows."""

    backups: Sequence[Backup]
    letters: tuple[int, ...]


@dataclass(frozen=True)
class Truth:
    """Which address and which pass each interview really came from."""

    address: Mapping[str, str]
    pass_: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """Where rows of a kind are: the database, the table, and the column that names them."""

    database: str
    name: str
    key: str


OURS = {
    "people": Table("participation", "invitations", "address"),
    "passes": Table("participation", "admissions", "hash"),
    "uses": Table("participation", "spent", "nullifier"),
    "interviews": Table("journal", "entry", "interview"),
}
NAIVE = {
    "people": Table("participation", "invitation", "address"),
    "interviews": Table("journal", "response", "interview"),
}


@dataclass(frozen=True)
class Visit:
    """Somebody answers in that hour."""

    hour: int
    person: str


def visits(chance: random.Random, days: int) -> tuple[list[Visit], dict[str, int]]:
    """Who answers when, and in which hour each was invited; the lately invited are the keenest."""
    people = [f"person{number}@example.org" for number in range(INVITED)]
    chance.shuffle(people)
    second = 24 * (days // 3) + 9
    invited = {one: 9 if at < INVITED - LATER else second for at, one in enumerate(people)}
    found: list[Visit] = []
    left = set(people)
    for day in range(days):
        for hour in sorted(chance.randrange(10, 23) for _ in range(A_DAY)):
            now = 24 * day + hour
            ready = sorted(one for one in left if invited[one] < now)
            keen = [0.5 ** ((now - invited[one]) / 240) + 0.1 for one in ready]
            [person] = chance.choices(ready, keen)
            left.discard(person)
            found.append(Visit(now, person))
    return found, invited


def ours(
    participation: str,
    journal: str,
    folder: Path,
    chance: random.Random,
    *,
    days: int = DAYS,
    codes: bool = False,
) -> tuple[Loot, Truth]:
    """A field of ours, by letters or by codes that were handed out at random."""
    return asyncio.run(_ours(participation, journal, folder, chance, days, codes=codes))


class Postman:
    """Brings letters to people instead of a mail server, and so learns who got which link."""

    cancelled = False

    def __init__(self) -> None:
        self.links: dict[str, str] = {}

    async def send(self, letter: Letter, address: str) -> Delivery:
        self.links[address] = letter.text.strip().rpartition("=")[2]
        return Delivery.TAKEN

    def sent(self, delivery: Delivery, _address: str) -> None:
        assert delivery is Delivery.TAKEN


async def _ours(
    participation: str, journal: str, folder: Path, chance: random.Random, days: int, *, codes: bool
) -> tuple[Loot, Truth]:
    register = open_participation(participation, folder / "participation.key", make=True)
    answers = await open_journal(journal)
    await answers.publish(Version("f" * 32, 1, "{}", "2026-W40"))
    key = read_key(folder / "participation.key")
    coming, invited = visits(chance, days)
    thief = Thief({"participation": participation, "journal": journal}, OURS)
    letters = Mailing({"en": Letter("en", "S", "{{ link }}")}, "https://s", True, 10**9)  # noqa: FBT003
    postman = Postman()
    address: dict[str, str] = {}
    pass_: dict[str, str] = {}
    if codes:
        drawn = draw_codes(INVITED)
        await register.allow(drawn)
        postman.links = dict(zip(chance.sample(sorted(invited), INVITED), drawn, strict=True))
        thief.come(9)
    for hour in sorted({*invited.values(), *(visit.hour for visit in coming)}):
        now = [one for one, when in invited.items() if when == hour]
        if now and not codes:
            await register.enter([Invitation(one, "en") for one in sorted(now)])
            await invite(register, postman, letters, postman)
        for visit in coming:
            if visit.hour != hour:
                continue
            credential = new_credential()
            link = postman.links[visit.person]
            for entry in _entries(credential.interview, hour, chance):
                if entry.event is Event.COMPLETED:
                    await register.admit(link, credential.secret)
                await answers.append(entry)
            address[credential.interview] = visit.person
            pass_[credential.interview] = key.admission(link.replace("-", "")).hex()
        thief.come(hour)
    thief.come(24 * days, last=True)
    await register.shut()
    await answers.shut()
    return Loot(thief.backups, tuple(sorted(set(invited.values())))), Truth(address, pass_)


def _entries(interview: str, hour: int, chance: random.Random) -> Iterator[Entry]:
    week = f"2026-W{40 + hour // 168}"
    for event in (Event.ENTERED, Event.SENT, Event.SENT, Event.COMPLETED):
        answers = '{"q1":"yes"}' if event is Event.SENT else ""
        yield Entry(
            interview, f"{chance.getrandbits(128):032x}", event, "f" * 32, "en", week, 0, answers
        )


def naive(
    participation: str, journal: str, _folder: Path, chance: random.Random, *, days: int = DAYS
) -> tuple[Loot, Truth]:
    """The same in the layout that is often found."""
    coming, invited = visits(chance, days)
    numbered = "serial" if participation.startswith("postgresql") else "integer"
    with _connected(participation) as people, _connected(journal) as answers:
        people.execute(
            f"create table invitation (id {numbered} primary key, address text, token text, "
            "used integer)"
        )
        answers.execute(
            f"create table response (id {numbered} primary key, interview text, q1 text)"
        )
        people.commit()
        answers.commit()
        thief = Thief({"participation": participation, "journal": journal}, NAIVE)
        truth: dict[str, str] = {}
        for hour in sorted({*invited.values(), *(visit.hour for visit in coming)}):
            for one in sorted(one for one, when in invited.items() if when == hour):
                token = f"{chance.getrandbits(256):064x}"
                people.execute(
                    f"insert into invitation (address, token, used) values ('{one}', '{token}', 0)"
                )
            people.commit()
            for visit in coming:
                if visit.hour != hour:
                    continue
                interview = f"{chance.getrandbits(128):032x}"
                people.execute(f"update invitation set used = 1 where address = '{visit.person}'")
                people.commit()
                answers.execute(
                    f"insert into response (interview, q1) values ('{interview}', 'yes')"
                )
                answers.commit()
                truth[interview] = visit.person
            thief.come(hour)
        thief.come(24 * days, last=True)
    return Loot(thief.backups, tuple(sorted(set(invited.values())))), Truth(truth, {})


def _connected(address: str):
    return psycopg.connect(address) if _on_server(address) else sqlite3.connect(address)


def _on_server(address: str) -> bool:
    return address.startswith("postgresql")


class Thief:
    """Takes a backup whenever it is called, and reads out of it whatever it holds."""

    def __init__(self, addresses: Mapping[str, str], tables: Mapping[str, Table]) -> None:
        self._addresses = addresses
        self._tables = tables
        self._interviews: dict[str, Row] = {}
        self._servers = {
            name: psycopg.connect(address, autocommit=True)
            for name, address in addresses.items()
            if _on_server(address)
        }
        for connection in self._servers.values():
            connection.execute("create extension if not exists pageinspect")
        self.backups: list[Backup] = []

    def leave(self) -> None:
        """Let go of the servers."""
        for connection in self._servers.values():
            connection.close()

    def come(self, hour: int, *, last: bool = False) -> None:
        """Take the backup of that hour.

        An interview is looked at when it is first seen, and once more in the last backup; all else
        in every backup.
        """
        if last:
            self._interviews = {}
        read: dict[str, Callable[[Table], list[Row]]] = {}
        with tempfile.TemporaryDirectory() as folder:
            for name, address in self._addresses.items():
                if _on_server(address):
                    read[name] = lambda table, at=self._servers[name]: _rows_of_server(at, table)
                else:
                    copy = _copied(Path(address), Path(folder))
                    read[name] = lambda table, at=copy: _rows_of_file(at, table, self._interviews)
            tables = {what: read[table.database](table) for what, table in self._tables.items()}
            for row in tables["interviews"]:
                self._interviews.setdefault(row.key, row)
            tables["interviews"] = list(self._interviews.values())
        self.backups.append(Backup(hour, tables))


def _copied(file: Path, folder: Path) -> Path:
    """The database's file as a backup finds it, with what lies beside it."""
    for beside in file.parent.glob(f"{file.name}*"):
        shutil.copyfile(beside, folder / beside.name)
    return folder / file.name


def _rows_of_file(file: Path, table: Table, known: Mapping[str, Row]) -> list[Row]:
    content = {path.name: path.read_bytes() for path in file.parent.glob(f"{file.name}*")}
    with sqlite3.connect(file) as connection:
        found = connection.execute(f"select * from {table.name}")
        names = [column[0] for column in found.description]
        rows = found.fetchall()
        try:
            numbers = [
                number for (number,) in connection.execute(f"select rowid from {table.name}")
            ]
        except sqlite3.OperationalError:
            numbers = []
    at = names.index(table.key)
    made = []
    for place, row in enumerate(rows):
        if _name(row[at]) in known:
            continue
        raw = row[at] if isinstance(row[at], bytes) else str(row[at]).encode()
        marks = {"lies": float(place)}
        if numbers:
            marks["number"] = float(numbers[place])
        for name, octets in content.items():
            # Where it lies first and last: free pages and logs keep what the table has lost.
            ending = name[len(file.name) :]
            marks[f"first{ending}"] = float(octets.find(raw))
            marks[f"last{ending}"] = float(octets.rfind(raw))
        made.append(Row(_name(row[at]), row, marks))
    return made


_PAGES = """
select lp, blkno, t_infomask, t_infomask2 from
generate_series(0, pg_relation_size('{0}') / 8192 - 1) as blkno,
heap_page_items(get_raw_page('{0}', blkno::int)) where t_ctid is not null
"""


def _rows_of_server(connection: psycopg.Connection, table: Table) -> list[Row]:
    # First the pages as they are: reading rows changes them.
    pages = {
        (block, line): (bits, more)
        for line, block, bits, more in connection.execute(_PAGES.format(table.name))
    }
    found = connection.execute(
        f"select xmin::text::bigint, ctid::text, * from {table.name} order by ctid"
    )
    names = [column.name for column in found.description]
    rows = found.fetchall()
    at = names.index(table.key)
    made = []
    for place, (transaction, where, *values) in enumerate(rows):
        block, line = map(int, where.strip("()").split(","))
        bits, more = pages[block, line]
        marks = {
            "lies": float(place),
            "transaction": float(transaction),
            "place": block * 1000.0 + line,
            "bits": float(bits),
            "more bits": float(more),
        }
        made.append(Row(_name(values[at - 2]), tuple(values), marks))
    return made


def _name(value: object) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)
