"""`rundfrage publish`, `status`, `close` and `export`: the field as its owners see it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from shlex import quote
from typing import Annotated, TypeVar

import typer
from rich.table import Table

from rundfrage.cli.arguments import InJournal, InParticipation, Survey
from rundfrage.cli.console import errors, fitted, results
from rundfrage.cli.databases import (
    KEY,
    SQLITE,
    participation_of,
    require_field,
    responses_of,
)
from rundfrage.cli.exported import note_export, place_for_export
from rundfrage.dataset.files import write_dataset
from rundfrage.errors import Problem, Where, raise_all
from rundfrage.fieldwork.export import Export
from rundfrage.fieldwork.export import export as exported
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.interview import Interview, Status, interview
from rundfrage.fieldwork.journal import Journal
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.publication import Published
from rundfrage.fieldwork.publication import publish as published
from rundfrage.fieldwork.published import instrument_of
from rundfrage.fieldwork.status import FieldStatus, Seen, field_status, outcome_rates
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.text import counted, percent

T = TypeVar("T")


def publish(
    survey: Survey,
    *,
    accept: Annotated[
        list[str] | None,
        typer.Option(help="A question whose harmful change is wanted; may be given several times."),
    ] = None,
    journal: InJournal = SQLITE,
) -> None:
    """Put the questionnaire into the field, as a version that never changes."""
    questionnaire = sound_questionnaire(survey)

    async def work(opened: Journal) -> Published:
        return await published(opened, questionnaire, KINDS, accept or ())

    done = _with_journal(responses_of(survey, journal), work)
    version = done.version
    if not done.new:
        results.print(f"Version {version.number} ({version.name}) is in the field already.")
        return
    results.print(f"Version {version.number} ({version.name}) is in the field.")
    for change in done.changes:
        results.print(f"  {change.words}")


def sound_questionnaire(survey: Path) -> Questionnaire:
    """The questionnaire of the survey; raises a Problem if `check` finds an error in it.

    Warnings keep nothing from the field.
    """
    # The proof of the routing brings the solver along, which exporting has no use for.
    from rundfrage.questionnaire.checks import check  # noqa: PLC0415

    questionnaire = read_questionnaire(survey)
    raise_all(check(questionnaire, str(questionnaire_file(survey))))
    return questionnaire


def close(survey: Survey, *, journal: InJournal = SQLITE) -> None:
    """Close the field for good: no interview begins or goes on."""
    address = responses_of(survey, journal)
    require_field(address)

    async def work(opened: Journal) -> None:
        await opened.close_field()
        # From now on not even the files tell in which order people came.
        await opened.seal()

    _with_journal(address, work)
    results.print(
        f"The field is closed. Fetch the answers with: rundfrage export {quote(str(survey))}",
    )


def export(
    survey: Survey,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write; answers.csv in DIR else."),
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="With interviews that were broken off.")
    ] = False,
    journal: InJournal = SQLITE,
) -> None:
    """Write the answers of completed interviews as a file, in random order."""
    address = responses_of(survey, journal)
    require_field(address)
    target = output or place_for_export(survey)
    wanted = {Status.COMPLETED, Status.STARTED} if partial else {Status.COMPLETED}

    async def work(opened: Journal) -> Export:
        instruments = await _instruments(opened, address)
        newest = list(instruments.values())[-1]
        kept = [
            seen.interview
            async for seen in _seen(opened, instruments)
            if seen.interview.status in wanted and _began_to_answer(seen.interview)
        ]
        return exported(newest.codebook, kept, address)

    made = _with_journal(address, work)
    write_dataset(made.dataset, target)
    note_export(target)
    results.print(f"{target}: {counted(made.dataset.n, 'respondent')}")
    for name, count in made.homeless.items():
        errors.print(
            f"{counted(count, 'answer')} to {name} without a place in the version in the field: "
            "left out here, kept in the journal."
        )


def status(
    survey: Survey,
    *,
    journal: InJournal = SQLITE,
    participation: InParticipation = SQLITE,
) -> None:
    """Say how many began, completed and broke off where, and the outcome rates."""
    address = responses_of(survey, journal)
    require_field(address)

    async def work(opened: Journal) -> tuple[FieldStatus, bool]:
        instruments = await _instruments(opened, address)
        seen = [one async for one in _seen(opened, instruments)]
        return field_status(seen), await opened.field_closed()

    found, closed = _with_journal(address, work)
    _print_status(found, closed=closed)
    invited = _invited(survey, participation)
    if invited:
        _print_rates(found, invited)


def _invited(survey: Path, participation: str) -> int:
    """How many addresses are invited, also those that no letter has reached."""
    address = participation_of(survey, participation)
    if participation == SQLITE and not Path(address).is_file():
        return 0
    # Only surveys with invitations need what opens their database.
    from rundfrage.fieldwork.participation import open_participation  # noqa: PLC0415

    async def work() -> int:
        register = open_participation(address, survey / KEY)
        try:
            counts = await register.counts()
        finally:
            await register.shut()
        return counts.invited

    return asyncio.run(work())


def _print_status(found: FieldStatus, *, closed: bool) -> None:
    results.print(f"The field is {'closed' if closed else 'open'}.")
    table = Table("interviews", "count", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for name, count in (
        ("begun", found.started),
        ("completed", found.completed),
        ("screened out", found.screened_out),
        ("quota full", found.quota_full),
        ("not ended", found.broken_off),
        ("  of these at least half", found.partial),
    ):
        table.add_row(name, str(count))
    fitted.print(table)
    if found.started:
        share = percent(100 * found.completed / found.started, "en", 1)
        results.print(f"Completion rate: {share} of those who began.")
    if found.minutes is not None:
        results.print(f"Median duration: {_minutes(found.minutes)}.")
    if found.weeks:
        weeks = ", ".join(f"{week}: {count}" for week, count in found.weeks.items())
        results.print(f"Begun by week: {weeks}")
    if found.by_screen:
        screens = Table("page", "reached", "stopped here", box=None, pad_edge=False)
        for at in (1, 2):
            screens.columns[at].justify = "right"
        for one in found.by_screen:
            screens.add_row(one.page, str(one.reached), str(one.stopped))
        fitted.print(screens)


def _print_rates(found: FieldStatus, invited: int) -> None:
    rates = outcome_rates(found, invited)
    if rates is None:
        return
    results.print(f"Outcome rates (AAPOR), {invited} invited:")
    for name, rate in (
        ("RR1, completed", rates.response_1),
        ("RR2, with partial", rates.response_2),
        ("COOP1, cooperation", rates.cooperation),
    ):
        results.print(f"  {name}: {percent(100 * rate, 'en', 1)}")


def _minutes(step: int) -> str:
    return "under 5 minutes" if step == 0 else f"from {step} minutes on"


def _with_journal(address: str, work: Callable[[Journal], Coroutine[None, None, T]]) -> T:
    async def whole() -> T:
        async with _opened(address) as journal:
            return await work(journal)

    return asyncio.run(whole())


@asynccontextmanager
async def _opened(address: str) -> AsyncIterator[Journal]:
    journal = await open_journal(address)
    try:
        yield journal
    finally:
        await journal.shut()


async def _instruments(journal: Journal, address: str) -> dict[str, Instrument]:
    """The instrument of each version by its name, the one in the field last."""
    versions = await journal.versions()
    if not versions:
        raise Problem(
            "not-published",
            where=Where(address),
            found="The journal holds no version of a questionnaire.",
            expected="a survey that was published.",
            mend="Publish it.",
        )
    return {version.name: instrument_of(version, KINDS) for version in versions}


async def _seen(journal: Journal, instruments: dict[str, Instrument]) -> AsyncIterator[Seen]:
    """Every interview, folded in the version that it began with."""
    async for entries in journal.interviews():
        folded = interview(instruments[entries[0].version], entries)
        minutes = max(entry.minutes for entry in entries)
        yield Seen(folded, entries[0].week, minutes)


def _began_to_answer(folded: Interview) -> bool:
    """An interview without a screen sent says nothing of anybody."""
    return bool(folded.sent)
