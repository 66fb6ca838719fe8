"""Whole files of the formats that are only read, as other programs write them."""

import gzip
import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
from sas_files import write_sas7bdat

DAY = "2020-09-23"
OLD_WORKBOOK = Path(__file__).parent / "made_elsewhere" / "libreoffice.xls"
CSV = "q1,age\nyes,20\nno,31\nyes,44\n"


def write_por(path):
    """A portable file; pyreadstat writes neither labels nor missing values, so they are put in."""
    seconds = float((np.datetime64(DAY) - np.datetime64("1582-10-14")).astype(int) * 86_400)
    columns = {"q": [1.0, 2, 98, np.nan], "s": ["x", "", "some", "words"], "d": [seconds] * 4}
    pyreadstat.write_por(
        pd.DataFrame(columns), str(path), column_labels=["How was it?", "Why?", "day"]
    )
    # Lines of 80 letters; numbers are in base 30 and end with a slash, so 98 is 38/.
    text = path.read_text("latin-1").replace("\n", "")
    for old, new in (
        ("Q5/8/2/5/8/2/", "Q5/8/2/5/8/2/838/"),
        ("D5/8/2/5/8/2/", "DK/B/0/K/B/0/"),
        ("C3/dayF", "C3/dayD1/1/Q3/1/4/good2/3/bad38/A/don't knowF"),
    ):
        assert old in text
        text = text.replace(old, new)
    text = text.rstrip("Z")
    text += "Z" * (80 - len(text) % 80)
    path.write_bytes("\r\n".join(text[at : at + 80] for at in range(0, len(text), 80)).encode())


def write_xpt(path, version=8):
    """A transport file, one of whose missing values is .B."""
    columns = {"Q": [1.0, 2, np.nan], "D": [22_181.0, 0, np.nan], "T": [22_181.0 * 86_400] * 3,
               "S": ["x", "", "some"]}  # fmt: skip
    pyreadstat.write_xport(
        pd.DataFrame(columns), str(path), column_labels=["How was it?", "Day", "When", "Why"],
        variable_format={"D": "MMDDYY10", "T": "DATETIME20"}, file_format_version=version,
    )  # fmt: skip
    whole = path.read_bytes()
    at = whole.rindex(b"." + bytes(7))
    path.write_bytes(whole[:at] + b"B" + whole[at + 1 :])


def write_sas(path):
    """Answers as SAS keeps them, with letters for missing ones."""
    columns = {
        "q": ("How was it?", "GRADE8.", False), "d": ("Day", "DATE9", False),
        "t": ("When", "DATETIME20", False), "y": ("Year of birth", "YEAR4", False),
        "s": ("Why?", "$16", True),
    }  # fmt: skip
    write_sas7bdat(
        path,
        columns,
        [
            (1.0, 22_181.0, 22_181.5 * 86_400, 1980.0, "x"),
            (2.0, -1.0, None, 1990.0, ""),
            (".A", ".B", 0.0, 2000.0, "some"),
            (".Z", 0.0, 0.0, 1970.0, "words"),
            (None, 0.0, 0.0, 1960.0, "here"),
        ],
    )


KIND = "application/vnd.oasis.opendocument.spreadsheet"
SCHEMAS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "manifest")
)


def ods_cell(value, more=""):
    match value:
        case None:
            return "<table:table-cell/>"
        case bool():
            kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
        case int() | float():
            kind = f'office:value-type="float" office:value="{value}"'
        case np.datetime64():
            kind = f'office:value-type="date" office:date-value="{value}"'
        case _:
            kind = 'office:value-type="string"'
    return f"<table:table-cell {kind} {more}><text:p>{value}</text:p></table:table-cell>"


def ods_sheet(rows, name="Sheet1"):
    lines = "".join(
        f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows
    )
    return f'<table:table table:name="{name}">{lines}</table:table>'


def write_ods(path, sheets, entries=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        parts.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest {SCHEMAS}><manifest:file-entry manifest:full-path="/" '
            f'manifest:media-type="{KIND}"/>{entries}</manifest:manifest>',
        )
        parts.writestr(
            "content.xml",
            f"<office:document-content {SCHEMAS}><office:body><office:spreadsheet>{sheets}"
            "</office:spreadsheet></office:body></office:document-content>",
        )


ROWS = [
    ["q1", "share", "member", "day", "when"],
    ["yes", 0.25, True, np.datetime64(DAY), np.datetime64(f"{DAY}T14:05:00")],
    ["no", 2, False, np.datetime64("2020-09-24"), None],
    ["yes", None, True, None, None],
]


def written_json(path, value):
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


SURVEYJS = [
    {"id": 1, "HappendAt": "2024-05-01T10:00:00", "q1": "yes", "tools": ["mail", "chat"],
     "quality": {"price": "agree", "speed": "disagree"}, "why": "it is cheap"},
    {"id": 2, "HappendAt": "2024-05-02T10:00:00", "tools": ["mail"],
     "quality": {"speed": "agree"}, "age": 31},
    {"id": 3, "HappendAt": "2024-05-03T10:00:00", "q1": "no", "tools": [], "age": 44.5},
    {"id": 4, "HappendAt": "2024-05-04T10:00:00", "q1": "yes", "why": None,
     "quality": {"price": "disagree", "speed": "disagree"}},
]  # fmt: skip


def zipped(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in files.items():
            parts.writestr(name, content)
    return path


def write_whole_files(folder):
    """A whole file of each format that is only read, under its name."""
    write_por(folder / "a.por")
    write_xpt(folder / "a.xpt")
    write_sas(folder / "a.sas7bdat")
    write_ods(folder / "a.ods", ods_sheet(ROWS))
    shutil.copy(OLD_WORKBOOK, folder / "a.xls")
    written_json(folder / "a.json", SURVEYJS)
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, SURVEYJS)))
    (folder / "a.csv.gz").write_bytes(gzip.compress(CSV.encode() * 50))
    zipped(folder / "a.zip", {"a.csv": CSV * 50})
    (folder / "page.xls").write_text(f"<html><table>{'<tr><td>a</td><td>1</td></tr>' * 20}</table>")


NAMES = [
    "a.por", "a.xpt", "a.sas7bdat", "a.ods", "a.xls", "a.json", "a.jsonl", "a.csv.gz", "a.zip",
    "page.xls",
]  # fmt: skip
"""The names of these files."""
