"""JSON (.json) and JSON lines (.jsonl, .ndjson), read only: an object for each respondent.

    [{"q1": "yes", "tools": ["mail", "chat"], "matrix": {"price": 5, "speed": 3}}, …]

A file is a list of objects, one object after the other, or an object that holds such a list. What
is nested in an object becomes columns named with dots (`matrix.price`), a list of plain values a
column of 1 and 0 for each value (`tools[mail]`), anything else in a list is numbered. Nothing and
null are left blank. This is how SurveyJS, form services and databases hand over answers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from rundfrage.codebook import Codebook
from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, number_cell
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.csv import from_sheet
from rundfrage.dataset.files.format import CELLS, COLUMNS, Format, head
from rundfrage.dataset.files.sidecar import read_sidecar
from rundfrage.dataset.flat import flat_columns
from rundfrage.dataset.intake.encoding import decoded
from rundfrage.dataset.intake.exports import laid_out
from rundfrage.dataset.intake.layout import Part
from rundfrage.dataset.intake.nested import TooDeep, TooWide, flattened
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.renaming import renamed
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

LISTS = ("results", "responses", "answers", "submissions", "records", "rows", "items", "data")
"""What programs call the list of answers, where an object holds several lists of objects."""
CODEBOOK = "rundfrage-codebook"
LOOKED = 4096
DEEPEST = 3
"""So many objects, one in the other, are looked into for the list of answers."""
_BEGINNING = pattern(r'\ufeff?\s*(\[\s*)?\{\s*("|\})|\ufeff?\s*\[\s*\]\s*$')
_BLANKS = pattern(r"[\s\x1e\ufeff]*")


def recognises(path: Path) -> bool:
    """True if the file begins as an object, or a list of objects, does."""
    return _BEGINNING.match(head(path, LOOKED).decode("utf-8", "replace")) is not None


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers, by the codebook given or beside the file, else by what they look like."""
    ledger = Ledger()
    text = decoded(path.read_bytes(), path, options, ledger)
    rows = _respondents(_values(text, path), path, ledger)
    try:
        sheet = flattened(rows)
    except TooDeep:
        raise _unfit(path, message("Its objects are nested too deeply for answers.")) from None
    except TooWide as wide:
        found = message("Its objects have more than {most} different entries.", most=wide.args[0])
        raise _unfit(path, found) from None
    codebook = codebook or read_sidecar(path)
    if codebook is not None:
        sheet = _completed(sheet, codebook)
    return from_sheet(sheet, codebook, path, options, ledger)


def _values(text: str, path: Path) -> list[Any]:
    """The values that stand in the text one after the other: mostly one, or one a line."""
    decoder = json.JSONDecoder(
        parse_float=_number, parse_int=_whole, parse_constant=lambda _: None, strict=False
    )
    found = []
    place = _after_blanks(text, 0)
    try:
        while place < len(text):
            value, place = decoder.raw_decode(text, place)
            found.append(value)
            place = _after_blanks(text, place)
    except json.JSONDecodeError as error:
        raise Problem(
            "file-damaged",
            where=Where(str(path), error.lineno),
            found=message("This is not JSON ({error}).", error=error.msg),
            expected=message("a list of objects, or an object on each line."),
            mend=message("Export the answers again."),
        ) from None
    except RecursionError:
        raise _unfit(path, message("Its objects are nested too deeply for answers.")) from None
    return found


def _after_blanks(text: str, place: int) -> int:
    """Where the next value begins: after blanks, and the mark of a record."""
    match = _BLANKS.match(text, place)
    return match.end() if match else place


def _number(digits: str) -> str | None:
    number = float(digits)
    return number_cell(number) if math.isfinite(number) else None


def _whole(digits: str) -> str:
    return digits


# -- the list of respondents ---------------------------------------------------------------------


def _respondents(values: Sequence[Any], path: Path, ledger: Ledger) -> list[Mapping[str, Any]]:
    """The object of each respondent, wherever they stand; raises a Problem if there are none."""
    if not values:
        raise Problem(
            "file-empty",
            where=Where(str(path)),
            found=message("The file is empty."),
            expected=message("an object for each respondent."),
            mend=message("Export the answers again."),
        )
    if any(isinstance(value, dict) and CODEBOOK in value for value in values[:1]):
        raise Problem(
            "codebook-as-answers",
            where=Where(str(path)),
            found=message("This is a codebook: it says what answers mean, and holds none."),
            expected=message("a file of answers."),
            mend=message("Name the file of answers that it lies beside."),
        )
    lines = len(values) > 1 or path.suffix.lower() in {".jsonl", ".ndjson"}
    if lines and all(isinstance(value, dict) for value in values):
        ledger.conclude("rows", "JSON", message("It holds an object for each respondent."))
        return list(values)
    if lines:
        raise _unfit(path, message("It holds something else than objects."))
    where, rows = _chosen(values[0], path)
    ledger.conclude(
        "rows",
        where or "JSON",
        message("It is the list of objects."),
        Certainty.LIKELY if where else Certainty.SURE,
    )
    return rows


def _chosen(value: object, path: Path) -> tuple[str, list[Mapping[str, Any]]]:
    """Where the list of respondents stands, and the list."""
    lists = list(_lists(value, "", DEEPEST))
    if len(lists) > 1:
        usual = [one for one in lists if one[0].split(".")[-1].casefold() in LISTS]
        lists = usual if len(usual) == 1 else lists
    if len(lists) == 1 and lists[0][1]:
        return lists[0]
    if lists and lists[0][1]:
        names = ", ".join(name for name, _ in lists)
        raise _unfit(path, message("It holds several lists of objects: {names}.", names=names))
    raise _unfit(path, message("It holds no list of objects."))


def _lists(value: object, name: str, deep: int) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """The lists of objects in a value; none is looked for within one that was found."""
    if isinstance(value, list):
        if all(isinstance(one, dict) for one in value):
            yield name, value
    elif isinstance(value, dict) and deep:
        for key, inner in value.items():
            if isinstance(inner, dict) or (isinstance(inner, list) and inner):
                yield from _lists(inner, f"{name}.{key}" if name else key, deep - 1)


def _unfit(path: Path, found: Message) -> Problem:
    return Problem(
        "json-not-answers",
        where=Where(str(path)),
        found=found,
        expected=message("a list of objects, one for each respondent."),
        mend=message("Take the list of answers out of the file, or export them as CSV."),
    )


# -- what nobody answered ------------------------------------------------------------------------


def _completed(sheet: Sheet, codebook: Codebook) -> Sheet:
    """The sheet with the columns of the codebook that it lacks: what nobody gave isn't written.

    Unless it lacks most, for then the codebook is that of another file.
    """
    _, layout = laid_out(sheet)
    columns = renamed(codebook, layout.headings, layout.sheet.columns)
    known = {cells.name.casefold(): cells for cells in columns}
    flats = flat_columns(codebook)
    asked = {
        flat.variable.name: np.array([cell != "" for cell in cells.distinct])[cells.index]
        for flat in flats
        if (cells := known.get(flat.name.casefold())) is not None
    }
    if len(asked) * 2 < len(codebook.variables) or layout.sheet.n != sheet.n:
        return sheet
    nobody = np.zeros(sheet.n, np.bool_)
    written = {heading.group for heading in layout.headings if heading.part is Part.OTHER}
    lacking = [
        Cells(flat.name, ("", "0"), asked.get(flat.variable.name, nobody).astype(np.int32))
        for flat in flats
        if flat.name.casefold() not in known and flat.variable.of not in written
    ]
    return replace(sheet, columns=(*sheet.columns, *lacking))


FORMAT = Format(
    "JSON",
    (".json", ".jsonl", ".ndjson"),
    recognises,
    read,
    takes=COLUMNS | {"encoding"},
    followed=CELLS,
)
