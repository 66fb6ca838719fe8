"""What people put right of a file of answers: `answers.codebook.toml` beside `answers.csv`.

A block for each column says what it was taken for; a key that is left out is concluded as without
the file. A block with a key `sure` was written by the program: of it counts only what differs from
what is concluded, see put_right.py. edits_file.py reads the file, edits_writing.py writes it;
docs/reference/codebook-file.md describes it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from rundfrage.codebook import Missing, Sample, Use, VariableType
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Where

ENDING = ".codebook.toml"


class Kind(StrEnum):
    """What a column may be said to be."""

    CHOICE = "single choice"
    SCALE = "scale"
    SEVERAL = "multiple choice"
    RANKING = "ranking"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"


KINDS: Mapping[VariableType, Kind] = {
    VariableType.CATEGORICAL: Kind.CHOICE,
    VariableType.ORDINAL: Kind.SCALE,
    VariableType.MULTIPLE: Kind.SEVERAL,
    VariableType.NUMERIC: Kind.NUMBER,
    VariableType.TEXT: Kind.TEXT,
    VariableType.DATE: Kind.DATE,
}
REASONS = {reason.word: reason for reason in Missing}


class NoneChosen(StrEnum):
    """What it means that somebody ticked none of the options of a multiple choice."""

    ANSWER = "answer"
    LEFT_BLANK = "left_blank"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Edit:
    """What is said of one column; None and empty where nothing is.

    `question` joins columns that share it; an empty one lets the column stand alone. `answers` are
    in their order, `labels` what is shown for each cell, `missing` the reason of each word that is
    no answer, `split` what stands between several answers in one cell. `sure` is True where nothing
    is to be doubted of the column, None where people wrote the block.
    """

    type: Kind | None = None
    use: Use | None = None
    name: str | None = None
    label: str | None = None
    question: str | None = None
    item: str | None = None
    answers: tuple[str, ...] = ()
    labels: dict[str, str] | None = None
    missing: dict[str, str] | None = None
    split: str | None = None
    none_chosen: NoneChosen | None = None
    day_first: bool | None = None
    decimal: str | None = None
    sure: bool | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that say something of the column."""
        said = [one.name for one in fields(self) if one.name != "sure"]
        return tuple(name for name in said if getattr(self, name) not in (None, ()))

    def over(self, other: Edit) -> Edit:
        """What is said here, and of the rest what the other says."""
        return replace(other, sure=self.sure, **{name: getattr(self, name) for name in self.keys})

    def only(self, keys: Collection[str]) -> Edit:
        """The edit with nothing but these keys, and how sure it is."""
        said = {name: getattr(self, name) for name in self.keys if name in keys}
        return Edit(sure=self.sure, **said)

    @property
    def reasons(self) -> Mapping[str, Missing]:
        """The reason of each word that was said to be no answer."""
        return {word: REASONS[why] for word, why in (self.missing or {}).items()}


@dataclass(frozen=True)
class FileEdit(Options):
    """What is said of the whole file, as by options.

    `title` is that of the study, `sample` how respondents came to it, `sure` True where nothing is
    to be doubted of the file as a whole.
    """

    title: str | None = None
    sample: Sample | None = None
    sure: bool | None = None


@dataclass(frozen=True)
class Edits:
    """All that people said of a file: of the whole, and of its columns by their headings.

    `behind` is what else is known of the columns, as by a dictionary: it counts where people say
    nothing. `path` is where the file of edits lies, `lines` where a key of a column stands in it.
    """

    file: FileEdit = field(default_factory=FileEdit)
    columns: dict[str, Edit] = field(default_factory=dict)
    behind: Mapping[str, Edit] = field(default_factory=dict)
    path: str = ""
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def of(self, headings: Sequence[str]) -> list[Edit]:
        """What is said of each column, by its place or else by its heading."""
        named = list(map(heading_of, headings))
        return [
            self.columns.get(block, NOTHING).over(self.behind.get(heading, NOTHING))
            for heading, block in zip(named, self.blocks(headings), strict=True)
        ]

    def blocks(self, headings: Sequence[str]) -> list[str]:
        """The name of the block that speaks of each column, whether it stands there or not."""
        named = list(map(heading_of, headings))
        return [
            by_place if by_place in self.columns else heading
            for heading, by_place in zip(named, places(named), strict=True)
        ]

    def where(self, block: str, key: str = "") -> Where:
        """The place of a key of a block."""
        line = self.lines.get((block, key)) or self.lines.get((block, ""))
        return Where(self.path or None, line, block)

    def options(self, said: Options) -> Options:
        """What is said of the file, here or, which counts more, in the options."""
        both: dict[str, Any] = {}
        for key in (one.name for one in fields(Options)):
            here, there = getattr(self.file, key), getattr(said, key)
            both[key] = here if there in (None, ()) else there
        both["missing"] = tuple(dict.fromkeys((*said.missing, *self.file.missing)))
        return Options(**both)


NOTHING = Edit()
NONE = Edits()


def heading_of(column: str) -> str:
    """What a column is called by its heading."""
    return column.strip("\ufeff ")


def places(headings: Sequence[str]) -> list[str]:
    """What each column is called by its place: "#2", or "##2" where a heading is so named."""
    taken = set(headings)
    return [_free(f"#{place}", taken) for place in range(1, len(headings) + 1)]


def _free(name: str, taken: Collection[str]) -> str:
    return _free(f"#{name}", taken) if name in taken else name


def beside(path: Path) -> Path:
    """Where the edits of a file lie: `answers.codebook.toml` beside `answers.csv`."""
    return path.with_name(f"{path.stem}{ENDING}")
