"""What people put right of a file of answers: `answers.codebook.toml` beside `answers.csv`.

A block for each column says what it was taken for; a key that is left out is concluded as without
the file. A block with a key `sure` was written by the program: of it counts only what differs from
what is concluded, see put_right.py. docs/reference/codebook-file.md describes the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from rundfrage.codebook import Missing, Sample, Use, VariableType
from rundfrage.dataset.intake.lines import lines_of
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.records import Leaf, Misfit, Records

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
_REASONS = {reason.word: reason for reason in Missing}


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
        return {word: _REASONS[why] for word, why in (self.missing or {}).items()}


@dataclass(frozen=True)
class FileEdit:
    """What is said of the whole file; see intake.options.

    `title` is that of the study, `sample` how respondents came to it.
    """

    title: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    skip: int | None = None
    missing: tuple[str, ...] = ()
    decimal: str | None = None
    day_first: bool | None = None
    heading: bool | None = None
    footer: int | None = None
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
            self.columns.get(block, _NOTHING).over(self.behind.get(heading, _NOTHING))
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
        one = self.file
        return Options(
            said.encoding or one.encoding,
            said.sheet or one.sheet,
            one.skip if said.skip is None else said.skip,
            (*said.missing, *one.missing),
            said.decimal or one.decimal,
            one.day_first if said.day_first is None else said.day_first,
            one.heading if said.heading is None else said.heading,
            one.footer if said.footer is None else said.footer,
        )


_NOTHING = Edit()
NONE = Edits()
_FORM = Records(
    {
        Kind: Leaf.named({one.value: one for one in Kind}),
        Use: Leaf.named({one.value: one for one in Use}),
        Sample: Leaf.named({one.value: one for one in Sample}),
        NoneChosen: Leaf.named({one.value: one for one in NoneChosen}),
    }
)


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


def read_edits(path: Path) -> Edits:
    """The edits beside a file, none if there are none; raises a Problem for what has no sense."""
    file = beside(path)
    if not file.is_file():
        return NONE
    try:
        text = file.read_text(encoding="utf-8")
        said = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(
            "codebook-unreadable",
            where=Where(str(file)),
            found=message("The codebook can't be read ({error}).", error=error),
            expected=message("a TOML file in UTF-8."),
            mend=message("Mend the line, or write the codebook anew."),
        ) from None
    columns = said.pop("columns", {})
    lines = lines_of(text)
    name = ""
    try:
        about = said.pop("file", {})
        _require_keys(about, FileEdit)
        whole = _FORM.read(FileEdit, about)
        _require_blocks(said, columns)
        found = {}
        for name, block in columns.items():
            _require_keys(block, Edit)
            found[name] = edit_of(block)
            _require_reasons(found[name])
        name = ""
        _require_names_apart(found)
        return Edits(whole, found, path=str(file), lines=lines)
    except Misfit as misfit:
        place = " ".join(filter(None, (name, *map(str, misfit.path[:-1]))))
        first, last = str(misfit.path[0]), str(misfit.path[-1])
        at = ((name, first), (first, last), (name, ""))
        line = next((lines[one] for one in at if one in lines), None)
        raise Problem(
            "codebook-entry",
            where=Where(str(file), line, place),
            found=misfit.seen,
            expected=misfit.expected + ".",
            mend=message("Mend the entry, or write the codebook anew."),
        ) from None


def edit_of(block: Mapping[str, Any]) -> Edit:
    """What a block says; raises a Misfit."""
    return _FORM.read(Edit, block)


def _require_names_apart(columns: Mapping[str, Edit]) -> None:
    """Raise a Misfit for a name that is given to two columns."""
    taken: dict[str, str] = {}
    for block, edit in columns.items():
        if edit.name is None:
            continue
        other = taken.setdefault(edit.name.casefold(), block)
        if other != block:
            expected = message("another name than the column {other} has", other=other)
            raise Misfit(expected, (block, "name"), edit.name)


def _require_blocks(others: Mapping[str, Any], columns: object) -> None:
    """Raise a Misfit for anything but the blocks of the file and of columns."""
    for name, value in others.items():
        raise Misfit(message("[file] and [columns.…]"), (name,), value)
    if not isinstance(columns, dict):
        raise Misfit(message("a block for each column"), ("columns",), columns)


def _require_keys(block: object, kind: type[Edit | FileEdit]) -> None:
    """Raise a Misfit for a key that a block of that kind doesn't have."""
    known = [one.name for one in fields(kind)]
    for key, value in block.items() if isinstance(block, dict) else ():
        if key not in known:
            raise Misfit(message("one of {known}", known=", ".join(known)), (key,), value)


def _require_reasons(edit: Edit) -> None:
    """Raise a Misfit for a reason that is none."""
    for word, why in (edit.missing or {}).items():
        if why not in _REASONS:
            known = ", ".join(_REASONS)
            raise Misfit(message("one of {known}", known=known), ("missing", word), why)


def require_names_free(edits: Edits, headings: Sequence[str]) -> None:
    """Raise a Problem for a name that another column has by its heading, and keeps."""
    blocks = edits.blocks(headings)
    kept = {
        heading_of(heading).casefold(): block
        for heading, block in zip(headings, blocks, strict=True)
        if edits.columns.get(block, _NOTHING).name is None
    }
    for block, edit in edits.columns.items():
        other = block if edit.name is None else kept.get(edit.name.casefold(), block)
        if other != block:
            raise Problem(
                "codebook-entry",
                where=edits.where(block, "name"),
                found=message(
                    "“name” is {name}, and a column of the file is so called.", name=edit.name
                ),
                expected=message("another name than the column {other} has", other=other) + ".",
                mend=message("Mend the entry, or give that column another name, too."),
            )


def require_columns(edits: Edits, names: Sequence[str], path: Path) -> None:
    """Raise a Problem if the edits speak of a column that the file doesn't have."""
    named = list(map(heading_of, names))
    known = {*named, *places(named)}
    for name in edits.columns:
        if name not in known:
            raise Problem(
                "column-absent",
                where=replace(edits.where(name), file=str(beside(path))),
                found=message("The file has no column {name}.", name=name),
                expected=message("the heading of a column as it stands in the file."),
                mend=did_you_mean(name, known) or message("Correct the heading, or delete it."),
            )
