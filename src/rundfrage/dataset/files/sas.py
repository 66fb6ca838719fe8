"""SAS files (.sas7bdat, and .xpt for transport), read only: missing letters .A to .Z, dates.

SAS keeps value labels apart, in a *catalogue*: `answers.sas7bcat` beside `answers.sas7bdat`, or
`formats.sas7bcat`, which is what SAS calls it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Study
from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.clock import Span
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.dta import Times, labelled
from rundfrage.dataset.files.format import COLUMNS, Format, head
from rundfrage.dataset.files.sidecar import beside_or
from rundfrage.dataset.flat import flat_columns
from rundfrage.dataset.intake.labels import by_labels, edits_of, title_of
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.labelled import by_codebook
from rundfrage.dataset.readstat import Stored, load
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.patterns import pattern
from rundfrage.text import Text

TRANSPORT = b"HEADER RECORD*******LIB"
MAGIC = bytes(12) + bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011")
"""A .sas7bdat begins so; a catalogue differs by one bit."""
DAY_OF_SECONDS = 86_400
# Formats of times come first where their names begin like those of days. Not among them are
# formats that show a part of a day alone (YEAR, MONTH, DAY, QTR): numbers often carry these.
_TIMES = pattern(
    r"DATETIME|DATEAMPM|MDYAMPM|DTDATE|DTMONYY|DTWKDATX|NLDATM\w*|[EBI]S?8601D[TZNX]|EURDFDT"
)
_DAYS = pattern(
    r"DATE|DDMMYY[BCDNPS]?|MMDDYY[BCDNPS]?|YYMMDD[BCDNPS]?|MMYY[CDNPS]?|YYMM[CDNPS]?|MONYY|YYMON"
    r"|YYQR?[CDNPS]?|JULIAN|PDJULG|WEEKDATX?|WEEK[UVW]|WORDDATX?|NLDATE\w*|[EBI]S?8601DA|EURDF\w\w"
    r"|MINGUO|NENGO|HDATE|HEBDATE"
)

_OF_A_DAY = pattern(r"TIMEAMPM|NLTIM\w*|[EBI]S?8601(?:TM|LZ|TZ)")
_CLOCKS = pattern(rf"TIME|HHMM|HOUR|MMSS|{_OF_A_DAY.pattern}")


def recognises(path: Path) -> bool:
    """True if the file begins as a SAS file of answers does."""
    return head(path, len(MAGIC)).startswith((TRANSPORT, MAGIC))


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers, by the codebook given, else by the labels of the catalogue beside them."""
    ledger = Ledger()
    start = head(path, len(MAGIC))
    transport = start != MAGIC and (start.startswith(TRANSPORT) or path.suffix.lower() == ".xpt")
    stored = load(path, "xpt" if transport else "sas7bdat", options.encoding)
    catalogue = {} if transport else _catalogue(path, ledger)
    columns = [labelled(_worded(one, catalogue), days, times) for one in stored.columns]
    if codebook is not None:
        by_name = {column.name: column for column in columns}
        return by_codebook(codebook, flat_columns(codebook), by_name, str(path))
    study = Study(path.stem, Text.of(title_of(stored.title, path.stem)))
    edits = edits_of(path, columns)

    def concluded() -> Dataset:
        return by_labels(columns, (), study, str(path), options, edits, ledger)

    return beside_or(path, columns, concluded)


def _catalogue(path: Path, ledger: Ledger) -> Mapping[str, tuple[tuple[float | str, str], ...]]:
    """The labels by the name of their format, from the catalogue beside the file, if any."""
    for file in (path.with_suffix(".sas7bcat"), path.with_name("formats.sas7bcat")):
        if not file.is_file():
            continue
        try:
            found = load(file, "sas7bcat").catalogue
        except Problem:
            # Many catalogues can only be read by the SAS that wrote them; the answers still can.
            ledger.doubt(
                message("The labels in {catalogue} can't be read.", catalogue=file.name),
                message("Export the answers with their labels, or name them in the codebook."),
            )
            return {}
        ledger.conclude("labels", file.name, message("It lies beside the answers."), Certainty.SAID)
        return {name.upper(): labels for name, labels in found.items()}
    return {}


def _worded(stored: Stored, catalogue: Mapping[str, tuple[tuple[float | str, str], ...]]) -> Stored:
    """The column with the labels of the format it is shown in, named with or without a width."""
    shown = stored.shown.upper().split(".")[0]
    labels = catalogue.get(shown) or catalogue.get(shown.rstrip("0123456789"))
    return replace(stored, labels=labels) if labels else stored


def days(values: npt.NDArray[np.float64], shown: str) -> npt.NDArray[np.float64] | None:
    """Days since 1960, None if SAS doesn't show the column as dates or times of a day."""
    name = re.sub(r"\d*(\.\d*)?$", "", shown.upper())
    if _TIMES.fullmatch(name):
        return np.floor(values / DAY_OF_SECONDS)
    return np.floor(values) if _DAYS.fullmatch(name) else None


def times(values: npt.NDArray[np.float64], shown: str) -> Times | None:
    """The seconds of what SAS shows as times of day or durations; None of all else."""
    name = re.sub(r"\d*(\.\d*)?$", "", shown.upper())
    if name == "TOD":
        return values % DAY_OF_SECONDS, Span.TIME
    if not _CLOCKS.fullmatch(name):
        return None
    return values, Span.TIME if _OF_A_DAY.fullmatch(name) else Span.DURATION


FORMAT = Format("SAS", (".sas7bdat", ".xpt"), recognises, read, takes=COLUMNS | {"encoding"})
