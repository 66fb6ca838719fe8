"""What invented people answer, for benchmarks/interview.py and benchmarks/growth.py."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from rundfrage.codebook import Missing, Variable, VariableType
from rundfrage.dataset import Coded, Column, Marks, Values
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.walk import walk
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.answers.posted import Given
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.simulate import simulate

EXAMPLE = Path(__file__).parents[2] / "examples" / "alliance-2020"
ROUTED = "---\nsurvey: long\ntitle: A long way\nlanguage: de\n---\n"
OPTIONS = "".join(f"- ( ) {name}: The option called {name}\n" for name in "abcde")

Answers = Mapping[str, Given]
Fields = Mapping[str, Sequence[str]]


def example() -> Questionnaire:
    """The example survey, open on any day."""
    words = (EXAMPLE / "questionnaire.md").read_text("utf-8")
    return read("\n".join(line for line in words.split("\n") if line[:6] != "field:"), KINDS)


def long_way(pages: int) -> Questionnaire:
    """So many pages of two questions, two thirds of which depend on an earlier answer."""
    chance = random.Random(1)
    words = [ROUTED]
    for page in range(pages):
        condition = f" {{if='a{chance.randrange(page)} != \"e\"'}}" if page % 3 else ""
        words.append(f"# Page {page}\n\n## a{page}: How is number {page}?\n\n{OPTIONS}\n")
        words.append(f"## b{page}: And why?{condition}\n\n{OPTIONS}\n")
    return read("\n".join(words), KINDS)


def instrument_of_(questionnaire: Questionnaire) -> Instrument:
    """The questionnaire as it is published."""
    content = canonical(questionnaire)
    return ready(version_name(content), questionnaire)


def people(questionnaire: Questionnaire, count: int) -> Iterator[Answers]:
    """What so many people answer along the routing, a quarter of texts being written."""
    pools = {file.stem: file.read_text("utf-8").splitlines() for file in EXAMPLE.glob("open/*.txt")}
    dataset = simulate(questionnaire, count, seed=7, pools=pools)
    for row in range(count):
        yield {
            one.name: _answer(one, dataset.columns[one.name], row)
            for one in dataset.codebook.variables
        }


def fields_of(instrument: Instrument, answers: Answers, language: str) -> Callable[[int], Fields]:
    """The fields that the person fills in on the screen of a number."""
    steps = walk(instrument, answers)

    def fields(number: int) -> Fields:
        step = steps.step(number)
        filled: dict[str, Sequence[str]] = {}
        for question in step.questions if step else ():
            given = {name: answers[name] for name in instrument.members[question.name]}
            filled |= question.kind.view(question, given, language)
        return filled

    return fields


def _answer(variable: Variable, column: Column, row: int) -> Given:
    if reason := int(column.reasons[row]):
        return Missing(reason)
    match column:
        case Coded():
            return variable.categories[int(column.codes[row])].name
        case Marks():
            chosen = zip(variable.categories, column.marks[:, row], strict=True)
            return frozenset(category.name for category, mark in chosen if mark == 1)
        case Values():
            if variable.type is VariableType.NUMERIC:
                return Decimal(repr(float(column.values[row])))
            if variable.type is VariableType.DATE:
                return column.values[row].astype(object)  # type: ignore[no-any-return]
    return str(column.values[row])
