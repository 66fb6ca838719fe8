"""A codebook as JSON, and back: what lies beside a CSV file and inside the other formats.

Its objects are the records of this folder. Texts are written as an object of language to words,
the source first; an empty language fits any. Reading what was written gives an equal codebook.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from rundfrage.codebook.codebook import Codebook
from rundfrage.codebook.consistency import check, wrong_entry
from rundfrage.codebook.missing import Missing
from rundfrage.codebook.shapes import BATTERIES, BatteryShape
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.records import DAY, Leaf, Limit, Misfit, Records, shown
from rundfrage.text import Text

VERSION = 1
_FORMAT = "rundfrage-codebook"
_FORMS = {shape.name: shape for shape in BATTERIES}
_REASONS = {reason.word: reason for reason in Missing}


def _text(versions: str | dict[str, str], _context: object) -> Text:
    return Text.of(versions) if isinstance(versions, str) else Text(tuple(versions.items()))


RECORDS = Records(
    {
        Text: Leaf(
            Annotated[dict[str, str], Limit(1)] | str,
            message("words, or an object of language to words"),
            _text,
            lambda text: dict(text.versions),
            name="text",
        ),
        datetime.date: DAY,
        Missing: Leaf.named(_REASONS),
        BatteryShape: Leaf.named(_FORMS),
    }
)


def to_json(codebook: Codebook, *, indent: int | None = None) -> str:
    """The codebook as JSON in ASCII; `indent` lays it out for people."""
    return json.dumps({_FORMAT: VERSION, **RECORDS.written(codebook)}, indent=indent)


def from_json(source: str, file: str = "") -> Codebook:
    """The codebook that `source` holds; raises a Problem that names the entry it failed at.

    `file` is the file's name as the user gave it.
    """
    try:
        entry = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise Problem(
            "codebook-unreadable",
            where=Where(file or None, getattr(error, "lineno", None)),
            found=message("This is not JSON ({error}).", error=error),
            expected=message("a codebook as rundfrage writes it."),
            mend=message("Write the codebook anew, or mend the JSON."),
        ) from None
    try:
        return _read(entry)
    except Problem as problem:
        raise problem.placed(lambda where: Where(file or None, name=where.name)) from None


def from_file(file: Path) -> Codebook:
    """The codebook in the file; raises a Problem if it can't be read, or is none."""
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(
            "codebook-unreadable",
            where=Where(str(file)),
            found=message("The codebook can't be read ({error}).", error=error),
            expected=message("a JSON file in UTF-8."),
            mend=message("Write the codebook anew."),
        ) from None
    return from_json(source, str(file))


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12), published as codebook.schema.json beside this file.

    A test compares the two, and scripts/schemas.py writes it.
    """
    kinds = RECORDS.schemas([Codebook])
    whole = kinds.pop(Codebook.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:rundfrage:codebook:{VERSION}",
        "title": "Codebook",
        "description": "What is known of each variable of a file of answers.",
        **whole,
        "required": [_FORMAT, *whole["required"]],
        "properties": {_FORMAT: {"const": VERSION}, **whole["properties"]},
        "$defs": kinds,
    }


def _read(entry: object) -> Codebook:
    if not isinstance(entry, dict) or _FORMAT not in entry:
        raise wrong_entry("", message("There is no “rundfrage-codebook”."), message("a codebook."))
    if entry[_FORMAT] != VERSION:
        raise wrong_entry(
            "",
            message("It is of version {entry}.", entry=shown(entry[_FORMAT])),
            message("version {version}.", version=VERSION),
        )
    try:
        codebook = RECORDS.read(Codebook, entry)
    except Misfit as misfit:
        place = _place(entry, misfit.path)
        raise wrong_entry(place, misfit.seen, misfit.expected + ".") from None
    check(codebook)
    return codebook


def _place(entry: Mapping[str, Any], path: Sequence[str | int]) -> str:
    """The object in which the path ends, as people look for it: "q1 categories 2"."""
    steps = path[:-1] if path and isinstance(path[-1], str) else path
    words = [str(step + 1) if isinstance(step, int) else step for step in steps]
    if words[:1] == ["variables"] and words[1:]:
        variable = entry["variables"][steps[1]]
        if isinstance(variable, dict) and isinstance(variable.get("name"), str):
            words[:2] = [variable["name"]]
    return " ".join(words)
