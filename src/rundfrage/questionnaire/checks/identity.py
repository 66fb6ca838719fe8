"""Identity: a question that asks who somebody is undoes what the participation level promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rundfrage.codebook import Variable, VariableType
from rundfrage.errors import Problem
from rundfrage.locales import message, template, verbatim
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.personal import Identifier, identifier_asked

_ASKED: Mapping[Identifier, str] = {
    Identifier.NAME: template("{place} asks for a name."),
    Identifier.ADDRESS: template("{place} asks for an address."),
    Identifier.EMAIL: template("{place} asks for an e-mail address."),
    Identifier.PHONE: template("{place} asks for a phone number."),
    Identifier.BIRTH_DATE: template("{place} asks for a date of birth."),
    Identifier.NUMBER: template("{place} asks for a number that one person alone has."),
    Identifier.ACCOUNT: template("{place} asks for a bank account."),
    Identifier.INSURANCE: template("{place} asks for an insurance number."),
    Identifier.PLATE: template("{place} asks for a licence plate."),
}
_FITTING: Mapping[VariableType, frozenset[Identifier]] = {
    VariableType.TEXT: frozenset(Identifier),
    VariableType.NUMERIC: frozenset(
        {
            Identifier.PHONE, Identifier.NUMBER, Identifier.ACCOUNT, Identifier.INSURANCE,
        }
    ),
    VariableType.DATE: frozenset({Identifier.BIRTH_DATE}),
}  # fmt: skip
"""What an answer of each type can say; choosing among options says none of it."""


def check_identity(ground: Ground) -> Iterator[Problem]:
    """A warning for each question that asks for what identifies a person, and isn't marked so."""
    for question, measured in zip(ground.questionnaire.questions, ground.measured, strict=True):
        if question.identifying:
            continue
        asked = {which: variable for variable in measured.variables if (which := _asked(variable))}
        for which, variable in asked.items():
            place = question.name if variable.of is None else variable.item.source
            yield Problem(
                "asks-identity",
                where=ground.where(question.name, question.line),
                found=message(_ASKED[which], place=verbatim(place[:60])),
                expected=message("answers that don't tell whose they are."),
                mend=message(
                    "Leave it out; or write {{identifying}} behind the question, and the notice "
                    "tells respondents that their answers are not anonymous then."
                ),
                severity="warning",
            )


def _asked(variable: Variable) -> Identifier | None:
    """What the variable's answer would identify somebody by."""
    if variable.battery is not None:
        return None
    words = variable.item if variable.of is not None else variable.label
    which = identifier_asked(words)
    return which if which in _FITTING.get(variable.type, frozenset()) else None
