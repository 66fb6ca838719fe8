"""Columns that name people: by their addresses, and some of them in several rows."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

MAIL = pattern(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_MOSTLY = 0.9


def are_mails(counts: Mapping[str, int]) -> bool:
    """True if nearly all the cells are e-mail addresses."""
    sample = list(islice(counts, 200))
    mails = sum(map(bool, map(MAIL.fullmatch, sample)))
    return mails >= max(_MOSTLY * len(sample), 1)


def persons_repeated(given: int, different: int) -> tuple[Message, Message]:
    """The doubt of a column that names people of whom some have several rows."""
    found = message(
        "{given} rows name only {different} respondents; each row was counted as one.",
        given=given,
        different=different,
    )
    return found, message(
        "Put the rows of a person into one; if each row is an interview, write sure = true."
    )
