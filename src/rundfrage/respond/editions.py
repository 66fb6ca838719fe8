"""Editions: published versions as one process serves them, and the state of the field.

Each process reads versions, closing and quotas itself, and looks for news every few seconds: no
process needs to be told anything, and no request waits for another process.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from rundfrage.errors import Problem
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.journal import Journal, Version
from rundfrage.fieldwork.period import Period, Phase, now
from rundfrage.fieldwork.published import instrument_of
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.model import Quota
from rundfrage.respond.pages.compiled import BrowserNotes
from rundfrage.respond.pages.pages import Pages, compile_pages
from rundfrage.rules.expression import atoms

NEWS_SECONDS = 3.0
"""After so long what is known of the journal is looked up again."""


@dataclass(frozen=True)
class Watched:
    """A quota, and the variables that decide whether an interview counts in it."""

    quota: Quota
    variables: frozenset[str]


@dataclass(frozen=True)
class Edition:
    """A version of the questionnaire, its pages, and what a request looks up in it.

    `languages` are those of the survey, the one it was written in first.
    """

    instrument: Instrument
    pages: Pages
    quotas: tuple[Watched, ...]
    languages: tuple[str, ...]


def edition_of(version: Version, accent: str, notes: BrowserNotes) -> Edition:
    """The version, compiled; its buttons and links have the accent."""
    instrument = instrument_of(version, KINDS)
    quotas = tuple(
        Watched(quota, frozenset(atom.variable for atom in atoms(quota.condition)))
        for quota in instrument.questionnaire.quotas
    )
    pages = compile_pages(instrument, accent=accent, notes=notes)
    languages = tuple(one.language for one in pages.languages)
    return Edition(instrument, pages, quotas, languages)


class Editions:
    """What this process knows of the field; belongs to one event loop.

    In a preview the field's dates don't count. Whoever has begun may finish within `grace` minutes
    after the last day.
    """

    def __init__(
        self, journal: Journal, *, preview: bool, accent: str, grace: int, notes: BrowserNotes
    ) -> None:
        self._journal = journal
        self._accent = accent
        self._notes = notes
        self._preview = preview
        self._grace = grace
        self._versions: tuple[Version, ...] = ()
        self._compiled: dict[str, Edition] = {}
        self._compiling: dict[str, asyncio.Future[Edition]] = {}
        self._closed = False
        self._counts: Mapping[str, int] = {}
        self._looked = -NEWS_SECONDS

    async def newest(self) -> Edition | None:
        """The edition in the field; None if nothing was published."""
        await self._look()
        return await self._edition(self._versions[-1]) if self._versions else None

    async def named(self, name: str) -> Edition | None:
        """The edition of the version of that name."""
        if name in self._compiled:
            return self._compiled[name]
        version = self._version(name)
        if version is None:
            self._looked = -NEWS_SECONDS
            await self._look()
            version = self._version(name)
        return None if version is None else await self._edition(version)

    async def phase(self) -> Phase:
        """Whether interviews begin and go on now, by the version in the field."""
        period = await self.period()
        return period.phase(now(), closed=self._closed) if period.days else self._undated()

    async def period(self) -> Period:
        """The days of the version in the field, which are those of every interview."""
        edition = await self.newest()
        days = edition.instrument.questionnaire.study.field if edition else None
        return Period(None if self._preview else days, self._grace)

    def _undated(self) -> Phase:
        return Phase.CLOSED if self._closed else Phase.OPEN

    async def quota_counts(self) -> Mapping[str, int]:
        """Completed interviews by quota, as known a few seconds ago."""
        await self._look()
        return self._counts

    async def _look(self) -> None:
        if time.monotonic() - self._looked < NEWS_SECONDS:
            return
        self._looked = time.monotonic()
        try:
            versions = tuple(await self._journal.versions())
            if versions and versions[-1] not in self._versions:
                await self._edition(versions[-1])
            self._versions = versions
            self._closed = await self._journal.field_closed()
            self._counts = await self._journal.quota_counts()
        except Problem:
            # While the database is away, pages are still served as they were last known.
            if not self._versions:
                raise

    def _version(self, name: str) -> Version | None:
        return next((one for one in self._versions if one.name == name), None)

    async def _edition(self, version: Version) -> Edition:
        """The edition, compiled once and beside the event loop, which serves others meanwhile."""
        if version.name in self._compiled:
            return self._compiled[version.name]
        if version.name not in self._compiling:
            task = asyncio.get_running_loop().run_in_executor(
                None, edition_of, version, self._accent, self._notes
            )
            self._compiling[version.name] = task
        try:
            self._compiled[version.name] = await asyncio.shield(self._compiling[version.name])
        finally:
            if version.name in self._compiled:
                self._compiling.pop(version.name, None)
        return self._compiled[version.name]
