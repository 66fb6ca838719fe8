"""Fields that are watched: what everybody sees who holds databases, backups, the key or the mails.

36 people are invited on a morning, and half of them take part. What is watched is the real register
and the real journal: a backup of every hour, each row at the moment it appears, and what one copy
at the end tells of the order in which rows came (transactions of PostgreSQL; in SQLite the places
of rows in their files, and the write-ahead log). Who really came, and when, is kept apart from it.

At the level blind somebody comes twice: an invitation is exchanged, and an interview begun, at once
or another day. That the signature can't be recognised is RFC 9474's, and not attacked here.
"""

from __future__ import annotations

import asyncio
import math
import random
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import psycopg
from linking_attacker import Evidence, evidence
from linking_field import OURS, Loot, Postman, Thief, Truth

from rundfrage.fieldwork.invitations.letter import Letter
from rundfrage.fieldwork.invitations.sending import Mailing, invite
from rundfrage.fieldwork.journal import Entry, Event, Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.participation import Admission, Invitation, open_participation
from rundfrage.fieldwork.participation.key import Key, read_key
from rundfrage.fieldwork.participation.passes import draw_codes, read_pass
from rundfrage.respond.credential import new_credential

INVITED = 36
COME = 18
OPENS, SHUTS = 9.0, 21.0
"""The hours of a day in which people answer."""
FIRST = 8
"""The hour in which letters are sent."""


class Manner(StrEnum):
    """How people come in: the level, and at blind whether they begin at once."""

    CODES = "codes"
    EXCHANGE = "exchange"
    BLIND_AT_ONCE = "blind-at-once"
    BLIND_LATER = "blind-later"

    @property
    def blind(self) -> bool:
        return self in (Manner.BLIND_AT_ONCE, Manner.BLIND_LATER)


USED, BEGUN, ENDED = "used", "begun", "ended"


@dataclass(frozen=True)
class Times:
    """When each pass was used (by nullifier) and each interview began and ended, by one clock."""

    used: Mapping[str, float]
    begun: Mapping[str, float]
    ended: Mapping[str, float]


@dataclass(frozen=True)
class Watched:
    """All that can be held of one field, and the truth about it.

    `backups` is what all of them together say of interviews against "people" and "passes"; the
    `clocks` are "copy", one at the end, "hourly" copies, and "polling", a view all the time.
    """

    backups: Mapping[str, Evidence]
    clocks: Mapping[str, Times]
    passes: Mapping[str, str]
    key: Key
    truth: Truth
    hours: Mapping[str, int]
    """In which hour each interview was sent."""

    def nullifiers(self) -> Mapping[str, str]:
        """By the key and the mails: of each address the row that its use would make."""
        return {
            person: self.key.nullifier(read_pass(pass_) or "").hex()
            for person, pass_ in self.passes.items()
        }


@dataclass(frozen=True)
class _Step:
    at: float
    person: str
    what: Event | None


def _steps(manner: Manner, people: Iterable[str], chance: random.Random) -> list[_Step]:
    """What everybody does, in order of time in hours; None is the use of a pass."""
    found = []
    for person in people:
        came = chance.uniform(OPENS, SHUTS - 1)
        begun = came
        if manner is Manner.BLIND_AT_ONCE:
            begun = came + chance.uniform(3, 60) / 3600
        if manner is Manner.BLIND_LATER:
            # The next day more often than later ones, and three in ten at their usual hour.
            [days] = chance.choices([1, 2, 3], [5, 3, 2])
            usual = min(max(came + chance.gauss(0, 0.5), OPENS), SHUTS - 1)
            hour = usual if chance.random() < 0.3 else chance.uniform(OPENS, SHUTS - 1)
            begun = 24 * days + hour
        length = min(0.9, math.exp(chance.gauss(math.log(8), 0.5)) / 60)
        found += [
            _Step(begun, person, Event.BEGUN if manner.blind else Event.ENTERED),
            _Step(begun + length / 2, person, Event.SENT),
            _Step(begun + length, person, Event.COMPLETED),
            _Step(came if manner.blind else begun + length - 1e-9, person, None),
        ]
    return sorted(found, key=lambda step: step.at)


def watched(
    manner: Manner, participation: str, journal: str, folder: Path, chance: random.Random
) -> Watched:
    """A field in two empty databases, and what everybody sees of it."""
    return asyncio.run(_watched(manner, participation, journal, folder, chance))


async def _watched(
    manner: Manner, participation: str, journal: str, folder: Path, chance: random.Random
) -> Watched:
    register = open_participation(participation, folder / "participation.key", make=True)
    answers = await open_journal(journal)
    await answers.publish(Version("f" * 32, 1, "{}", "2026-W40"))
    people = [f"person{number}@example.org" for number in range(INVITED)]
    thief = Thief({"participation": participation, "journal": journal}, OURS)
    postman = Postman()
    if manner is Manner.CODES:
        drawn = draw_codes(INVITED)
        await register.allow(drawn)
        # Somebody has written down who got which slip.
        postman.links = dict(zip(chance.sample(people, INVITED), drawn, strict=True))
    else:
        letters = Mailing({"en": Letter("en", "S", "{{ link }}")}, "https://s", True, 10**9)  # noqa: FBT003
        await register.enter([Invitation(one, "en") for one in people])
        await invite(register, postman, letters, postman)
    thief.come(FIRST)
    coming = {one: new_credential() for one in chance.sample(people, COME)}
    watcher = _Watcher(participation, journal)
    steps = _steps(manner, coming, chance)
    hours: dict[str, int] = {}
    hour = int(steps[0].at)
    for step in steps:
        if int(step.at) != hour:
            thief.come(hour)
            hour = int(step.at)
        credential = coming[step.person]
        if step.what is None:
            # What the signer spends a pass for is a number that it can't read.
            holder = f"blinded {chance.getrandbits(3000)}" if manner.blind else credential.secret
            admitted = await register.admit(postman.links[step.person], holder)
            assert admitted is Admission.ADMITTED
        else:
            await answers.append(_entry(credential.interview, step.what, chance))
        if step.what is Event.COMPLETED:
            hours[credential.interview] = hour
        watcher.look(step.at)
    thief.come(hour + 1, last=True)
    await register.shut()
    copied = (
        _order_on_server(participation, journal)
        if participation.startswith("postgresql")
        else _order_in_files(Path(participation), Path(journal))
    )
    await answers.shut()
    thief.leave()
    watcher.leave()
    key = read_key(folder / "participation.key")
    loot = Loot(thief.backups, (FIRST,))
    targets = ["passes"] if manner is Manner.CODES else ["people", "passes"]
    return Watched(
        {target: evidence(loot, target) for target in targets},
        {"copy": copied, "hourly": watcher.hourly(), "polling": watcher.seen},
        postman.links,
        key,
        Truth(
            {one.interview: person for person, one in coming.items()},
            {
                one.interview: key.admission(read_pass(postman.links[person]) or "").hex()
                for person, one in coming.items()
            },
        ),
        hours,
    )


def _entry(interview: str, event: Event, chance: random.Random) -> Entry:
    key = f"{chance.getrandbits(128):032x}"
    answers = '{"q1":"yes"}' if event is Event.SENT else ""
    screen = 0 if event is Event.SENT else -1
    return Entry(interview, key, event, "f" * 32, "en", "2026-W40", screen, answers)


_USES = "select nullifier from spent"
_ENTRIES = "select interview, event from entry"
_BEGINNINGS = ("begun", "entered")


@dataclass
class _Watcher:
    """Reads both databases all the time, and notes when each row is there for the first time."""

    participation: str
    journal: str
    seen: Times = field(default_factory=lambda: Times({}, {}, {}))

    def __post_init__(self) -> None:
        self._people, self._answers = _reading(self.participation), _reading(self.journal)

    def look(self, at: float) -> None:
        used, begun, ended = (
            dict(one) for one in (self.seen.used, self.seen.begun, self.seen.ended)
        )
        for (nullifier,) in self._people.execute(_USES).fetchall():
            used.setdefault(bytes(nullifier).hex(), at)
        for interview, event in self._answers.execute(_ENTRIES).fetchall():
            if event in _BEGINNINGS:
                begun.setdefault(interview, at)
            if event == "completed":
                ended.setdefault(interview, at)
        self.seen = Times(used, begun, ended)

    def hourly(self) -> Times:
        """The same as copies of every hour tell it."""
        return Times(
            *(
                {name: float(int(at)) for name, at in one.items()}
                for one in (self.seen.used, self.seen.begun, self.seen.ended)
            )
        )

    def leave(self) -> None:
        self._people.close()
        self._answers.close()


def _reading(address: str) -> Any:
    if address.startswith("postgresql"):
        return psycopg.connect(address, autocommit=True)
    return sqlite3.connect(address)


def _order_on_server(participation: str, journal: str) -> Times:
    """Both databases of a server number their transactions in one row."""
    with closing(_reading(participation)) as people, closing(_reading(journal)) as answers:
        used = people.execute("select nullifier, xmin::text::bigint from spent").fetchall()
        rows = answers.execute(
            "select interview, event, xmin::text::bigint from entry order by 3"
        ).fetchall()
    return Times(
        {bytes(nullifier).hex(): float(number) for nullifier, number in used},
        {one: float(number) for one, event, number in rows if event in _BEGINNINGS},
        {one: float(number) for one, event, number in rows if event == "completed"},
    )


_ROW = re.compile(rb"([0-9a-f]{32}).?[0-9a-f]{32}(begun|entered|completed)", re.DOTALL)


def _order_in_files(participation: Path, journal: Path) -> Times:
    """New rows lie before older ones on a page of the one; the log of the other is in order."""
    page = participation.read_bytes()
    with closing(_reading(str(participation))) as people:
        raw = [bytes(one) for (one,) in people.execute(_USES)]
    used = sorted(raw, key=lambda one: -page.find(one))
    log = Path(f"{journal}-wal").read_bytes()
    begun: dict[str, float] = {}
    ended: dict[str, float] = {}
    for at, row in enumerate(_ROW.finditer(log)):
        of = ended if row[2] == b"completed" else begun
        of.setdefault(row[1].decode(), float(at))
    return Times(_ranked([one.hex() for one in used]), _by_rank(begun), _by_rank(ended))


def _ranked(names: Sequence[str]) -> Mapping[str, float]:
    return {name: float(at) for at, name in enumerate(names)}


def _by_rank(times: Mapping[str, float]) -> Mapping[str, float]:
    return _ranked(sorted(times, key=lambda one: times[one]))
