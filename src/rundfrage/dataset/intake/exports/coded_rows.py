"""Codes above two rows of headings: short names were put on top of a file of SurveyMonkey's.

The answers of such files are often codes, too: then nothing tells what a number stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.exports import surveymonkey
from rundfrage.dataset.intake.headings import heading, is_blank
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.stems import kind_of
from rundfrage.locales import message
from rundfrage.patterns import pattern

_CODE = pattern(r"[A-Za-z][\w.\[\]]{0,30}")
_FEWEST = 2
_SHORTEST = 4
_HALF = 0.5


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet with its codes as names and the rows below as wording, None if it has no such."""
    if sheet.n < _SHORTEST:
        return None
    codes = ["" if is_blank(name) else clean(name) for name in sheet.names]
    told = [code for code in codes if code]
    if len(told) < _FEWEST or not all(_CODE.fullmatch(code) for code in told):
        return None
    above = [clean(cell) for cell in sheet.row(0)]
    if any(above) and sum(map(bool, above)) > len(above) * (1 - _HALF / 2):
        return None
    body = sheet.below(1)
    columns = tuple(
        Cells(name, cells.distinct, cells.index)
        for name, cells in zip(above, body.columns, strict=True)
    )
    inner = surveymonkey.lay_out(replace(body, columns=columns))
    if inner is None or not surveymonkey.answers_below(above, body):
        return None
    below = sheet.below(2)
    headings = _named(codes, inner.headings)
    coded = _coded(headings, below) or surveymonkey.ticked_by_number(headings, below)
    return Layout(
        below,
        headings,
        message("The headings stand in three rows: codes above questions above options."),
        coded=coded,
        doubts=(surveymonkey.CODES,) if coded else (),
    )


def _named(codes: Sequence[str], headings: Sequence[Heading]) -> list[Heading]:
    """The headings under their codes; one above the first of several columns is that of all."""
    found: list[Heading] = []
    whole = ""
    for place, (code, worded) in enumerate(zip(codes, headings, strict=True)):
        after = place + 1
        if code:
            goes_on = after < len(codes) and not codes[after]
            whole = code if goes_on and _together(worded, headings[after]) else ""
        elif found and not _together(worded, headings[place - 1]):
            whole = ""
        if whole:
            found.append(replace(worded, name=f"{whole}.{worded.item}", group=whole))
        else:
            found.append(_alone(code, worded))
    return found


def _together(one: Heading, other: Heading) -> bool:
    return bool(one.group) and one.group == other.group


def _alone(code: str, worded: Heading) -> Heading:
    """The heading under its code; codes that share what stands before a number are one question."""
    plain = heading(code)
    if not code:
        return worded
    if worded.group and plain.group:
        return replace(
            worded, name=code, group=plain.group, item=plain.item,
            part=worded.part if worded.part is not plain.part else plain.part,
        )  # fmt: skip
    if plain.group and plain.part is not worded.part:
        return replace(plain, label=worded.label, item_label=worded.item_label or "Other")
    return Heading(code, worded.label or worded.item_label, use=worded.use)


def _coded(headings: list[Heading], sheet: Sheet) -> bool:
    """True if what should be words below options are numbers."""
    points = sum(
        kind_of(cells).name == "points"
        for one, cells in zip(headings, sheet.columns, strict=True)
        if one.group
    )
    return points > sum(bool(one.group) for one in headings) * _HALF


EXPORT = Export("codes above questions", lay_out)
