"""Reasons for no answer: steps and options that read like one are marked, marks say something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rundfrage.codebook import Missing, VariableType
from rundfrage.codebook.reason_words import ANSWERS, OFFERED, STEPS, TECHNICAL
from rundfrage.errors import Problem, Where
from rundfrage.folding import fold
from rundfrage.locales import Message, message, verbatim
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.model import PageRole
from rundfrage.questionnaire.reasons import MARKS
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.text import Text

_BRACES = re.compile(r"\{([^{}]+)\}[ \t]*$", re.MULTILINE)
_GIVEN = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"']+))?\s*")
_GENERAL = frozenset(
    {"if", "required", "optional", "shuffle", "identifying", "code", *MARKS, *PageRole}
)
_PLAIN = re.compile(r"title|subtitle|net:.*|page:[0-9]+:text|[^:]+:hint|[^:]+:(?:unit|low|high)"
                    r"|[^:]+::unit")  # fmt: skip
"""Paths of texts in which braces are no attributes."""
_MARK_OF = {
    Missing.DONT_KNOW: "dk",
    Missing.REFUSED: "refused",
    Missing.LEFT_BLANK: "refused",
    Missing.NOT_ASKED: "na",
}
_EDGES = " .…()[]–-!?\"'“”„«»"
_MARKS = {
    word.strip(_EDGES): _MARK_OF[why]
    for word, why in (*TECHNICAL.items(), *OFFERED.items())
    if word not in STEPS | ANSWERS and len(word) > len("DK") and word[-1] not in "…?"
}
"""What reads like a reason, and neither as well like a step or an answer, nor like a country."""
_APART = re.compile(r"\s*[/,;|]\s*|\s+(?:or|oder|ou|o|lub|veya|أو|или)\s+")


def mark_for(label: str) -> str | None:
    """The mark of the reason that a label reads like; None if it reads like an answer.

    Several reasons in one label, "don't know / no answer", have the mark of the first.
    """
    word = fold(label).strip(_EDGES)
    if word in _MARKS:
        return _MARKS[word]
    marks = [_MARKS.get(part.strip(_EDGES)) for part in _APART.split(word)]
    return marks[0] if all(marks) else None


def check_unmarked(ground: Ground) -> Iterator[Problem]:
    """A warning for each step and option that reads like a reason for no answer."""
    for scale in ground.questionnaire.scales:
        where = ground.where(None, scale.line)
        yield from _unmarked(scale.labels, where, message("the scale {name}", name=scale.name))
    pairs = zip(ground.questionnaire.questions, ground.measured, strict=True)
    for question, measured in pairs:
        where = ground.where(question.name, question.line)
        for variable in measured.variables:
            if variable.type in (VariableType.CATEGORICAL, VariableType.MULTIPLE):
                labels = [category.label for category in variable.categories]
                yield from _unmarked(labels, where, verbatim(question.name))


def _unmarked(labels: Iterable[Text], where: Where, bearer: Message) -> Iterator[Problem]:
    for label in labels:
        mark = next(filter(None, (mark_for(words) for _, words in label.versions)), None)
        if mark is not None:
            yield Problem(
                "unmarked-reason",
                where=where,
                found=message(
                    "“{label}” in {bearer} reads like a reason for no answer, and counts as an "
                    "answer.",
                    label=label.source[:60],
                    bearer=bearer,
                ),
                expected=message("a mark, which keeps it out of bases, means and nets."),
                mend=message("Write {label} {{{mark}}}.", label=label.source[:60], mark=mark),
                severity="warning",
            )


def check_idle_attributes(ground: Ground) -> Iterator[Problem]:
    """A Problem for each text that ends in attributes where they do nothing."""
    known = _GENERAL.union(*(one.kind.attributes for one in ground.questionnaire.questions))
    for placed in texts(ground.questionnaire):
        words = placed.text.source
        if not _PLAIN.fullmatch(placed.path):
            # Of a question's text the heading has attributes, the paragraphs under it have none.
            words = words.partition("\n\n")[2]
        for braces in _BRACES.findall(words):
            if _GIVEN.sub("", braces.strip()) or not known.issuperset(_GIVEN.findall(braces)):
                continue
            yield Problem(
                "idle-attribute",
                where=ground.where(placed.path, placed.line),
                found=message("A text ends in {braces}.", braces=f"{{{braces}}}"[:60]),
                expected=message(
                    "attributes at the end of a heading, an option, an item or a step of a scale."
                ),
                mend=message("Put them there, or let the text end otherwise."),
            )
