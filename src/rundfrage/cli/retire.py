"""`rundfrage retire`: what a survey kept is deleted on its days, after three notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InJournal, InParticipation, open_survey
from rundfrage.cli.console import errors, fitted, results
from rundfrage.cli.language import localised
from rundfrage.errors import raise_all
from rundfrage.locales import Message, message

_NAMES: Mapping[services.Kept, Message] = {
    services.Kept.ADDRESSES: message("the addresses of the invited"),
    services.Kept.KEY: message("the key of the participation"),
    services.Kept.ANSWERS: message("the answers"),
    services.Kept.EXPORTS: message("the exported answers"),
}


def retire(
    survey: InFolder,
    *,
    listed: Annotated[
        bool, typer.Option("--list", help=message("Only say what is to be deleted and when."))
    ] = False,
    journal: InJournal = None,
    participation: InParticipation = None,
) -> None:
    """Close a field that is over, and delete what is due by the settings, after three notices."""
    opened = open_survey(survey, journal, participation)
    if listed:
        _list(services.appointments(opened))
        return
    done = services.retire(opened)
    if done.closed:
        results.print(
            message("The last day is over: the field is closed and sealed.")
            if done.sealed
            else message("The last day is over: the field is closed.")
        )
    elif done.sealed:
        results.print(message("The field, which was closed before, is sealed."))
    for one in done.notices:
        results.print(
            message(
                "Notice {number} of three: to be deleted from {day} on: {what}.",
                number=len(one.notices),
                what=_NAMES[one.kept],
                day=str(one.day),
            )
        )
    for one in done.deleted:
        results.print(
            message(
                "Deleted, as due on {day}: {what}. Backups may still hold them.",
                what=_NAMES[one.kept],
                day=str(one.day),
            )
        )
    for warning in done.warnings:
        errors.print(warning)
    raise_all(dict.fromkeys(done.problems))


def _list(found: tuple[services.Appointment, ...]) -> None:
    if not found:
        results.print(message("The settings name no day on which anything is to be deleted."))
        return
    headings = (message("what"), message("day"), message("notices"), message("deleted"))
    table = Table(*map(localised, headings), box=None, pad_edge=False)
    for one in found:
        table.add_row(
            localised(_NAMES[one.kept]),
            str(one.day),
            ", ".join(map(str, one.notices)),
            str(one.done or ""),
        )
    fitted.print(table)
