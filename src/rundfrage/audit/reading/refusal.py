"""The Problems of a report that can't be read, each with what to do about it."""

from __future__ import annotations

from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.reading import damaged, file_locked

SUFFIXES = (".txt", ".md", ".html", ".docx", ".pptx", ".pdf")
_KNOWN = message("a report as .txt, .md, .html, .docx, .pptx or .pdf.")


def broken(path: Path, why: str) -> Problem:
    """The file is no whole file of its kind."""
    return damaged("report-broken", path, why)


def too_large(path: Path) -> Problem:
    """The file is, or would unfold to, more than a report can be."""
    return Problem(
        "report-too-large",
        where=Where(str(path)),
        found=message("The file is larger, or unfolds to more, than any report is."),
        expected=message("a report of at most 200 MB, 400 MB when unpacked, and 3000 pages."),
        mend=message("Export it again with smaller pictures, or split it."),
    )


def swollen(path: Path) -> Problem:
    """Reading the file goes on and on, or takes ever more memory."""
    return Problem(
        "report-too-large",
        where=Where(str(path)),
        found=message("Reading the file takes more memory or time than any report needs."),
        expected=message("a file that unpacks to a size like its own."),
        mend=message("Export it again, or print it to a new PDF; don't trust a file that you got."),
    )


def locked(path: Path) -> Problem:
    """The file is encrypted."""
    return file_locked("report-encrypted", path)


def unknown(path: Path) -> Problem:
    """The contents are of no kind that is read."""
    return Problem(
        "report-format",
        where=Where(str(path)),
        found=message("The contents are of no kind that can be audited."),
        expected=_KNOWN,
        mend=message("Export the report to one of these, for example to PDF."),
    )


def wordless(path: Path, *, pictures: bool) -> Problem:
    """There is no text in it."""
    return Problem(
        "report-without-text",
        where=Where(str(path)),
        found=message("The pages are pictures without text.")
        if pictures
        else message("There is no text in the file."),
        expected=message("a report whose words and numbers are text."),
        mend=message(
            "Run a scanned report through text recognition (OCR) first, or audit the "
            "file it was printed from."
        ),
    )
