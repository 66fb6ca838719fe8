"""Refreshes a native table cell by cell: rows come and go with the data, people's look stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import A, Element, same_words, text_of
from rundfrage.report.outputs.pptx.drawn import alike, cell_bodies, table_of
from rundfrage.report.outputs.pptx.snapshot import DrawnTable, PrintedText
from rundfrage.report.update.foreign import foreign
from rundfrage.report.update.order import OWN, merged, recognised
from rundfrage.report.update.stale import Figures, stale
from rundfrage.report.update.summary import Renewed, Tally
from rundfrage.report.update.texts import renew, resize, set_text
from rundfrage.report.update.tokens import as_printed_before, located

_HEIGHT = 12700
"""English metric units by which heights may differ and still be the same."""


@dataclass(frozen=True)
class TableMerge:
    """A table as printed (None if not known), as edited, and as it must be.

    `rows` are keys of the edited table's rows, `columns` the places of its columns in the new
    table or None for people's own. The first row holds headings. A table that is no list of its
    own but stands `beside` a chart has rows without a label.
    """

    name: str
    old: DrawnTable | None
    edited: DrawnTable
    new: DrawnTable
    rows: tuple[str, ...]
    columns: tuple[int | None, ...]
    beside: bool
    labels: Mapping[str, str]


def refresh_table(
    frame: Element,
    made: Element,
    name: str,
    old: DrawnTable | None,
    new: DrawnTable,
    labels: Mapping[str, str],
    figures: Figures,
    tally: Tally,
) -> None:
    """Write the new table into a graphic frame; `labels` says how rows without a stub are called.

    `made` is the frame as the program draws it, `name` how the table is called in the summary. A
    table with new columns is drawn anew, unless people rewrote something in it.
    """
    edited = table_of(frame)
    if edited is None or not edited.cells:
        tally.notices.append(
            message("{place}: no table any more, so it was not refreshed", place=name)
        )
        return
    more = [] if old is None else [head for head in _first(new) if head not in _first(old)]
    if old is not None and len(new.cells[0]) > len(old.cells[0]) and more:
        columns = ", ".join(same_words(head) for head in more)
        if _texts(edited) == _texts(old):
            there = frame.find(f".//{A}tbl")
            there.getparent().replace(there, deepcopy(made.find(f".//{A}tbl")))
            tally.notices.append(
                message(
                    "{place}: drawn anew with its new columns ({columns})",
                    place=name,
                    columns=columns,
                )
            )
            return
        tally.notices.append(
            message(
                "{place}: without its new columns ({columns}), as you rewrote something in it",
                place=name,
                columns=columns,
            )
        )
    merge = _merge(name, old, edited, new, labels)
    order = _order(merge, tally)
    table = frame.find(f".//{A}tbl")
    lines = dict(zip(merge.rows, table.findall(f"{A}tr"), strict=True))
    placed = [_row(lines, key) for key in order]
    for line in table.findall(f"{A}tr"):
        table.remove(line)
    as_was = old is not None and alike(edited.heights, old.heights, _HEIGHT)
    for key, line in zip(order, placed, strict=True):
        table.append(line)
        if key in new.rows:
            at = new.rows.index(key)
            if as_was:
                line.set("h", str(new.heights[at]))
            _fill(merge, key, line, figures, tally, fresh=key not in lines)
        else:
            _search(merge, line, figures, tally)


def _merge(
    name: str,
    old: DrawnTable | None,
    edited: DrawnTable,
    new: DrawnTable,
    labels: Mapping[str, str],
) -> TableMerge:
    base = old or new
    beside = bool(labels)
    heads = [cell.text for cell in base.cells[0]]
    found = recognised(heads, [str(at) for at in range(len(heads))], _first(edited))
    now = [same_words(cell.text) for cell in new.cells[0]]
    columns = tuple(None if key.startswith(OWN) else _column(now, heads, int(key)) for key in found)
    if beside and old is None:
        count = len(edited.cells)
        rows = [*new.rows[:count], *(f"{OWN}{at}" for at in range(len(new.rows), count))]
    else:

        def same_row(index: int, at: int) -> bool:
            cells = [[same_words(cell.text) for cell in row[1:]] for row in
                     (base.cells[index], edited.cells[at])]  # fmt: skip
            return bool(cells[0]) and cells[0] == cells[1]

        proof = None if beside or old is None else same_row
        rows = recognised(_stubs(base, beside), base.rows, _stubs(edited, beside), proof)
        rows[0] = base.rows[0]
    return TableMerge(name, old, edited, new, tuple(rows), columns, beside, labels)


def _texts(table: DrawnTable) -> list[list[str]]:
    return [[same_words(cell.text) for cell in row] for row in table.cells]


def _first(table: DrawnTable) -> list[str]:
    return [cell.text for cell in table.cells[0]]


def _column(now: Sequence[str], heads: Sequence[str], at: int) -> int | None:
    """Where a printed column stands in the new table: by its heading, else by its place."""
    head = same_words(heads[at])
    if now.count(head) == 1:
        return now.index(head)
    return at if len(now) == len(heads) else None


def _stubs(table: DrawnTable, beside: bool) -> list[str]:  # noqa: FBT001, a fact of the table
    if beside:
        return [" ".join(cell.text for cell in row) for row in table.cells]
    return [row[0].text if row else "" for row in table.cells]


def _order(merge: TableMerge, tally: Tally) -> list[str]:
    """The keys of the rows to be printed, headings first."""
    head, *body = merge.rows
    own = [key for key in body if key.startswith(OWN)]
    if own and merge.beside and merge.old is None:
        body = [key for key in body if key not in own]
    elif own:
        tally.edits.append(
            message("{place}: your own rows ({count})", place=merge.name, count=len(own))
        )
    old = None if merge.old is None else list(merge.old.rows[1:])
    order = merged(old, body, merge.new.rows[1:])
    hidden = [key for key in merge.new.rows[1:] if key not in order]
    tally.edits.extend(
        message("{place}: without the row “{row}”", place=merge.name, row=_called(merge, key))
        for key in hidden
    )
    return [head, *order]


def _called(merge: TableMerge, key: str) -> str:
    return same_words(merge.labels.get(key, key))


def _row(lines: Mapping[str, Element], key: str) -> Element:
    """The row of that key; a new one looks like the table's last."""
    if key in lines:
        return lines[key]
    line = deepcopy(list(lines.values())[-1])
    for extra in line.findall(f"{A}extLst"):
        line.remove(extra)
    return line


def _fill(
    merge: TableMerge,
    key: str,
    line: Element,
    figures: Figures,
    tally: Tally,
    *,
    fresh: bool,
) -> None:
    wanted = merge.new.cells[merge.new.rows.index(key)]
    called = same_words(merge.labels.get(key, key))
    for body, column in zip(cell_bodies(line), merge.columns, strict=False):
        if column is None or column >= len(wanted):
            if fresh:
                set_text(body, "")
            continue
        new = wanted[column]
        if fresh:
            set_text(body, new.text)
            continue
        was = text_of(body)
        known = _known(merge, key, column, was)
        if known is None:
            tally.edits.append(
                message(
                    "{place}: “{words}” in the row “{row}”",
                    place=merge.name,
                    words=same_words(was),
                    row=called,
                )
            )
            tally.stale.extend(stale(merge.name, was, figures))
            tally.notices.extend(foreign(merge.name, was, figures))
            continue
        if known.size:
            resize(body, known, new)
        if renew(body, known, new):
            heading = same_words(merge.new.cells[0][column].text)
            what = f"{merge.name}: {called}, {heading}"
            tally.values.append(Renewed(what, same_words(was), same_words(new.text)))


def _known(merge: TableMerge, key: str, column: int, was: str) -> PrintedText | None:
    """The cell's text as the program printed it; None if people changed it."""
    new = merge.new.cells[merge.new.rows.index(key)][column]
    old = merge.old
    if old is None:
        numeric = any(letter.isdigit() for letter in was) or not was.strip()
        return PrintedText(was) if merge.beside and numeric else as_printed_before(new, was)
    if key not in old.rows:
        return as_printed_before(new, was)
    row = old.cells[old.rows.index(key)]
    heads = [same_words(cell.text) for cell in merge.new.cells[0]]
    before = [same_words(cell.text) for cell in old.cells[0]]
    at = before.index(heads[column]) if heads[column] in before else column
    return located(row[at], was) if at < len(row) else None


def _search(merge: TableMerge, line: Element, figures: Figures, tally: Tally) -> None:
    for body in cell_bodies(line):
        tally.stale.extend(stale(merge.name, text_of(body), figures))
        tally.notices.extend(foreign(merge.name, text_of(body), figures))
