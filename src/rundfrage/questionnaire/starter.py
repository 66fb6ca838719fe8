"""The starter questionnaires, which show the usual kinds of question."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.questionnaire.markdown.read import FILE
from rundfrage.writing import write_whole

LANGUAGES = ("de", "en")


def starter(language: str) -> str:
    """The starter questionnaire in that language; raises a Problem if there is none."""
    if language not in LANGUAGES:
        raise Problem(
            "no-starter",
            found=message(
                "There is no starter questionnaire in {language}.", language=language[:60]
            ),
            expected=message("one of {languages}.", languages=", ".join(LANGUAGES)),
            mend=message("Start with one of these and write your own words over its texts."),
        )
    source = files("rundfrage.questionnaire") / "starters" / f"{language}.md"
    return source.read_text(encoding="utf-8")


def start(folder: Path, language: str) -> Path:
    """Write the starter questionnaire into a new or empty folder; the path of the file."""
    words = starter(language)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Problem(
            "folder-not-empty",
            where=Where(str(folder)),
            found=message("There is something there already."),
            expected=message("a new or empty folder."),
            mend=message("Name another folder."),
        )
    write_whole(folder / FILE, words)
    return folder / FILE
