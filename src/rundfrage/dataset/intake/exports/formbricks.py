"""Formbricks: No., Response ID, Survey ID … first, then numbered questions; ticks cut by "; ".

A question of options is followed by the same answers as codes, under "Question - Option ID".
"""

from __future__ import annotations

import re

from rundfrage.codebook import Use
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim
from rundfrage.patterns import pattern

_PROGRAM = "Formbricks"
_OWN = listed(
    "no.|response id|timestamp|finished|survey id|formbricks id (internal)",
    "formbricks user id (internal)|user id|notes|tags|quotas|verified email|source|url",
    "browser|os|device|country|action|meta data - source|ipaddress",
    "useragent - browser|useragent - os|useragent - device",
)
_QUESTION = pattern(r"\d+\. .+", re.DOTALL)
_CODES = " - Option ID"


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Formbricks lays it out, None if it lacks its columns."""
    words = [folded(name) for name in sheet.names]
    if not {"response id", "survey id"} <= set(words) and "no." not in words[:1]:
        return None
    if len(_OWN.intersection(words)) < 4:  # noqa: PLR2004
        return None
    answers = [name for name in sheet.names if not name.endswith(_CODES)]
    plain = dict(zip(answers, plain_headings(answers), strict=True))
    headings = []
    for name, word in zip(sheet.names, words, strict=True):
        if word in _OWN and not _QUESTION.fullmatch(name):
            own = Heading(name, name)
            headings.append(noted(own, _PROGRAM, identifies=word in {"response id", "no."}))
        elif name.endswith(_CODES):
            why = message("It holds the codes of the answers beside it.")
            headings.append(Heading(name, name, use=Use.ASIDE, why=why))
        else:
            headings.append(plain[name])
    evidence = message("It has the columns that {program} adds.", program=verbatim(_PROGRAM))
    return Layout(sheet, headings, evidence, separator=";")


EXPORT = Export(_PROGRAM, lay_out)
