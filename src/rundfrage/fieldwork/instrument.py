"""The instrument: a published questionnaire as fieldwork walks it, screen by screen.

A *screen* is what a respondent sees at once: a page, or a part of one. A page is cut before a
question that is shown, or worded, by an answer to an earlier question of the same page, because
without scripts a page can't change while it is being filled in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rundfrage.codebook import Codebook
from rundfrage.codebook.shapes import space_of
from rundfrage.manuscript.attributes import PIPING
from rundfrage.questionnaire.model import Page, PageRole, Question, Questionnaire
from rundfrage.rules.answer_space import Space
from rundfrage.rules.expression import atoms
from rundfrage.text import Text

TextsOf = Callable[[Question], Iterator[Text]]
"""All texts of a question, those of its body included."""


@dataclass(frozen=True)
class Screen:
    """Questions of one page that are shown at once; `number` is the screen's place.

    `opens` is true for the first of its page, which shows the page's text too. `variables` are
    those of all its questions; it is `steady` if no question depends on an answer.
    """

    number: int
    page: Page
    questions: tuple[Question, ...]
    opens: bool
    variables: tuple[str, ...]
    steady: bool


@dataclass(frozen=True)
class Course:
    """Where the answer to a variable leads: what has to be looked at again when it changes.

    `homes` are the screens of the variables, `leads` the screens at which a condition speaks of
    them. It goes `forward` if all of these come later; no questionnaire that `check` lets through
    is otherwise.
    """

    homes: Mapping[str, int]
    leads: Mapping[str, tuple[int, ...]]
    forward: bool


@dataclass(frozen=True)
class Instrument:
    """A version of a questionnaire, its screens, and what its questions become.

    `members` are the variables of each question, `spaces` what can be answered to each variable.
    """

    version: str
    questionnaire: Questionnaire
    codebook: Codebook
    screens: tuple[Screen, ...]
    members: Mapping[str, tuple[str, ...]]
    spaces: Mapping[str, Space]

    @cached_property
    def course(self) -> Course:
        """Where the answers lead."""
        return _course(self.screens)


def instrument(
    version: str,
    questionnaire: Questionnaire,
    codebook: Codebook,
    members: Mapping[str, tuple[str, ...]],
    texts_of: TextsOf,
) -> Instrument:
    """The instrument of a version; `texts_of` gives all texts of a question."""
    return Instrument(
        version,
        questionnaire,
        codebook,
        tuple(_screens(questionnaire, members, texts_of)),
        members,
        {variable.name: space_of(variable) for variable in codebook.variables},
    )


def _course(screens: Sequence[Screen]) -> Course:
    homes: dict[str, int] = {}
    leads: dict[str, set[int]] = defaultdict(set)
    forward = True
    for screen in screens:
        conditions = [screen.page.show_if, *(question.show_if for question in screen.questions)]
        for condition in conditions:
            for atom in atoms(condition) if condition is not None else ():
                leads[atom.variable].add(screen.number)
                forward = forward and atom.variable in homes
        for variable in screen.variables:
            forward = forward and variable not in homes
            homes[variable] = screen.number
    return Course(homes, {name: tuple(sorted(some)) for name, some in leads.items()}, forward)


def _screens(
    questionnaire: Questionnaire, members: Mapping[str, tuple[str, ...]], texts_of: TextsOf
) -> Iterator[Screen]:
    number = 0
    for page in questionnaire.pages:
        if page.role not in (PageRole.QUESTIONS, PageRole.SCREENOUT):
            continue
        for at, questions in enumerate(_parts(page, members, texts_of)):
            yield Screen(
                number,
                page,
                questions,
                opens=at == 0,
                variables=tuple(name for one in questions for name in members[one.name]),
                steady=all(one.show_if is None for one in questions),
            )
            number += 1


def _parts(
    page: Page, members: Mapping[str, tuple[str, ...]], texts_of: TextsOf
) -> Iterator[tuple[Question, ...]]:
    part: list[Question] = []
    here: set[str] = set()
    for question in page.questions:
        if here & _named(question, texts_of):
            yield tuple(part)
            part, here = [], set()
        part.append(question)
        here |= {question.name, *members[question.name]}
    yield tuple(part)


def _named(question: Question, texts_of: TextsOf) -> set[str]:
    """The variables that decide whether the question is asked, or that its texts repeat."""
    names = {atom.variable for atom in atoms(question.show_if)} if question.show_if else set()
    for text in texts_of(question):
        names.update(*(PIPING.findall(words) for _, words in text.versions))
    return names
