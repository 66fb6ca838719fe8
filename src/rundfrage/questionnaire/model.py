"""The Questionnaire: pages of questions, as the author wrote them and before anybody answers.

What a question's answer lines say is its *body*; its type belongs to the question's kind, and
nothing here looks into it. `Kind` is what every question kind offers (see kinds/).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from rundfrage.codebook import Battery, Net, Study, Variable
from rundfrage.locales.phrases import OwnPhrase
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Comment, Line
from rundfrage.questionnaire.answers.posted import Given, Parsed, Posted
from rundfrage.questionnaire.reasons import Reason
from rundfrage.rules.expression import Condition
from rundfrage.stateless import Stateless
from rundfrage.text import EMPTY, Text


@dataclass(frozen=True)
class Scale:
    """Named labels of a rating scale, best or first first; coded from 1 on.

    `reasons` are the missing steps, which are offered apart from the labels.
    """

    name: str
    labels: tuple[Text, ...]
    reasons: tuple[Reason, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Question:
    """One question.

    `body` is what its kind read from the answer lines; `text` is the wording and, after an empty
    line, further paragraphs; `shuffle` presents options in random order; `identifying` says that
    the answer may tell who gave it, which the privacy notice says then; `line` is where its heading
    stands (0 if it came from JSON).
    """

    name: str
    kind: Kind
    text: Text
    body: Any
    hint: Text = EMPTY
    show_if: Condition | None = None
    required: bool = False
    shuffle: bool = False
    nets: tuple[Net, ...] = ()
    identifying: bool = False
    line: int = field(default=0, compare=False)

    @property
    def wording(self) -> Text:
        """The text of the heading alone, without the paragraphs under it."""
        return Text(tuple((name, words.split("\n\n", 1)[0]) for name, words in self.text.versions))

    def paragraphs(self, language: str) -> tuple[Text, ...]:
        """The paragraphs under the heading in that language, else in that of the source."""
        return tuple(Text.of(words) for words in self.text.into(language).split("\n\n")[1:])


class PageRole(StrEnum):
    """What a page is for; all but QUESTIONS hold words only."""

    QUESTIONS = "questions"
    WELCOME = "welcome"
    """Read before the interview begins."""
    PRIVACY = "privacy"
    """The author's part of the privacy notice, read before the interview begins."""
    THANKS = "thanks"
    """Read after the answers were sent."""
    SCREENOUT = "screenout"
    """Ends the interview of whoever is led to it."""


@dataclass(frozen=True)
class Page:
    """Questions shown together."""

    title: Text
    questions: tuple[Question, ...]
    text: Text = EMPTY
    show_if: Condition | None = None
    role: PageRole = PageRole.QUESTIONS
    line: int = field(default=0, compare=False)


class Participation(StrEnum):
    """How people come to take part, and whom their anonymity is safe from."""

    OPEN = "open"
    """By a link, as often as anybody likes."""
    CODES = "codes"
    """By a code handed out at random."""
    EXCHANGE = "exchange"
    """By an invitation, swapped for a credential that has no relation to it."""
    BLIND = "blind"
    """By an invitation, swapped for a blindly signed credential made in the browser."""


@dataclass(frozen=True)
class Quota:
    """No more than `most` completed interviews for which the condition holds."""

    name: str
    most: int
    condition: Condition
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Questionnaire:
    """A whole questionnaire; names of questions are unique without regard to case.

    `required` is what a question is that says neither required nor optional; `door` are words of
    the public door that its translations bring along. Comments are kept for the authors and are
    no part of what two questionnaires are compared by.
    """

    study: Study
    pages: tuple[Page, ...]
    scales: tuple[Scale, ...] = ()
    required: bool = False
    participation: Participation = Participation.OPEN
    quotas: tuple[Quota, ...] = ()
    door: tuple[OwnPhrase, ...] = ()
    comments: tuple[Comment, ...] = field(default=(), compare=False)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for page in self.pages for question in page.questions)


@dataclass(frozen=True)
class Measured:
    """What a question becomes for analysis: its variables, and the battery they form if any."""

    variables: tuple[Variable, ...]
    battery: Battery | None = None


@dataclass(frozen=True)
class Written:
    """A body in the canonical layout: its answer lines, and the attributes that it owns."""

    lines: tuple[str, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


class Kind(Stateless, ABC):
    """A question kind. A new one is a folder in kinds/ and one line in its list."""

    name: ClassVar[str]
    """The name of the kind, that of its folder."""
    title: ClassVar[str]
    """What authors know it by, as a message: "Single choice"."""
    explanation: ClassVar[str]
    """When to use it, in a sentence, as a message."""
    starter: ClassVar[tuple[str, ...]]
    """The answer lines of a new question; those with words are messages."""
    attributes: ClassVar[frozenset[str]] = frozenset()
    """The attributes that it takes beyond if, required and optional; shuffle too if it can."""
    relative: ClassVar[bool] = False
    """Its numbers mean something only between the bounds that respondents saw."""
    body: ClassVar[type]
    """The dataclass that its bodies are; its fields are the keys of the JSON form."""

    @abstractmethod
    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if these answer lines are of this kind; at most one kind says so of any lines.

        The lines are stripped and none is empty.
        """

    @abstractmethod
    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],
        language: str,
    ) -> Any:
        """The body from its lines; raises a Problem that names the line."""

    @abstractmethod
    def write(self, body: Any) -> Written:
        """The answer lines in the canonical layout, and the attributes it owns."""

    @abstractmethod
    def texts(self, body: Any) -> Iterable[tuple[str, Text]]:
        """The texts to translate, each with its stable key within the question.

        A key that begins with `scale:` belongs to a scale, which other questions may share.
        """

    @abstractmethod
    def with_texts(self, body: Any, texts: Mapping[str, Text]) -> Any:
        """The body with the texts of these keys replaced; keys it doesn't know are passed over."""

    @abstractmethod
    def variables(self, question: Question) -> Measured:
        """The variables that the question becomes."""

    @abstractmethod
    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The answers in the posted fields; fields of other questions are passed over.

        Numbers are read as the language writes them. Nothing that is posted raises an error.
        """

    @abstractmethod
    def view(
        self, question: Question, answers: Mapping[str, Given], language: str
    ) -> dict[str, tuple[str, ...]]:
        """The fields filled with these answers: what a browser would have to send to give them."""

    def settled(self, body: Any) -> Any:
        """The body as JSON gives it, whole; raises a Misfit where its fields don't go together."""
        return body

    def offers(self, body: Any) -> Any:  # noqa: ARG002
        """The Parts (bodies/parts.py) of the body that another kind may keep; None if nothing."""
        return None

    def made_of(self, parts: Any) -> Any:  # noqa: ARG002
        """A body of these Parts, with what fits of them; None if it can't be made of them."""
        return None
