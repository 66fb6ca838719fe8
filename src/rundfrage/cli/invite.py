"""The command `invite`: letters with links, slips with codes, and QR codes."""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path
from types import FrameType, TracebackType
from typing import Annotated, Self

import typer
from rich.progress import Progress

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InJournal, InOrigin, InParticipation, open_survey
from rundfrage.cli.console import (
    bar,
    errors,
    results,
    show_problem,
)
from rundfrage.cli.interrupts import INTERRUPTED, heed_interrupts
from rundfrage.cli.language import localised
from rundfrage.cli.shares import InShares, with_key
from rundfrage.errors import Problem
from rundfrage.locales import Message, counted_message, message
from rundfrage.services.limits import MOST_CODES, MOST_LETTERS


def invite(
    survey: InFolder,
    addresses: Annotated[
        Path | None,
        typer.Argument(
            help=message("A CSV file with the column email, maybe language."), metavar="CSV"
        ),
    ] = None,
    *,
    origin: InOrigin = None,
    journal: InJournal = None,
    participation: InParticipation = None,
    smtp: Annotated[
        str | None,
        typer.Option(
            help=message("The mail server, as mail.example.org:587 [as settings.toml says].")
        ),
    ] = None,
    user: Annotated[
        str | None,
        typer.Option(
            help=message(
                "Who logs in there; the password is read from RUNDFRAGE_SMTP_PASSWORD [as "
                "settings.toml says]."
            )
        ),
    ] = None,
    sender: Annotated[
        str | None,
        typer.Option("--from", help=message("The sender of the letters [as settings.toml says].")),
    ] = None,
    per_minute: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=MOST_LETTERS,
            help=message("How many letters are sent a minute [as settings.toml says, or 60]."),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=message("Show the letters; send and store nothing."))
    ] = False,
    reminder: Annotated[
        bool, typer.Option("--remind", help=message("Remind all who were invited, without a link."))
    ] = False,
    codes: Annotated[
        int, typer.Option(min=0, max=MOST_CODES, help=message("How many codes to draw."))
    ] = 0,
    slips: Annotated[
        Path | None, typer.Option(help=message("Where to write the codes as slips (PDF)."))
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option("--csv", help=message("Where to write the codes as a table (CSV).")),
    ] = None,
    language: Annotated[str, typer.Option(help=message("The language of the slips."))] = "",
    share: InShares = None,
    qr: Annotated[
        Path | None,
        typer.Option(help=message("Where to write a QR code of the address (SVG or PNG).")),
    ] = None,
) -> None:
    """Invite people by letters or codes, or make a QR code of the survey's address."""
    letters = addresses is not None or reminder
    _require(letters or codes or qr, message("CSV, --remind, --codes or --qr."))
    _require(
        not (addresses is not None and reminder),
        message("either addresses to invite, or --remind."),
    )
    _require(not (dry_run and (codes or qr)), message("--dry-run with letters alone."))
    _require(
        bool(codes) == bool(slips or table), message("--codes with --slips or --csv, or neither.")
    )
    opened = _with_settings(
        open_survey(survey, journal, participation), origin, smtp, user, sender, per_minute
    )
    services.require_participation(opened, letters=letters, codes=bool(codes))
    if (letters and not dry_run) or codes:
        opened = with_key(opened, share)
    if qr is not None:
        results.print(message("Written: {file}", file=services.draw_qr_code(opened, qr)))
    if codes:
        handout = services.Handout(codes, slips, table, language)
        with bar() as progress:
            files = services.hand_out_codes(opened, handout, progress)
        for file in files:
            results.print(message("Written: {file}", file=file))
    if letters and dry_run:
        _show(services.sample_letters(opened, addresses))
    elif letters:
        _send(opened, addresses)


def _with_settings(
    survey: services.Survey,
    origin: str | None,
    smtp: str | None,
    user: str | None,
    sender: str | None,
    per_minute: int | None,
) -> services.Survey:
    """The survey with what the command line says instead of its settings."""
    door, mail = survey.settings.door, survey.settings.mail
    settings = replace(
        survey.settings,
        door=replace(door, origin=door.origin if origin is None else origin),
        mail=replace(
            mail,
            server=mail.server if smtp is None else smtp,
            user=mail.user if user is None else user,
            sender=mail.sender if sender is None else sender,
            per_minute=per_minute or mail.per_minute,
        ),
    )
    return replace(survey, settings=settings)


class _Round:
    """One round of letters: a bar, Ctrl+C that ends it between two letters, and what it came to.

    Breaking off within a letter could send it without noting it, and its reader would get two.
    """

    def __init__(self) -> None:
        self._bar = Progress(console=errors, transient=True, disable=not errors.is_terminal)
        self._task = self._bar.add_task(localised(message("Sending")), total=None)
        self._before = signal.getsignal(signal.SIGINT)
        self._so_far: services.Mailed | None = None
        self.cancelled = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()
        signal.signal(signal.SIGINT, self._before)
        if self._so_far is not None:
            _say(self._so_far)

    def begin(self, planned: services.Round) -> None:
        """Say what is about to be sent, and listen to Ctrl+C from now on."""
        for warning in planned.warnings:
            show_problem(warning)
        if planned.new is None:
            results.print(message("Reminders to send: {letters}.", letters=planned.letters))
        else:
            results.print(
                message(
                    "New addresses: {new}. Invitations to send: {letters}.",
                    new=planned.new,
                    letters=planned.letters,
                )
            )
            if planned.waited > 0:
                results.print(
                    message("{waited} of these waited since an earlier run.", waited=planned.waited)
                )
        if planned.refused:
            results.print(
                counted_message(
                    "{count} address was refused in an earlier round, and gets no letter: {who}",
                    "{count} addresses were refused in earlier rounds, and get no letter: {who}",
                    len(planned.refused),
                    who=", ".join(planned.refused),
                )
            )
        self._so_far = services.Mailed(left=planned.letters)
        self._bar.update(self._task, total=planned.letters)
        self._bar.start()
        signal.signal(signal.SIGINT, self._interrupt)

    def sent(self, so_far: services.Mailed) -> None:
        """A letter more was taken or refused."""
        self._so_far = so_far
        self._bar.advance(self._task)

    def _interrupt(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - Python's signature
        self.cancelled = True


def _send(survey: services.Survey, addresses: Path | None) -> None:
    """Invite the addresses of the file and who still waits; without a file, remind."""
    heed_interrupts()
    with _Round() as round_:
        if addresses is None:
            done = services.remind(survey, round_)
        else:
            done = services.invite(survey, addresses, round_)
    if done.cancelled:
        raise typer.Exit(INTERRUPTED)


def _say(done: services.Mailed) -> None:
    results.print(
        counted_message(
            "The mail server took {count} letter.",
            "The mail server took {count} letters.",
            done.taken,
        )
    )
    if done.refused:
        results.print(
            counted_message(
                "It refused {count} address for good: {who}",
                "It refused {count} addresses for good: {who}",
                len(done.refused),
                who=", ".join(done.refused),
            )
        )
    if done.left:
        results.print(
            counted_message(
                "{count} address waits for a letter: give the same command later to go on.",
                "{count} addresses wait for a letter: give the same command later to go on.",
                done.left,
            ),
        )


def _show(samples: services.SampleLetters) -> None:
    """Print each letter once, with a link that doesn't work, and how many would get it."""
    for one in samples.letters:
        heading: str = f"== {one.language}"
        if one.readers is not None:
            readers = counted_message("{count} address", "{count} addresses", one.readers)
            heading = f"{heading}: " + readers
        for words in (heading, f"Subject: {one.subject}", "", one.text):
            results.print(words)
    for warning in samples.warnings:
        show_problem(warning)
    results.print(message("Nothing was sent and nothing stored."))


def _require(fits: object, expected: Message) -> None:
    if not fits:
        raise Problem(
            "invite-how",
            found=message("The options don't go together."),
            expected=expected,
            mend=message("Look at the options: rundfrage invite --help"),
        )
