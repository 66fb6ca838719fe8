"""The command `serve`: the public door of a survey."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InJournal, InOrigin, InParticipation, open_survey
from rundfrage.cli.console import errors, results, show_problem
from rundfrage.cli.shares import InShares, with_key
from rundfrage.locales import message
from rundfrage.services.limits import MOST_PORT, MOST_WORKERS


def serve(
    survey: InFolder,
    *,
    host: Annotated[
        str | None,
        typer.Option(
            help=message("The address to listen at [as settings.toml says, or 127.0.0.1].")
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=MOST_PORT,
            help=message("The port to listen at [as settings.toml says, or 8000]."),
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=MOST_WORKERS,
            help=message("How many processes serve [as settings.toml says, or 1]."),
        ),
    ] = None,
    journal: InJournal = None,
    participation: InParticipation = None,
    origin: InOrigin = None,
    embed: Annotated[
        list[str] | None,
        typer.Option(
            help=message(
                "Whose pages may show it in a frame, as https://www.example.org [as "
                "settings.toml says]."
            )
        ),
    ] = None,
    share: InShares = None,
    preview: Annotated[
        bool,
        typer.Option("--preview", help=message("Show the questionnaire as it is; store nothing.")),
    ] = False,
) -> None:
    """Put the survey before people; the questionnaire is published if it wasn't before."""
    opened = open_survey(survey, journal, participation)
    said = opened.settings.door
    door = replace(
        said,
        origin=said.origin if origin is None else origin,
        host=host or said.host,
        port=port or said.port,
        workers=workers or said.workers,
        # As an empty origin, an empty one takes away what settings name.
        embed=tuple(filter(None, embed)) if embed else said.embed,
    )
    opened = replace(opened, settings=replace(opened.settings, door=door))
    # Shares that are named are looked at in any case.
    if share or (not preview and services.needs_key(opened)):
        opened = with_key(opened, share)
    ready = services.prepare_preview(opened) if preview else services.prepare_door(opened)
    _print(ready)
    if ready.stores:
        for remark in services.server_remarks(opened):
            errors.print(remark)
    place = message("The survey is at {origin}/ (stop with Ctrl+C).", origin=ready.origin)
    services.open_door(ready, lambda: results.print(place))


def _print(door: services.ReadyDoor) -> None:
    for warning in door.warnings:
        show_problem(warning)
    if not door.stores:
        results.print(message("A preview: nothing is stored."))
    if door.published is not None:
        version = door.published
        results.print(
            message(
                "Published: version {number} ({name}).", number=version.number, name=version.name
            )
        )
    if door.outdated is not None:
        results.print(
            message(
                "The questionnaire was changed since version {outdated} was published, which "
                "is served on. Put the new one into the field with: rundfrage publish DIR",
                outdated=door.outdated,
            )
        )
