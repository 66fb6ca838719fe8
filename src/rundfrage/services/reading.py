"""Reading a field: every interview that is sound, and what was found that isn't."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from operator import attrgetter

from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.folding import UNREADABLE, Alike, Folding
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.interview import Interview, interview
from rundfrage.fieldwork.journal import WITHDRAWAL, Bundle, Entry, Event, Journal, is_possible
from rundfrage.fieldwork.published import instrument_of
from rundfrage.kinds import KINDS

MOST_AT_ONCE = 5_000
"""So many interviews are held at most, and"""
OCTETS_AT_ONCE = 8_000_000
"""as many as have answers of this length."""

_ANSWERS = attrgetter("answers")


class FieldReading:
    """One reading of a journal; `findings` and `withdrawn` are whole when all was read.

    `wanted` says of which interviews the answers are; of all others they are looked at, no more.
    `anew` has digests compared that were compared before.
    """

    def __init__(
        self,
        journal: Journal,
        known: Mapping[str, Instrument],
        wanted: Callable[[Interview], bool] | None = None,
        *,
        anew: bool = False,
    ) -> None:
        self._journal = journal
        self._known = dict(known)
        self._wanted = wanted
        self._anew = anew
        self._foldings: dict[str, Folding] = {}
        self._left_out: set[str] = set()
        self._apart: set[str] = set()
        self._impossible = False
        self.findings: list[Finding] = []
        self.withdrawn = 0

    async def cases(self) -> AsyncIterator[Alike]:
        """All sound interviews, each folded in the version that it began with."""
        # Interviews are completed and withdrawn while others are read.
        before = await self._journal.quota_counts()
        if await self._journal.digests_differ(anew=self._anew):
            await self._find()
        counted: Counter[str] = Counter()
        async for some in self._bundles():
            async for alike in self._folded(some):
                for quota in alike.quotas:
                    counted[quota] += alike.count
                yield alike
        if self._impossible:
            self.withdrawn = await self._journal.withdrawn()
            if not self.findings:
                await self._find()
        async for entries in self._read_apart():
            for entry in entries:
                if entry.event is Event.COMPLETED:
                    counted.update(entry.quotas)
            if (one := await self._alone(entries)) is not None:
                yield one
        after = await self._journal.quota_counts()
        self._compare(counted, before, after)

    def _compare(
        self, counted: Mapping[str, int], before: Mapping[str, int], after: Mapping[str, int]
    ) -> None:
        """Compare what quotas hold with what was counted."""
        for quota in sorted({*before, *after, *counted}):
            low, high = sorted((before.get(quota, 0), after.get(quota, 0)))
            if not low <= counted.get(quota, 0) <= high:
                self.findings.append(Finding(quota, Flaw.QUOTA))

    async def _find(self) -> None:
        self.findings = list(await self._journal.findings())
        self._left_out = {one.name for one in self.findings if one.sequence is None}
        self._apart |= {one.name for one in self.findings if one.sequence is not None}

    async def _bundles(self) -> AsyncIterator[Mapping[tuple[str, str], list[Bundle]]]:
        """Bundles by version and course, many at once; those to be read alone go apart."""
        alike: defaultdict[tuple[str, str], list[Bundle]] = defaultdict(list)
        held = octets = 0
        async for bundles in self._journal.bundles():
            kept = bundles
            if self._left_out or self._apart:
                kept = [
                    bundle
                    for bundle in bundles
                    if bundle.interview not in self._left_out
                    and bundle.interview not in self._apart
                ]
            for bundle in kept:
                alike[bundle.version, bundle.course if bundle.whole else ""].append(bundle)
            held += len(kept)
            octets += sum(map(len, map(_ANSWERS, kept)))
            if held >= MOST_AT_ONCE or octets >= OCTETS_AT_ONCE:
                yield alike
                alike.clear()
                held = octets = 0
        yield alike

    async def _folded(
        self, alike: Mapping[tuple[str, str], Sequence[Bundle]]
    ) -> AsyncIterator[Alike]:
        """The interviews in which nothing is out of the ordinary; the others go apart."""
        for (version, course), bundles in alike.items():
            if course == WITHDRAWAL:
                self.withdrawn += len(bundles)
                continue
            if not is_possible(course):
                self._impossible = True
            elif version not in self._known:
                await self._learn_versions()
            if is_possible(course) and version in self._known:
                if version not in self._foldings:
                    self._foldings[version] = Folding(self._known[version], self._wanted)
                for one in self._foldings[version].folded(course, bundles, self._apart):
                    yield one
            else:
                self._apart.update(bundle.interview for bundle in bundles)

    async def _read_apart(self) -> AsyncIterator[Sequence[Entry]]:
        """The entries of interviews that are read one by one."""
        apart = self._apart - self._left_out
        if apart:
            async for entries in self._journal.interviews(_entries_in(self.findings)):
                if entries[0].interview in apart:
                    yield entries

    async def _alone(self, entries: Sequence[Entry]) -> Alike | None:
        """The interview folded entry by entry; None, and a finding, if it can't be."""
        if entries[0].version not in self._known:
            await self._learn_versions()
        try:
            folded = interview(self._known[entries[0].version], entries)
        except UNREADABLE:
            self.findings.append(Finding(entries[0].interview, Flaw.UNFIT))
            return None
        minutes = max(entry.minutes for entry in entries)
        return Alike.alone(folded, entries[0].week, minutes)

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
