"""A Section: one slide as its author thinks of it, and the SlideKind that says what becomes of it.

Where a section needs more room than a slide has it becomes several. The kinds lie in
report/slides/, one file each.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from rundfrage.report.claims import Assertion, Bound, Sentence
from rundfrage.report.deck import Slide
from rundfrage.report.section.attribute import Attribute, Value
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.stateless import Stateless
from rundfrage.tables.table import Table

EMPTY = Sentence(())


class Topic(StrEnum):
    """What a slide is about, which is named behind its kind: `{chart=q4}`, `{headline=q2.top2}`."""

    NOTHING = "nothing"
    """Of the survey as a whole: the kind stands bare."""
    QUESTION = "question"
    FIGURE = "figure"
    """A binding, or a wording that prints a number."""


class Sentences(StrEnum):
    """Whether sentences stand below the heading of a slide."""

    WELCOME = "welcome"
    NEEDED = "needed"
    REFUSED = "refused"


@dataclass(frozen=True)
class PictureFile:
    """`![What it shows](file.png)`: a file beside the report, and words that stand for it."""

    file: str
    alt: str
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Section:
    """One slide of the report.

    `question` is the question that a slide is about, or `figure` the number, as its kind's topic
    wants it. `title` may be empty (the question's wording then stands there); `kicker` is None for
    the usual small line above the title; `attributes` are those of its kind, by name.
    """

    kind: SlideKind
    title: Sentence = EMPTY
    sentences: tuple[Sentence, ...] = ()
    question: str = ""
    figure: Bound | Assertion | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    kicker: str | None = None
    picture: PictureFile | None = None
    footer: Sentence = EMPTY
    """What stands in the footer behind the usual lines."""
    hidden: bool = False
    speech: tuple[Sentence, ...] = ()
    """What the author notes for whoever speaks."""
    line: int | None = field(default=None, compare=False)

    def given(self, attribute: Attribute[Value]) -> Value | None:
        """What the author gave the attribute; None if nothing."""
        return self.attributes.get(attribute.name)


class SlideKind(Stateless, ABC):
    """A kind of slide. A new one is a file in report/slides/ and one line in its list."""

    name: ClassVar[str]
    """What opens the braces behind the heading; it never changes."""
    example: ClassVar[str]
    """What the braces may hold, with the attributes that it needs: `chart=q2`."""
    topic: ClassVar[Topic] = Topic.NOTHING
    attributes: ClassVar[Sequence[Attribute[Any]]] = ()
    """What the braces may say besides, in the order in which they are written."""
    sentences: ClassVar[Sentences] = Sentences.WELCOME
    listed: ClassVar[bool] = False
    """Its sentences are written as the points of a list."""
    numbered: ClassVar[bool] = False
    """It shows the numbers of a list."""
    footed: ClassVar[bool] = True
    """It has a footer, for a line of the author's too."""
    pictures: ClassVar[bool] = False
    """It has room for a picture."""
    quotes: ClassVar[bool] = False
    """It shows what respondents wrote in their own words."""

    @abstractmethod
    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """The slides of a section of this kind, whose sentences are stated in `lines`.

        Raises a Problem without a place if it can't be shown.
        """

    def drafted_first(self, drafting: Drafting) -> Iterable[Section]:  # noqa: ARG002
        """Its sections before all questions of the automatic report."""
        return ()

    def drafted_for(self, table: Table, drafting: Drafting) -> Iterable[Section]:  # noqa: ARG002
        """Its sections on one question of the automatic report."""
        return ()

    def drafted_last(self, drafting: Drafting) -> Iterable[Section]:  # noqa: ARG002
        """Its sections after all questions of the automatic report."""
        return ()
