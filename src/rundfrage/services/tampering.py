"""Tampering: whether a field holds what the program stored there, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.journal import Journal
from rundfrage.locales import Message, message
from rundfrage.services.journal import instruments, require_field, with_journal
from rundfrage.services.reading import FieldReading
from rundfrage.services.survey import Survey

__all__ = ["Finding", "Verified", "tampering_warning", "verify_field", "words_for"]

_WORDS = {
    Flaw.ENTRY: message("an entry that rundfrage didn't store: left out, the rest counts"),
    Flaw.FORGED: message("an interview that rundfrage didn't begin: left out"),
    Flaw.ALTERED: message("entries were changed or removed: left out"),
    Flaw.REMOVED: message("removed, and not withdrawn"),
    Flaw.UNCOUNTED: message("interviews whose names begin so were removed or added"),
    Flaw.DISORDERED: message("entries that can't have come in this order: left out"),
    Flaw.UNFIT: message("entries that fit no version of the questionnaire: left out"),
    Flaw.QUOTA: message("the count of this quota isn't that of the interviews in it"),
}


@dataclass(frozen=True)
class Verified:
    """How many interviews are sound, what was found besides, and whether digests were compared."""

    sound: int
    findings: Sequence[Finding]
    digests: bool


def verify_field(survey: Survey) -> Verified:
    """Look whether the field holds what was stored there, and nothing else.

    In PostgreSQL by all digests, also those that `status` or `export` found sound before, in a file
    by what entries must be like. Raises a Problem if nothing was published.
    """
    address = survey.journal
    require_field(address)

    async def work(journal: Journal) -> Verified:
        reading = FieldReading(journal, await instruments(journal, address), anew=True)
        sound = 0
        async for alike in reading.cases():
            sound += alike.count
        return Verified(sound, reading.findings, digests=await journal.compares_digests())

    return with_journal(address, work, reading=True)


def words_for(finding: Finding) -> Message:
    """What the flaw is, in words."""
    return _WORDS[finding.flaw]


def tampering_warning(findings: Sequence[Finding]) -> Message | None:
    """That something isn't as it was stored; None if nothing was found."""
    if not findings:
        return None
    return message(
        "{count} findings: the journal isn't as rundfrage stored it. What was forged or altered is "
        "left out here.",
        count=len(findings),
    )
