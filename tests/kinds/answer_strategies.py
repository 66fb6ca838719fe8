"""Hypothesis strategies: answers that a question takes, and whatever else may be posted."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import strategies as st

from rundfrage.codebook import Missing
from rundfrage.codebook.shapes import space_of
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Question
from rundfrage.rules.answer_space import Amount, Day, FreeText, OneOf, SomeOf
from rundfrage.rules.bond import Order, Total

LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)


def _told(words):
    return bool(words) and not words.isspace()


LINES = st.text(LETTERS | st.just("\n"), max_size=40).filter(_told)
LINE = st.text(LETTERS, max_size=40).filter(_told)


def _space(space):
    match space:
        case OneOf():
            return st.sampled_from(space.names)
        case SomeOf():
            free = sorted(set(space.names) - space.exclusive)
            some = st.sets(
                st.sampled_from(free),
                min_size=max(space.least or 0, 1),
                max_size=len(free) if space.most is None else space.most,
            )
            alone = [st.just({name}) for name in sorted(space.exclusive)]
            return st.one_of(some, *alone).map(frozenset)
        case Amount():
            steps = int((space.high - space.low) / space.unit)
            return st.integers(0, steps).map(lambda at: space.low + at * space.unit)
        case Day():
            first = space.first or datetime.date(1000, 1, 1)
            return st.dates(first, space.last or datetime.date(9999, 12, 31))
        case FreeText():
            return LINE


@st.composite
def answers(draw, question: Question):
    """Answers to all variables of the question, as far as it takes them; some left blank."""
    variables, battery = measured(question).variables, measured(question).battery
    bond = battery and battery.shape.bond(variables, battery.total)
    if bond is not None:
        return draw(_BONDED[type(bond)](question, variables, bond))
    blank = st.nothing() if question.required else st.just(Missing.LEFT_BLANK)
    given = {}
    for variable in variables:
        reasons = [missing.reason for missing in variable.missing]
        answer = _space(space_of(variable))
        if isinstance(space_of(variable), FreeText) and variable.of is None:
            lines = LINES if getattr(question.body, "long", False) else LINE
            answer = lines.map(lambda words, most=variable.most: words[:most]).filter(_told)
        if variable.of is None:
            answer |= blank | st.sampled_from(reasons) if reasons else blank
        else:
            option = variable.name.removeprefix(f"{question.name}.").removesuffix(".text")
            chosen = given[question.name]
            if isinstance(chosen, Missing) or not (
                option in chosen if isinstance(chosen, frozenset) else option == chosen
            ):
                answer = st.nothing()
            answer |= st.just(Missing.LEFT_BLANK)
        given[variable.name] = draw(answer)
    return given


@st.composite
def _ranked(draw, question, variables, _):
    names = [variable.name for variable in variables]
    ranks = int(variables[0].high)
    count = ranks if question.required else draw(st.integers(0, ranks))
    order = draw(st.permutations(names))
    given = {name: Decimal(rank) for rank, name in enumerate(order[:count], start=1)}
    return {name: given.get(name, Missing.LEFT_BLANK) for name in names}


@st.composite
def _added(draw, question, variables, bond):
    if not question.required and draw(st.booleans()):
        return {variable.name: Missing.LEFT_BLANK for variable in variables}
    unit = space_of(variables[0]).unit
    rest = int(bond.total / unit)
    given = {}
    for variable in variables[:-1]:
        given[variable.name] = draw(st.integers(0, rest)) * unit
        rest -= int(given[variable.name] / unit)
    return {**given, variables[-1].name: rest * unit}


_BONDED = {Order: _ranked, Total: _added}


def posted(question: Question, fields, values):
    """Fields of the question and strange ones, each with any number of these and other values."""
    anything = st.text(st.characters(), max_size=20) | st.sampled_from(sorted(values))
    names = st.sampled_from([*sorted(fields), question.name, "other", ""])
    return st.dictionaries(names, st.lists(anything, max_size=6).map(tuple), max_size=8)
