"""Reading a field: every interview that is sound, and what was found that isn't."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping

from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.interview import interview
from rundfrage.fieldwork.journal import Event, Journal
from rundfrage.fieldwork.status import Case

_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, IndexError)
"""What answers raise that no page of the questionnaire could have sent."""


class FieldReading:
    """One reading of a journal; `findings` is whole when all cases were read."""

    def __init__(self, journal: Journal, known: Mapping[str, Instrument]) -> None:
        self._journal = journal
        self._known = known
        self.findings: list[Finding] = []

    async def cases(self) -> AsyncIterator[Case]:
        """Every sound interview, folded in the version that it began with."""
        self.findings = list(await self._journal.findings())
        left_out = {one.name for one in self.findings if one.sequence is None}
        entries_left_out: dict[str, set[int]] = defaultdict(set)
        for one in self.findings:
            if one.sequence is not None:
                entries_left_out[one.name].add(one.sequence)
        counted: Counter[str] = Counter()
        async for entries in self._journal.interviews(entries_left_out):
            name = entries[0].interview
            if name in left_out:
                continue
            for entry in entries:
                if entry.event is Event.COMPLETED:
                    counted.update(entry.quotas)
            try:
                folded = interview(self._known[entries[0].version], entries)
            except _UNREADABLE:
                self.findings.append(Finding(name, Flaw.UNFIT))
                continue
            minutes = max(entry.minutes for entry in entries)
            yield Case(folded, entries[0].week, minutes)
        counts = await self._journal.quota_counts()
        self.findings += [
            Finding(quota, Flaw.QUOTA)
            for quota in sorted({*counts, *counted})
            if counts.get(quota, 0) != counted[quota]
        ]
