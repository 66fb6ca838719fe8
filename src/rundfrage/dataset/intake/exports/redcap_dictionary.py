"""REDCap's data dictionary beside an export of raw codes: what its fields ask, and its choices.

    Partners_DATA_2024-05-21_0915.csv    Partners_DataDictionary_2024-05-21.csv

It has a row for each field. What it says counts as if somebody had put it into the codebook file.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rundfrage.codebook import Use
from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.edits import Edit, Kind
from rundfrage.dataset.intake.label_reasons import technical
from rundfrage.dataset.intake.scales import scale_of
from rundfrage.patterns import pattern

_NAMED = "*[dD]ata*[dD]ictionary*.csv"
_FIRST = "Variable / Field Name"
_SECTION, _KIND, _LABEL = "Section Header", "Field Type", "Field Label"
_CHOICES, _FORMAT = "Choices, Calculations, OR Slider Labels", "Text Validation Type"
_PRIVATE, _MATRIX = "Identifier?", "Matrix Group Name"
_PAIRS = {"yesno": {"1": "Yes", "0": "No"}, "truefalse": {"1": "True", "0": "False"}}
_NUMBERS = pattern(r"integer|number.*|float", re.IGNORECASE)
_DATES = pattern(r"date.*", re.IGNORECASE)
_TAG = pattern(r"<[^<>]*>")


@dataclass(frozen=True)
class Dictionary:
    """A data dictionary that was found: its file's name, and what it says of each column."""

    name: str
    columns: Mapping[str, Edit]


def dictionary_beside(path: Path, names: Sequence[str]) -> Dictionary | None:
    """The dictionary in the folder that names most of these columns, if one names half of them."""
    found = [
        Dictionary(file.name, {name: edit for name, edit in _edits(file) if name in names})
        for file in sorted(path.parent.glob(_NAMED))
        if file.name != path.name and file.is_file()
    ]
    best = max(found, key=lambda one: len(one.columns), default=None)
    return best if best is not None and 2 * len(best.columns) >= len(names) else None


def _edits(file: Path) -> Iterator[tuple[str, Edit]]:
    """What a file says of each column, nothing if it is no dictionary."""
    text = file.read_bytes().decode("utf-8-sig", "replace")
    matrix = section = ""
    for row in csv.DictReader(text.splitlines(keepends=True)):
        said = {key or "": clean(value) for key, value in row.items() if isinstance(value, str)}
        name = said.get(_FIRST, "")
        if not name:
            return
        if said.get(_MATRIX, "") != matrix or said.get(_SECTION):
            matrix, section = said.get(_MATRIX, ""), _plain(said.get(_SECTION, ""))
        yield from _field(name, said, section)


def _field(name: str, said: Mapping[str, str], section: str) -> Iterator[tuple[str, Edit]]:
    """What the row of a field says of its columns."""
    written, label = said.get(_KIND, ""), _plain(said.get(_LABEL, ""))
    plain = Edit(label=label or None)
    if said.get(_PRIVATE, "").casefold() == "y" or written == "file":
        yield name, replace(plain, use=Use.ASIDE)
    elif written == "checkbox":
        for code, words in _choices(said).items():
            column = f"{name}___{code.casefold().replace('-', '_')}"
            yield column, replace(plain, question=name, item=words)
    elif written in {"radio", "dropdown"} or written in _PAIRS:
        edit = _choice(plain, _PAIRS.get(written) or _choices(said))
        if said.get(_MATRIX):
            group = said[_MATRIX]
            edit = replace(edit, question=group, item=label, label=section or group)
        yield name, edit
    elif written in {"calc", "slider"} or _NUMBERS.fullmatch(_format(said)):
        yield name, replace(plain, type=Kind.NUMBER)
    elif _DATES.fullmatch(_format(said)):
        yield name, replace(plain, type=Kind.DATE)
    elif written == "notes":
        yield name, replace(plain, type=Kind.TEXT)
    elif written != "descriptive":
        yield name, plain


def _choice(plain: Edit, choices: Mapping[str, str]) -> Edit:
    """What the choices of a field say; labels of no answer give its reason."""
    missing = {code: why.word for code, words in choices.items() if (why := technical(words))}
    labels = {code: words for code, words in choices.items() if code not in missing}
    scale = scale_of(list(labels.values()))
    return replace(
        plain,
        type=Kind.CHOICE if scale is None else Kind.SCALE,
        answers=tuple(labels.values()) if scale is None else scale.steps,
        labels=labels,
        missing=missing or None,
    )


def _choices(said: Mapping[str, str]) -> dict[str, str]:
    """The label of each code: "1, Mail | 2, Chat, or a call"."""
    pairs = (one.partition(",") for one in said.get(_CHOICES, "").split("|"))
    return {clean(code): _plain(words) for code, comma, words in pairs if comma and clean(code)}


def _format(said: Mapping[str, str]) -> str:
    return next((value for key, value in said.items() if key.startswith(_FORMAT)), "")


def _plain(words: str) -> str:
    """Words without the tags of HTML, in one line."""
    return " ".join(html.unescape(_TAG.sub(" ", words)).split())
