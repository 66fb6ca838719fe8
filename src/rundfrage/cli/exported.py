"""Which answers.csv in a survey's folder is an export of its field, and may be written over.

The codebook that is written beside an export notes the SHA-256 of its answers. Answers from
elsewhere have no such note, and those that somebody changed another sum.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from rundfrage.cli.sources import ANSWERS, files_of
from rundfrage.dataset.files import codebook_beside
from rundfrage.errors import Problem, Where
from rundfrage.manuscript.writing import write_whole

_NOTE = "export"


def place_for_export(survey: Path) -> Path:
    """Where the answers of the field go unless the user says otherwise: answers.csv.

    Raises a Problem if answers lie there that aren't an earlier export as it was written.
    """
    place = survey / f"{ANSWERS}.csv"
    for file in files_of(survey, ANSWERS):
        if file != place or _codebook(file).get(_NOTE) != _sum(file):
            raise Problem(
                "answers-from-elsewhere",
                where=Where(str(file)),
                found="These answers are no export of the field, or somebody changed them.",
                expected=f"no {ANSWERS}.* in the folder, or an export as it was written.",
                mend="Move them away, or name another file to write.",
            )
    return place


def note_export(file: Path) -> None:
    """Note that the file is an export, if a codebook lies beside it."""
    codebook = _codebook(file)
    if codebook:
        noted = json.dumps(codebook | {_NOTE: _sum(file)}, indent=1)
        write_whole(codebook_beside(file), f"{noted}\n")


def _codebook(file: Path) -> dict[str, Any]:
    """What the codebook beside the file holds; nothing if there is none or it is damaged."""
    try:
        content = json.loads(codebook_beside(file).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"
