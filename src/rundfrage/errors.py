"""What a user is told when something is wrong: a Problem, never a traceback.

A *Problem* names what was found, where, what was expected and how to mend it. A reader that finds
several at once raises the first and hands the others along in `further`. What a Problem says never
changes: who knows more of the place makes another of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal

from rundfrage.locales import NOTHING, Message, joined, message, verbatim

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Where:
    """A place in the user's material: a file and line, or a named thing in it.

    `file` is shown as the user gave it, `line` counts from 1, `name` is a question or variable.
    `argument` is what was asked for rather than written down: the argument of a service, which
    each front shows as it asks for it (a flag, a field of a form).
    """

    file: str | None = None
    line: int | None = None
    name: str | None = None
    argument: str | None = None

    def __str__(self) -> str:
        place = self.file or self.argument or ""
        if self.line is not None:
            place = f"{place}:{self.line}" if place else f"line {self.line}"
        if self.name:
            place = f"{place}: {self.name}" if place else self.name
        return place


_SAID = ("code", "where", "found", "expected", "mend", "subject", "severity", "further")
"""What makes two Problems equal."""


class Problem(Exception):
    """Something a user can mend.

    `code` is the stable name documented in docs/reference/problems; `found` and `expected` are
    sentences or fragments for people; `mend` names what is to be changed, and no flag, command or
    button: each front adds by its code how that is done there. `subject` is what the change is
    about where the place doesn't say it: a language, a folder.
    """

    def __init__(
        self,
        code: str,
        *,
        found: Message,
        expected: Message,
        mend: Message,
        where: Where | None = None,
        subject: str = "",
        severity: Severity = "error",
        further: Sequence[Problem] = (),
    ) -> None:
        super().__init__(code)
        self.code: Final = code
        self.where: Final = where or Where()
        self.found: Final = found
        self.expected: Final = expected
        self.mend: Final = mend
        self.subject: Final = subject
        self.severity: Final[Severity] = severity
        self.further: Final[tuple[Problem, ...]] = tuple(further)

    @property
    def all(self) -> tuple[Problem, ...]:
        """This problem and those found with it, each alone, in the order they were found."""
        return (self.with_further(()), *(one for found in self.further for one in found.all))

    def with_further(self, further: Sequence[Problem]) -> Problem:
        """The same problem with these found beside it."""
        return self if tuple(further) == self.further else self._copied(self.where, further)

    def placed(self, place: Callable[[Where], Where]) -> Problem:
        """The same problem and those found with it, where `place` says their places are."""
        return self._copied(place(self.where), [one.placed(place) for one in self.further])

    def also_found(self, more: Message) -> Problem:
        """The same problem, of which one more sentence is found."""
        return self._copied(self.where, self.further, self.found + " " + more)

    def _copied(
        self, where: Where, further: Sequence[Problem], found: Message | None = None
    ) -> Problem:
        copy = Problem(
            self.code,
            where=where,
            found=self.found if found is None else found,
            expected=self.expected,
            mend=self.mend,
            subject=self.subject,
            severity=self.severity,
            further=further,
        ).with_traceback(self.__traceback__)
        # A developer still sees what it came from.
        copy.__cause__ = self.__cause__
        copy.__suppress_context__ = self.__suppress_context__
        return copy

    def __setattr__(self, name: str, value: object) -> None:
        if name in _SAID and hasattr(self, name):
            raise AttributeError(f"a Problem's {name} never changes")
        super().__setattr__(name, value)

    def __str__(self) -> str:
        place = str(self.where)
        head = f"{place}: {self.found}" if place else self.found
        return f"{head} Expected: {self.expected} {self.mend} [{self.code}]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in _SAID)


def raise_all(problems: Iterable[Problem]) -> None:
    """Raise the errors among the problems as one; warnings alone raise nothing."""
    every = (one for problem in problems for one in problem.all)
    errors = [one for one in every if one.severity == "error"]
    if errors:
        raise errors[0].with_further(errors[1:])


def all_of(names: Iterable[str]) -> Message:
    """The names as a sentence says them together: "q1, q2 and q3"."""
    *first, last = names
    if not first:
        return verbatim(last)
    return message("{names} and {name}", names=joined(first), name=last)


def any_of(names: Iterable[str]) -> Message:
    """The names as a sentence leaves the choice of them: "q1, q2 or q3"."""
    *first, last = names
    if not first:
        return verbatim(last)
    return message("{names} or {name}", names=joined(first), name=last)


def did_you_mean(name: str, known: Iterable[str]) -> Message:
    """A sentence with the known name nearest to `name`, or an empty one if none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return message("Did you mean {name}?", name=near[0]) if near else NOTHING
