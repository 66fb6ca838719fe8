"""Answers: every question can be answered, and its answers don't overlap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from rundfrage.codebook import Role, Variable, VariableType
from rundfrage.errors import Problem
from rundfrage.locales import Message, message
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.model import Question

_RANGE = re.compile(
    r"(?<![0-9.,])([0-9]{1,9}) {0,3}(?:–|-|—|bis|to|\.\.|…) {0,3}([0-9]{1,9})(?![0-9.,])"
)


def check_answers(ground: Ground) -> Iterator[Problem]:
    """The Problems of what respondents can answer."""
    for page in ground.questionnaire.pages:
        if not page.questions and not page.text:
            yield Problem(
                "empty-page",
                where=ground.where(page.title.source, page.line),
                found=message("The page has neither text nor questions."),
                expected=message("something to read or to answer."),
                mend=message("Take the page out, or write something under its heading."),
                severity="warning",
            )
    pairs = zip(ground.questionnaire.questions, ground.measured, strict=True)
    for question, measured in pairs:
        if question.required and not measured.variables:
            yield _unanswerable(
                ground, question, message("It is a text to read."), message("Take required out.")
            )
        for variable in measured.variables:
            if variable.name == question.name:
                yield from _options(ground, question, variable)


def _options(ground: Ground, question: Question, variable: Variable) -> Iterator[Problem]:
    chosen = variable.type in (VariableType.CATEGORICAL, VariableType.MULTIPLE)
    if chosen and not variable.categories:
        yield _unanswerable(
            ground,
            question,
            message("All its answers count as missing."),
            message("Add an answer without {{dk}}."),
        )
    exclusive = [one for one in variable.categories if one.role is Role.NONE]
    if exclusive and len(exclusive) == len(variable.categories):
        yield Problem(
            "only-exclusive",
            where=ground.where(question.name, question.line),
            found=message("Every answer excludes all others."),
            expected=message("at least one answer that goes with others."),
            mend=message("Write - ( ) in every line: only one answer may be chosen."),
        )
    labels = Counter(category.label.source for category in variable.categories)
    for label in (label for label, times in labels.items() if times > 1):
        yield Problem(
            "duplicate-label",
            where=ground.where(question.name, question.line),
            found=message("Two answers read {label}.", label=label[:60]),
            expected=message("answers that respondents can tell apart."),
            mend=message("Change one of them."),
            severity="warning",
        )
    yield from _ranges(ground, question, variable)


def _ranges(ground: Ground, question: Question, variable: Variable) -> Iterator[Problem]:
    """Warnings for labels such as 18–29 and 29–40, of which 29 fits both."""
    ranges = []
    for category in variable.categories:
        found = _RANGE.findall(category.label.source)
        if len(found) == 1:
            ranges.append((int(found[0][0]), int(found[0][1]), category.label.source))
    where = ground.where(question.name, question.line)
    for low, high, label in ranges:
        if low > high:
            yield Problem(
                "empty-range",
                where=where,
                found=message(
                    "The answer {label} goes from {low} to {high}.", label=label, low=low, high=high
                ),
                expected=message("a first number that is not greater than the second."),
                mend=message("Exchange them."),
                severity="warning",
            )
    ordered = sorted(one for one in ranges if one[0] <= one[1])
    for (_, high, first), (low, _, second) in pairwise(ordered):
        if low <= high:
            yield Problem(
                "overlapping-ranges",
                where=where,
                found=message(
                    "{low} fits both {first} and {second}.", low=low, first=first, second=second
                ),
                expected=message("answers of which exactly one fits."),
                mend=message("Let the second begin after the first ends."),
                severity="warning",
            )


def _unanswerable(ground: Ground, question: Question, found: Message, mend: Message) -> Problem:
    return Problem(
        "unanswerable",
        where=ground.where(question.name, question.line),
        found=message("The question can't be answered. {found}", found=found),
        expected=message("a question with at least one answer."),
        mend=mend,
    )
