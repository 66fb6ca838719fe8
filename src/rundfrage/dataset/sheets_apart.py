"""The program that reads workbooks in a process of its own (see apart.py): rows as JSON lines.

Each sheet is its name, its rows, and its merged and uncomputed cells (see intake/merged.py); a cell
is as JSON has it, days in ISO. The last line says how it ended. It imports nothing of this package.
"""

import datetime
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import python_calamine

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
MARKS = (b"-spanned=", b":formula=")
Beside = dict[str, list[list[int]]]


def main(path: Path, suffix: str, most: int) -> None:
    """Print the rows of all sheets of a workbook that is of the kind of this suffix."""
    try:
        book = opened(path, suffix)
        beside = beside_cells(path) if suffix == ".ods" else {}
        for name in book.sheet_names:
            put(name)
            sheet = book.get_sheet_by_name(name)
            for row in sheet.to_python(skip_empty_area=False):
                while row and row[-1] == "":
                    row.pop()
                most -= len(row)
                if most < 0:
                    put({"end": "full"})
                    return
                put([cell(value) for value in row])
            put(beside.get(name) or {**empty(), "merged": merged(sheet)})
        put({"end": "whole"})
    except python_calamine.PasswordError:
        put({"end": "locked"})
    except Exception as error:  # noqa: BLE001  the reader raises whatever a broken file leads it to
        sys.exit(str(error)[:500])


def opened(path: Path, suffix: str) -> python_calamine.CalamineWorkbook:
    """The workbook under a name of the right suffix, which the library goes by."""
    if path.suffix.lower() == suffix:
        return python_calamine.CalamineWorkbook.from_path(path)
    with tempfile.TemporaryDirectory() as room:
        named = Path(room) / f"answers{suffix}"
        shutil.copyfile(path, named)
        return python_calamine.CalamineWorkbook.from_path(named)


def merged(sheet: python_calamine.CalamineSheet) -> list[list[int]]:
    """The merged cells of a sheet: first row and column, last row and column."""
    return [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]


def beside_cells(path: Path) -> dict[str, Beside]:
    """The merged and the uncomputed cells of each sheet of an .ods, by the names of the sheets."""
    found: dict[str, Beside] = {}
    with zipfile.ZipFile(path) as parts:
        with parts.open("content.xml") as part:
            if not any(
                one in piece for piece in pieces(part) for one in (b"-spanned=", b":formula=")
            ):
                return found
        with parts.open("content.xml") as part:
            now: Beside = {}
            place = [0, 0]
            for event, one in ElementTree.iterparse(part, ("start", "end")):  # noqa: S314  apart
                if event == "start" and one.tag == f"{TABLE}table":
                    now = found.setdefault(one.get(f"{TABLE}name", ""), empty())
                    place = [0, 0]
                elif event == "end" and one.tag in CELLS:
                    note(one, place, now)
                    place[1] += int(one.get(f"{TABLE}number-columns-repeated", 1))
                    one.clear()
                elif event == "end" and one.tag == f"{TABLE}table-row":
                    place = [place[0] + int(one.get(f"{TABLE}number-rows-repeated", 1)), 0]
                    one.clear()
    return found


def pieces(part: IO[bytes]) -> Iterator[bytes]:
    """The bytes, each piece with the end of the one before it."""
    kept = b""
    while piece := part.read(1 << 20):
        yield kept + piece
        kept = piece[-20:]


def note(one: ElementTree.Element, place: list[int], beside: Beside) -> None:
    """Note a cell that stands at this row and column if it is merged, or uncomputed."""
    row, column = place
    deep, wide = (int(one.get(f"{TABLE}number-{of}-spanned", 1)) for of in ("rows", "columns"))
    if deep * wide > 1:
        beside["merged"].append([row, column, row + deep - 1, column + wide - 1])
    if one.get(f"{TABLE}formula") and not one.get(f"{OFFICE}value-type"):
        beside["uncomputed"].append([row, column])


def empty() -> Beside:
    """No merged cells, and no uncomputed ones."""
    return {"merged": [], "uncomputed": []}


def cell(value: object) -> float | str:
    """A cell as JSON has it."""
    match value:
        case bool():
            return "1" if value else "0"
        case int() | float():
            return value
        case datetime.datetime():
            return value.date().isoformat()
        case datetime.date():
            return value.isoformat()
        case datetime.timedelta():
            return duration(value)
    return str(value)


def duration(value: datetime.timedelta) -> str:
    """A duration as 30:15:00."""
    size = round(abs(value).total_seconds())
    sign = "-" if value < datetime.timedelta() else ""
    return f"{sign}{size // 3600}:{size // 60 % 60:02}:{size % 60:02}"


def put(value: object) -> None:
    """Print a line."""
    sys.stdout.write(json.dumps(value) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[4], int(sys.argv[5]))
