"""A sheet of nested objects: what lies in one becomes columns that stand beside each other.

    {"matrix": {"price": 5, "speed": 3}}    matrix.price    matrix.speed
    {"tools": ["mail", "chat"]}             tools[mail]     tools[chat]     1 where it was chosen
    {"best": ["chat", "mail"]}              best[chat]      best[mail]      ranks, if all put all
    {"children": [{"age": 5}, {"age": 7}]}  children.1.age  children.2.age

A *wrapper* is an entry that holds all answers of a respondent, beside what the program notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.patterns import pattern

DEEPEST = 24
MOST_COLUMNS = 16_384
MOST_OPTIONS = 200
"""From here on what stands in lists are no options, but texts: they stay in one cell."""
FEWEST_ORDERED = 3
WRAPPERS = frozenset(["data", "answers", "response", "responses", "result"])
_MARKS = pattern(r"[\s.\[\]]")
_NOTHING = frozenset(["nan", "NaN", "null", "NULL", "undefined"])
"""What programs write into a list for nothing; a list of it alone is no answer."""

Value = object


class TooDeep(ValueError):
    """The objects lie in each other more deeply than answers do."""


class TooWide(ValueError):
    """There would be more columns than this."""


@dataclass
class _Entry:
    """What stands under one key in all rows: plain values, lists of them, and entries within."""

    plain: dict[int, str] = field(default_factory=dict)
    lists: dict[int, list[str]] = field(default_factory=dict)
    inner: dict[str, _Entry] = field(default_factory=dict)


def flattened(rows: Sequence[Mapping[str, Value]]) -> Sheet:
    """The sheet of these objects, one a row; raises TooDeep and TooWide."""
    top = _Entry()
    budget = [MOST_COLUMNS]
    for at, row in enumerate(rows):
        _gather(top, row, at, DEEPEST, budget)
    for name in [key for key in top.inner if key.casefold() in WRAPPERS]:
        _unwrap(top, name)
    columns = [Cells.of(name, _cells(cells, len(rows))) for name, cells in _columns(top, "")]
    if len(columns) > MOST_COLUMNS:
        raise TooWide(MOST_COLUMNS)
    return Sheet(tuple(columns))


def _gather(entry: _Entry, value: Value, at: int, deep: int, budget: list[int]) -> None:
    """Add what the row `at` has under this key."""
    if not deep:
        raise TooDeep
    match value:
        case None:
            return
        case Mapping():
            before = ""
            for key, inner in value.items():
                name = _clean(key)
                _gather(_within(entry, name, budget, before), inner, at, deep - 1, budget)
                before = name
        case list() if all(_is_plain(one) for one in value):
            given = [_cell(one) for one in value if one is not None]
            entry.lists[at] = [cell for cell in given if cell not in _NOTHING]
            if given and not entry.lists[at]:
                del entry.lists[at]
        case list():
            for number, one in enumerate(value, 1):
                _gather(_within(entry, str(number), budget), one, at, deep - 1, budget)
        case _:
            entry.plain[at] = _cell(value)


def _within(entry: _Entry, key: str, budget: list[int], before: str = "") -> _Entry:
    """The entry under that key; a new one stands behind that of the key `before`, else last.

    What nobody answered isn't written, so that the first row rarely holds all keys.
    """
    found = entry.inner.get(key)
    if found is not None:
        return found
    budget[0] -= 1
    if budget[0] < 0:
        raise TooWide(MOST_COLUMNS)
    last = next(reversed(entry.inner), "")
    found = entry.inner[key] = _Entry()
    if before in entry.inner and before != last:
        *keys, _ = entry.inner
        keys.insert(keys.index(before) + 1, key)
        entry.inner = {one: entry.inner[one] for one in keys}
    return found


def _unwrap(top: _Entry, name: str) -> None:
    """Put what a wrapper holds in its place, if all its names are free."""
    wrapper = top.inner[name]
    free = set(top.inner).isdisjoint(wrapper.inner)
    if wrapper.plain or wrapper.lists or len(wrapper.inner) < 2 or not free:  # noqa: PLR2004  a wrapper holds several
        return
    top.inner = {
        key: entry
        for old, whole in top.inner.items()
        for key, entry in (whole.inner.items() if old == name else [(old, whole)])
    }


# -- columns -------------------------------------------------------------------------------------


def _columns(entry: _Entry, name: str) -> Iterator[tuple[str, Mapping[int, str]]]:
    """The columns of an entry under their names: itself, its options, what lies within."""
    if entry.lists:
        # One answer alone is often no list of one.
        chosen = entry.lists | {
            at: [cell] for at, cell in entry.plain.items() if cell and at not in entry.lists
        }
        yield from _options(chosen, name)
    elif name and (entry.plain or not entry.inner):
        yield name, entry.plain
    # A dot is no mark of an item where names hold dots or blanks themselves.
    bracketed = bool(name) and all(not one.inner and not one.lists for one in entry.inner.values())
    bracketed = bracketed and any(_MARKS.search(key) for key in (name, *entry.inner))
    for key, inner in entry.inner.items():
        below = f"{name}[{_unbracketed(key)}]" if bracketed else f"{name}.{key}" if name else key
        yield from _columns(inner, below)


def _options(
    chosen: Mapping[int, Sequence[str]], name: str
) -> Iterator[tuple[str, Mapping[int, str]]]:
    options = list(dict.fromkeys(cell for cells in chosen.values() for cell in cells if cell))
    if len(options) > MOST_OPTIONS:
        yield name, {at: "; ".join(cells) for at, cells in chosen.items()}
        return
    if not options:
        yield name, {}
        return
    ordered = _ordered(chosen, options)
    for option in options:
        yield (
            f"{name}[{_unbracketed(option)}]",
            {
                at: str(cells.index(option) + 1) if ordered else str(int(option in cells))
                for at, cells in chosen.items()
            },
        )


def _ordered(chosen: Mapping[int, Sequence[str]], options: Sequence[str]) -> bool:
    """True if people put the same things into an order of their own: a ranking."""
    orders = {tuple(cells) for cells in chosen.values()}
    return (
        min(len(options), len(chosen)) >= FEWEST_ORDERED
        and len(orders) > 1
        and all(len(one) == len(options) and set(one) == set(options) for one in orders)
    )


def _cells(found: Mapping[int, str], n: int) -> list[str]:
    cells = [""] * n
    for at, cell in found.items():
        cells[at] = cell
    return cells


def _unbracketed(words: str) -> str:
    """The words with round brackets for square ones, which mark an item."""
    return words.replace("[", "(").replace("]", ")") or "-"


# -- cells ---------------------------------------------------------------------------------------


def _is_plain(value: Value) -> bool:
    return value is None or isinstance(value, (str, bool))


def _cell(value: Value) -> str:
    """A plain value; numbers come as they are written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _clean(str(value))


def _clean(words: str) -> str:
    """The words without what no file can hold: NUL, and halves of letters."""
    if words.isascii():
        return words.replace("\0", "")
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "")
