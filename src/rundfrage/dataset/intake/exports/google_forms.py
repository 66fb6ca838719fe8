"""Google Forms: a time stamp, questions as headings, grids as `Question [row]`, ticks by ", "."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.codebook import Use
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message

_STAMPS = listed(
    "timestamp|zeitstempel|horodateur|marca temporal|informazioni cronologiche",
    "sygnatura czasowa|zaman damgası|отметка времени|позначка часу|طابع زمني|tijdstempel",
    "carimbo de data/hora|tidstämpel|tidsstempel|aikaleima|časová značka|időbélyeg",
    "タイムスタンプ|타임스탬프|时间戳记",
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Google Forms lays it out, None if it doesn't begin with its time stamp."""
    if not sheet.names or folded(sheet.names[0]) not in _STAMPS:
        return None
    headings = plain_headings(sheet.names)
    why = message("Google Forms notes when an answer came.")
    headings[0] = replace(headings[0], use=Use.ASIDE, why=why)
    evidence = message("It begins with the time stamp of Google Forms.")
    return Layout(sheet, headings, evidence, separator=", ")


EXPORT = Export("Google Forms", lay_out)
