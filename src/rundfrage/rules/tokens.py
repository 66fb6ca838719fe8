"""Cuts a condition into tokens: names, numbers, strings, operators and parentheses.

Each token knows its column, counted from 1, so that a Problem can point at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

Sort = Literal["name", "number", "string", "operator", "open", "close", "end"]

# Every alternative starts with a character of its own, so matching never goes back on its steps.
_TOKEN = re.compile(
    r"(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_-]+)*)"
    r"|(?P<number>-?[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<operator>==|!=|<=|>=|<|>)"
    r"|(?P<open>\()"
    r"|(?P<close>\))"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPACE = re.compile(r"[ \t]*")
_DIGITS = 15
_MENDING = {
    "=": message("Write == to compare."),
    "&": message("Write and."),
    "|": message("Write or."),
    "!": message("Write not, or != to compare."),
    "≤": message("Write <=."),
    "≥": message("Write >=."),
    "≠": message("Write !=."),
    "“": message('Write straight quotation marks: "…".'),
    "”": message('Write straight quotation marks: "…".'),
    "„": message('Write straight quotation marks: "…".'),
    "«": message('Write straight quotation marks: "…".'),
    "»": message('Write straight quotation marks: "…".'),
    "‘": message("Write straight quotation marks: '…'."),
    "’": message("Write straight quotation marks: '…'."),
    "+": message("A condition compares answers and does not calculate."),
    "*": message("A condition compares answers and does not calculate."),
    "/": message("A condition compares answers and does not calculate."),
    ",": message("Join two conditions by and, or by or."),
    "[": message("Name the answers one by one, joined by or."),
}


RESERVED = frozenset({"and", "or", "not", "in", "answered", "count"})


def is_name(words: str) -> bool:
    """True for a name that needs no quotation marks."""
    match = _TOKEN.fullmatch(words)
    return match is not None and match["name"] is not None and words not in RESERVED


@dataclass(frozen=True)
class Token:
    """A piece of a condition; `words` is what stands there, of a string what it means."""

    sort: Sort
    words: str
    column: int

    def __str__(self) -> str:
        return "the end" if self.sort == "end" else self.words


def tokens(words: str, where: Where) -> Iterator[Token]:
    """The tokens of the condition, the last of them the end."""
    at = 0
    while True:
        space = _SPACE.match(words, at)
        at = space.end() if space else at
        if at == len(words):
            yield Token("end", "", at + 1)
            return
        if words[at] in "\"'":
            token, at = _string(words, at, where)
        else:
            token, at = _plain(words, at, where)
        yield token


def _plain(words: str, at: int, where: Where) -> tuple[Token, int]:
    if day := _DAY.match(words, at):
        raise Problem(
            "condition-character",
            where=where,
            found=message(
                "The condition {words} has a day without quotation marks at column {at}.",
                words=words,
                at=at + 1,
            ),
            expected=message("days in quotation marks."),
            mend=message('Write "{group}".', group=day.group()),
        )
    match = _TOKEN.match(words, at)
    if match is None:
        raise Problem(
            "condition-character",
            where=where,
            found=message(
                "The condition {words} has {sign} at column {column}.",
                words=words,
                sign=words[at],
                column=at + 1,
            ),
            expected=message('names, numbers, "texts", ==, !=, <, <=, >, >=, in, and, or, not.'),
            mend=_MENDING.get(
                words[at], message("Leave it out, or put a text in quotation marks.")
            ),
        )
    piece = match.group()
    sort: Sort = match.lastgroup  # type: ignore[assignment]  # the groups are named after sorts
    if sort == "number" and len(piece) > _DIGITS:
        raise Problem(
            "condition-number",
            where=where,
            found=message(
                "The number at column {at} has more than {digits} digits.",
                at=at + 1,
                digits=_DIGITS,
            ),
            expected=message("a number of at most {digits} digits.", digits=_DIGITS),
            mend=message("Write a shorter number."),
        )
    return Token(sort, piece, at + 1), match.end()


def _string(words: str, at: int, where: Where) -> tuple[Token, int]:
    quote, start = words[at], at
    meant: list[str] = []
    at += 1
    while at < len(words) and words[at] != quote:
        if words[at] == "\\" and at + 1 < len(words):
            at += 1
        meant.append(words[at])
        at += 1
    if at >= len(words):
        raise Problem(
            "condition-quote",
            where=where,
            found=message(
                "The text that opens at column {start} of {words} is never closed.",
                start=start + 1,
                words=words,
            ),
            expected=message("a closing {quote}.", quote=quote),
            mend=message("Put {quote} after the text.", quote=quote),
        )
    return Token("string", "".join(meant), start + 1), at + 1
