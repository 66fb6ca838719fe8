"""The objects of a questionnaire's JSON form, and how what they hold is read and written.

A question's body is a record of its kind; in it a scale stands by its name. Conditions stand as
they are written in Markdown.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from rundfrage.codebook import Missing, Sample
from rundfrage.locales import message
from rundfrage.questionnaire.limits import NUMBER, SCALE_LABELS
from rundfrage.questionnaire.markdown.head import SURVEY
from rundfrage.questionnaire.markdown.labels import QuestionName, ValueName
from rundfrage.questionnaire.model import Kind, PageRole, Participation, Scale
from rundfrage.questionnaire.reasons import Reason
from rundfrage.records import DAY, Leaf, Limit, Misfit, Records
from rundfrage.text import EMPTY, Text


@dataclass(frozen=True)
class Context:
    """What texts, kinds and scales are read by: the source language comes first in every text."""

    language: str
    kinds: Mapping[str, Kind]
    scales: Mapping[str, Scale] = dataclasses.field(default_factory=dict)


def _text(versions: dict[str, str], context: Context) -> Text:
    language = context.language
    if language not in versions:
        raise Misfit(message("words in the questionnaire's language {language}", language=language))
    return Text(tuple(({language: versions[language]} | versions).items()))


def _kind(name: str, context: Context) -> Kind:
    if name not in context.kinds:
        raise Misfit(message("one of {choices}", choices=", ".join(context.kinds)))
    return context.kinds[name]


def _scale(name: str, context: Context) -> Scale:
    if name not in context.scales:
        raise Misfit(message("the name of a scale: {scales}", scales=", ".join(context.scales)))
    return context.scales[name]


_LEAVES = {
    Text: Leaf(
        Annotated[dict[str, Annotated[str, Limit(1)]], Limit(1)],
        message('texts by language, as {{"de": "Ja", "en": "Yes"}}'),
        _text,
        lambda text: dict(text.versions),
        {"description": "Language to words; the questionnaire's own language is needed."},
        name="text",
    ),
    Missing: Leaf.named(
        {
            "dont_know": Missing.DONT_KNOW,
            "refused": Missing.REFUSED,
            "not_applicable": Missing.NOT_ASKED,
        }
    ),
    # Of a survey of our own it is known how people come to it.
    Sample: Leaf.named({one.value: one for one in (Sample.OPEN, Sample.LIST, Sample.PROBABILITY)}),
    datetime.date: DAY,
}
FORM = Records({
    **_LEAVES,
    Kind: Leaf(str, message("a kind of question"), _kind, lambda kind: kind.name),
}, checked=False)  # fmt: skip
BODIES = Records({
    **_LEAVES,
    Scale: Leaf(str, message("the name of a scale"), _scale, lambda scale: scale.name),
    Decimal: Leaf(
        Annotated[str, Limit(pattern=r"^-?[0-9]{1,12}(?:\.[0-9]{1,6})?$")],
        message('a number as a string, as "0.5"'),
        lambda word, _: Decimal(word),
        str,
    ),
}, checked=False)  # fmt: skip
"""What is read is read again from Markdown, whose reader knows all limits of what it says."""

ConditionWords = Annotated[
    str, Limit(1, 2_000, expected=message("a condition of at most 2,000 characters"))
]
"""A condition as it is written."""


class Format(StrEnum):
    """The formats there are."""

    FIRST = "rundfrage-questionnaire-1"


@dataclass(frozen=True)
class ScaleForm:
    """A scale, its labels and its missing steps."""

    name: ValueName
    labels: Annotated[tuple[Text, ...], Limit(2, SCALE_LABELS)]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class QuotaForm:
    """No more than `most` completed interviews for which the condition holds."""

    name: ValueName
    most: Annotated[int, Limit(1, NUMBER)]
    condition: ConditionWords = dataclasses.field(metadata={"key": "if"})


@dataclass(frozen=True)
class NetForm:
    """Answers counted together."""

    name: ValueName
    label: Text
    members: Annotated[tuple[str, ...], Limit(1)]


@dataclass(frozen=True, kw_only=True)
class QuestionForm:
    """A question; its body is a record of its kind."""

    name: QuestionName
    kind: Kind
    text: Text
    hint: Text = EMPTY
    show_if: ConditionWords = dataclasses.field(default="", metadata={"key": "if"})
    required: bool = False
    shuffle: bool = False
    identifying: bool = False
    nets: tuple[NetForm, ...] = ()
    body: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class PageForm:
    """Questions shown together."""

    title: Text
    role: PageRole = PageRole.QUESTIONS
    text: Text = EMPTY
    show_if: ConditionWords = dataclasses.field(default="", metadata={"key": "if"})
    questions: tuple[QuestionForm, ...] = ()


@dataclass(frozen=True)
class DoorWord:
    """Words of the public door itself, for each plural form."""

    language: str
    key: str
    forms: Annotated[tuple[Annotated[str, Limit(1)], ...], Limit(1)]


@dataclass(frozen=True, kw_only=True)
class QuestionnaireForm:
    """A questionnaire with its translations.

    `required` is what a question is for the Markdown form that says neither.
    """

    format: Format
    survey: Annotated[str, Limit(pattern=f"^{SURVEY.pattern}$")]
    title: Text
    subtitle: Text = EMPTY
    organisation: Annotated[str, Limit(1)] = ""
    language: Annotated[str, Limit(2)]
    languages: Annotated[tuple[str, ...], Limit(1)] = ()
    field: tuple[datetime.date, datetime.date] | None = None
    sample: Sample = dataclasses.field(default=Sample.OPEN, metadata={"always": True})
    participation: Participation = dataclasses.field(
        default=Participation.OPEN, metadata={"always": True}
    )
    required: bool = False
    scales: tuple[ScaleForm, ...] = ()
    quotas: tuple[QuotaForm, ...] = ()
    pages: Annotated[tuple[PageForm, ...], Limit(1)]
    door: tuple[DoorWord, ...] = ()
