"""The names of the tabs: a question's number and a few of its words.

"q2_b: The alliance wants … How important is it that it goes on?" becomes "2b How important is it…".
"""

from __future__ import annotations

import re

from rundfrage.tables.table import Table

_LONGEST = 31
_NUMBERED = re.compile(r"(?:question|frage|item|q|f|v)?_?0*([0-9]+_?[a-z]?)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+")
_ASKED = ("?", "؟")
_FORBIDDEN = re.compile(r"[\[\]:*?؟/\\\x00-\x1f'\"„“”«»]+")


def tab_name(table: Table, language: str) -> str:
    """What the tab of a table's sheet says; neither legal nor unique for sure."""
    number = _NUMBERED.fullmatch(table.name)
    words = _question(table.title.into(language)) or ("" if number else table.name)
    room = _LONGEST
    if number is None:
        return _cut(words, room) or table.name
    shown = number[1].replace("_", "")
    return f"{shown} {_cut(words, room - len(shown) - 1)}".strip()


def _question(wording: str) -> str:
    """The sentence that asks, without what leads to it, as a tab can hold it."""
    sentences = _SENTENCE.split(wording.strip())
    asked = [one for one in sentences if one.endswith(_ASKED)]
    plain = (asked or sentences)[-1 if asked else 0]
    return " ".join(_FORBIDDEN.sub(" ", plain).split()).rstrip(" .!,;")


def _cut(words: str, room: int) -> str:
    """The whole words that fit, with dots if there were more."""
    if len(words) <= room:
        return words
    cut = words[:room]
    whole = cut[: room - 1].rsplit(" ", 1)[0] if " " in cut[: room - 1] else cut[: room - 1]
    return f"{whole.rstrip(' ,;–-')}…"
