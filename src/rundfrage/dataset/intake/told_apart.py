"""Words that stand for a missing answer in one column, and are answers in another: refused, -.

Beside one other answer they are its opposite: granted and refused, found and missing, + and -.
Where another column of the file has the word beside several answers, it is no answer here either.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rundfrage.codebook.reason_words import ANSWERS, as_listed
from rundfrage.dataset.cells import REASONS, Cells
from rundfrage.dataset.intake.scales import BESIDE, folded, is_step
from rundfrage.dataset.intake.signs import are_signs, signed
from rundfrage.dataset.words import NO, YES
from rundfrage.locales import Message, joined, message

_MOST = 12
_LONGEST = 2 * max(map(len, ANSWERS))


def answers_in_pairs(columns: Sequence[Cells]) -> list[frozenset[str]]:
    """For each column its words that mostly stand for a missing answer, and are answers there."""
    alone: list[frozenset[str]] = []
    elsewhere: set[str] = set()
    rated = any(signed([*one.answers]) is not None for one in columns if len(one.answers) <= _MOST)
    for column in columns:
        words = [word for word in column.words if word and word not in REASONS]
        if len(words) > _MOST:
            short = [word for word in words if not word[0].isdigit() and len(word) <= _LONGEST]
            elsewhere.update(word for word in map(_listed, short) if word in ANSWERS)
            alone.append(frozenset())
            continue
        if len(words) > 1 and are_signs(words) and (rated or _rates(words)):
            alone.append(frozenset(words))
            continue
        unsure = frozenset(word for word in words if _listed(word) in ANSWERS)
        others = {_listed(word) for word in words} - ANSWERS - set(BESIDE)
        if len(others) > 1:
            elsewhere.update(map(_listed, unsure))
        pair = len(others) == 1 == len(unsure) and not any(map(_is_known, others))
        alone.append(unsure if pair else frozenset())
    return [frozenset(word for word in words if _listed(word) not in elsewhere) for words in alone]


def _listed(word: str) -> str:
    return as_listed(folded(word))


def _rates(signs: Collection[str]) -> bool:
    """True if the signs are a rating by themselves: they hold a plus, or two sorts of minus."""
    return any("+" in sign for sign in signs) or {"-", "--"} <= set(signs)


def _is_known(word: str) -> bool:
    """True for a word whose opposite is known, and isn't that nobody answered."""
    return word in YES or word in NO or is_step(word)


def may_be_missing(words: Collection[str]) -> tuple[tuple[Message, Message], ...]:
    """The doubt of words that were read as answers, and may stand for a missing one."""
    if not words:
        return ()
    found = message(
        "{words} was read as an answer, and may stand for a missing one.", words=_quoted(words)
    )
    return ((found, message("If it stands for a missing answer, name it as missing.")),)


def may_be_answers(words: Collection[str]) -> tuple[tuple[Message, Message], ...]:
    """The doubt of words that were read as missing, and may be answers."""
    if not words:
        return ()
    found = message(
        "{words} was taken for a missing answer, and may be an answer.", words=_quoted(words)
    )
    return ((found, message("If it is an answer, say in its codebook which are missing.")),)


def _quoted(words: Collection[str]) -> Message:
    return joined([f"“{word}”" for word in sorted(words)])
