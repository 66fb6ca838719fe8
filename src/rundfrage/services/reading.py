"""Reading a field: every interview that is sound, and what was found that isn't."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Container, Mapping, Sequence

from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.folding import UNREADABLE, Folded, Folding
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.interview import interview
from rundfrage.fieldwork.journal import Bundle, Entry, Event, Journal
from rundfrage.fieldwork.published import instrument_of
from rundfrage.fieldwork.status import Case
from rundfrage.kinds import KINDS


class FieldReading:
    """One reading of a journal; `findings` is whole when all cases were read.

    Unless `answers` are wanted they are looked at, and most interviews come without them.
    """

    def __init__(
        self, journal: Journal, known: Mapping[str, Instrument], *, answers: bool = False
    ) -> None:
        self._journal = journal
        self._known = dict(known)
        self._answers = answers
        self._foldings: dict[str, Folding] = {}
        self.findings: list[Finding] = []

    async def cases(self) -> AsyncIterator[Case]:
        """Every sound interview, folded in the version that it began with."""
        # Interviews are completed and withdrawn while others are read.
        before = await self._journal.quota_counts()
        self.findings = list(await self._journal.findings())
        left_out = {one.name for one in self.findings if one.sequence is None}
        entries_left_out = _entries_in(self.findings)
        counted: Counter[str] = Counter()
        apart: set[str] = set()
        async for bundle in self._journal.bundles():
            if bundle.interview in left_out:
                continue
            folded = None
            if bundle.interview not in entries_left_out:
                folded = await self._folded(bundle)
            if folded is None:
                apart.add(bundle.interview)
                continue
            counted.update(folded.quotas)
            yield Case(folded.interview, bundle.week, folded.minutes)
        async for entries in self._apart(apart, entries_left_out):
            for entry in entries:
                if entry.event is Event.COMPLETED:
                    counted.update(entry.quotas)
            if (case := await self._case(entries)) is not None:
                yield case
        after = await self._journal.quota_counts()
        for quota in sorted({*before, *after, *counted}):
            low, high = sorted((before.get(quota, 0), after.get(quota, 0)))
            if not low <= counted[quota] <= high:
                self.findings.append(Finding(quota, Flaw.QUOTA))

    async def _folded(self, bundle: Bundle) -> Folded | None:
        """The interview; None if something in it is out of the ordinary."""
        if bundle.version not in self._foldings:
            if bundle.version not in self._known:
                await self._learn_versions()
            if bundle.version not in self._known:
                return None
            self._foldings[bundle.version] = Folding(
                self._known[bundle.version], answers=self._answers
            )
        return self._foldings[bundle.version].folded(bundle)

    async def _apart(
        self, names: Container[str], left_out: Mapping[str, Container[int]]
    ) -> AsyncIterator[Sequence[Entry]]:
        """The entries of these interviews, read one by one."""
        if names:
            async for entries in self._journal.interviews(left_out):
                if entries[0].interview in names:
                    yield entries

    async def _case(self, entries: Sequence[Entry]) -> Case | None:
        """The interview folded entry by entry; None, and a finding, if it can't be."""
        if entries[0].version not in self._known:
            await self._learn_versions()
        try:
            folded = interview(self._known[entries[0].version], entries)
        except UNREADABLE:
            self.findings.append(Finding(entries[0].interview, Flaw.UNFIT))
            return None
        return Case(folded, entries[0].week, max(entry.minutes for entry in entries))

    async def _learn_versions(self) -> None:
        """Versions may be published while interviews are read."""
        for version in await self._journal.versions():
            if version.name not in self._known:
                self._known[version.name] = instrument_of(version, KINDS)


def _entries_in(findings: Sequence[Finding]) -> Mapping[str, set[int]]:
    """The single entries that were found, by interview and sequence."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in findings:
        if one.sequence is not None:
            found[one.name].add(one.sequence)
    return found
