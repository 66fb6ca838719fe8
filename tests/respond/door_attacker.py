"""Attackers at the door: with the web server's log, and with somebody's code and a browser.

The log is what a web server in front writes ordinarily of each request: the network address, the
time, the path and the size of the answer. The order of pages is read from the journal's live
write-ahead log.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from door_survey import OpenDoor, published

from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.respond.credential import credential_in, new_credential
from rundfrage.respond.settings import Settings

SURVEY = """\
---
survey: walk
title: A walk
language: en
participation: {level}
---
# You

## q1: Do you walk?

- ( ) yes: Yes
- ( ) no: No
"""
AT_ONCE = 18
"""So many people answer within the same hour."""


def field(folder: Path, level: str) -> Settings:
    """The settings of a door in the folder."""
    settings = published(folder / "responses.db", SURVEY.format(level=level))
    return replace(
        settings,
        participation=str(folder / "participation.db"),
        participation_key=str(folder / "participation.key"),
    )


@dataclass(frozen=True)
class Logged:
    """A line of the web server's log."""

    address: str
    time: float
    method: str
    path: str
    status: int
    size: int


def interview(browser, code: str, start: str, log: Callable[..., None]):
    """From the welcome page to the last, one request at a time, each with what was answered."""
    language = "/en/"

    def asked(method: str, path: str, fields=None):
        answer = browser.get(path) if method == "GET" else browser.post(path, fields)
        log(method, path, answer)
        return answer

    page = asked("GET", start)
    yield page
    token = page.hidden("token")
    begun = asked(
        "POST",
        f"{language}begin",
        {"token": token, "key": page.hidden("key"), "go": "begin", "code": code},
    )
    yield begun
    if begun.status != 303:
        return
    page = asked("GET", begun.location)
    yield page
    yield asked("POST", begun.location, browser.form(page, q1="no"))
    page = asked("GET", f"{language}review")
    yield page
    yield asked("POST", f"{language}submit", browser.form(page))
    yield asked("GET", f"{language}thanks")


_ROW = re.compile(rb"([0-9a-f]{32}).?[0-9a-f]{32}(begun|entered|completed)", re.DOTALL)


def arrivals(journal: Path, known: set[str]) -> list[str]:
    """The new interviews in the order in which they began, by the live write-ahead log."""
    found: dict[str, None] = {}
    for row in _ROW.finditer(Path(f"{journal}-wal").read_bytes()):
        name = row[1].decode()
        if name not in known and row[2] != b"completed":
            found.setdefault(name)
    return list(found)


@dataclass(frozen=True)
class Told:
    """How many guesses were right: which visitor gave which interview, and which invited person.

    `came` counts whom of twice as many invited people it was rightly said that they took part, or
    didn't.
    """

    guesses: int
    visitors: int
    people: int
    came: int


def by_log(folder: Path, level: str, groups: int, *, token_in_path: bool = False) -> Told:
    """Groups of people answer; whoever has log, write-ahead log and mails names them all."""
    chance = random.Random(11)
    settings = field(folder, level)
    visitors = people = said = 0
    known: set[str] = set()
    register = open_participation(
        folder / "participation.db", folder / "participation.key", make=True
    )
    with OpenDoor(settings) as door:
        for _ in range(groups):
            codes = draw_codes(2 * AT_ONCE)
            door.run(register.allow(codes))
            mails = dict(enumerate(codes[:AT_ONCE]))
            log: list[Logged] = []
            truth = _answered(door, mails, log, chance, token_in_path=token_in_path)
            begun = [one for one in log if one.path.endswith("/begin") and one.status == 303]
            came = arrivals(folder / "responses.db", known)
            known.update(came)
            for interview_, line in zip(came, begun, strict=True):
                visitors += truth[interview_][0] == line.address
            people += _named(came, begun, log, mails, truth, chance)
            paths = " ".join(one.path for one in log)
            # Whose code is nowhere in the log is said not to have come.
            said += sum((code in paths) == (at < AT_ONCE) for at, code in enumerate(codes))
        door.run(register.shut())
    return Told(groups * AT_ONCE, visitors, people, said)


def _answered(door, mails, log, chance, *, token_in_path):
    """Everybody answers, each request at its own time; which visitor and person each was."""
    browsers, ways, truth = {}, [], {}
    for person, code in mails.items():
        address = f"198.51.100.{person + 1}"
        browser = door.browser()
        browsers[person] = (browser, address)

        def write(method, path, answer, address=address):
            log.append(
                Logged(address, float(len(log)), method, path, answer.status, len(answer.body))
            )

        start = f"/in/{code}/en/" if token_in_path else "/en/"
        ways.append((person, interview(browser, code, start, write)))
    while ways:
        at = chance.randrange(len(ways))
        if next(ways[at][1], None) is None:
            ways.pop(at)
    for person, (browser, address) in browsers.items():
        [cookie] = [v for k, v in browser.cookies.items() if k.endswith("interview")]
        truth[credential_in(cookie).interview] = (address, person)
    return truth


def _named(came, begun, log, mails, truth, chance) -> int:
    """By the mails: whose code stands in a path that the visitor asked for, else by chance."""
    right = 0
    left = set(mails)
    for interview_, line in zip(came, begun, strict=True):
        paths = " ".join(one.path for one in log if one.address == line.address)
        seen = [person for person, code in mails.items() if code in paths]
        guess = seen[0] if seen else chance.choice(sorted(left))
        left.discard(guess)
        right += guess == truth[interview_][1]
    return right


_RANDOM = re.compile(
    rb'(?:name="(?:token|key)" value="[^"]*"|[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2,})'
)


def _looks(answer) -> tuple[object, ...]:
    """An answer without what is drawn anew each time."""
    headers = tuple(
        (name, value if name != "set-cookie" else re.sub(r"=[^;]*", "=", value, count=1))
        for name, value in answer.headers
    )
    return answer.status, headers, _RANDOM.sub(b"", answer.body)


def by_trying(folder: Path, level: str, people: int) -> tuple[int, int]:
    """Try everybody's code in a browser, half of which were used: right guesses of all.

    Practice on codes of the attacker's own shows whatever differs; who differs in nothing is taken
    for having taken part.
    """
    chance = random.Random(13)
    codes = draw_codes(2 * people)
    own, theirs = codes[:people][:40], codes[people:]
    used = set(own[::2]) | set(theirs[::2])
    settings = field(folder, level)
    register = open_participation(
        folder / "participation.db", folder / "participation.key", make=True
    )
    with OpenDoor(settings) as door:
        door.run(register.allow(codes))
        for code in sorted(used):
            door.run(register.admit(code, new_credential().secret))

        def tried(code: str) -> list[tuple[object, ...]]:
            browser = door.browser()
            way = interview(browser, code, "/en/", lambda *_: None)
            return [_looks(answer) for answer in way]

        looks = {code: tried(code) for code in own}
        marks = {(at, look) for code in own[::2] for at, look in enumerate(looks[code])} ^ {
            (at, look) for code in own[1::2] for at, look in enumerate(looks[code])
        }
        of_used = {(at, look) for code in own[::2] for at, look in enumerate(looks[code])} & marks
        of_unused = marks - of_used
        right = 0
        chance.shuffle(theirs)
        for code in theirs:
            seen = set(enumerate(tried(code)))
            says = len(seen & of_used) >= len(seen & of_unused)
            right += says == (code in used)
        door.run(register.shut())
    return right, len(theirs)
