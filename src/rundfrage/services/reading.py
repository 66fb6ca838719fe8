"""Reading a field: every interview that is sound, and what was found that isn't."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping

from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.interview import interview
from rundfrage.fieldwork.journal import Event, Journal
from rundfrage.fieldwork.published import instrument_of
from rundfrage.fieldwork.status import Case
from rundfrage.kinds import KINDS

_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, IndexError)
"""What answers raise that no page of the questionnaire could have sent."""


class FieldReading:
    """One reading of a journal; `findings` is whole when all cases were read."""

    def __init__(self, journal: Journal, known: Mapping[str, Instrument]) -> None:
        self._journal = journal
        self._known = dict(known)
        self.findings: list[Finding] = []

    async def cases(self) -> AsyncIterator[Case]:
        """Every sound interview, folded in the version that it began with."""
        # Interviews are completed and withdrawn while others are read.
        before = await self._journal.quota_counts()
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
            if entries[0].version not in self._known:
                await self._learn_versions()
            try:
                folded = interview(self._known[entries[0].version], entries)
            except _UNREADABLE:
                self.findings.append(Finding(name, Flaw.UNFIT))
                continue
            minutes = max(entry.minutes for entry in entries)
            yield Case(folded, entries[0].week, minutes)
        after = await self._journal.quota_counts()
        for quota in sorted({*before, *after, *counted}):
            low, high = sorted((before.get(quota, 0), after.get(quota, 0)))
            if not low <= counted[quota] <= high:
                self.findings.append(Finding(quota, Flaw.QUOTA))

    async def _learn_versions(self) -> None:
        """Versions may be published while interviews are read."""
        for version in await self._journal.versions():
            if version.name not in self._known:
                self._known[version.name] = instrument_of(version, KINDS)
