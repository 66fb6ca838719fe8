"""What people put right of a file of answers: `answers.codebook.toml` beside `answers.csv`.

A block for each column says what it was taken for; a key that is left out is concluded as without
the file. docs/reference/codebook-file.md describes it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomlkit

from rundfrage.codebook import Category, Missing, Sample, Use, Variable, VariableType
from rundfrage.dataset.account import Entry
from rundfrage.dataset.cells import number_cell
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.records import Leaf, Misfit, Records
from rundfrage.writing import write_whole

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


@dataclass(frozen=True)
class Edit:
    """What is said of one column; None and empty where nothing is.

    `question` joins columns that share it; an empty one lets the column stand alone. `answers` are
    in their order, `labels` what is shown for each cell, `missing` the reason of each word that is
    no answer, `split` what stands between several answers in one cell.
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
    sample: Sample | None = None


@dataclass(frozen=True)
class Edits:
    """All that people said of a file: of the whole, and of its columns by their headings."""

    file: FileEdit = field(default_factory=FileEdit)
    columns: dict[str, Edit] = field(default_factory=dict)

    def of(self, headings: Sequence[str]) -> list[Edit]:
        """What is said of each column, by its place or else by its heading."""
        named = list(map(_heading, headings))
        return [
            self.columns.get(by_place, self.columns.get(heading, _NOTHING))
            for heading, by_place in zip(named, _places(named), strict=True)
        ]

    def options(self, said: Options) -> Options:
        """What is said of the file, here or, which counts more, in the options."""
        one = self.file
        return Options(
            said.encoding or one.encoding,
            said.sheet or one.sheet,
            one.skip if said.skip is None else said.skip,
            (*said.missing, *one.missing),
            said.decimal or one.decimal,
        )


_NOTHING = Edit()
NONE = Edits()
_FORM = Records(
    {
        Kind: Leaf.named({one.value: one for one in Kind}),
        Use: Leaf.named({one.value: one for one in Use}),
        Sample: Leaf.named({one.value: one for one in Sample}),
    }
)


def _heading(column: str) -> str:
    return column.strip("\ufeff ")


def _places(headings: Sequence[str]) -> list[str]:
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
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(
            "codebook-unreadable",
            where=Where(str(file)),
            found=message("The codebook can't be read ({error}).", error=error),
            expected=message("a TOML file in UTF-8."),
            mend=message("Mend the line, or write the codebook anew."),
        ) from None
    columns = said.pop("columns", {})
    name = ""
    try:
        about = said.pop("file", {})
        _require_keys(about, FileEdit)
        whole = _FORM.read(FileEdit, about)
        _require_blocks(said, columns)
        found = {}
        for name, block in columns.items():
            _require_keys(block, Edit)
            found[name] = _FORM.read(Edit, block)
            _require_reasons(found[name])
        return Edits(whole, found)
    except Misfit as misfit:
        place = " ".join(filter(None, (name, *map(str, misfit.path[:-1]))))
        raise Problem(
            "codebook-entry",
            where=Where(str(file), name=place),
            found=misfit.seen,
            expected=misfit.expected + ".",
            mend=message("Mend the entry, or write the codebook anew."),
        ) from None


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


def require_columns(edits: Edits, names: Sequence[str], path: Path) -> None:
    """Raise a Problem if the edits speak of a column that the file doesn't have."""
    named = list(map(_heading, names))
    known = {*named, *_places(named)}
    for name in edits.columns:
        if name not in known:
            raise Problem(
                "column-absent",
                where=Where(str(beside(path)), name=name),
                found=message("The file has no column {name}.", name=name),
                expected=message("the heading of a column as it stands in the file."),
                mend=did_you_mean(name, known) or message("Correct the heading, or delete it."),
            )


def write_edits(dataset: Dataset, path: Path) -> Path:
    """Write what the columns of a file were taken for, to be put right; where that is.

    Raises a Problem if such a file is there: nobody's corrections are written over.
    """
    file = beside(path)
    if file.exists():
        raise Problem(
            "codebook-exists",
            where=Where(str(file)),
            found=message("There is a codebook already."),
            expected=message("no file of that name."),
            mend=message("Go on in it, or move it away first."),
        )
    if dataset.account is None or not dataset.account.entries:
        raise Problem(
            "codebook-complete",
            where=Where(str(path)),
            found=message("The file has a codebook that says all of its columns."),
            expected=message("a file whose columns were concluded."),
            mend=message("Correct them in the questionnaire or codebook that it follows."),
        )
    write_whole(file, _written(dataset, dataset.account.entries, path.name))
    return file


def _written(dataset: Dataset, entries: Sequence[Entry], name: str) -> str:
    document = tomlkit.document()
    columns = tomlkit.table(is_super_table=True)
    headings = [_heading(entry.column) for entry in entries]
    for entry, heading, by_place in zip(entries, headings, _places(headings), strict=True):
        if not entry.variables:
            continue
        called = by_place if not heading or heading in columns else heading
        block = tomlkit.table()
        block.comment(str(entry.aside or entry.evidence))
        shared = sum(entry.variables[0] in other.variables for other in entries) > 1
        variables = [dataset.codebook[name] for name in entry.variables]
        said = (
            _said(variables[-1], shared=shared, heading=called)
            if shared or len(variables) == 1
            else _said_of_several(variables, dataset, called)
        )
        for key, value in said:
            block.add(key, value)
        columns.add(called, block)
    document.add("columns", columns)
    return f"{_HEAD.format(file=name)}\n{tomlkit.dumps(document)}"


_HEAD = """\
# What the columns of {file} were taken for. Put right what is wrong; what you delete is concluded
# anew. The keys of a block: type (single choice, scale, multiple choice, ranking, number, text,
# date), use (answer, id, weight, stratum, cluster, aside), name, label, answers in their order,
# labels, missing, question and item of a battery, split between several answers in one cell.
"""


def _said_of_several(
    variables: Sequence[Variable], dataset: Dataset, heading: str
) -> list[tuple[str, Any]]:
    """The keys of a column whose cells hold several answers, or things in an order."""
    first = variables[0]
    if first.battery is None:
        return _said(first, shared=False, heading=heading)
    battery = dataset.codebook.battery(first.battery)
    whole = replace(
        first,
        name=battery.name,
        label=battery.label,
        battery=None,
        categories=tuple(Category(one.name, one.item, at) for at, one in enumerate(variables, 1)),
    )
    _, *said = _said(whole, shared=False, heading=heading)
    return [("type", Kind.RANKING.value), *said]


def _said(variable: Variable, *, shared: bool, heading: str) -> list[tuple[str, Any]]:
    """The keys of a column's block, those that say something."""
    said: list[tuple[str, Any]] = []
    if variable.of is not None and not shared:
        said.append(("question", variable.of))
    elif not shared:
        if variable.battery is None:
            said.append(("type", KINDS[variable.type].value))
        if variable.name != heading:
            said.append(("name", variable.name))
        if variable.label.source not in {heading, variable.name, variable.item.source}:
            said.append(("label", variable.label.source))
        answers = [category.label.source for category in variable.categories]
        if answers:
            said.append(("answers", _lines(answers)))
    else:
        said.append(("question", variable.of or variable.battery or variable.name))
    if variable.battery is not None:
        if not shared:
            said.append(("question", variable.battery))
        said.append(("item", variable.item.source))
    if not variable.shown:
        said.append(("use", variable.use.value))
    missing = {_word(one.value): one.reason.word for one in variable.missing}
    if missing:
        table = tomlkit.inline_table()
        table.update(missing)
        said.append(("missing", table))
    return said


def _word(value: float | str) -> str:
    return value if isinstance(value, str) else number_cell(value)


def _lines(answers: Sequence[str]) -> Any:  # noqa: ANN401  tomlkit's own array
    array = tomlkit.array()
    array.extend(answers)
    return array.multiline(len(answers) > 3)  # noqa: PLR2004  so many fit into a line
