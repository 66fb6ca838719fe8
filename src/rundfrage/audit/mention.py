"""What the words around a figure name: an item, answers of a scale, two answers together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rundfrage.audit.figure import Figure, Kind
from rundfrage.audit.number_words import BOTTOM2, FOLLOWED, JOINED, MEAN, MEDIAN, TOGETHER, TOP2
from rundfrage.audit.scope import Scope
from rundfrage.audit.statistics import Label, Question
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.survey import (
    exact_labels,
    hinted_labels,
    same_words,
    surest_label,
    without_wording,
)
from rundfrage.audit.words import folded, stem

_DISTINCT = 5
_FOLLOWED = re.compile(rf"\b(?:{'|'.join(FOLLOWED)})\b")
_MEASURES = (*TOP2, *BOTTOM2, *MEAN, *MEDIAN)
_GENERAL = re.compile(
    r"(?:anteile?|shares?|%|in %|prozent|percent|per cent|werte?|values?|gesamt|insgesamt|alle|"
    r"total|all|ergebnis|result|antworten|answers|auf platz 1|put first|"
    r"(?:daten)?reihe ?\d*|series ?\d*)(?: \(?in %\)?)?"
)
_BRACKETED = re.compile(r"\((?:sehr|besonders|very|eher|extremely)\)\s*[^\W\d_]")


def top_two(text: str) -> bool:
    """True if the folded text speaks of the two best answers together ("sehr gut oder gut")."""
    if any(phrase in text for phrase in TOP2) or _BRACKETED.search(text):
        return True
    return any(stem(found[1]) == stem(found[2]) for found in JOINED.finditer(text))


@dataclass(frozen=True)
class Mention:
    """What the words around a figure name, in one question: an item, answers, and how surely."""

    items: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    exact: bool = False
    foreign: bool = False
    """The row or the column bears a label that is none of this question's: a group of people."""


def mention_of(
    figure: Figure,
    around: Surroundings,
    scope: Scope,
    question: Question,
    page_items: Sequence[str],
    rarity: Mapping[str, float],
) -> Mention:
    """Item and answers named in the row, the column or the words around, in the survey's words."""
    passage = figure.passage
    if passage.row or passage.column:
        texts: tuple[str, ...] = (folded(passage.row), folded(passage.column))
    else:
        # In a list of contents the name of the question leads its line, and is no label.
        head = f"{question.name} "
        listed = passage.text.startswith(head) and passage.text[len(head) :][:1].isupper()
        lead = head.casefold() if listed else ""
        texts = tuple(without_wording(one.removeprefix(lead), question) for one in around.sides)
    items = [scope.item] if scope.item else _items(texts, around, question, page_items, rarity)
    both = bool(passage.row or passage.column)
    rows = _rows(
        texts, question, rarity, both=both, led=around.led and not around.alone and not both
    )
    foreign = _is_foreign(passage.column, question) or (
        not question.items and _is_foreign(passage.row, question)
    )
    needed = (not question.items or bool(items)) and not foreign
    mean = same_words(passage.column, MEAN)
    direct = figure.kind in {Kind.DECIMAL, Kind.SCORE} or mean or bool(rows)
    return Mention(tuple(items), rows, exact=needed and direct, foreign=foreign)


def _is_foreign(label: str, question: Question) -> bool:
    """True if a label is no item, answer or measure of the question, nor stands for everybody."""
    text = folded(label)
    if not text or _GENERAL.fullmatch(text) or same_words(text, _MEASURES):
        return False
    labels = (*question.items, *question.rows, question.wording)
    return not exact_labels(text, labels) and surest_label(text, labels) is None


def _items(
    texts: Sequence[str],
    around: Surroundings,
    question: Question,
    page_items: Sequence[str],
    rarity: Mapping[str, float],
) -> list[str]:
    """The item nearest to the figure: beside it, in the passage before or after it, on the page."""
    if not question.items:
        return []
    for place, text in enumerate(texts):
        if found := exact_labels(text, question.items):
            # Before a figure the last item counts, behind it the first.
            behind = place == 0 and not around.led and not around.alone
            return [found[0].name if behind else found[-1].name]
    for text in around.earlier:
        if found := exact_labels(without_wording(text, question), question.items):
            # A clause with words of one item is on that, whatever the clause before it was on.
            hinted = hinted_labels(texts[0], question.items, rarity) if texts else ()
            return [hinted[0].name if len(hinted) == 1 else found[-1].name]
    for text in around.later:
        if found := exact_labels(without_wording(text, question), question.items):
            return [found[0].name]
    for text in texts:
        if (label := surest_label(text, question.items)) is not None:
            return [label.name]
    return list(page_items) if len(page_items) == 1 else []


def _rows(
    texts: Sequence[str], question: Question, rarity: Mapping[str, float], *, both: bool, led: bool
) -> tuple[str, ...]:
    """The answers named on the likelier side, else on the other; in a table on both."""
    for place, text in enumerate(texts):
        if any(phrase in text for phrase in TOP2):
            return ("top2",)
        if any(phrase in text for phrase in BOTTOM2):
            return ("bottom2",)
        labels = [one for one in question.rows if one not in question.items]
        if top_two(text) and any(name == "top2" for name, _ in question.nets):
            return ("top2",)
        if led and place == 0 and (follower := _follower(text, labels, rarity)) is not None:
            return follower
        bare = _without_items(text, question)
        said = exact_labels(bare if led else _FOLLOWED.split(bare)[0], labels)
        if named := tuple(one.name for one in said):
            joined = len(named) > 1 and TOGETHER.search(text) is not None
            return _net_of(named, question, joined=joined)
        if both and (label := surest_label(bare, question.rows)) is not None:
            return (label.name,)
    return ()


def _without_items(text: str, question: Question) -> str:
    """The text without the labels of items, whose words name no answers."""
    for item in question.items:
        if item.folded:
            text = text.replace(item.folded, " ")
    return text


def _follower(
    text: str, labels: Sequence[Label], rarity: Mapping[str, float]
) -> tuple[str, ...] | None:
    """The answer behind "gefolgt von", for it is no longer the one named before; else None."""
    found = _FOLLOWED.search(text)
    if found is None or exact_labels(text[found.end() :], labels):
        return None
    words = text[found.end() :].split()
    hinted = hinted_labels(" ".join(words), labels, rarity) or tuple(
        one
        for one in labels
        if len(first := one.folded.partition(" ")[0]) >= _DISTINCT
        and any(word.startswith(first) for word in words)
    )
    return (hinted[0].name,) if len(hinted) == 1 else ()


def _net_of(named: tuple[str, ...], question: Question, *, joined: bool) -> tuple[str, ...]:
    """The net that joins exactly these answers; of others the first one.

    Answers that are said to be counted together, and are in no net, are nothing that is known.
    """
    for name, members in question.nets:
        if frozenset(members) == frozenset(named) and len(named) > 1:
            return (name,)
    return ("+".join(named),) if joined else named[:1]
