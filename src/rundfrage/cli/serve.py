"""The command `serve`: the public door of a survey."""

from __future__ import annotations

import asyncio
import ipaddress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from rundfrage.cli.arguments import InJournal, InParticipation, Survey
from rundfrage.cli.console import results
from rundfrage.cli.databases import KEY, SQLITE, holds_a_field, participation_of, responses_of
from rundfrage.cli.field import sound_questionnaire
from rundfrage.cli.levels import level_of
from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.participation import open_participation, refuse_one_database
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, read_signer
from rundfrage.fieldwork.publication import publish
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.look.theme_file import FILE, read_theme
from rundfrage.questionnaire.model import Participation
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.respond.embedding import embedder_of, require_embeddable
from rundfrage.respond.pages.style import DEFAULT_ACCENT, style_of
from rundfrage.respond.serve import Address, require_free
from rundfrage.respond.serve import serve as serve_door
from rundfrage.respond.settings import Settings, origin_of


def serve(
    survey: Survey,
    *,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65_535, help="The port to listen at.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes serve.")] = 1,
    journal: InJournal = SQLITE,
    participation: InParticipation = SQLITE,
    origin: Annotated[
        str, typer.Option(help="Where respondents find the survey, as https://survey.example")
    ] = "",
    embed: Annotated[
        list[str] | None,
        typer.Option(help="Whose pages may show it in a frame, as https://www.example.org"),
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Show the questionnaire as it is; store nothing.")
    ] = False,
) -> None:
    """Put the survey before people; the questionnaire is published if it wasn't before."""
    shown = origin_of(origin) if origin else _origin(host, port)
    embedders = tuple(embedder_of(one) for one in embed or ())
    listening = Address(host, port, 1 if preview else workers)
    # Nothing is published for a door that can't open.
    require_free(listening)
    if preview:
        questionnaire = sound_questionnaire(survey)
        level = questionnaire.participation
        settings = Settings("", port, shown, preview=canonical(questionnaire))
        results.print("A preview: nothing is stored.")
    else:
        address = responses_of(survey, journal)
        version = asyncio.run(_version_in_field(address, survey))
        settings = Settings(address, port, shown)
        level = level_of(version)
        if level is not Participation.OPEN:
            invited = participation_of(survey, participation)
            refuse_one_database(address, invited)
            asyncio.run(_try_participation(invited, survey / KEY))
            settings = replace(settings, participation=invited, participation_key=str(survey / KEY))
            if level is Participation.BLIND:
                read_signer(survey / SIGNING_KEY)
                settings = replace(settings, signing_key=str(survey / SIGNING_KEY))
    settings = replace(settings, accent=_accent(survey), embedders=embedders)
    if embedders:
        require_embeddable(settings, level)
    results.print(f"The survey is at {shown or f'http://localhost:{port}'}/ (stop with Ctrl+C).")
    serve_door(settings, listening)


def _accent(survey: Path) -> str:
    """The primary colour of the survey's theme; raises a Problem if white can't be read on it."""
    theme = survey / FILE
    accent = read_theme(theme).primary if theme.is_file() else DEFAULT_ACCENT
    style_of(accent)
    return accent


async def _version_in_field(address: str, survey: Path) -> Version:
    """The version that is served; the questionnaire is published if none was.

    Once one was, the file may be at work: nothing in it keeps the field from being served.
    """
    # A questionnaire that can't go into the field leaves no journal behind.
    first = None if holds_a_field(address) else sound_questionnaire(survey)
    journal = await open_journal(address)
    try:
        versions = await journal.versions()
        if not versions:
            questionnaire = first or sound_questionnaire(survey)
            version = (await publish(journal, questionnaire, KINDS)).version
            results.print(f"Published: version {version.number} ({version.name}).")
            return version
        version = versions[-1]
        if _changed(survey, version):
            results.print(
                f"The questionnaire was changed since version {version.number} was published, "
                "which is served on. Put the new one into the field with: rundfrage publish DIR"
            )
        return version
    finally:
        await journal.shut()


def _changed(survey: Path, version: Version) -> bool:
    """Whether the questionnaire says something else by now, or can't be read."""
    try:
        return canonical(read_questionnaire(survey)) != version.content
    except Problem:
        return True


async def _try_participation(address: str, key: Path) -> None:
    """Raise a Problem if invitations and codes can't be looked up."""
    register = open_participation(address, key)
    try:
        await register.counts()
    finally:
        await register.shut()


def _origin(host: str, port: int) -> str:
    """Where respondents find a survey of which only the address is known that is listened at."""
    try:
        place = ipaddress.ip_address(host)
    except ValueError:
        return "" if host == "localhost" else origin_of(f"http://{host}:{port}")
    if place.is_loopback:
        return ""
    if place.is_unspecified:
        raise Problem(
            "origin-needed",
            found=f"{host} stands for all addresses of this machine.",
            expected="the one address at which respondents find the survey.",
            mend="Name that address as the origin.",
        )
    return origin_of(f"http://[{host}]:{port}" if place.version == 6 else f"http://{host}:{port}")  # noqa: PLR2004
