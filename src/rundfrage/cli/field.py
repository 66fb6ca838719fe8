"""`rundfrage publish`, `status`, `close` and `export`: the field as its owners see it."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InJournal, InParticipation, open_survey
from rundfrage.cli.console import errors, fitted, results
from rundfrage.text import counted, percent


def publish(
    survey: InFolder,
    *,
    accept: Annotated[
        list[str] | None,
        typer.Option(help="A question whose harmful change is wanted; may be given several times."),
    ] = None,
    journal: InJournal = None,
) -> None:
    """Put the questionnaire into the field, as a version that never changes."""
    done = services.publish(open_survey(survey, journal), accept or ())
    version = done.version
    if not done.new:
        results.print(f"Version {version.number} ({version.name}) is in the field already.")
        return
    results.print(f"Version {version.number} ({version.name}) is in the field.")
    for change in done.changes:
        results.print(f"  {change.words}")


def close(survey: InFolder, *, journal: InJournal = None) -> None:
    """Close the field for good: no interview begins or goes on."""
    opened = open_survey(survey, journal)
    services.close_field(opened)
    results.print(
        "The field is closed. Fetch the answers with: "
        f"rundfrage export {quote(str(opened.folder))}",
    )


def export(
    survey: InFolder,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write; answers.csv in DIR else."),
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="With interviews that were broken off.")
    ] = False,
    journal: InJournal = None,
) -> None:
    """Write the answers of completed interviews as a file, in random order."""
    made = services.export(open_survey(survey, journal), output, partial=partial)
    results.print(f"{made.file}: {counted(made.respondents, 'respondent')}")
    for name, count in made.left_out.items():
        errors.print(
            f"{counted(count, 'answer')} to {name} without a place in the version in the field: "
            "left out here, kept in the journal."
        )


def status(
    survey: InFolder,
    *,
    journal: InJournal = None,
    participation: InParticipation = None,
) -> None:
    """Say how many began, completed and broke off where, and the outcome rates."""
    found = services.watch_field(open_survey(survey, journal, participation))
    _print_counts(found)
    _print_rates(found)


def _print_counts(found: services.Field) -> None:
    counts = found.counts
    results.print(f"The field is {'closed' if found.closed else 'open'}.")
    table = Table("interviews", "count", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for name, count in (
        ("begun", counts.started),
        ("completed", counts.completed),
        ("screened out", counts.screened_out),
        ("quota full", counts.quota_full),
        ("not ended", counts.broken_off),
        ("  of these at least half", counts.partial),
    ):
        table.add_row(name, str(count))
    fitted.print(table)
    if counts.started:
        share = percent(100 * counts.completed / counts.started, "en", 1)
        results.print(f"Completion rate: {share} of those who began.")
    if counts.minutes is not None:
        results.print(f"Median duration: {_minutes(counts.minutes)}.")
    if counts.weeks:
        weeks = ", ".join(f"{week}: {count}" for week, count in counts.weeks.items())
        results.print(f"Begun by week: {weeks}")
    if counts.by_screen:
        screens = Table("page", "reached", "stopped here", box=None, pad_edge=False)
        for at in (1, 2):
            screens.columns[at].justify = "right"
        for one in counts.by_screen:
            screens.add_row(one.page, str(one.reached), str(one.stopped))
        fitted.print(screens)


def _print_rates(found: services.Field) -> None:
    rates = found.rates
    if rates is None:
        return
    results.print(f"Outcome rates (AAPOR), {found.invited} invited:")
    for name, rate in (
        ("RR1, completed", rates.response_1),
        ("RR2, with partial", rates.response_2),
        ("COOP1, cooperation", rates.cooperation),
    ):
        results.print(f"  {name}: {percent(100 * rate, 'en', 1)}")


def _minutes(step: int) -> str:
    return "under 5 minutes" if step == 0 else f"from {step} minutes on"
