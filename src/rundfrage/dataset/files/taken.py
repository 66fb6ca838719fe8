"""Which options of reading have a meaning for a file: another is refused, and not passed over.

They depend on its format (a text has no sheets), and on whether a codebook says what its columns
are: then nothing of that is left for an option to say.
"""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from rundfrage.codebook import Codebook
from rundfrage.dataset.account import Account, Doubt
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.format import COLUMNS, ROWS, Format
from rundfrage.dataset.files.sidecar import sidecar
from rundfrage.dataset.intake.edits import Edits
from rundfrage.dataset.intake.edits_file import read_edits
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message


def read_taken(one: Format, path: Path, codebook: Codebook | None, options: Options) -> Dataset:
    """The answers in a file of this format, as the options and the edits beside it say.

    Raises a Problem for an option, or a key of the edits, that would do nothing.
    """
    edits = read_edits(path)
    whole = edits.options(options)
    for name in _said(whole):
        if name not in one.takes:
            raise _in_vain(name, options, edits, _not_of(name, one.name))
    if whole.heading is False and whole.heading_rows is not None:
        found = message("It was said that there is no row of names.")
        raise _in_vain("heading_rows", options, edits, found)
    if codebook is not None or sidecar(path).is_file():
        _require_unsaid(one, options, edits)
    dataset = one.read(path, codebook, whole)
    if dataset.account is not None and dataset.account.entries:
        return dataset
    _require_unsaid(one, options, edits)
    return _with_unread(dataset, edits)


def _with_unread(dataset: Dataset, edits: Edits) -> Dataset:
    """The dataset by a whole codebook, with the doubt that the edits beside it say nothing."""
    about = edits.file.title or edits.file.sample
    if not (edits.columns or about) or edits.file.sure:
        return dataset
    doubt = Doubt(
        message(
            "{file} isn't looked at, for a codebook says all of the file.",
            file=Path(edits.path).name,
        ),
        message("Correct the variables in that codebook, and take the other file away."),
    )
    account = dataset.account or Account()
    return replace(dataset, account=replace(account, doubts=(*account.doubts, doubt)))


def _require_unsaid(one: Format, options: Options, edits: Edits) -> None:
    """Raise a Problem for an option of columns of which a codebook says all."""
    for name in _said(edits.options(options)):
        if name in (COLUMNS | ROWS) - one.followed:
            found = message("A codebook says all of the file, and so this.")
            raise _in_vain(name, options, edits, found)


def _not_of(name: str, kind: str) -> Message:
    """Why an option has no meaning for a format."""
    if name == "sheet":
        return message("Files of this format ({format}) have no sheets.", format=kind)
    if name == "delimiter":
        return message("Files of this format ({format}) have no delimiter.", format=kind)
    if name in ROWS:
        return message(
            "Files of this format ({format}) hold nothing but respondents below the names.",
            format=kind,
        )
    if name == "skip":
        return message(
            "Files of this format ({format}) have no rows above the names of columns.", format=kind
        )
    return message(
        "Files of this format ({format}) say by themselves how letters are written.", format=kind
    )


def _said(options: Options) -> list[str]:
    return [
        one.name
        for one in fields(Options)
        if getattr(options, one.name) != getattr(AS_IT_IS, one.name)
    ]


def _in_vain(name: str, options: Options, edits: Edits, found: Message) -> Problem:
    """The Problem of an option, where it was said: asked for, or in the file of edits."""
    asked = getattr(options, name) != getattr(AS_IT_IS, name)
    return Problem(
        "option-in-vain",
        where=Where(argument=name) if asked else edits.where("", name),
        found=found,
        expected=message("options that have a meaning for the file."),
        mend=message("Leave it out."),
    )
