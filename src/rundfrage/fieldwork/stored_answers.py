"""Answers as the journal keeps them: JSON by variable, read back by the variable's type.

A reason for a missing answer is `{"missing": "left_blank"}`; a number is written as text, so that
0.1 stays 0.1.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rundfrage.codebook import Codebook, Missing, VariableType
from rundfrage.questionnaire.answers.posted import Given

REASON = "missing"
"""The one member of an object that stands for a reason."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def written(answers: Mapping[str, Given]) -> str:
    """The answers as JSON, in the order given."""
    return _ENCODER.encode({name: _json(answer) for name, answer in answers.items()})


def read(words: str, codebook: Codebook) -> dict[str, Given]:
    """The answers in the JSON; variables that the codebook doesn't have are left out."""
    return {
        name: answer_of(value, codebook[name].type)
        for name, value in json.loads(words).items()
        if name in codebook
    }


def _json(answer: Given) -> Any:  # noqa: ANN401 - JSON
    match answer:
        case Missing():
            return {REASON: answer.word}
        case frozenset():
            return sorted(answer)
        case Decimal():
            return f"{answer:f}"
        case datetime.date():
            return answer.isoformat()
    return answer


def answer_of(value: Any, type_: VariableType) -> Given:  # noqa: ANN401 - JSON
    """The answer that the JSON value is, to a variable of the type."""
    if isinstance(value, dict):
        return Missing.from_word(value[REASON])
    if isinstance(value, list):
        return frozenset(value)
    if type_ is VariableType.NUMERIC:
        return Decimal(value)
    if type_ is VariableType.DATE:
        return datetime.date.fromisoformat(value)
    return str(value)
