"""Ratings on a named scale, as the scale question and the grid have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rundfrage.codebook import Category, Missing
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Posted
from rundfrage.questionnaire.answers.typed_words import first
from rundfrage.questionnaire.bodies.reasons import mark_viewed, reason_chosen
from rundfrage.questionnaire.model import Scale
from rundfrage.text import Text

NAMED = re.compile(r"\(\s*([^\s().]+)\s*\)")
"""The line that names a scale: `(wichtig)`."""
_STEP = re.compile("[1-9][0-9]{0,2}")


def scale_named(line: Line, scales: Mapping[str, Scale]) -> Scale:
    """The scale that the line names; raises a Problem that suggests the nearest known one."""
    match = NAMED.fullmatch(line.words)
    name = match.group(1) if match else line.words.strip("()").strip()
    if name in scales:
        return scales[name]
    known = ", ".join(scales)
    raise Problem(
        "unknown-scale",
        where=Where(line=line.number),
        found=message("There is no scale {name}.", name=name[:60]),
        expected=message("one of the scales of the front matter: {known}.", known=known)
        if known
        else message("a scale of the front matter, which has none."),
        mend=did_you_mean(name, scales)
        or message(
            "Add it to the front matter under scales:, as in  guete: [gut, mittel, schlecht]"
        ),
    )


def categories(scale: Scale) -> tuple[Category, ...]:
    """The steps of the scale, named and coded from 1 on."""
    return tuple(
        Category(str(code), label, code) for code, label in enumerate(scale.labels, start=1)
    )


def scale_texts(scale: Scale) -> Iterable[tuple[str, Text]]:
    """The labels of the scale with their keys, `scale:wichtig:1` and so on.

    That of a missing step has its mark: `scale:wichtig:dk`.
    """
    for code, label in enumerate(scale.labels, start=1):
        yield f"scale:{scale.name}:{code}", label
    for reason in scale.reasons:
        yield f"scale:{scale.name}:{reason.mark}", reason.label


def with_scale_texts(scale: Scale, texts: Mapping[str, Text]) -> Scale:
    """The scale with the labels of these keys replaced."""
    labels = [texts.get(key, label) for key, label in scale_texts(scale)]
    steps = len(scale.labels)
    reasons = zip(scale.reasons, labels[steps:], strict=True)
    return replace(
        scale,
        labels=tuple(labels[:steps]),
        reasons=tuple(replace(reason, label=label) for reason, label in reasons),
    )


def rating_in(
    posted: Posted, field: str, scale: Scale, *, required: bool
) -> tuple[Given, Mistake | None]:
    """The step of the scale that the field holds, and what is wrong.

    A missing step is the reason for no answer; where there is no step it is LEFT_BLANK.
    """
    value = first(posted, field)
    if not value:
        return Missing.LEFT_BLANK, Mistake(field, "required") if required else None
    if _STEP.fullmatch(value) and int(value) <= len(scale.labels):
        return value, None
    reason = reason_chosen(scale.reasons, value)
    if reason is not None:
        return reason, None
    return Missing.LEFT_BLANK, Mistake(field, "not-offered")


def ratings_viewed(
    fields: Iterable[str], scale: Scale, answers: Mapping[str, Given]
) -> dict[str, tuple[str, ...]]:
    """The fields filled with these answers."""
    viewed: dict[str, tuple[str, ...]] = {}
    for field in fields:
        given = answers.get(field)
        chosen = (given,) if isinstance(given, str) else mark_viewed(scale.reasons, given)
        if chosen:
            viewed[field] = chosen
    return viewed
