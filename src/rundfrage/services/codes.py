"""Codes that are handed out on slips or as a table, and the QR code of a survey's address."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rundfrage.errors import Problem, Where, any_of
from rundfrage.fieldwork.participation import begin_participation
from rundfrage.fieldwork.participation.passes import draw_codes, link_with
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message
from rundfrage.paper.qr import qr_png, qr_svg
from rundfrage.paper.slips import slips as slips_pdf
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.services.levels import require_level
from rundfrage.services.limits import MOST_CODES, require_within
from rundfrage.services.logbook import Act, note
from rundfrage.services.site import site_of
from rundfrage.services.survey import Survey
from rundfrage.services.translation import language_in
from rundfrage.writing import made_whole, write_whole

_PICTURES: Mapping[str, Callable[[str], bytes]] = {".svg": qr_svg, ".png": qr_png}


@dataclass(frozen=True)
class Handout:
    """How many codes are drawn, and the files that hold them: slips (PDF), a table (CSV), or both.

    `language` is that of the slips, the survey's own if it is empty.
    """

    codes: int
    slips: Path | None = None
    table: Path | None = None
    language: str = ""

    def __post_init__(self) -> None:
        """Raise a Problem for no codes or too many, and for codes that nobody would see."""
        require_within("codes", self.codes, 1, MOST_CODES)
        if self.slips is None and self.table is None:
            raise Problem(
                "codes-unwritten",
                where=Where(argument="codes"),
                found=message("The codes are to be written nowhere."),
                expected=message("slips, a table, or both: a code that nobody gets opens nothing."),
                mend=message("Name one of the two."),
            )


def hand_out_codes(
    survey: Survey, handout: Handout, progress: Progress = UNWATCHED
) -> tuple[Path, ...]:
    """Draw codes, make them valid, and write them for nobody else to read; the files.

    No code becomes valid before its files are made, which appear all at once or not at all.
    Raises a Problem before any is drawn if the level of participation knows no codes.
    """
    site = site_of(survey)
    questionnaire = read_questionnaire(survey.path)
    require_level(questionnaire.participation, survey.journal, letters=False, codes=True)
    progress.expect(3)
    advance(progress, message("codes"))
    drawn = draw_codes(handout.codes)
    made: dict[Path, bytes] = {}
    advance(progress, message("slips"))
    if handout.slips is not None:
        study = questionnaire.study
        language = language_in(survey, handout.language or study.language)
        title = study.title.into(language)
        made[handout.slips] = slips_pdf(drawn, site, title, study.organisation, language, progress)
    if handout.table is not None:
        made[handout.table] = _csv(drawn, site)
    advance(progress, message("files"))
    with ExitStack() as stack:
        for file, content in made.items():
            room = stack.enter_context(made_whole(file, private=True))
            (room / file.name).write_bytes(content)
        _allow(survey, drawn)
    return tuple(made)


def draw_qr_code(survey: Survey, file: Path) -> Path:
    """Write a QR code of the survey's address as SVG or PNG."""
    draw = _PICTURES.get(file.suffix.lower())
    if draw is None:
        raise Problem(
            "unknown-format",
            where=Where(str(file)),
            found=message(
                "There is no QR code as {suffix}.",
                suffix=file.suffix or message("a file without an ending"),
            ),
            expected=message("a file {pictures}.", pictures=any_of(_PICTURES)),
            mend=message("Give the file one of these endings."),
        )
    write_whole(file, draw(f"{site_of(survey)}/"))
    return file


def _allow(survey: Survey, codes: Sequence[str]) -> None:
    """Make the codes valid."""
    note(survey, Act.CODES)

    async def work() -> None:
        register = await begin_participation(survey.participation, survey.key_or_file)
        try:
            await register.allow(codes)
        finally:
            await register.shut()

    asyncio.run(work())


def _csv(codes: Sequence[str], site: str) -> bytes:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(("code", "link"))
    writer.writerows((code, link_with(code, site)) for code in codes)
    return table.getvalue().encode()
