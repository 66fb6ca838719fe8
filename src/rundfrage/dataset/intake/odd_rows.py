"""Rows at either end of a sheet that may be no respondents: what they do to columns is no doubt.

Whoever says of such a row that it is a heading or stands below the answers has settled its cells.
Who named each of them as missing would count a respondent who isn't there.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.sheet import Sheet, some_rows
from rundfrage.dataset.intake.types import Conventions, Reading, single


def single_in(sheet: Sheet, heading: Heading, cells: Cells, conventions: Conventions) -> Reading:
    """What a column of the sheet is by itself, doubted for nothing that only such rows hold."""
    reading = single(heading, cells, conventions)
    if not reading.doubts or not (sheet.odd_first or sheet.odd_last):
        return reading
    rows = np.arange(sheet.n)
    sure = (rows >= sheet.odd_first) & (rows < sheet.n - sheet.odd_last)
    rest = single(heading, some_rows(cells, sure), conventions)
    known = {found.template for found, _ in rest.doubts}
    return replace(
        reading, doubts=tuple(doubt for doubt in reading.doubts if doubt[0].template in known)
    )
