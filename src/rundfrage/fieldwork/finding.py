"""Findings: what in a journal isn't as the program stored it, so that somebody else was at work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """What is wrong."""

    ENTRY = "entry"
    """An entry that the program didn't store. It is left out; the interview counts without it."""
    FORGED = "forged"
    """An interview that the program didn't begin. It is left out."""
    ALTERED = "altered"
    """Entries of the interview were changed or removed. It is left out."""
    REMOVED = "removed"
    """All entries of the interview were removed, and nobody withdrew it."""
    UNCOUNTED = "uncounted"
    """Interviews that begin with these digits were removed, or forged, without a trace of which."""
    DISORDERED = "disordered"
    """The entries can't have come in this order. The interview is left out."""
    UNFIT = "unfit"
    """The entries don't fit any version of the questionnaire. The interview is left out."""
    QUOTA = "quota"
    """The quota of that name has another count than interviews that count in it."""


@dataclass(frozen=True)
class Finding:
    """A flaw of an interview, of one of its entries by its sequence, or of what else `name` is."""

    name: str
    flaw: Flaw
    sequence: int | None = None
