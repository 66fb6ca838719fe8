"""`rundfrage logbook`: who set about what with a survey, and whether the chain is whole."""

from __future__ import annotations

from collections.abc import Mapping
from shlex import quote
from typing import Annotated

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InFolder, open_survey
from rundfrage.cli.console import errors, fitted, results
from rundfrage.cli.language import localised, user_language
from rundfrage.locales import Message, message
from rundfrage.text import date

_ACTS: Mapping[str, Message] = {
    services.Act.PUBLISH: message("publishing a version"),
    services.Act.SERVE: message("opening the door"),
    services.Act.CLOSE: message("closing the field"),
    services.Act.EXPORT: message("export of completed interviews"),
    services.Act.EXPORT_PARTIAL: message("export of all interviews, those broken off too"),
    services.Act.WITHDRAW: message("deleting answers by a return code"),
    services.Act.INVITE: message("sending invitations"),
    services.Act.REMIND: message("sending reminders"),
    services.Act.CODES: message("drawing codes"),
    services.Act.FORGET: message("erasing addresses"),
    services.Act.SPLIT_KEY: message("splitting the key"),
    services.Act.JOIN_KEY: message("joining the key of its shares"),
    services.Act.FORGET_SHOWN: message("forgetting which figures were shown"),
    services.Act.DELETE_KEY: message("deleting the key"),
    services.Act.DELETE_ANSWERS: message("deleting the answers"),
    services.Act.DELETE_EXPORTS: message("deleting the exported answers"),
}


def logbook(
    survey: InFolder,
    *,
    head: Annotated[
        bool, typer.Option("--head", help=message("Print the hash of the last line, to keep it."))
    ] = False,
    since: Annotated[
        str, typer.Option(help=message("A hash that was kept: whether its line is still there."))
    ] = "",
) -> None:
    """Show who published, closed, exported and used the key, and check the chain."""
    opened = open_survey(survey)
    found = services.read_logbook(opened, since.strip().lower())
    if not found.logbook.hashes:
        errors.print(message("The logbook has no line yet."))
    elif head:
        results.print(found.logbook.head)
    else:
        _print_lines(found)
    sound = _say_breaks(found)
    if since:
        sound = _say_kept(found) and sound
    if found.logbook.hashes and not head and not since and sound:
        results.print(
            message(
                "A chain can't show that its end was cut off, or all of it written anew. Keep the "
                "last hash elsewhere, and give it later to: "
                "rundfrage logbook {folder} --since HASH",
                folder=quote(str(opened.folder)),
            )
        )
    if not sound:
        raise typer.Exit(1)


def _print_lines(found: services.Inspected) -> None:
    book = found.logbook
    language = user_language()
    table = Table(
        *map(
            localised,
            (message("line"), message("day"), message("who"), message("what"), message("version")),
        ),
        box=None,
        pad_edge=False,
    )
    for one in book.lines:
        table.add_row(
            str(one.number),
            date(one.day, language),
            one.who,
            localised(_ACTS.get(one.act, one.act)),
            one.version,
        )
    fitted.print(table)
    results.print(message("Hash of the last line: {head}", head=book.head))


def _say_breaks(found: services.Inspected) -> bool:
    """Name every line that doesn't fit; whether none is there."""
    for one in found.logbook.breaks:
        errors.print(
            message(
                "Line {place} of the file: {flaw}.",
                place=one.place,
                flaw=services.words_for_flaw(one.flaw),
            )
        )
    return not found.logbook.breaks


def _say_kept(found: services.Inspected) -> bool:
    """Say whether the line whose hash was kept is there, and what stands before it is unchanged."""
    if found.kept is None:
        errors.print(
            message(
                "The line of that hash is gone: the end was cut off, or all was written anew since."
            )
        )
        return False
    if all(one.place > found.kept for one in found.logbook.breaks):
        results.print(
            message(
                "Up to line {place} of the file all is as it was when that hash was kept.",
                place=found.kept,
            )
        )
    return True
