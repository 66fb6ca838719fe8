"""Simulated respondents answer a questionnaire along its routing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Missing, Role, Variable, VariableType
from rundfrage.dataset import ANSWERED, CHOSEN, Coded, Column, Dataset, Marks
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.fieldwork.routing import asked, screened_out
from rundfrage.questionnaire.measure import codebook_of, variables_of
from rundfrage.questionnaire.model import Question, Questionnaire
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
from rundfrage.simulate.values import dates, numbers, ranks, texts
from rundfrage.simulate.verify import verify
from rundfrage.text import counted

Places = npt.NDArray[np.intp]

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
            names = variables_of(question)
            columns.update(_answer(survey, question, names, led, place / total))
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
                    found=f"[{table}] gives a target for {name}, which the questionnaire lacks.",
                    expected="a variable, or a variable with one of its categories or nets.",
                    mend=did_you_mean(name, allowed) or "Correct the name.",
                )


def _answer(
    survey: _Survey, question: Question, names: Sequence[str], led: Places, progress: float
) -> dict[str, Column]:
    variables = [survey.codebook[name] for name in names]
    columns: dict[str, Column] = {}
    ranked = [v for v in variables if v.battery is not None and v.type is VariableType.NUMERIC]
    if ranked:
        who = _who(survey, ranked[0], led, required=question.required, progress=progress)
        return dict(ranks(ranked, survey.traits, _reasons(survey, ranked[0], led, who), who))
    for variable in variables:
        among = led
        if variable.of is not None:
            position = survey.codebook[variable.of].position(variable.opened_by)
            among = _chose(columns[variable.of], position)
        required = question.required or variable.of is not None
        columns[variable.name] = _column(
            survey, variable, among, required=required, progress=progress
        )
    return columns


def _chose(column: Column, position: int) -> Places:
    if isinstance(column, Marks):
        return np.flatnonzero(column.marks[position] == CHOSEN)
    assert isinstance(column, Coded)  # noqa: S101 - only choices open a text field
    return np.flatnonzero(column.codes == position)


def _who(
    survey: _Survey, variable: Variable, among: Places, *, required: bool, progress: float
) -> Places:
    """Who of those asked answers: as many as the targets say, or as people would."""
    targets = survey.targets
    given = targets.answered.get(variable.name, targets.answered.get(variable.battery or ""))
    if given is not None:
        count = round(given * survey.traits.n / (targets.n or survey.traits.n))
        if count > len(among):
            raise Problem(
                "target-impossible",
                where=Where(targets.file, name=variable.name),
                found=f"{counted(count, 'answer is', 'answers are')} wanted, but the question is "
                f"asked of {counted(len(among), 'respondent')}.",
                expected="no more answers than respondents who are led to the question.",
                mend="Lower the number under [answered], or raise the share that leads there.",
            )
    elif required:
        count = len(among)
    elif variable.type is VariableType.TEXT:
        count = round(_TEXT_RATE * len(among))
    else:
        left_out = 0.02 + 0.05 * progress + (0.02 if variable.battery is not None else 0.0)
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
    if Missing.REFUSED in offered:
        reasons[silent[chance > 0.75]] = Missing.REFUSED  # noqa: PLR2004
    return reasons


def _column(
    survey: _Survey, variable: Variable, led: Places, *, required: bool, progress: float
) -> Column:
    who = _who(survey, variable, led, required=required, progress=progress)
    traits = survey.traits
    if variable.type in {VariableType.TEXT, VariableType.NUMERIC, VariableType.DATE}:
        reasons = _reasons(survey, variable, led, who)
        if variable.type is VariableType.TEXT:
            language = survey.codebook.study.language
            pool = survey.pools.get(variable.name.removesuffix(".text"), ())
            return texts(variable, traits, reasons, pool, language)
        if variable.type is VariableType.DATE:
            return dates(variable, traits, reasons, survey.codebook.study.field)
        return numbers(variable, traits, reasons, survey.targets)
    fixed = variable.name in survey.targets.answered or required
    for m in [len(who)] if fixed else _near(len(who), len(led)):
        counts = _counts(survey, variable, m)
        if counts is not None:
            break
    else:
        raise refusal(variable, survey.targets, len(who))
    if m != len(who):
        who = traits.who_answers(variable.battery or variable.name, led, m)
    reasons = _reasons(survey, variable, led, who)
    if variable.type is VariableType.MULTIPLE:
        return _marks(survey, variable, reasons, who, counts)
    loading = _LIKES if variable.type is VariableType.ORDINAL else _CHOOSES
    leaning = traits.leaning(variable.name, variable.battery, loading)
    codes = reasons.astype(np.int16)
    codes[who] = hand_out(counts, leaning[who])
    return Coded(codes)


def _near(count: int, most: int) -> list[int]:
    """Numbers of answers to try, nearest to the natural one first."""
    reach = max(12, count // 20)
    around = [
        count + sign * step for step in range(reach + 1) for sign in ((1, -1) if step else (1,))
    ]
    return [m for m in around if 0 < m <= most] or [count]


def _counts(survey: _Survey, variable: Variable, m: int) -> list[int] | None:
    if variable.type is VariableType.MULTIPLE:
        return multiple_counts(variable, survey.targets, m)
    return coded_counts(variable, survey.targets, m)


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
