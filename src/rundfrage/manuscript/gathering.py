"""Gathers Problems while reading goes on, so that an author sees all of them at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType

from rundfrage.errors import Problem, Where, raise_all
from rundfrage.manuscript import limits


@dataclass
class Gathering:
    """The Problems found so far in one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def each(self, name: str | None = None, line: int | None = None) -> Kept:
        """Keep the Problems raised within, with file, line and name where they have none."""
        return Kept(self, name, line)

    @property
    def enough(self) -> bool:
        """True if so many were found that looking on is no use."""
        return len(self.problems) >= limits.PROBLEMS

    def finish(self) -> None:
        """Raise what was gathered as one Problem, in the order of the lines; or nothing."""
        self.problems.sort(key=lambda problem: problem.where.line or 0)
        raise_all(self.problems[: limits.PROBLEMS])


@dataclass
class Kept:
    """What `Gathering.each` gives: a with-block that keeps its Problems and goes on after it."""

    gathering: Gathering
    name: str | None
    line: int | None

    def __enter__(self) -> None:
        """Nothing is needed to begin."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Keep a Problem; anything else goes on its way."""
        if not isinstance(raised, Problem):
            return False
        self.gathering.problems.extend(raised.placed(self._placed).all)
        return True

    def _placed(self, where: Where) -> Where:
        return Where(
            where.file or self.gathering.file, where.line or self.line, where.name or self.name
        )
