"""The journal of a preview: it lives in this process and is gone with it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Container, Mapping, Sequence

from rundfrage.fieldwork.finding import Finding
from rundfrage.fieldwork.journal import Bundle, Entry, Event, Outcome, Version
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.secret import name_of

MOST_INTERVIEWS = 1000
"""The oldest is forgotten when there are more."""


class PreviewJournal:
    """A Journal that stores nothing."""

    def __init__(self, version: Version) -> None:
        self._version = version
        self._entries: dict[str, list[Entry]] = {}

    async def append(
        self,
        entry: Entry,
        limits: Mapping[str, int] = {},  # noqa: ARG002 - the protocol's
        proof: str = "",  # noqa: ARG002
    ) -> Outcome:
        """See Journal; no quota is ever full."""
        if entry.interview not in self._entries and len(self._entries) >= MOST_INTERVIEWS:
            del self._entries[next(iter(self._entries))]
        entries = self._entries.setdefault(entry.interview, [])
        if any(one.event is Event.WITHDRAWN for one in entries):
            return Outcome.ENDED
        if any(one.key == entry.key for one in entries):
            return Outcome.KNOWN
        entries.append(entry)
        return Outcome.STORED

    async def probe(self) -> None:
        """Nothing: nothing is stored."""

    async def entries(self, interview: str, since: int = 0) -> Sequence[Entry]:
        """See Journal."""
        return tuple(self._entries.get(interview, ())[since:])

    async def withdraw(self, secret: str) -> bool:
        """See Journal."""
        name = name_of(secret)
        known = name in self._entries
        if known:
            self._entries[name] = [Entry(name, "", Event.WITHDRAWN, "", "", "")]
        return known

    async def withdrawn(self) -> int:
        """See Journal."""
        return sum(one[0].event is Event.WITHDRAWN for one in self._entries.values())

    async def publish(self, version: Version) -> None:
        """Show this version from now on."""
        self._version = version

    async def versions(self) -> Sequence[Version]:
        """The one that is shown."""
        return (self._version,)

    async def close_field(self) -> None:
        """Nothing: a preview is open as long as it runs."""

    async def field_closed(self) -> bool:
        """False."""
        return False

    async def quota_counts(self) -> Mapping[str, int]:
        """None: nothing counts."""
        return {}

    async def compares_digests(self) -> bool:
        """False."""
        return False

    async def digests_differ(self, *, anew: bool = False) -> bool:  # noqa: ARG002 - there are none
        """False."""
        return False

    async def findings(self) -> Sequence[Finding]:
        """None."""
        return ()

    async def interviews(
        self,
        left_out: Mapping[str, Container[int]] = {},  # noqa: ARG002 - the protocol's
    ) -> AsyncIterator[Sequence[Entry]]:
        """Nothing: there is nothing to export."""
        for entries in tuple[tuple[Entry, ...], ...]():
            yield entries

    async def bundles(self) -> AsyncIterator[Sequence[Bundle]]:
        """Nothing: there is nothing to export."""
        for bundles in tuple[tuple[Bundle, ...], ...]():
            yield bundles

    async def field_sealed(self) -> bool:
        """False."""
        return False

    async def seal(self) -> LogLeft:
        """Nothing: there is no order to remove."""
        return LogLeft.NOTHING

    async def shut(self) -> None:
        """Forget all."""
        self._entries.clear()
