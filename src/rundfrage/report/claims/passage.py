"""A Passage: words that may run over several lines of a file, and where each of them stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.errors import Where
from rundfrage.report.claims.sentence import Spot


@dataclass(frozen=True)
class Passage:
    """Words, joined by spaces where a line ended.

    `starts` holds for each line the offset in `words` at which it begins, its number in the file
    and the column of its first character.
    """

    words: str
    starts: tuple[tuple[int, int | None, int], ...] = ((0, None, 1),)
    file: str | None = None

    @staticmethod
    def of_lines(lines: Sequence[tuple[int, int, str]], file: str | None) -> Passage:
        """The passage of these lines, each with its number and the column it begins at."""
        words, starts = "", []
        for number, column, line in lines:
            if words:
                words += " "
            starts.append((len(words), number, column))
            words += line
        return Passage(words, tuple(starts), file)

    def spot(self, offset: int) -> Spot:
        """The place in the file of the character at `offset`."""
        index = bisect_right(self.starts, offset, key=lambda start: start[0]) - 1
        begin, line, column = self.starts[max(index, 0)]
        return Spot(line, column + offset - begin, self.file)


def where(spot: Spot) -> Where:
    """The place as a Problem names it."""
    return Where(spot.file, spot.line, f"column {spot.column}")
