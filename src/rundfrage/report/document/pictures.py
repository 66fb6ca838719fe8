"""Pictures of a report: `![What it shows](photo.jpg)` in a paragraph of its own."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.look.picture import ENDINGS, read_picture
from rundfrage.report.claims import Passage, check_label, label_words
from rundfrage.report.claims.passage import where
from rundfrage.report.deck import Illustration
from rundfrage.report.section.model import PictureFile

_PICTURE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\]\(\s*(?:<([^<>]*)>|([^\s()<>]+))\s*\)")
_ESCAPE = re.compile(r"\\(.)")
_SPECIAL = re.compile(r"[\[\]\\]")
_NEAR = 0.8
"""How alike the names of files are of which one may be meant, from 0 to 1."""
_MOST = 1_000
"""So many pictures are looked through for one of nearly the same name."""
_SPACE = re.compile(r"\s+")


def picture_in(passage: Passage, language: str, problems: list[Problem]) -> PictureFile | None:
    """The picture that a paragraph is; None if it is words.

    Raises a Problem if it has no words; numbers that stand free in them are added to `problems`.
    """
    match = _PICTURE.fullmatch(passage.words.strip())
    if match is None:
        return None
    alt = _SPACE.sub(" ", _ESCAPE.sub(r"\1", match[1])).strip()
    spot = passage.spot(0)
    if not alt:
        raise Problem(
            "picture-without-words",
            where=where(spot),
            found=message("The picture {file} has no words.", file=(match[2] or match[3])[:60]),
            expected=message("what it shows, between the square brackets."),
            mend=message("Tell it to somebody who doesn't see it: ![Children plant a tree](…)."),
        )
    spoken = Passage(alt, ((0, spot.line, spot.column + 2),), spot.file)
    problems.extend(check_label(spoken, language))
    return PictureFile(match[2] or match[3], alt, spot.line)


def written_picture(picture: PictureFile) -> str:
    """The paragraph that says it."""
    alt = _SPECIAL.sub(r"\\\g<0>", picture.alt)
    file = f"<{picture.file}>" if re.search(r"[\s()]", picture.file) else picture.file
    return f"![{alt}]({file})"


def illustration(picture: PictureFile, report: Path) -> Illustration:
    """The picture as slides show it, from the folder of the report.

    Raises a Problem for a file that lies elsewhere or is no picture.
    """
    folder = report.parent.resolve()
    path = (folder / picture.file).resolve()
    if not path.is_relative_to(folder) or ":" in picture.file.split("/")[0]:
        raise Problem(
            "picture-elsewhere",
            where=Where(line=picture.line),
            found=message("The picture {file} isn't beside the report.", file=picture.file[:60]),
            expected=message("a file in the report's folder or in one below it."),
            mend=message("Copy it there, and name it without its folder."),
        )
    try:
        read = read_picture(path)
    except Problem as problem:
        if isinstance(problem.__cause__, FileNotFoundError):
            raise _missing(picture, folder, report) from problem
        raise problem.placed(
            lambda found: Where(str(report), picture.line, found.name)
        ) from problem
    return Illustration(
        read.content, read.digest, read.media_type, read.suffix, read.width, read.height,
        label_words(picture.alt),
    )  # fmt: skip


def _missing(picture: PictureFile, folder: Path, report: Path) -> Problem:
    near = get_close_matches(picture.file, _pictures(folder), n=1, cutoff=_NEAR)
    return Problem(
        "picture-missing",
        where=Where(str(report), picture.line),
        found=message("There is no picture {file}.", file=picture.file),
        expected=message("a file in the report's folder or in one below it."),
        mend=message("Did you mean {name}?", name=near[0])
        if near
        else message("Put it there, or mend its name: large and small letters differ."),
    )


def _pictures(folder: Path) -> list[str]:
    """The pictures in the folder and in those directly below it, as a report names them."""
    found = (path for pattern in ("*", "*/*") for path in folder.glob(pattern))
    names = (
        path.relative_to(folder).as_posix() for path in found if path.suffix.lower() in ENDINGS
    )
    return sorted(islice(names, _MOST))
