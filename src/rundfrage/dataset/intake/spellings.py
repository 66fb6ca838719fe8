"""Answers that differ by nothing but capitals, apostrophes, blanks and a point behind are one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.categories import FEW, few
from rundfrage.dataset.intake.scales import folded
from rundfrage.locales import Message, joined, message

Doubts = tuple[tuple[Message, Message], ...]
_MOST = 4 * FEW
_SHOWN = 4
_SHORTEST = 2


def in_one_spelling(cells: Cells) -> tuple[Cells, Doubts]:
    """The cells with each answer as most people wrote it, and what was put together.

    Only of choices: texts and codes of one letter stay as they are.
    """
    counts = cells.answers
    if not 1 < len(counts) <= _MOST or len(counts) * 2 > sum(counts.values()):
        return cells, ()
    alike: dict[str, list[str]] = {}
    for word in counts:
        alike.setdefault(folded(word).rstrip(" .") or word, []).append(word)
    if len(alike) == len(counts) or len(alike) > FEW:
        return cells, ()
    usual = {
        word: max(words, key=lambda one: (counts[one], one))
        for key, words in alike.items()
        if len(words) > 1 and len(key) >= _SHORTEST
        for word in words
    }
    merged = {words[0]: sum(counts[one] for one in words) for words in alike.values()}
    if not usual or not few(merged):
        return cells, ()
    places: dict[str, int] = {}
    moved = [
        places.setdefault(usual.get(clean(cell), cell), len(places)) for cell in cells.distinct
    ]
    whole = replace(
        cells, distinct=tuple(places), index=np.array([*moved, 0], np.int32)[cells.index]
    )
    together = [word for word in usual if usual[word] != word]
    found = message(
        "Spellings of one answer were put together: {words}.",
        words=joined([f"“{word[:30]}”" for word in together[:_SHOWN]]),
    )
    settle = message(
        "If they are different answers, give the type “single choice” and list them all (answers)."
    )
    return whole, ((found, settle),)
