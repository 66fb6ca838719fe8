"""The programs whose exports are known. `EXPORTS` lists them: a new one is a file and a line.

The first that takes a sheet lays it out; one that none takes is read by its headings alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.dataset.account import Certainty
from rundfrage.dataset.intake.exports import (
    alchemer,
    coded_rows,
    eusurvey,
    formbricks,
    google_forms,
    kaggle,
    kobo,
    limesurvey,
    microsoft_forms,
    qualtrics,
    redcap,
    sosci,
    stacked,
    surveyjs,
    surveymonkey,
    two_rows,
    typeform,
    unipark,
    wenjuanxing,
)
from rundfrage.dataset.intake.heading_rows import under_rows
from rundfrage.dataset.intake.headings import plain, plain_headings
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.lone_marks import with_lone_marks
from rundfrage.dataset.intake.named_options import with_named_options
from rundfrage.dataset.intake.numbered_again import with_own_names, with_repeated_rows
from rundfrage.dataset.intake.program_names import with_program_names
from rundfrage.dataset.intake.said_again import with_copies_aside
from rundfrage.dataset.intake.same_names import with_own_groups
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.stems import with_shared_stems
from rundfrage.locales import message

EXPORTS: Sequence[Export] = (
    qualtrics.EXPORT,
    limesurvey.EXPORT,
    alchemer.EXPORT,
    coded_rows.EXPORT,
    surveymonkey.EXPORT,
    kaggle.EXPORT,
    google_forms.EXPORT,
    microsoft_forms.EXPORT,
    typeform.EXPORT,
    redcap.EXPORT,
    kobo.EXPORT,
    sosci.EXPORT,
    unipark.EXPORT,
    eusurvey.EXPORT,
    formbricks.EXPORT,
    surveyjs.EXPORT,
    wenjuanxing.EXPORT,
    stacked.EXPORT,
    two_rows.EXPORT,
)
PLAIN = "table"
STEMMED = (google_forms.EXPORT, surveymonkey.EXPORT)
"""Programs whose headings leave open which columns are one question."""


def laid_out(sheet: Sheet, rows: int | None = None) -> tuple[str, Layout]:
    """The name of the export that the sheet is, and its layout.

    `rows` is how many rows of headings there are if people say so; merged cells may tell it, too.
    """
    own = with_own_names(sheet)
    name, layout = _laid_out(own) if not (rows or own.heads) else _under(own, rows)
    layout = with_lone_marks(with_named_options(with_repeated_rows(layout, sheet)))
    layout = with_copies_aside(with_program_names(with_own_groups(layout)))
    return name, replace(layout, sheet=layout.sheet.named(sheet.names))


def _laid_out(sheet: Sheet) -> tuple[str, Layout]:
    for export in EXPORTS if any(sheet.names) else ():
        layout = export.lay_out(sheet)
        if layout is not None:
            return export.name, _stemmed(export, layout)
    return _table(sheet)


def _table(sheet: Sheet) -> tuple[str, Layout]:
    evidence = message("No program is known that lays out answers so.")
    headings = plain_headings([plain(name) for name in sheet.names])
    doubt = two_rows.first_doubted(sheet)
    body = replace(sheet, odd_first=1) if doubt else sheet
    layout = Layout(body, headings, evidence, Certainty.LIKELY, doubts=(doubt,) if doubt else ())
    return PLAIN, with_shared_stems(layout)


def _stemmed(export: Export, layout: Layout) -> Layout:
    return with_shared_stems(layout) if export in STEMMED else layout


def _under(sheet: Sheet, said: int | None) -> tuple[str, Layout]:
    """The layout under so many rows of headings: as an export that has as many, or by their words.

    Where nobody but merged cells say how many there are, that is doubted.
    """
    rows = said or len(sheet.heads)
    for export in EXPORTS:
        layout = export.lay_out(sheet)
        if layout is not None and sheet.n - layout.sheet.n == rows - 1:
            doubts = () if said and export is two_rows.EXPORT else layout.doubts
            return export.name, _stemmed(export, replace(layout, doubts=doubts))
    if rows == 1:
        name, layout = _table(sheet)
        return name, replace(layout, sheet=sheet, doubts=())
    layout = under_rows(sheet, rows)
    return PLAIN, replace(layout, doubts=() if said else (two_rows.rows_doubted(rows),))
