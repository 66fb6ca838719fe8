"""Finds the kind of a question among those given."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.questionnaire.model import Kind, Question


def kind_of(question: Question, kinds: Sequence[Kind]) -> Kind:
    """The kind that the question names; raises LookupError if it is not among the kinds."""
    for kind in kinds:
        if kind.name == question.kind:
            return kind
    raise LookupError(question.kind)
