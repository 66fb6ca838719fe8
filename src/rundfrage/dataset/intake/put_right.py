"""What people said of a file, against what is concluded of it without their words.

Of a block that the program wrote (it has the key `sure`) only what differs counts: what was merely
written out is nothing that anybody said. What decides how a column is read goes together, and so
does a question of several columns. `sure = true` settles what is doubted of a column, or, under
[file], of the file as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from rundfrage.dataset.account import Account, Certainty, Doubt
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake.edits import Edit, Edits
from rundfrage.dataset.intake.edits_file import edit_of, require_names_free
from rundfrage.dataset.intake.edits_writing import blocks_of
from rundfrage.dataset.intake.effects import without_effect

READING = frozenset(["type", "answers", "labels", "split", "question", "item"])
"""The keys that decide together how a column is read."""


def put_right(
    edits: Edits, headings: Sequence[str], conclude: Callable[[Edits], Dataset]
) -> Dataset:
    """What `conclude` makes of a file by what people said of the columns with these headings.

    Raises a Problem for a name that another column keeps.
    """
    written = {block for block, edit in edits.columns.items() if edit.sure is not None}
    spoken = {block: edit for block, edit in edits.columns.items() if block not in written}
    dataset = conclude(replace(edits, columns=spoken))
    counting = replace(edits, columns=spoken | dict(_changed(edits, written, headings, dataset)))
    require_names_free(counting, headings)
    if counting.columns != spoken:
        dataset = conclude(counting)
    if dataset.account is None:
        return dataset
    doubts = (*dataset.account.doubts, *without_effect(counting, headings, dataset))
    account = replace(dataset.account, doubts=doubts)
    return replace(dataset, account=_settled(account, edits, headings))


def _changed(
    edits: Edits, written: Collection[str], headings: Sequence[str], dataset: Dataset
) -> Iterator[tuple[str, Edit]]:
    """The keys of these blocks that say something else than what was concluded."""
    if not written or dataset.account is None:
        return
    blocks = edits.blocks(headings)
    concluded = {
        blocks[entry.place - 1]: edit_of(keys)
        for entry, _, keys in blocks_of(dataset, dataset.account.entries)
    }
    changes = {
        block: set(_differing(edits.columns[block], concluded.get(block, Edit())))
        for block in written
    }
    touched = [block for block, keys in changes.items() if keys & READING]
    questions = {
        question
        for block in touched
        for question in (edits.columns[block].question, concluded.get(block, Edit()).question)
        if question
    }
    for block in edits.columns:
        if block not in written:
            continue
        edit, keys = edits.columns[block], changes[block]
        if keys & READING or edit.question in questions:
            keys = keys | READING
        if keys:
            yield block, edit.only(keys)


def _differing(edit: Edit, concluded: Edit) -> Iterator[str]:
    return (name for name in edit.keys if getattr(edit, name) != getattr(concluded, name))


def _settled(account: Account, edits: Edits, headings: Sequence[str]) -> Account:
    """The account without the doubts of which people said that they are sure."""
    said = edits.of(headings)
    sure = {entry.place for entry in account.entries if said[entry.place - 1].sure}
    names = {name for entry in account.entries if entry.place in sure for name in entry.variables}
    entries = tuple(
        replace(entry, certainty=Certainty.SAID) if entry.place in sure else entry
        for entry in account.entries
    )
    doubts = tuple(_left(account.doubts, names, whole=bool(edits.file.sure)))
    return replace(account, entries=entries, doubts=doubts)


def _left(doubts: Sequence[Doubt], sure: Collection[str], *, whole: bool) -> Iterator[Doubt]:
    for doubt in doubts:
        names = tuple(name for name in doubt.variables if name not in sure)
        if names or not (doubt.variables or whole):
            yield replace(doubt, variables=names)
