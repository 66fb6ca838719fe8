"""Kills doors while people answer, from the field's days through its grace to its closing.

A course is one field and ten kills: three in the field, one while a new version is published, two
in the field, two in the grace after its last day, one while it is closed, one when it is. People
come back after each kill with their cookies, and send what they got no answer to once more.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import itertools
import json
import os
import random
import signal
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from door_survey import Answer, Browser, OpenDoor, published

from killed import working
from rundfrage.errors import Problem
from rundfrage.fieldwork import period
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal
from rundfrage.respond import door, editions, entrance
from rundfrage.respond.settings import Settings

SURVEY = """\
---
survey: why
title: Why?
language: en
field: 2026-10-01 .. 2026-10-14
quotas:
  all: 100000 if q0 == "yes"
---
# One

## q0: Really?

- ( ) yes: Yes
- ( ) no: No

## q1: {first}

____

# Two

## q2: And then?

____
"""
PEOPLE = 8
DAY, GRACE = "2026-10-14 12:00", "2026-10-15 00:10"
LIVES = (DAY, DAY, DAY, DAY, DAY, DAY, GRACE, GRACE, GRACE, GRACE)
PUBLISHED_IN, CLOSED_IN = 3, 8
MOST_LINES = 120


@dataclass
class Person:
    """Somebody with a browser: its cookies, what wasn't answered yet, and what was acknowledged."""

    cookies: dict[str, str] = field(default_factory=dict)
    unanswered: tuple[str, dict[str, str]] | None = None
    typed: list[str] = field(default_factory=list)
    """Texts whose page was acknowledged."""
    completed: list[str] = field(default_factory=list)
    """The last texts of interviews whose end was acknowledged."""


@dataclass(frozen=True)
class Toll:
    """What the kills cost; `late` is what was stored of people who came too late."""

    kills: int
    acknowledged: int
    lost: int
    twice: int
    late: int
    quotas_agree: bool

    def __add__(self, other: Toll) -> Toll:
        return Toll(
            self.kills + other.kills,
            self.acknowledged + other.acknowledged,
            self.lost + other.lost,
            self.twice + other.twice,
            self.late + other.late,
            self.quotas_agree and other.quotas_agree,
        )


def course(address: str, seed: int) -> Toll:
    """Kill the doors of one field, and count what is left of what they acknowledged."""
    chance = random.Random(seed)
    settings = published(address, SURVEY.replace("{first}", "Why?"))
    people = [Person() for _ in range(PEOPLE)]
    stored: list[list[Sequence[Entry]]] = []
    for life, moment in enumerate(LIVES):
        meanwhile: Callable[[], object] | None = None
        if life == PUBLISHED_IN:
            meanwhile = partial(published, address, SURVEY.replace("{first}", "Why, then?"))
        if life == CLOSED_IN:
            meanwhile = partial(asyncio.run, _closed(address))
        _one_life(settings, life, moment, people, chance.randrange(1, MOST_LINES), meanwhile)
        stored.append(asyncio.run(_stored(address)))
    # Nobody begins in the grace, and nothing is stored of a field that is closed.
    late = len(stored[-1]) - len(stored[LIVES.index(GRACE) - 1])
    late += sum(map(len, stored[-1])) - sum(map(len, stored[CLOSED_IN]))
    asyncio.run(_closed(address, sealed=True))
    return asyncio.run(_counted(address, people, late))


def _one_life(
    settings: Settings,
    life: int,
    moment: str,
    people: list[Person],
    most: int,
    meanwhile: Callable[[], object] | None,
) -> None:
    """People answer until so many lines were said, or nobody can go on; then the door is killed."""
    act = threading.Thread(target=meanwhile) if meanwhile else None
    over = 0
    with working(lambda pipe: _answer_for_ever(settings, life, moment, people, pipe)) as answering:
        for told, line in enumerate(answering.lines, start=1):
            over += _noted(people, json.loads(line))
            if act is not None and told == most // 2 + 1:
                act.start()
            if told == most or over == PEOPLE:
                break
        if act is not None:
            if act.ident is None:
                act.start()
            act.join()
        for line in answering.kill().splitlines():
            _noted(people, json.loads(line))


def _noted(people: list[Person], said: dict[str, Any]) -> bool:
    """Note what happened; whether the person can't go on."""
    person = people[said["person"]]
    match said["what"]:
        case "sends":
            person.unanswered = (said["path"], said["form"])
        case "answered":
            person.cookies, person.unanswered = said["cookies"], None
            if typed := _typed(said["form"]):
                person.typed.append(typed)
            if said["path"].endswith("/submit"):
                person.completed.append(person.typed[-1])
                person.cookies = {}
        case "refused":
            person.unanswered = None
    return said["what"] == "over"


def _typed(form: Mapping[str, str]) -> str:
    return form.get("q1", "") or form.get("q2", "")


def _answer_for_ever(
    settings: Settings, life: int, moment: str, people: list[Person], pipe: int
) -> None:
    zone = datetime.datetime.now().astimezone().tzinfo
    shown = datetime.datetime.fromisoformat(moment).replace(tzinfo=zone)
    for module in (period, door, editions, entrance):
        module.now = lambda: shown

    def say(what: str, person: int, **more: object) -> None:
        # One system call a line: a kill never cuts one.
        os.write(pipe, json.dumps({"what": what, "person": person, **more}).encode() + b"\n")

    with OpenDoor(settings) as opened:
        opened.together(
            *(_answering(opened, f"{life} {at}", person, partial(say, person=at))
              for at, person in enumerate(people))
        )  # fmt: skip
        while True:
            signal.pause()


async def _answering(door: OpenDoor, name: str, person: Person, say: Callable[..., None]) -> None:
    """Page after page, interview after interview, until the door says that the field is over."""
    browser = Browser(door, "localhost:8000")
    browser.cookies = dict(person.cookies)

    async def sent(path: str, form: dict[str, str]) -> bool:
        """Whether it was acknowledged."""
        say("sends", path=path, form=form)
        answer = await browser.posting(path, form)
        if answer.status != 303 or answer.location.endswith("/closed"):
            say("refused")
            return False
        say("answered", path=path, form=form, cookies=browser.cookies)
        if path.endswith("/submit"):
            browser.cookies = {}
        return True

    if person.unanswered is not None:
        await sent(*person.unanswered)
    for number in itertools.count():
        path, page = await _here(browser)
        words = f"{name} {number}"
        form = {"token": page.hidden("token"), "key": page.hidden("key"), "go": "next"}
        if "/screen/" in path:
            form |= {"q2": words} if path.endswith("/1") else {"q0": "yes", "q1": words}
        elif path == "/en/review":
            path = "/en/submit"
        elif path == "/en/":
            path, form["go"] = "/en/begin", "begin"
        if path.endswith(("/closed", "/thanks")) or not await sent(path, form):
            break
    say("over")


async def _here(browser: Browser) -> tuple[str, Answer]:
    """Where the browser's interview is: its first page that wasn't sent, or the welcome page."""
    path = "/en/review"
    answer = await browser.asking("GET", path, b"", {})
    while answer.status == 303:
        path = answer.location
        answer = await browser.asking("GET", path, b"", {})
    return path, answer


async def _closed(address: str, *, sealed: bool = False) -> None:
    journal = await open_journal(address)
    try:
        await journal.close_field()
        # While a door is open its files can't be sealed.
        with contextlib.suppress(*(() if sealed else (Problem,))):
            await journal.seal()
    finally:
        await journal.shut()


async def _stored(address: str) -> list[Sequence[Entry]]:
    journal = await open_journal(address)
    try:
        return [entries async for entries in journal.interviews()]
    finally:
        await journal.shut()


async def _counted(address: str, people: Sequence[Person], late: int) -> Toll:
    interviews = await _stored(address)
    texts: Counter[str] = Counter()
    ended: set[str] = set()
    twice = 0
    for entries in interviews:
        own = [
            text
            for entry in entries
            if entry.event is Event.SENT
            for name, text in json.loads(entry.answers).items()
            if name != "q0"
        ]
        texts.update(own)
        ends = sum(entry.event is Event.COMPLETED for entry in entries)
        twice += max(0, ends - 1)
        ended.update(own if ends else ())
    typed = [text for person in people for text in person.typed]
    completed = [text for person in people for text in person.completed]
    journal = await open_journal(address)
    counts = await journal.quota_counts()
    await journal.shut()
    return Toll(
        kills=len(LIVES),
        acknowledged=len(typed) + len(completed),
        lost=sum(text not in texts for text in typed) + sum(one not in ended for one in completed),
        twice=twice + sum(count - 1 for count in texts.values()),
        late=late,
        quotas_agree=counts.get("all", 0)
        == sum(any(e.event is Event.COMPLETED for e in entries) for entries in interviews),
    )
