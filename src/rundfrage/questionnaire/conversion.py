"""Turns a question into one of another kind, which keeps what fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Kind, Question


def becomes(question: Question, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """The other kinds that the question can become."""
    return tuple(
        kind
        for kind in kinds
        if kind != question.kind and kind.made_of(_parts(question)) is not None
    )


def converted(question: Question, kind: Kind) -> Question:
    """The question as one of that kind; raises ValueError if it can't become one.

    Its name, words, condition and requirement stay; nets and a random order where the new kind has
    the answers and the order for them.
    """
    body = kind.made_of(_parts(question))
    if body is None:
        raise ValueError(f"{question.name} can't become a {kind.name}")
    shuffle = question.shuffle and "shuffle" in kind.attributes
    bare = replace(question, kind=kind, body=body, shuffle=shuffle, nets=())
    names = {
        category.name
        for variable in measured(bare).variables
        if variable.name == question.name
        for category in variable.categories
    }
    return replace(bare, nets=tuple(net for net in question.nets if names.issuperset(net.members)))


def _parts(question: Question) -> Parts:
    found: Parts | None = question.kind.offers(question.body)
    return Parts() if found is None else found
