"""Which files of answers are exports of a field, by what is noted in the codebook beside them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from rundfrage.dataset.files import codebook_beside
from rundfrage.services.answers import ANSWERS, files_of
from rundfrage.writing import write_whole

_NOTE = "export"


def exports_in(folder: Path) -> tuple[list[Path], list[Path]]:
    """The exports in the folder as they were written, and other files of answers."""
    files = files_of(folder, ANSWERS)
    own = [file for file in files if is_export(file)]
    return own, [file for file in files if file not in own]


def is_export(file: Path) -> bool:
    """True if the file is an export as it was written."""
    return _codebook(file).get(_NOTE) == _sum(file)


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
