"""Reads the file of edits beside a file of answers, and says what in it has no sense."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from rundfrage.codebook import Sample, Use
from rundfrage.dataset.intake.edits import (
    NONE,
    NOTHING,
    REASONS,
    Edit,
    Edits,
    FileEdit,
    Kind,
    NoneChosen,
    beside,
    heading_of,
    places,
)
from rundfrage.dataset.intake.lines import lines_of
from rundfrage.dataset.intake.options import DECIMALS
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.records import Leaf, Misfit, Records

_FORM = Records(
    {
        Kind: Leaf.named({one.value: one for one in Kind}),
        Use: Leaf.named({one.value: one for one in Use}),
        Sample: Leaf.named({one.value: one for one in Sample}),
        NoneChosen: Leaf.named({one.value: one for one in NoneChosen}),
    }
)


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
            _require_decimal(found[name])
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
        if why not in REASONS:
            known = ", ".join(REASONS)
            raise Misfit(message("one of {known}", known=known), ("missing", word), why)


def _require_decimal(edit: Edit) -> None:
    """Raise a Misfit for a mark before decimals that is none."""
    if edit.decimal is not None and edit.decimal not in DECIMALS:
        raise Misfit(message("a point or a comma"), ("decimal",), edit.decimal)


def require_names_free(edits: Edits, headings: Sequence[str]) -> None:
    """Raise a Problem for a name that another column has by its heading, and keeps."""
    blocks = edits.blocks(headings)
    kept = {
        heading_of(heading).casefold(): block
        for heading, block in zip(headings, blocks, strict=True)
        if edits.columns.get(block, NOTHING).name is None
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
