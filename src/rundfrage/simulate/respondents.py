"""Simulated respondents answer a questionnaire along its routing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Missing, Role, Variable, VariableType, shapes
from rundfrage.codebook.shapes import ByShape, shape_of
from rundfrage.dataset import ANSWERED, CHOSEN, Coded, Column, Dataset, Marks
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.fieldwork.routing import asked, screened_out
from rundfrage.locales import counted_message, message
from rundfrage.questionnaire.measure import codebook_of, measured
from rundfrage.questionnaire.model import Measured, Questionnaire
from rundfrage.simulate.choices import hand_out, mark
from rundfrage.simulate.distributions import (
    bounds_of,
    coded_counts,
    members_of,
    multiple_counts,
    refusal,
)
from rundfrage.simulate.targets import Targets
from rundfrage.simulate.traits import Traits
from rundfrage.simulate.values import dates, numbers, parts, ranks, texts
from rundfrage.simulate.verify import verify

Places = npt.NDArray[np.intp]
Variables = Sequence[Variable]

_LIKES = 0.5
"""How much ratings load on the common attitude; choices without an order load less."""
_CHOOSES = 0.2
_TEXT_RATE = 0.45


@dataclass(frozen=True)
class _Survey:
    """What every answer needs to know."""

    codebook: Codebook
    targets: Targets
    traits: Traits
    pools: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class _Ask:
    """Who is led to a question, whether it must be answered, and how far into the interview."""

    led: Places
    required: bool
    progress: float


def simulate(
    questionnaire: Questionnaire,
    n: int,
    *,
    seed: int = 1,
    targets: Targets | None = None,
    pools: Mapping[str, Sequence[str]] | None = None,
) -> Dataset:
    """Simulate n respondents; the same questionnaire, n, seed and targets give the same answers.

    `pools` maps text variables to invented answers; every text of a pool is used once before any
    is used twice. Raises a Problem if a target names nothing in the questionnaire, or if no n
    respondents can meet it.
    """
    codebook = codebook_of(questionnaire)
    codebook = replace(codebook, study=replace(codebook.study, simulated=True))
    survey = _Survey(codebook, targets or Targets(), Traits.draw(n, seed), pools or {})
    _know_targets(survey)
    columns: dict[str, Column] = {}
    total = max(len(questionnaire.questions), 1)
    place = 0
    gone = np.zeros(n, dtype=np.bool_)
    for page in questionnaire.pages:
        gone |= screened_out(page, codebook, columns, n)
        for question in page.questions:
            led = np.flatnonzero(asked(page, question, codebook, columns, n) & ~gone)
            ask = _Ask(led, question.required, place / total)
            columns.update(_answer(survey, measured(question), ask))
            place += 1
    dataset = Dataset(codebook, columns, n, source="simulated")
    verify(dataset, survey.targets)
    return dataset


def _know_targets(survey: _Survey) -> None:
    book, targets = survey.codebook, survey.targets
    rateable = {variable.name: variable for variable in book.variables if variable.categories}
    known = {
        f"{name}.{row}"
        for name, variable in rateable.items()
        for row in (
            *(category.name for category in variable.categories),
            *(net.name for net in variable.nets),
            "top2",
            "bottom2",
        )
        if members_of(variable, row) is not None
    }
    means = {
        variable.name
        for variable in book.of_type(VariableType.ORDINAL, VariableType.NUMERIC)
        if variable.battery is None or variable.type is VariableType.ORDINAL
    }
    names = {variable.name for variable in book.variables} | {one.name for one in book.batteries}
    for table, given, allowed in (
        ("percent", targets.percent, known),
        ("mean", targets.mean, means),
        ("answered", targets.answered, names),
    ):
        for name in given:
            if name not in allowed:
                raise Problem(
                    "target-unknown",
                    where=Where(targets.file, name=name),
                    found=message(
                        "[{table}] gives a target for {name}, which the questionnaire lacks.",
                        table=table,
                        name=name,
                    ),
                    expected=message(
                        "a variable, or a variable with one of its categories or nets."
                    ),
                    mend=did_you_mean(name, allowed) or message("Correct the name."),
                )


def _answer(survey: _Survey, question: Measured, ask: _Ask) -> dict[str, Column]:
    """The columns of one question."""
    if question.battery is not None:
        return ANSWERS[question.battery.shape](survey, question.variables, ask)
    columns: dict[str, Column] = {}
    for variable in question.variables:
        of = ask
        if variable.of is not None:
            position = survey.codebook[variable.of].position(variable.opened_by)
            of = replace(ask, led=_chose(columns[variable.of], position), required=True)
        columns.update(ANSWERS[shape_of(variable)](survey, (variable,), of))
    return columns


def _chose(column: Column, position: int) -> Places:
    if isinstance(column, Marks):
        return np.flatnonzero(column.marks[position] == CHOSEN)
    assert isinstance(column, Coded)  # noqa: S101 - only choices open a text field
    return np.flatnonzero(column.codes == position)


def _who(survey: _Survey, variable: Variable, ask: _Ask) -> Places:
    """Who of those asked answers: as many as the targets say, or as people would."""
    targets, among = survey.targets, ask.led
    given = targets.answered.get(variable.name, targets.answered.get(variable.battery or ""))
    if given is not None:
        count = round(given * survey.traits.n / (targets.n or survey.traits.n))
        if count > len(among):
            raise Problem(
                "target-impossible",
                where=Where(targets.file, name=variable.name),
                found=counted_message(
                    "{count} answer is wanted, but the question is asked of {respondents}.",
                    "{count} answers are wanted, but the question is asked of {respondents}.",
                    count,
                    respondents=counted_message(
                        "{count} respondent", "{count} respondents", len(among)
                    ),
                ),
                expected=message("no more answers than respondents who are led to the question."),
                mend=message(
                    "Lower the number under [answered], or raise the share that leads there."
                ),
            )
    elif ask.required:
        count = len(among)
    elif shape_of(variable).open:
        count = round(_TEXT_RATE * len(among))
    else:
        left_out = 0.02 + 0.05 * ask.progress + (0.02 if variable.battery is not None else 0.0)
        count = round((1 - left_out) * len(among))
    return survey.traits.who_answers(variable.battery or variable.name, among, count)


def _reasons(survey: _Survey, variable: Variable, led: Places, who: Places) -> npt.NDArray[np.int8]:
    """0 for those who answer, else why not; shape (n,)."""
    reasons = np.full(survey.traits.n, Missing.NOT_ASKED, dtype=np.int8)
    reasons[led] = Missing.LEFT_BLANK
    reasons[who] = ANSWERED
    silent = np.flatnonzero(reasons == Missing.LEFT_BLANK)
    chance = survey.traits.generator("reason", variable.name).random(len(silent))
    offered = {code.reason for code in variable.missing}
    if Missing.DONT_KNOW in offered:
        reasons[silent[chance < 0.5]] = Missing.DONT_KNOW  # noqa: PLR2004
    if Missing.NOT_ASKED in offered:
        reasons[silent[(chance >= 0.5) & (chance < 0.625)]] = Missing.NOT_ASKED  # noqa: PLR2004
    if Missing.REFUSED in offered:
        reasons[silent[chance > 0.75]] = Missing.REFUSED  # noqa: PLR2004
    return reasons


def _numbers(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    (variable,) = variables
    reasons = _reasons(survey, variable, ask.led, _who(survey, variable, ask))
    return {variable.name: numbers(variable, survey.traits, reasons, survey.targets)}


def _days(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    (variable,) = variables
    reasons = _reasons(survey, variable, ask.led, _who(survey, variable, ask))
    field = survey.codebook.study.field
    return {variable.name: dates(variable, survey.traits, reasons, field)}


def _words(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    (variable,) = variables
    reasons = _reasons(survey, variable, ask.led, _who(survey, variable, ask))
    pool = survey.pools.get(variable.name.removesuffix(".text"), ())
    language = survey.codebook.study.language
    return {variable.name: texts(variable, survey.traits, reasons, pool, language)}


def _ranked(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    who = _who(survey, variables[0], ask)
    reasons = _reasons(survey, variables[0], ask.led, who)
    return dict(ranks(variables, survey.traits, reasons, who))


def _added(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    who = _who(survey, variables[0], ask)
    reasons = _reasons(survey, variables[0], ask.led, who)
    total = survey.codebook.battery(variables[0].battery or "").total
    if total is None:
        return _each(survey, variables, ask)
    return dict(parts(variables, total, survey.traits, reasons, who))


def _each(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    """Each by itself, as its own shape is."""
    columns: dict[str, Column] = {}
    for variable in variables:
        columns.update(ANSWERS[shape_of(variable)](survey, (variable,), ask))
    return columns


def _marked(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    (variable,) = variables
    counts, who = _settled(survey, variable, ask, multiple_counts)
    reasons = _reasons(survey, variable, ask.led, who)
    return {variable.name: _marks(survey, variable, reasons, who, counts)}


def _chosen(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    return _coded(survey, variables[0], ask, _CHOOSES)


def _rated(survey: _Survey, variables: Variables, ask: _Ask) -> dict[str, Column]:
    return _coded(survey, variables[0], ask, _LIKES)


def _coded(survey: _Survey, variable: Variable, ask: _Ask, loading: float) -> dict[str, Column]:
    counts, who = _settled(survey, variable, ask, coded_counts)
    leaning = survey.traits.leaning(variable.name, variable.battery, loading)
    codes = _reasons(survey, variable, ask.led, who).astype(np.int16)
    codes[who] = hand_out(counts, leaning[who])
    return {variable.name: Coded(codes)}


def _settled(
    survey: _Survey,
    variable: Variable,
    ask: _Ask,
    counting: Callable[[Variable, Targets, int], list[int] | None],
) -> tuple[list[int], Places]:
    """How many choose each category, and who answers, near to as many as would by themselves."""
    who = _who(survey, variable, ask)
    fixed = variable.name in survey.targets.answered or ask.required
    for m in [len(who)] if fixed else _near(len(who), len(ask.led)):
        counts = counting(variable, survey.targets, m)
        if counts is not None:
            break
    else:
        raise refusal(variable, survey.targets, len(who))
    if m != len(who):
        who = survey.traits.who_answers(variable.battery or variable.name, ask.led, m)
    return counts, who


def _near(count: int, most: int) -> list[int]:
    """Numbers of answers to try, nearest to the natural one first."""
    reach = max(12, count // 20)
    around = [
        count + sign * step for step in range(reach + 1) for sign in ((1, -1) if step else (1,))
    ]
    return [m for m in around if 0 < m <= most] or [count]


def _marks(
    survey: _Survey,
    variable: Variable,
    reasons: npt.NDArray[np.int8],
    who: Places,
    counts: Sequence[int],
) -> Marks:
    traits = survey.traits
    leanings = np.stack(
        [
            traits.leaning(f"{variable.name}.{category.name}", None, _CHOOSES)[who]
            for category in variable.categories
        ]
    )
    marks = np.tile(reasons, (len(variable.categories), 1))
    exclusive = [category.role is Role.NONE for category in variable.categories]
    generator = traits.generator("marks", variable.name)
    marks[:, who] = mark(counts, exclusive, leanings, bounds_of(variable), generator)
    return Marks(marks)


ANSWERS: ByShape[Callable[[_Survey, Variables, _Ask], dict[str, Column]]] = ByShape(
    {
        shapes.CATEGORIES: _chosen,
        shapes.STEPS: _rated,
        shapes.MARKS: _marked,
        shapes.NUMBERS: _numbers,
        shapes.DAYS: _days,
        shapes.WORDS: _words,
        shapes.RATINGS: _each,
        shapes.RANKS: _ranked,
        shapes.PARTS: _added,
    }
)
"""Who is led to a question answers it according to its shape."""
