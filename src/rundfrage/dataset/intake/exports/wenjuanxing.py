"""Wenjuanxing (问卷星): `3、question`, and of a grid the question above its first row alone.

    7、How much do you agree?—I am tense      7、I am afraid      7、I worry

Several choices in one cell are cut by "┋"; "(跳过)" is a question that wasn't shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rundfrage.codebook import Missing
from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message
from rundfrage.patterns import pattern

_PROGRAM = "Wenjuanxing"
_QUESTION = pattern(r"(?P<number>\d{1,3})、\s*(?P<words>.+)", re.DOTALL)
_OWN = listed("序号|提交答卷时间|所用时间|来源|来源详情|来自ip|总分")
_MISSING = {
    "(空)": Missing.LEFT_BLANK,
    "（空）": Missing.LEFT_BLANK,
    "(跳过)": Missing.NOT_ASKED,
    "（跳过）": Missing.NOT_ASKED,
}
_FEWEST = 3
_HALF = 0.5


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Wenjuanxing lays it out, None if few questions begin so."""
    names = [clean(name) for name in sheet.names]
    matches = [_QUESTION.fullmatch(name) for name in names]
    if sum(map(bool, matches)) < max(_FEWEST, len(names) * _HALF):
        return None
    return Layout(
        sheet,
        _headings(names, matches),
        message("Its headings are number, 、 and question."),
        missing=_MISSING,
        separator="┋",
    )


def _headings(names: Sequence[str], matches: Sequence[re.Match[str] | None]) -> list[Heading]:
    often = Counter(match["number"] for match in matches if match)
    found: list[Heading] = []
    question, number = "", ""
    for name, match in zip(names, matches, strict=True):
        if match is None:
            own = folded(name) in _OWN
            plain = Heading(name, name)
            found.append(noted(plain, _PROGRAM, identifies=name == "序号") if own else plain)
            continue
        words = match["words"].strip()
        if match["number"] != number:
            number = match["number"]
            question, _, item = words.rpartition("—")
        else:
            item = words
        if question and often[number] > 1:
            found.append(Heading(name, question, f"{number}、{question}", item, item))
        else:
            found.append(Heading(name, words))
    return found


EXPORT = Export(_PROGRAM, lay_out)
