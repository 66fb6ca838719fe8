"""`rundfrage publish`, `status`, `close` and `export`: the field as its owners see it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InJournal, InParticipation, open_survey
from rundfrage.cli.console import bar, errors, fitted, results, show_problem
from rundfrage.cli.language import localised, user_language
from rundfrage.locales import Message, counted_message, message, verbatim
from rundfrage.text import date, moment, percent


def publish(
    survey: InFolder,
    *,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            help=message("A question whose harmful change is wanted; may be given several times.")
        ),
    ] = None,
    journal: InJournal = None,
) -> None:
    """Put the questionnaire into the field, as a version that never changes."""
    with bar() as progress:
        opened = open_survey(survey, journal)
        done = services.publish(opened, accept or (), progress)
    for warning in done.warnings:
        show_problem(warning)
    for remark in services.server_remarks(opened):
        errors.print(remark)
    version = done.version
    if not done.new:
        results.print(
            message(
                "Version {number} ({name}) is in the field already.",
                number=version.number,
                name=version.name,
            )
        )
        return
    results.print(
        message(
            "Version {number} ({name}) is in the field.", number=version.number, name=version.name
        )
    )
    for change in done.changes:
        results.print("  " + change.words)


def close(survey: InFolder, *, journal: InJournal = None) -> None:
    """Close the field for good: no interview begins or goes on."""
    opened = open_survey(survey, journal)
    warning = services.close_field(opened)
    results.print(
        message(
            "The field is closed. Fetch the answers with: rundfrage export {folder}",
            folder=quote(str(opened.folder)),
        ),
    )
    if warning:
        errors.print(warning)


def export(
    survey: InFolder,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=message("The file to write; answers.csv in DIR else.")),
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help=message("With interviews that were broken off."))
    ] = False,
    journal: InJournal = None,
) -> None:
    """Write the answers of completed interviews as a file, in random order."""
    opened = open_survey(survey, journal)
    with bar() as progress:
        made = services.export(opened, output, partial=partial, progress=progress)
    results.print(
        message(
            "{file}: {respondents}",
            file=made.file,
            respondents=counted_message(
                "{count} respondent", "{count} respondents", made.respondents
            ),
        )
    )
    if made.withdrawn:
        results.print(
            counted_message(
                "{count} interview was withdrawn and is not in it.",
                "{count} interviews were withdrawn and are not in it.",
                made.withdrawn,
            )
        )
    if made.attempts:
        errors.print(
            counted_message(
                "{count} of them is an attempt that was not ended. With one code people may begin "
                "several times, so attempts are not persons.",
                "{count} of them are attempts that were not ended. With one code people may begin "
                "several times, so attempts are not persons.",
                made.attempts,
            )
        )
    if made.unnoted is not None:
        show_problem(made.unnoted)
    _print_tampering(opened, made.findings)
    for name, count in made.left_out.items():
        errors.print(
            message(
                "{count} to {name} without a place in the version in the field: left out "
                "here, kept in the journal.",
                count=counted_message("{count} answer", "{count} answers", count),
                name=name,
            )
        )


def status(
    survey: InFolder,
    *,
    journal: InJournal = None,
    participation: InParticipation = None,
) -> None:
    """Say how many began, completed and broke off where, and the outcome rates."""
    opened = open_survey(survey, journal, participation)
    found = services.watch_field(opened)
    _print_counts(found)
    _print_rates(found)
    _print_tampering(opened, found.findings)
    for remark in services.server_remarks(opened):
        errors.print(remark)


def _print_tampering(survey: services.Survey, findings: Sequence[services.Finding]) -> None:
    warning = services.tampering_warning(findings)
    if warning is not None:
        errors.print(warning)
        errors.print(
            message(
                "Each is named by: rundfrage verify-field {folder}",
                folder=quote(str(survey.folder)),
            )
        )


def _state(found: services.Field) -> Message:
    """Whether the field is open, and until when."""
    language = user_language()
    period = found.period
    if found.closed and not found.sealed:
        return message(
            "The field is closed, but not sealed: its database still tells in which order answers "
            "came. Close it once more."
        )
    if found.closed:
        return message("The field is closed.")
    if period.days is None or period.ends is None:
        return message("The field is open.")
    first, last = (date(one, language) for one in period.days)
    match found.phase:
        case services.Phase.NOT_YET:
            return message("The field is not open yet: it begins on {first}.", first=first)
        case services.Phase.OPEN:
            return message("The field is open until {last}.", last=last)
        case services.Phase.GRACE:
            return message(
                "The last day of the field, {last}, is over. Whoever has begun may finish until "
                "{time}.",
                last=last,
                time=moment(period.ends, language),
            )
    return message(
        "The field is over: its last day was {last}. Close it for good with: rundfrage close DIR",
        last=last,
    )


def _print_counts(found: services.Field) -> None:
    counts = found.counts
    results.print(_state(found))
    table = _table(message("interviews"), message("count"))
    table.columns[1].justify = "right"
    repeated = (
        (message("ended with a code used before or with none, in none of these"), counts.repeated),
    )
    withdrawn = ((message("withdrawn, in none of these"), found.withdrawn),)
    for name, count in (
        (message("begun"), counts.started),
        (message("completed"), counts.completed),
        (message("screened out"), counts.screened_out),
        (message("quota full"), counts.quota_full),
        *(repeated if counts.repeated else ()),
        (message("not ended"), counts.broken_off),
        (message("  of these at least half"), counts.partial),
        *(withdrawn if found.withdrawn else ()),
    ):
        table.add_row(localised(name), str(count))
    fitted.print(table)
    if counts.started:
        share = percent(100 * counts.completed / counts.started, user_language(), 1)
        results.print(
            message("Completion rate: {share} of the attempts.", share=share)
            if counts.attempts
            else message("Completion rate: {share} of those who began.", share=share)
        )
    if counts.attempts:
        results.print(
            message(
                "Begun and not ended are attempts, not persons: with one code people may begin "
                "several times."
            )
        )
    if counts.minutes is not None:
        results.print(message("Median duration: {minutes}.", minutes=_minutes(counts.minutes)))
    if counts.weeks:
        weeks = ", ".join(f"{week}: {count}" for week, count in counts.weeks.items())
        results.print(message("Begun by week: {weeks}", weeks=weeks))
    if counts.by_screen:
        screens = _table(message("page"), message("reached"), message("stopped here"))
        for at in (1, 2):
            screens.columns[at].justify = "right"
        for one in counts.by_screen:
            screens.add_row(localised(one.page), str(one.reached), str(one.stopped))
        fitted.print(screens)


def _print_rates(found: services.Field) -> None:
    rates = found.rates
    if rates is None:
        return
    results.print(message("Outcome rates (AAPOR), {invited} invited:", invited=found.invited))
    for name, rate in (
        (message("RR1, completed"), _share(rates.response_1)),
        (message("RR2, with partial"), _between(rates.response_2)),
        (message("COOP1, cooperation"), _between(rates.cooperation)),
    ):
        results.print(f"  {localised(name)}: {localised(rate)}")


def _between(rate: services.Between) -> Message:
    if rate.exact:
        return _share(rate.lowest)
    return message(
        "between {lowest} and {highest}", lowest=_share(rate.lowest), highest=_share(rate.highest)
    )


def _share(rate: float) -> Message:
    return verbatim(percent(100 * rate, user_language(), 1))


def _minutes(step: int) -> str:
    if step == 0:
        return message("under 5 minutes")
    return message("from {step} minutes on", step=step)


def _table(*headings: str) -> Table:
    return Table(*map(localised, headings), box=None, pad_edge=False)
