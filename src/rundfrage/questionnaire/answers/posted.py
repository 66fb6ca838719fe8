"""Answers as a form sends them and as they are kept: what a kind's `parse` and `view` speak of.

A *field* is a named control of a form, such as `q1`, `q1.other.text` or `q4.info`; radio buttons
of one name are one field. What a browser sends is *posted*: the values of each field, as text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rundfrage.codebook import Missing
from rundfrage.rules.answer_space import Answer

Posted = Mapping[str, Sequence[str]]
"""The values of each field that was sent; a field without a value is absent or empty."""

Given = Answer | Missing
"""An answer (a category's name, several, a number, a day, words), or why there is none."""


@dataclass(frozen=True)
class Mistake:
    """Why an answer can't be taken.

    `control` is the field to go to, `code` names the words that say it to the respondent, `values`
    are what these words mention (the bound that was passed, say).
    """

    control: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Parsed:
    """What a kind makes of the posted fields of one question.

    `answers` has an entry for every variable of the question: the answer or LEFT_BLANK, DONT_KNOW
    or REFUSED. If there are mistakes the answers are not to be kept.
    """

    answers: Mapping[str, Given]
    mistakes: tuple[Mistake, ...] = ()
