"""What the labels of neighbours share: the question, before the mark that cuts off each item."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.cells import clean

_MARKS = (": ", " - ", " – ", "? ", " | ", "... ", "… ")
_SHORTEST = 4


def cut_labels(labels: Sequence[str]) -> tuple[str, list[str]]:
    """What the labels share before a mark (the question), and what is left of each."""
    plain = [clean(label) for label in labels]
    if len(plain) < 2 or len(set(plain)) < len(plain):  # noqa: PLR2004  one shares nothing
        return "", plain
    first, last = min(plain), max(plain)
    at = next(
        (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other),
        len(first),
    )
    shared = first[:at]
    ending = max(shared.rfind(mark) + len(mark) if mark in shared else 0 for mark in _MARKS)
    items = [label[ending:].strip() for label in plain]
    if ending < _SHORTEST or not all(items):  # A letter and a mark are no question.
        return "", plain
    return shared[:ending].strip(" -–|:").strip(), items


def head_of(label: str) -> str:
    """What stands before the last mark of a label, empty if there is none."""
    plain = clean(label)
    end = max(plain.rfind(mark) for mark in _MARKS)
    return plain[: max(end, 0)].strip()
