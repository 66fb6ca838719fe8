"""The field as its owners see it: publish a questionnaire, see how it goes, close it for good."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rundfrage.errors import raise_all
from rundfrage.fieldwork.address import in_postgresql
from rundfrage.fieldwork.finding import Finding
from rundfrage.fieldwork.journal import Journal, Version
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.period import Period, Phase, now
from rundfrage.fieldwork.publication import Published
from rundfrage.fieldwork.publication import publish as published
from rundfrage.fieldwork.status import (
    Between,
    Counting,
    FieldStatus,
    OutcomeRates,
    outcome_rates,
)
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.locales import joined
from rundfrage.progress import UNWATCHED, Progress, heed
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.services.journal import (
    instruments,
    require_field,
    with_journal,
    with_new_journal,
)
from rundfrage.services.log_warning import warning_of
from rundfrage.services.logbook import Act, note, note_or_say
from rundfrage.services.reading import FieldReading
from rundfrage.services.survey import Survey

__all__ = [
    "Between",
    "Field",
    "Phase",
    "close_field",
    "note_publishing",
    "period_of",
    "publish",
    "sound_questionnaire",
    "watch_field",
]


@dataclass(frozen=True)
class Field:
    """How the field stands: its counts, whether it is closed, and the rates among the invited.

    `sealed` says of a closed field that its database keeps no order of arrival any more.
    `findings` are what isn't as it was stored; interviews that were `withdrawn` are in none of the
    counts. `invited` counts all addresses, also those that no letter has reached; without any there
    are no `rates`. `phase` is that of the moment, by the days in `period`; `closed` says that
    somebody closed it.
    """

    counts: FieldStatus
    period: Period
    phase: Phase
    closed: bool
    sealed: bool
    withdrawn: int
    findings: Sequence[Finding]
    invited: int
    rates: OutcomeRates | None


def publish(
    survey: Survey, accept: Collection[str] = (), progress: Progress = UNWATCHED
) -> Published:
    """Put the questionnaire into the field, as a version that never changes.

    `accept` names the questions whose harmful change is wanted. Raises a Problem if `check` finds
    an error in the questionnaire, for a change that isn't accepted, and if the field is closed.
    """
    questionnaire = sound_questionnaire(survey, progress)
    heed(progress, "publish")

    async def work(journal: Journal) -> Published:
        return await published(journal, questionnaire, KINDS, accept, note_publishing(survey))

    done = with_new_journal(survey.journal, work)
    file = str(questionnaire_file(survey.path))
    return replace(done, warnings=period_of(survey, questionnaire).warnings(now(), file))


def note_publishing(survey: Survey) -> Callable[[Version], None]:
    """What notes that a version is about to be published."""
    return lambda version: note(survey, Act.PUBLISH, version.name)


def period_of(survey: Survey, questionnaire: Questionnaire) -> Period:
    """The days of the field, and how long whoever has begun may finish after them."""
    return Period(questionnaire.study.field, survey.settings.door.grace)


def sound_questionnaire(survey: Survey, progress: Progress = UNWATCHED) -> Questionnaire:
    """The questionnaire of the survey; raises a Problem if `check` finds an error in it.

    Warnings keep nothing from the field.
    """
    # The proof of the routing brings the solver along, which exporting has no use for.
    from rundfrage.questionnaire.checks import check  # noqa: PLC0415

    questionnaire = read_questionnaire(survey.path)
    raise_all(check(questionnaire, str(questionnaire_file(survey.path)), progress))
    return questionnaire


def close_field(survey: Survey) -> str | None:
    """Close the field for good: no interview begins or goes on; and seal it.

    Closing once more seals a field that wasn't. Returns a warning if something is left that the
    owner has to mend on the server, or if it stands in no logbook. Raises a Problem if nothing was
    published, and if somebody reads, so that it can't be sealed.
    """
    address = survey.journal
    require_field(address)

    async def work(journal: Journal) -> tuple[str | None, LogLeft]:
        versions = await journal.versions()
        unnoted = note_or_say(survey, Act.CLOSE, versions[-1].name if versions else "")
        await journal.close_field()
        # From now on not even the files tell in which order people came.
        return unnoted, await journal.seal()

    unnoted, left = with_journal(address, work)
    return joined(filter(None, (unnoted, warning_of(left))), " ") or None


def watch_field(survey: Survey) -> Field:
    """How many began, completed and broke off where, and the outcome rates.

    Raises a Problem if nothing was published.
    """
    address = survey.journal
    require_field(address)

    async def work(
        journal: Journal,
    ) -> tuple[FieldStatus, Period, bool, bool, int, Sequence[Finding]]:
        known = await instruments(journal, address)
        reading = FieldReading(journal, known)
        counting = Counting()
        async for one in reading.cases():
            counting.add(one)
        period = period_of(survey, list(known.values())[-1].questionnaire)
        closed, sealed = await journal.field_closed(), await journal.field_sealed()
        return counting.status(), period, closed, sealed, reading.withdrawn, reading.findings

    counts, period, closed, sealed, withdrawn, findings = with_journal(address, work, reading=True)
    invited = _invited(survey)
    rates = outcome_rates(counts, invited) if invited else None
    phase = period.phase(now(), closed=closed)
    return Field(counts, period, phase, closed, sealed, withdrawn, findings, invited, rates)


def watch_phase(survey: Survey) -> tuple[Phase, bool, bool]:
    """The phase of the field now, whether somebody closed it, and whether it is sealed.

    Raises a Problem if nothing was published.
    """
    address = survey.journal
    require_field(address)

    async def work(journal: Journal) -> tuple[Phase, bool, bool]:
        known = await instruments(journal, address)
        closed, sealed = await journal.field_closed(), await journal.field_sealed()
        period = period_of(survey, list(known.values())[-1].questionnaire)
        return period.phase(now(), closed=closed), closed, sealed

    return with_journal(address, work, reading=True)


def _invited(survey: Survey) -> int:
    address = survey.participation
    if not in_postgresql(address) and not Path(address).is_file():
        return 0
    # Only surveys with invitations need what opens their database.
    from rundfrage.fieldwork.participation import open_roll  # noqa: PLC0415

    async def work() -> int:
        roll = open_roll(address)
        try:
            counts = await roll.counts()
        finally:
            await roll.shut()
        return counts.invited

    return asyncio.run(work())
