"""Everybody who could answer a small questionnaire: each way of answering it is one respondent.

They walk by fieldwork's own routing, on whole columns. Nothing here knows of the solver.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, permutations, product

import numpy as np

from rundfrage.codebook import Missing, VariableType
from rundfrage.codebook.shapes import space_of
from rundfrage.dataset import ANSWERED, Coded, Marks, Values
from rundfrage.fieldwork.routing import Respondents, asked
from rundfrage.questionnaire.measure import codebook_of, measured, variables_of
from rundfrage.questionnaire.model import PageRole
from rundfrage.rules import fold
from rundfrage.rules.bond import Order, Total

MOST = 2_000_000
TEXTS = ("x", "y", "…")


@dataclass(frozen=True)
class Everybody:
    """For each page and question in order: who comes by, and what was known before it.

    `known` are the respondents of the moment and `near` who of them sees the page; `last` are
    those at the end, of whom `shown` speaks. `locked` requires an answer that can't be given.
    """

    bearers: list
    shown: list
    known: list
    near: list
    last: Respondents
    columns: dict
    locked: list

    def who_answers(self, answers):
        """Who answers exactly so; None stands for no answer."""
        flags = np.ones(len(self.shown[0]), bool)
        for name, answer in answers.items():
            column, given = self.columns[name], self.last.answered(name)
            if answer is None:
                flags &= ~given
            elif isinstance(column, Values):
                value = float(answer) if isinstance(answer, Decimal) else answer
                flags[given] &= column.values[given] == value
                flags &= given
            elif isinstance(column, Coded):
                flags &= self.last.compare(name, "==", answer)
            else:
                flags &= self.last.count(name, "==", len(answer))
                for category in answer:
                    flags &= self.last.contains(name, category)
        return flags


def everybody(questionnaire):
    """All respondents; a blank stands for whatever isn't an answer."""
    book = codebook_of(questionnaire)
    columns, n = {}, 1
    bearers, shown, known, near, locked = [], [], [], [], []
    gone = np.zeros(n, bool)
    for page in questionnaire.pages:
        respondents = Respondents(book, dict(columns), n)
        on_page = ~gone if page.show_if is None else fold(page.show_if, respondents) & ~gone
        page_at = len(bearers)
        bearers.append(page)
        shown.append(on_page)
        known.append(respondents)
        near.append(~gone)
        if page.role is PageRole.SCREENOUT:
            gone = gone | on_page
        for question in page.questions:
            flags = asked(page, question, book, columns, n) & ~gone
            bearers.append(question)
            shown.append(flags)
            known.append(Respondents(book, dict(columns), n))
            near.append(shown[page_at])
            ways = list(ways_to_answer(question, [book[name] for name in variables_of(question)]))
            if not ways:
                locked.append(len(bearers) - 1)
                ways = [{}]
            counts = np.where(flags, len(ways), 1)
            take = np.repeat(np.arange(n), counts)
            starts = np.repeat(np.cumsum(counts) - counts, counts)
            way = np.where(flags[take], np.arange(len(take)) - starts, -1)
            columns = {name: again(column, take) for name, column in columns.items()}
            shown = [flag[take] for flag in shown]
            gone = gone[take]
            n = len(take)
            for name in variables_of(question):
                columns[name] = column_of(book[name], [one.get(name) for one in ways], way)
    assert n < MOST
    return Everybody(bearers, shown, known, near, Respondents(book, columns, n), columns, locked)


def ways_to_answer(question, variables):
    """Every way, as answers by variable; a way that leaves all blank is empty."""
    if not variables:
        yield {}
        return
    first = variables[0]
    excused = bool(first.missing)
    if not question.required or excused:
        yield {}
    battery = measured(question).battery
    if battery is not None:
        bond = battery.shape.bond(variables, battery.total)
        yield from _WAYS[type(bond)](variables, bond, whole=question.required)
        return
    for answer in answers_to(first):
        yield {first.name: answer}
        for text in variables[1:]:
            if text.name == f"{first.name}.{answer}.text":
                yield from ({first.name: answer, text.name: words} for words in TEXTS)


def unbound(variables, _, *, whole):
    """Each of a battery's variables answered for itself, or only some unless all must be."""
    for answers in product(*([*answers_to(one), None] for one in variables)):
        given = [answer is not None for answer in answers]
        if all(given) or (any(given) and not whole):
            pairs = zip(variables, answers, strict=True)
            yield {one.name: answer for one, answer in pairs if answer is not None}


def ordered(variables, _, *, whole):
    """The first ranks given, or all that there are."""
    most = int(variables[0].high)
    for length in range(most if whole else 1, most + 1):
        for order in permutations([one.name for one in variables], length):
            yield {name: rank for rank, name in enumerate(order, start=1)}


def added(variables, bond, *, whole):  # noqa: ARG001
    """Numbers to all, which add up."""
    names = [one.name for one in variables]
    for numbers in product(*(answers_to(one) for one in variables)):
        if sum(map(Decimal, map(repr, numbers))) == bond.total:
            yield dict(zip(names, numbers, strict=True))


_WAYS = {type(None): unbound, Order: ordered, Total: added}
"""By what the answers to a battery say of each other."""


def answers_to(variable):
    match variable.type:
        case VariableType.CATEGORICAL | VariableType.ORDINAL:
            yield from (one.name for one in variable.categories)
        case VariableType.MULTIPLE:
            alone = [one.name for one in variable.categories if one.role == "none"]
            free = [one.name for one in variable.categories if one.role != "none"]
            yield from (frozenset({one}) for one in alone)
            least, most = max(variable.least or 1, 1), variable.most or len(free)
            sizes = range(least, most + 1)
            yield from map(frozenset, chain.from_iterable(combinations(free, k) for k in sizes))
        case VariableType.NUMERIC:
            space = space_of(variable)
            steps = int((space.high - space.low) / space.unit)
            yield from (float(space.low + at * space.unit) for at in range(steps + 1))
        case VariableType.DATE:
            days = (variable.latest - variable.earliest).days
            yield from (variable.earliest + datetime.timedelta(day) for day in range(days + 1))
        case VariableType.TEXT:
            yield from TEXTS


def column_of(variable, answers, way):
    """The column of those who answered the way of that number; -1: not asked."""
    reasons = [ANSWERED if answer is not None else Missing.LEFT_BLANK for answer in answers]
    reasons = np.array([*reasons, Missing.NOT_ASKED], np.int8)
    if variable.coded:
        codes = [variable.position(answer) if answer is not None else -4 for answer in answers]
        return Coded(np.array([*codes, -1], np.int16)[way])
    if variable.type is VariableType.MULTIPLE:
        marks = [
            [reason or one.name in answer for answer, reason in
             zip([*answers, None], reasons, strict=True)]
            for one in variable.categories
        ]  # fmt: skip
        return Marks(np.array(marks, np.int8)[:, way])
    dtype, blank = {
        VariableType.NUMERIC: (np.float64, 0.0),
        VariableType.TEXT: (object, ""),
        VariableType.DATE: ("datetime64[D]", datetime.date(1970, 1, 1)),
    }[variable.type]
    values = [blank if answer is None else answer for answer in [*answers, None]]
    return Values(np.array(values, dtype)[way], reasons[way])


def again(column, take):
    match column:
        case Coded(codes):
            return Coded(codes[take])
        case Marks(marks):
            return Marks(marks[:, take])
        case Values(values, reasons):
            return Values(values[take], reasons[take])


def follows(questionnaire, answers):
    """For each page and question, whether one respondent with these answers comes by."""
    book = codebook_of(questionnaire)
    columns, flags = {}, []
    gone = False
    for page in questionnaire.pages:
        respondents = Respondents(book, columns, 1)
        here = page.show_if is None or bool(fold(page.show_if, respondents)[0])
        flags.append(here and not gone)
        gone = gone or (flags[-1] and page.role is PageRole.SCREENOUT)
        for question in page.questions:
            here = bool(asked(page, question, book, columns, 1)[0]) and not gone
            flags.append(here)
            way = np.array([0 if here else -1])
            for name in variables_of(question):
                columns[name] = column_of(book[name], [answers.get(name)], way)
    return flags
