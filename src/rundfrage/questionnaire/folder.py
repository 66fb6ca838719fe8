"""A survey's folder: where its questionnaire and translations lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.questionnaire.markdown.read import FILE, content_of, read_file
from rundfrage.questionnaire.model import Kind, Questionnaire
from rundfrage.questionnaire.translation.translations import with_po_files

JSON = ".json"


def questionnaire_file(path: Path) -> Path:
    """The questionnaire's file: the path itself, or the file in that folder."""
    if path.is_dir() and not (path / FILE).is_file():
        raise Problem(
            "no-questionnaire",
            where=Where(str(path)),
            found=message("The folder holds no {file}.", file=FILE),
            expected=message("a survey folder."),
            mend=message("Check the path, or start a survey."),
        )
    return path / FILE if path.is_dir() else path


def read_source(file: Path, kinds: Sequence[Kind]) -> Questionnaire:
    """The questionnaire in a Markdown or JSON file, without what lies beside it."""
    if file.suffix == JSON:
        # Most questionnaires are Markdown.
        from rundfrage.questionnaire.json.form import read_json  # noqa: PLC0415

        return read_json(content_of(file), kinds, str(file))
    return read_file(file, kinds)


def read_folder(path: Path, kinds: Sequence[Kind]) -> Questionnaire:
    """The questionnaire with its translations; raises a Problem with all that is wrong.

    A JSON file holds its translations itself; PO files beside it are passed over.
    """
    file = questionnaire_file(path)
    questionnaire = read_source(file, kinds)
    if file.suffix == JSON:
        return questionnaire
    return with_po_files(questionnaire, file.parent)
