"""What a user is told when something is wrong: a Problem, never a traceback.

A *Problem* names what was found, where, what was expected and how to mend it. A reader that finds
several at once raises the first and hands the others along in `further`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Where:
    """A place in the user's material: a file and line, or a named thing in it.

    `file` is shown as the user gave it, `line` counts from 1, `name` is a question or variable.
    """

    file: str | None = None
    line: int | None = None
    name: str | None = None

    def __str__(self) -> str:
        place = self.file or ""
        if self.line is not None:
            place = f"{place}:{self.line}" if place else f"line {self.line}"
        if self.name:
            place = f"{place}: {self.name}" if place else self.name
        return place


class Problem(Exception):
    """Something a user can mend.

    `code` is the stable name documented in docs/reference/problems; `found` and `expected` are
    sentences or fragments for people; `mend` says what to do.
    """

    def __init__(
        self,
        code: str,
        *,
        found: str,
        expected: str,
        mend: str,
        where: Where | None = None,
        severity: Severity = "error",
        further: Sequence[Problem] = (),
    ) -> None:
        super().__init__(code)
        self.code = code
        self.where = where or Where()
        self.found = found
        self.expected = expected
        self.mend = mend
        self.severity: Severity = severity
        self.further: tuple[Problem, ...] = tuple(further)

    @property
    def all(self) -> tuple[Problem, ...]:
        """This problem and those found with it, in the order they were found."""
        return (self, *self.further)

    def __str__(self) -> str:
        place = str(self.where)
        head = f"{place}: {self.found}" if place else self.found
        return f"{head} Expected: {self.expected} {self.mend} [{self.code}]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        said = (self.code, self.where, self.found, self.expected, self.mend)
        return (*said, self.severity, self.further)


def raise_all(problems: Iterable[Problem]) -> None:
    """Raise the errors among the problems as one; warnings alone raise nothing."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        errors[0].further = tuple(errors[1:])
        raise errors[0]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence with the known name nearest to `name`, or an empty string if none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"Did you mean {near[0]}?" if near else ""
