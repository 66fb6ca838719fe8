"""Writes what the columns of a file were taken for as a file of edits, to be put right there.

A block holds the keys that say something of its column, what is doubted of it as remarks, and
`sure = false`: nobody has looked at it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Table

from rundfrage.codebook import Category, Variable
from rundfrage.dataset.account import Account, Doubt, Entry
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake.edits import KINDS, Kind, beside, heading_of, places
from rundfrage.dataset.intake.labelled_values import plain
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.writing import is_private, write_whole


def write_edits(dataset: Dataset, path: Path, options: Options = AS_IT_IS) -> Path:
    """Write what the columns of a file were taken for, to be put right; where that is.

    `options` are what was said of the file when it was read; the file of edits says them from then
    on. Raises a Problem if such a file is there: nobody's corrections are written over.
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
    # It shows answers as examples: who may not read the one may not read the other.
    words = _written(dataset, dataset.account, path.name, options)
    write_whole(file, words, private=is_private(path))
    return file


def _written(dataset: Dataset, account: Account, name: str, options: Options) -> str:
    document = tomlkit.document()
    about = {key: value for key, value in asdict(options).items() if value not in (None, ())}
    if about or any(not doubt.variables for doubt in account.doubts):
        block = tomlkit.table()
        _add_doubts(block, [doubt for doubt in account.doubts if not doubt.variables])
        for key, value in {**about, _SURE: False}.items():
            block.add(key, _toml(value))
        document.add("file", block)
    columns = tomlkit.table(is_super_table=True)
    doubts: dict[str, list[Doubt]] = {}
    for doubt in account.doubts:
        for variable in doubt.variables:
            doubts.setdefault(variable, []).append(doubt)
    for entry, called, said in blocks_of(dataset, account.entries):
        block = tomlkit.table()
        block.comment(_line(entry.aside or entry.evidence))
        of = [doubt for name in entry.variables for doubt in doubts.get(name, ())]
        _add_doubts(block, list(dict.fromkeys(of)))
        for key, value in {**said, _SURE: False}.items():
            block.add(key, _toml(value))
        columns.add(called, block)
    document.add("columns", columns)
    return f"{_HEAD.format(file=name)}\n{tomlkit.dumps(document)}"


_SURE = "sure"
_HEAD = """\
# What the columns of {file} were taken for. Put right what is wrong: a line that you change or add
# counts. What you leave as it is, or delete, is concluded anew, and doubted as before; write
# sure = true where a block is right as it stands, and nothing is doubted of it. The keys of a
# block: type (single choice, scale, multiple choice, ranking, number, text, date), use (answer, id,
# weight, stratum, cluster, aside), name, label, answers in their order, labels, missing, question
# and item of a battery, split between several answers in one cell, none_chosen, day_first, decimal,
# sure.
"""


def _add_doubts(block: Table, doubts: Sequence[Doubt]) -> None:
    """Write what is doubted, and how to settle it, into the block."""
    for doubt in doubts:
        block.add(tomlkit.comment(f"? {_line(doubt.found)}"))
        block.add(tomlkit.comment(f"  {_line(doubt.settle)}"))


def _line(words: str) -> str:
    """The words in one line that a comment may hold."""
    return "".join(one for one in " ".join(str(words).split()) if one.isprintable())


def blocks_of(
    dataset: Dataset, entries: Sequence[Entry]
) -> Iterator[tuple[Entry, str, Mapping[str, Any]]]:
    """What each column was taken for: its entry, the name of its block, and the keys of that."""
    headings = [heading_of(entry.column) for entry in entries]
    owners = Counter(name for entry in entries for name in set(entry.variables))
    taken: set[str] = set()
    for entry, heading, by_place in zip(entries, headings, places(headings), strict=True):
        if not entry.variables:
            continue
        called = by_place if not heading or heading in taken else heading
        taken.add(called)
        shared = owners[entry.variables[0]] > 1
        variables = [dataset.codebook[name] for name in entry.variables]
        said = (
            _said(variables[-1], shared=shared, heading=called)
            if shared or len(variables) == 1
            else _said_of_several(variables, dataset, called)
        )
        yield entry, called, dict(said)


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
            said.append(("answers", answers))
    else:
        said.append(("question", variable.of or variable.battery or variable.name))
    if variable.battery is not None:
        if not shared:
            said.append(("question", variable.battery))
        said.append(("item", variable.item.source))
    if not variable.shown:
        said.append(("use", variable.use.value))
    missing = {plain(one.value): one.reason.word for one in variable.missing}
    if missing:
        said.append(("missing", missing))
    return said


def _toml(value: Any) -> Any:  # noqa: ANN401  tomlkit's own values
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    if isinstance(value, list | tuple):
        array = tomlkit.array()
        array.extend(value)
        return array.multiline(len(value) > 3)  # noqa: PLR2004  so many fit into a line
    return value
