"""An Attribute: what the braces of a heading say beside the kind of the slide, such as `k=5`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message, verbatim
from rundfrage.manuscript.attributes import Attributes

Value = TypeVar("Value")


class Attribute(ABC, Generic[Value]):
    """An attribute of a slide kind."""

    name: str
    required: bool = False
    """The slide can't be made without it."""

    @property
    @abstractmethod
    def takes(self) -> Message:
        """What stands behind its equals sign, as an author is told."""

    @abstractmethod
    def read(self, attributes: Attributes) -> Value:
        """Its value in the braces, which name it; raises a Problem if it is none."""

    def refused(self, given: str | Message, attributes: Attributes, mend: Message) -> Problem:
        """The Problem of a value that it doesn't take."""
        return Problem(
            "slide-attribute",
            where=Where(line=attributes.line),
            found=message(
                "{attribute} is {words}.",
                attribute=self.name,
                words=given,
            ),
            expected=self.takes,
            mend=mend,
        )


@dataclass(frozen=True)
class Choice(Attribute[str]):
    """One of several words; the usual one is written by leaving the attribute out."""

    name: str
    choices: tuple[str, ...]

    @property
    def takes(self) -> Message:
        """The words."""
        return verbatim(f"{', '.join(self.choices)}.")

    def read(self, attributes: Attributes) -> str:
        """The word."""
        given = attributes.given[self.name]
        if given not in self.choices:
            usual = message("Leave it out for the usual one.")
            mend = did_you_mean(given[:40], self.choices) or usual
            raise self.refused(given[:40] or message("(nothing)"), attributes, mend)
        return given


@dataclass(frozen=True)
class WholeNumber(Attribute[int]):
    """How many of something are shown."""

    name: str
    least: int
    most: int

    @property
    def takes(self) -> Message:
        """The smallest and the largest."""
        return message("a whole number from {least} to {most}.", least=self.least, most=self.most)

    def read(self, attributes: Attributes) -> int:
        """The number."""
        count = attributes.whole_number(self.name)
        if count is None or not self.least <= count <= self.most:
            raise self.refused(
                str(count), attributes, message("Leave it out for the usual number.")
            )
        return count


@dataclass(frozen=True)
class RowNames(Attribute[str]):
    """The names of answers or items, with spaces between."""

    name: str

    @property
    def takes(self) -> Message:
        """How they are written."""
        return message("names of answers or items, with spaces between.")

    def read(self, attributes: Attributes) -> str:
        """The names as they are written."""
        given = attributes.given[self.name]
        if not given.strip():
            raise self.refused(message("(nothing)"), attributes, message("Name a row."))
        return given


@dataclass(frozen=True)
class Words(Attribute[str]):
    """Words that stand for themselves; no number stands free in those that are `printed`."""

    name: str
    wanted: Message
    printed: bool
    required: bool = True

    @property
    def takes(self) -> Message:
        """What they are."""
        return self.wanted

    def read(self, attributes: Attributes) -> str:
        """The words."""
        given = attributes.given[self.name].strip()
        if not given:
            nothing = message("(nothing)")
            raise self.refused(nothing, attributes, message("Write it behind the equals sign."))
        return given


@dataclass(frozen=True)
class QuestionName(Attribute[str]):
    """The name of a question; `wanted` says of which."""

    name: str
    wanted: Message
    required: bool = True

    @property
    def takes(self) -> Message:
        """Which question."""
        return self.wanted

    def read(self, attributes: Attributes) -> str:
        """The name."""
        given = attributes.given[self.name]
        if not given:
            raise Problem(
                "slide-attribute",
                where=Where(line=attributes.line),
                found=message("{attribute} is bare.", attribute=self.name),
                expected=self.takes,
                mend=message("Name the question, or take {attribute} out.", attribute=self.name),
            )
        return given
