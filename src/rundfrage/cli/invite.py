"""The command `invite`: letters with links, slips with codes, and QR codes."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from rundfrage.cli.arguments import InJournal, InParticipation, Survey
from rundfrage.cli.console import results
from rundfrage.cli.databases import KEY, SQLITE, participation_of, responses_of
from rundfrage.cli.letters import Mail, send_letters
from rundfrage.cli.levels import require_level
from rundfrage.errors import Problem
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.kinds import read_questionnaire
from rundfrage.manuscript.writing import write_whole
from rundfrage.paper.qr import qr_png, qr_svg
from rundfrage.paper.slips import slips as slips_pdf
from rundfrage.respond.settings import origin_of

_MOST_CODES = 100_000
_MOST_LETTERS = 60_000
_PICTURES: Mapping[str, Callable[[str], bytes]] = {".svg": qr_svg, ".png": qr_png}


def invite(
    survey: Survey,
    addresses: Annotated[
        Path | None,
        typer.Argument(help="A CSV file with the column email, maybe language.", metavar="CSV"),
    ] = None,
    *,
    origin: Annotated[
        str, typer.Option(help="Where the survey is found, as https://survey.example")
    ],
    journal: InJournal = SQLITE,
    participation: InParticipation = SQLITE,
    smtp: Annotated[str, typer.Option(help="The mail server, as mail.example.org:587.")] = "",
    user: Annotated[
        str,
        typer.Option(help="Who logs in there; the password is read from RUNDFRAGE_SMTP_PASSWORD."),
    ] = "",
    sender: Annotated[str, typer.Option("--from", help="The sender of the letters.")] = "",
    per_minute: Annotated[
        int, typer.Option(min=1, max=_MOST_LETTERS, help="How many letters are sent a minute.")
    ] = 60,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the letters; send and store nothing.")
    ] = False,
    reminder: Annotated[
        bool, typer.Option("--remind", help="Remind all who were invited, without a link.")
    ] = False,
    codes: Annotated[int, typer.Option(min=0, max=_MOST_CODES, help="How many codes to draw.")] = 0,
    slips: Annotated[
        Path | None, typer.Option(help="Where to write the codes as slips (PDF).")
    ] = None,
    table: Annotated[
        Path | None, typer.Option("--csv", help="Where to write the codes as a table (CSV).")
    ] = None,
    language: Annotated[str, typer.Option(help="The language of the slips.")] = "",
    qr: Annotated[
        Path | None, typer.Option(help="Where to write a QR code of the address (SVG or PNG).")
    ] = None,
) -> None:
    """Invite people by letters or codes, or make a QR code of the survey's address."""
    site = origin_of(origin)
    questionnaire = read_questionnaire(survey)
    letters = addresses is not None or reminder
    _require(letters or codes or qr, "CSV, --remind, --codes or --qr.")
    _require(not (addresses is not None and reminder), "either addresses to invite, or --remind.")
    _require(not (dry_run and (codes or qr)), "--dry-run with letters alone.")
    _require(bool(codes) == bool(slips or table), "--codes with --slips or --csv, or neither.")
    _require(qr is None or qr.suffix.lower() in _PICTURES, "a file .svg or .png after --qr.")
    require_level(
        questionnaire.participation,
        responses_of(survey, journal),
        letters=letters,
        codes=bool(codes),
    )
    place = participation_of(survey, participation)
    if qr is not None:
        write_whole(qr, _PICTURES[qr.suffix.lower()](f"{site}/"))
        results.print(f"Written: {qr}")
    if codes:
        drawn = _valid_codes(place, survey / KEY, codes)
        if slips is not None:
            study = questionnaire.study
            tongue = language or study.language
            title = study.title.into(tongue)
            _write_secret(slips, slips_pdf(drawn, site, title, study.organisation, tongue))
        if table is not None:
            _write_secret(table, _csv(drawn, site))
    if letters:
        mail = Mail(survey, questionnaire, site, per_minute, smtp, user, sender, dry_run=dry_run)
        send_letters(mail, place, addresses)


def _valid_codes(place: str, key: Path, count: int) -> list[str]:
    async def draw() -> list[str]:
        register = open_participation(place, key, make=True)
        try:
            drawn = draw_codes(count)
            await register.allow(drawn)
        finally:
            await register.shut()
        return drawn

    return asyncio.run(draw())


def _csv(codes: list[str], site: str) -> bytes:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(("code", "link"))
    writer.writerows((code, f"{site}/in/{code}") for code in codes)
    return table.getvalue().encode()


def _write_secret(file: Path, content: bytes) -> None:
    write_whole(file, content, private=True)
    results.print(f"Written: {file}")


def _require(fits: object, expected: str) -> None:
    if not fits:
        raise Problem(
            "invite-how",
            found="The options don't go together.",
            expected=expected,
            mend="Look at the options: rundfrage invite --help",
        )
