"""Steps of scales that nobody chose: known from other columns of the file, or doubted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rundfrage.dataset.intake.categories import FEW
from rundfrage.dataset.intake.graded import is_middle
from rundfrage.dataset.intake.scales import Scale, folded, scale_of
from rundfrage.locales import Message, joined, message

_FEWEST = 3
Known = Counter[tuple[str, ...]]
"""The steps of the scales in a file, with how many columns have them."""


def scales_among(columns: Iterable[Collection[str]]) -> Known:
    """The scales that the answers of columns form."""
    alike = Counter(frozenset(answers) for answers in columns if _FEWEST <= len(answers) <= FEW)
    found: Known = Counter()
    for answers, count in alike.items():
        if scale := scale_of(sorted(answers)):
            found[scale.steps] += count
    return found


def completed(scale: Scale, known: Known) -> Scale:
    """The scale with the steps that only other columns have; itself if there is none such.

    It lacks one step, or its middle isn't in the middle.
    """
    lacking = _off_centre(scale.steps) is not None
    wider = [
        steps
        for steps in _wider(scale.steps, known)
        if lacking or len(steps) == len(scale.steps) + 1
    ]
    if not wider:
        return scale
    usual = min(wider, key=lambda steps: (-known[steps], len(steps)))
    found = scale_of(usual)
    return scale if found is None else replace(found, beside=scale.beside)


def _wider(own: tuple[str, ...], known: Known) -> list[tuple[str, ...]]:
    """The scales that hold these steps and as many others at most, in the same order."""
    return [
        steps
        for steps in known
        if len(own) >= _FEWEST
        and set(own) < set(steps)
        and 2 * len(own) >= len(steps)
        and _off_centre(steps) is None
        and own == tuple(step for step in steps if step in own)
    ]


def _off_centre(steps: Sequence[str]) -> str | None:
    """The middle step where it doesn't stand in the middle, None if it does, or there is none."""
    middles = [place for place, step in enumerate(steps) if is_middle(folded(step))]
    if len(steps) < _FEWEST or len(middles) != 1 or 2 * middles[0] == len(steps) - 1:
        return None
    return steps[middles[0]]


def unchosen_doubts(
    given: tuple[str, ...], steps: tuple[str, ...], known: Known
) -> tuple[tuple[Message, Message], ...]:
    """What is doubted of a scale's steps of which those `given` were chosen."""
    settle = message("List all answers in their order in the codebook (answers).")
    added = [step for step in steps if step not in given]
    if added:
        words = _quoted(added)
        return ((message("Nobody chose {steps}, which other columns have.", steps=words), settle),)
    ends = next(
        ((one[0], one[-1]) for one in _wider(steps, known) if not {one[0], one[-1]} & set(steps)),
        None,
    )
    if ends is not None:
        found = message(
            "Nobody chose {steps}, which are the ends of other columns' scale; they were left out.",
            steps=_quoted(ends),
        )
        return ((found, settle),)
    middle = _off_centre(steps)
    if middle is None:
        return ()
    found = message(
        "“{step}” doesn't stand in the middle: a step that nobody chose may be missing.",
        step=middle,
    )
    return ((found, settle),)


def _quoted(steps: Sequence[str]) -> Message:
    return joined([f"“{step}”" for step in steps])
