"""Steps of scales that nobody chose: known from other columns of the file, or doubted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rundfrage.dataset.intake.balance import is_lopsided, marks_between
from rundfrage.dataset.intake.categories import FEW
from rundfrage.dataset.intake.graded import is_middle
from rundfrage.dataset.intake.scales import Scale, folded, scale_of, worded, yes_or_no
from rundfrage.locales import Message, joined, message

_FEWEST = 3
_ALIKE = 3
"""A lopsided scale that so many columns have was offered so."""
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

    School marks get those between them.
    """
    wider = [steps for steps in _wider(scale.steps, known) if _is_part(scale.steps, steps, known)]
    if wider:
        usual = min(wider, key=lambda steps: (-known[steps], len(steps)))
    elif (usual := marks_between(scale.steps)) == scale.steps:
        return scale
    found = scale_of(usual)
    return scale if found is None else replace(found, beside=scale.beside)


def _is_part(own: tuple[str, ...], steps: tuple[str, ...], known: Known) -> bool:
    """True if one step lacks, or the own ones are no scale that somebody would offer so often."""
    if len(steps) == len(own) + 1 or _off_centre(own) is not None:
        return True
    return not _is_own(own, steps) and known[steps] >= known[own]


def _is_own(own: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """True if the steps have their middle, or are others' without the ends."""
    middle = any(is_middle(folded(step)) for step in own)
    return len(own) >= _FEWEST and (middle or not {steps[0], steps[-1]} & set(own))


def _wider(own: tuple[str, ...], known: Known) -> list[tuple[str, ...]]:
    """The scales that hold these steps and others, in the same order."""
    return [
        steps
        for steps in known
        if set(own) < set(steps)
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
    found = _unchosen(given, steps, known)
    return () if found is None else ((found, settle),)


def part_doubts(answers: Sequence[str], known: Known) -> tuple[tuple[Message, Message], ...]:
    """What is doubted of a choice whose answers are steps of other columns' scale: good and bad."""
    if len(answers) < 2 or yes_or_no(answers) is not None:  # noqa: PLR2004  one has no order
        return ()
    whole = next((steps for steps in known if set(answers) < set(steps)), None)
    if whole is None:
        return ()
    found = message(
        "Its answers are steps of other columns' scale, in which nobody chose {steps} here.",
        steps=_quoted([step for step in whole if step not in answers]),
    )
    return ((found, message("If it is one, give the type “scale” in the codebook.")),)


def _unchosen(given: tuple[str, ...], steps: tuple[str, ...], known: Known) -> Message | None:
    added = [step for step in steps if step not in given]
    if added and any(set(steps) <= set(one) for one in known):
        return message("Nobody chose {steps}, which other columns have.", steps=_quoted(added))
    if added:
        return message(
            "Nobody chose {steps}, which stands among the school marks that were given.",
            steps=_quoted(added),
        )
    wider = _wider(steps, known)
    ends = next(((one[0], one[-1]) for one in wider if not {one[0], one[-1]} & set(steps)), None)
    if ends is not None:
        return message(
            "Nobody chose {steps}, which are the ends of other columns' scale; they were left out.",
            steps=_quoted(ends),
        )
    apart = next((one for one in wider if not _is_own(steps, one)), None)
    if apart is not None:
        return message(
            "Nobody chose {steps}, which other columns have; they were left out.",
            steps=_quoted([step for step in apart if step not in steps]),
        )
    if (middle := _off_centre(steps)) is not None:
        return message(
            "“{step}” doesn't stand in the middle: a step that nobody chose may be missing.",
            step=middle,
        )
    if len(steps) < _FEWEST and worded(steps) is not None:
        return message(
            "Only two steps of a scale were chosen, {steps}: others may lie between and beyond.",
            steps=_quoted(steps),
        )
    if known[steps] < _ALIKE and is_lopsided(steps):
        return message(
            "It has more steps on one side than on the other: one that nobody chose may be missing."
        )
    return None


def _quoted(steps: Sequence[str]) -> Message:
    return joined([f"“{step}”" for step in steps])
