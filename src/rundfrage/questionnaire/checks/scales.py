"""Scales: each is used by a question."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.questionnaire.checks.ground import Ground


def check_scales(ground: Ground) -> Iterator[Problem]:
    """A warning for each scale that no question uses."""
    used = {
        key.split(":")[1]
        for question in ground.questionnaire.questions
        for key, _ in question.kind.texts(question.body)
        if key.startswith("scale:")
    }
    for scale in ground.questionnaire.scales:
        if scale.name not in used:
            yield Problem(
                "unused-scale",
                where=ground.where(None, scale.line),
                found=message("No question uses the scale {name}.", name=scale.name),
                expected=message("scales that are used."),
                mend=message("Take it out, or write ({name}) under a question.", name=scale.name),
                severity="warning",
            )
