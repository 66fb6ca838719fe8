"""The logbook: what staff did with a survey, each act a line that is chained to the line before.

A line is a JSON object: its number, the day, who did it, the *act*, the version of the
questionnaire it was about, and under `before` the SHA-256 of the line before, byte by byte. So a
line that is changed, removed, put in or moved doesn't fit its neighbours: a *break*. No chain shows
whether lines are lacking at its end, nor whether all was written anew by whoever holds the file.
The hash of the last line does, the *head*, if it is kept where they can't reach it.

Nothing finer than the day is written, and no count: with counts, two exports would tell how many
answered between them to whoever has the logbook alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any


class Act(StrEnum):
    """What somebody set about. A line is written before the act, so it may have failed."""

    PUBLISH = "publish"
    SERVE = "serve"
    CLOSE = "close"
    EXPORT = "export"
    EXPORT_PARTIAL = "export-partial"
    WITHDRAW = "withdraw"
    INVITE = "invite"
    REMIND = "remind"
    CODES = "codes"
    FORGET = "forget"
    FORGET_SHOWN = "forget-shown"
    SPLIT_KEY = "split-key"
    JOIN_KEY = "join-key"
    DELETE_KEY = "delete-key"
    DELETE_ANSWERS = "delete-answers"
    DELETE_EXPORTS = "delete-exports"


class Flaw(StrEnum):
    """Why a line doesn't fit."""

    UNREADABLE = "unreadable"
    """It is no line of a logbook: damaged, or the power failed while it was written."""
    MISNUMBERED = "misnumbered"
    """Its number doesn't follow: lines were removed before it, put in, or moved."""
    CHANGED = "changed"
    """The next line was written after another one: it was changed, or stands in its place."""


@dataclass(frozen=True)
class Line:
    """An act. `act` may be one of a later version; `version` is empty where it was about none."""

    number: int
    day: date
    who: str
    act: str
    version: str
    before: str


@dataclass(frozen=True)
class Break:
    """The place in the file, counted from 1, of a line that doesn't fit, and why."""

    place: int
    flaw: Flaw


@dataclass(frozen=True)
class Logbook:
    """The lines that can be read, the breaks in their chain, and the hash of every line."""

    lines: Sequence[Line]
    breaks: Sequence[Break]
    hashes: Sequence[str]
    next_number: int

    @property
    def head(self) -> str:
        """The hash of the last line; empty if there is none."""
        return self.hashes[-1] if self.hashes else ""

    def place_of(self, head: str) -> int | None:
        """The place of the line with that hash, counted from 1; None if it isn't there."""
        return self.hashes.index(head) + 1 if head in self.hashes else None


def written(line: Line) -> bytes:
    """The line as it stands in the file, without its end."""
    fields = asdict(line) | {"day": line.day.isoformat()}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def logbook_of(content: bytes) -> Logbook:
    """The logbook that a file holds."""
    raws = content.removesuffix(b"\n").split(b"\n") if content else []
    hashes = [sha256(raw).hexdigest() for raw in raws]
    read = [_line(raw) for raw in raws]
    return Logbook(
        tuple(one for one in read if one),
        tuple(_breaks(read, hashes)),
        tuple(hashes),
        _number_after(read, len(read)),
    )


def _breaks(read: Sequence[Line | None], hashes: Sequence[str]) -> Iterator[Break]:
    for at, line in enumerate(read):
        if line is None:
            yield Break(at + 1, Flaw.UNREADABLE)
        elif line.number != _number_after(read, at) or (at == 0 and line.before):
            yield Break(at + 1, Flaw.MISNUMBERED)
        elif at and line.before != hashes[at - 1]:
            yield Break(at, Flaw.CHANGED)


def _number_after(read: Sequence[Line | None], many: int) -> int:
    """The number after so many lines; one that can't be read counts."""
    for at in range(many - 1, -1, -1):
        if (line := read[at]) is not None:
            return line.number + many - at
    return many + 1


def _line(raw: bytes) -> Line | None:
    """The line; None if it is none, or holds what no terminal should be sent."""
    try:
        fields = json.loads(raw)
        line = Line(**fields | {"day": date.fromisoformat(fields["day"])})
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return line if _well_formed(line) and written(line) == raw else None


def _well_formed(line: Line) -> bool:
    words: tuple[Any, ...] = (line.who, line.act, line.version, line.before)
    return type(line.number) is int and all(
        isinstance(one, str) and one.isprintable() for one in words
    )
