"""Binds counts and days: the bases of questions, the number of interviews, the field period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rundfrage.audit.claims import judged
from rundfrage.audit.compare import agrees
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.number_words import ROLES
from rundfrage.audit.scope import Scope
from rundfrage.audit.statistics import Measure, Question, Statistic
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.survey import Survey, exact_labels, statistics_in
from rundfrage.audit.words import folded

_N = re.compile(r"(?:\bn\s*(?:=|:)|\bbasis:?|\bbase:?|\bfallzahl:?)\s*$")
_EFFECTIVE = re.compile(r"\b(?:effekt|effect|effic|wirksam)[^·.;]*$")
"""An effective sample size is no number of people that the data have."""
_GROUP_BASE = re.compile(r"([^·|:]+)[:,،]\s*n\s*=\s*$")
_QUOTED = re.compile(r'"([^"]+)"')
_RANGE = re.compile(r"\s*(?:bis|to|-)\s*$")
_ONWARD = re.compile(r"^\s*(?:bis|to|-)\s*$")
_WHOLE = ("haben teilgenommen", "took part", "teilnehmende", "teilnehmende*", "insgesamt", "in all")
_FIELD = re.compile(
    r"\b(?:befragt|befragung|zeitraum|feld\w*|erhebung\w*|erhoben|asked|field\w*|survey\w*)\b"
)
_PHRASES = tuple(
    sorted(
        ((folded(phrase), role) for role, phrases in ROLES.items() for phrase in phrases),
        key=lambda pair: -len(pair[0]),
    )
)


def bind_count(
    figure: Figure,
    around: Surroundings,
    scope: Scope,
    page_items: Sequence[str],
    survey: Survey,
) -> Finding:
    """The finding of a count: by the word that says what is counted, and whose it is."""
    role = role_of(figure, around)
    if role == "interviews":
        return _interviews(figure, around, scope, survey)
    if role == "effective" or (role == "n" and _is_of_a_group(around, survey)):
        return Finding(figure, Verdict.NOT_FOUND)
    if role is None or not scope.questions:
        return _unscoped(figure, role, survey, scope)
    named = (scope.item,) if scope.item else tuple(page_items)
    for question in scope.questions:
        if finding := _ranged(figure, around, question, role, named):
            return finding
    candidates = [one for question in scope.questions for one in _counts(question, role, named)]
    agreeing = [one for one in candidates if agrees(figure, one)]
    if agreeing:
        return judged(figure, agreeing[:1], Ground.NAME if scope.item else Ground.LABEL)
    return _cases(figure, around, scope) or _unlike(figure, role, around, scope, named, survey)


def _unlike(
    figure: Figure,
    role: str,
    around: Surroundings,
    scope: Scope,
    named: Sequence[str],
    survey: Survey,
) -> Finding:
    """The finding of a count that no question in scope has.

    A slide of sentences speaks of several questions, and says their smallest base and largest.
    """
    if role == "n" and (_ONWARD.match(around.behind) or _RANGE.search(around.before)):
        return _base_of_any(figure, survey)
    first = _counts(scope.questions[0], role, named)
    if first and scope.sure:
        return judged(figure, _nearest(figure, first), Ground.LABEL)
    return Finding(figure, Verdict.NOT_FOUND)


def _base_of_any(figure: Figure, survey: Survey) -> Finding:
    """The finding of the base of questions that nothing names: that of any."""
    every = (one for each in survey.questions for one in _counts(each, "n", ()))
    fitting = next((one for one in every if agrees(figure, one)), None)
    if fitting is None:
        return Finding(figure, Verdict.NOT_FOUND)
    return judged(figure, (fitting,), Ground.VALUE)


def role_of(figure: Figure, around: Surroundings) -> str | None:
    """Which line of the ledger a count is: n, asked, interviews …; None if nothing says it."""
    if _EFFECTIVE.search(around.before):
        return "effective"
    column = folded(figure.passage.column)
    for phrase, role in _PHRASES:
        if column and column == phrase:
            return role
    after = around.behind.lstrip(" ,(")
    for phrase, role in _PHRASES:
        if after == phrase or (after.startswith(phrase) and not after[len(phrase)].isalpha()):
            return role
    if around.before.strip() == "/":
        return "asked"
    begun = bool(around.earlier[1:]) or any(map(_N.search, around.earlier))
    ends = _ONWARD.match(around.behind) or (_RANGE.search(around.before) and begun)
    if ends or _N.search(around.before):
        return "n"
    for phrase, role in _PHRASES:
        if after.partition(" ")[2].startswith(phrase):
            return role
    return None


def _is_of_a_group(around: Surroundings, survey: Survey) -> bool:
    """True for the base of those who gave an answer, or of all others: "City centre: n = ".

    Conditions begin with an answer, or with a question and go on: "How old are you? 20 or more".
    """
    found = _GROUP_BASE.search(around.before)
    if found is None:
        return False
    quoted = _QUOTED.search(found[1])
    group = (quoted[1] if quoted else found[1]).strip()
    wordings = {label.folded for one in survey.questions for label in (one.wording, *one.items)}
    return group in survey.answers or any(
        group.startswith(f"{label} ") for label in survey.answers | wordings if label
    )


def _counts(question: Question, role: str, items: Sequence[str]) -> tuple[Statistic, ...]:
    known = {one.name for one in question.items}
    wanted = [one for one in items if one in known]
    return statistics_in(question, Measure.COUNT, items=wanted, rows=(role,))


def _ranged(
    figure: Figure, around: Surroundings, question: Question, role: str, named: Sequence[str]
) -> Finding | None:
    """In "n = 431 bis 455" the smallest and the largest base: of the named items, or of all.

    If neither has it, it may be the base of any item, unless the page names several: a report
    may show some items and not say which.
    """
    first, last = _ONWARD.match(around.behind), _RANGE.search(around.before)
    every = statistics_in(question, Measure.COUNT, rows=(role,))
    if len(every) < _TWO or not (first or last):
        return None
    some = _counts(question, role, named) if named else ()
    sets = (some, every) if len(some) >= _TWO else (every,)
    ends = [(min if first else max)(one, key=lambda count: count.value) for one in sets]
    likely = [*ends, *(every if len(sets) == 1 else ())]
    fitting = [one for one in likely if agrees(figure, one)]
    return judged(figure, fitting[:1] or ends[:1], Ground.LABEL)


_TWO = 2


def _interviews(figure: Figure, around: Surroundings, scope: Scope, survey: Survey) -> Finding:
    everybody = survey.study[0]
    if agrees(figure, everybody):
        return judged(figure, (everybody,), Ground.LABEL)
    for question in scope.questions:
        for one in statistics_in(question, Measure.COUNT, rows=("asked", "n")):
            if agrees(figure, one):
                return judged(figure, (one,), Ground.VALUE)
    if cases := _cases(figure, around, scope):
        return cases
    beside_base = "n =" in " ".join((around.before, *around.earlier)) or scope.item
    whole = any(phrase in around.sentence for phrase in _WHOLE)
    if beside_base or whole or (scope.sure and _ledger_line(around)):
        return judged(figure, (everybody,), Ground.LABEL)
    return Finding(figure, Verdict.NOT_FOUND)


def _ledger_line(around: Surroundings) -> bool:
    return any(phrase in " ".join(around.later) for phrase in ROLES["not_asked"])


def _cases(figure: Figure, around: Surroundings, scope: Scope) -> Finding | None:
    """The number of those who gave an answer whose label stands beside the count."""
    for question in scope.questions:
        for text in around.sides:
            labels = exact_labels(text, question.rows)
            found = statistics_in(question, Measure.CASES, rows=[one.name for one in labels[:1]])
            if labels and len(found) == 1 and agrees(figure, found[0]):
                return judged(figure, found, Ground.LABEL)
    return None


def _unscoped(figure: Figure, role: str | None, survey: Survey, scope: Scope) -> Finding:
    """A count without a question: the number of interviews, a base, or nothing known."""
    if role is None and scope.statistic is None and agrees(figure, survey.study[0]):
        return judged(figure, survey.study[:1], Ground.VALUE)
    return _base_of_any(figure, survey) if role == "n" else Finding(figure, Verdict.NOT_FOUND)


def _nearest(figure: Figure, statistics: Sequence[Statistic]) -> tuple[Statistic, ...]:
    return (min(statistics, key=lambda one: abs(one.value - figure.value)),)


def bind_day(
    figure: Figure, others: Sequence[Figure], around: Surroundings, survey: Survey
) -> Finding:
    """The finding of a day: the first of two is the start of the field, the second its end."""
    days = [one for one in survey.study if one.measure is Measure.DATE]
    if not days:
        return Finding(figure, Verdict.NOT_FOUND)
    place = others.index(figure)
    if len(others) == _TWO:
        wanted = days[place]
        if agrees(figure, wanted) or _FIELD.search(around.sentence) or _one_agrees(others, days):
            return judged(figure, (wanted,), Ground.LABEL)
        return Finding(figure, Verdict.NOT_FOUND)
    for one in days:
        if agrees(figure, one):
            return judged(figure, (one,), Ground.VALUE)
    return Finding(figure, Verdict.NOT_FOUND)


def _one_agrees(figures: Sequence[Figure], days: Sequence[Statistic]) -> bool:
    return any(agrees(figure, day) for figure, day in zip(figures, days, strict=True))
