"""The program that reads workbooks in a process of its own (see apart.py): rows as JSON lines.

Each sheet is its name and its rows; a cell is as JSON has it, days in ISO. The last line says how
it ended. It imports nothing of this package.
"""

import datetime
import json
import shutil
import sys
import tempfile
from pathlib import Path

import python_calamine


def main(path: Path, suffix: str, most: int) -> None:
    """Print the rows of all sheets of a workbook that is of the kind of this suffix."""
    try:
        book = opened(path, suffix)
        for name in book.sheet_names:
            put(name)
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False):
                while row and row[-1] == "":
                    row.pop()
                most -= len(row)
                if most < 0:
                    put({"end": "full"})
                    return
                put([cell(value) for value in row])
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
