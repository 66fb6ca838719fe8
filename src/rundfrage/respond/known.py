"""The interviews that this process knows: of each, a request reads what is new since the last one.

Reading and folding all entries anew for each page would cost the more the longer the questionnaire
is. What another process stored, or took away at the respondent's wish, is seen all the same: the
last entry that is known is read again, and an interview in which it isn't there any more is read
anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.fieldwork.interview import Interview, continued, interview
from rundfrage.fieldwork.journal import Entry, Event, Journal
from rundfrage.respond.editions import Edition, Editions

MOST_KNOWN = 2000
MOST_CHARACTERS = 20_000_000
"""Of all texts together; the interviews that were asked for longest ago are forgotten first."""


@dataclass(frozen=True)
class Known:
    """An interview, its entries in order, and the edition that it began in.

    `characters` are those of its entries' answers.
    """

    edition: Edition
    entries: Sequence[Entry]
    state: Interview
    characters: int


class KnownInterviews:
    """Belongs to one event loop."""

    def __init__(self, journal: Journal, editions: Editions) -> None:
        self._journal = journal
        self._editions = editions
        self._known: OrderedDict[str, Known] = OrderedDict()
        self._characters = 0

    async def of(self, name: str) -> Known | None:
        """The interview of that name; None if there is none, or if it was withdrawn."""
        known = self._known.get(name)
        since = len(known.entries) - 1 if known else 0
        entries = await self._journal.entries(name, since)
        if known and entries and entries[0].key == known.entries[-1].key:
            return self._remember(name, _continued(known, entries[1:]))
        if since:
            entries = await self._journal.entries(name)
        self.forget(name)
        if not entries or entries[0].event is Event.WITHDRAWN:
            return None
        edition = await self._editions.named(entries[0].version)
        if edition is None:
            return None
        state = interview(edition.instrument, entries)
        return self._remember(name, Known(edition, entries, state, _length(entries)))

    def _remember(self, name: str, known: Known) -> Known:
        self.forget(name)
        self._known[name] = known
        self._characters += known.characters
        while len(self._known) > MOST_KNOWN or self._characters > MOST_CHARACTERS:
            self.forget(next(iter(self._known)))
        return known

    def stored(self, known: Sequence[Entry], entry: Entry, state: Interview) -> None:
        """The entry was stored behind those that were known, and comes to this state with them.

        The next request reads it again as the last one that is known: if another process stored one
        in between, it isn't found at its place, and all are read anew.
        """
        before = self._known.get(entry.interview)
        if before is not None and before.entries is known:
            self._remember(
                entry.interview,
                Known(
                    before.edition,
                    (*known, entry),
                    state,
                    before.characters + len(entry.answers),
                ),
            )

    def forget(self, name: str) -> None:
        """Keep nothing of the interview in memory."""
        known = self._known.pop(name, None)
        if known is not None:
            self._characters -= known.characters


def _continued(known: Known, entries: Sequence[Entry]) -> Known:
    if not entries:
        return known
    return Known(
        known.edition,
        (*known.entries, *entries),
        continued(known.state, entries),
        known.characters + _length(entries),
    )


def _length(entries: Sequence[Entry]) -> int:
    return sum(len(entry.answers) for entry in entries)
