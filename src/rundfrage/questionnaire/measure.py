"""From a questionnaire to its codebook: each question becomes the variables of its kind."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.codebook import Codebook, Variable
from rundfrage.manuscript.attributes import PIPING
from rundfrage.questionnaire.model import Measured, Question, Questionnaire
from rundfrage.text import Text


def measured(question: Question) -> Measured:
    """The variables of the question, and the battery they form if any.

    Their texts are for reports: a piping, which differs from respondent to respondent, becomes an
    ellipsis.
    """
    raw = question.kind.variables(question)
    return Measured(
        tuple(_printed_variable(variable) for variable in raw.variables),
        replace(raw.battery, label=_printed(raw.battery.label), hint=_printed(raw.battery.hint))
        if raw.battery
        else None,
    )


def codebook_of(questionnaire: Questionnaire) -> Codebook:
    """All variables in the order of the questions, and all batteries."""
    each = [measured(question) for question in questionnaire.questions]
    return Codebook(
        questionnaire.study,
        tuple(variable for one in each for variable in one.variables),
        tuple(one.battery for one in each if one.battery is not None),
    )


def variables_of(question: Question) -> tuple[str, ...]:
    """The names of the variables that the question becomes."""
    return tuple(variable.name for variable in measured(question).variables)


def _printed_variable(variable: Variable) -> Variable:
    texts = [variable.label, variable.item, variable.hint, *(variable.ends or ())]
    texts += [one.label for one in variable.categories]
    texts += [one.label for one in variable.nets]
    texts += [one.label for one in variable.missing]
    if not any("{{" in words for text in texts for _, words in text.versions):
        return variable
    return replace(
        variable,
        label=_printed(variable.label),
        item=_printed(variable.item),
        hint=_printed(variable.hint),
        ends=(_printed(variable.ends[0]), _printed(variable.ends[1])) if variable.ends else None,
        categories=tuple(replace(one, label=_printed(one.label)) for one in variable.categories),
        nets=tuple(replace(one, label=_printed(one.label)) for one in variable.nets),
        missing=tuple(replace(one, label=_printed(one.label)) for one in variable.missing),
    )


def _printed(text: Text) -> Text:
    return Text(tuple((name, PIPING.sub("…", words)) for name, words in text.versions))
