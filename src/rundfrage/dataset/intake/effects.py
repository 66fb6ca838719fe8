"""Whether what people said of a column came true: what they wrote and nothing did is doubted.

A key may have no effect because the column became something else (an order of answers for
numbers), because it names what stands in no cell, or because another column has the say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Battery, Codebook, Variable, VariableType
from rundfrage.codebook.shapes import RANKS
from rundfrage.dataset.account import Doubt, Entry
from rundfrage.dataset.cells import parsed_number
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake.edits import KINDS, Edit, Edits, Kind
from rundfrage.dataset.intake.labelled_values import plain
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.words import NO, YES
from rundfrage.locales import Message, joined, message

_SHOWN = 3


@dataclass(frozen=True)
class _Became:
    """What a column became: its entry, its variables, and the words that tell of them.

    `questions` are the names of what it is a part of, `labels` their wordings, `answers` the labels
    of what may be chosen, or ranked, in their order. `shared` is True for a part of a question.
    """

    entry: Entry
    variables: tuple[Variable, ...]
    questions: frozenset[str]
    labels: frozenset[str]
    answers: tuple[str, ...]
    ranked: bool
    shared: bool


def without_effect(edits: Edits, headings: Sequence[str], dataset: Dataset) -> Iterator[Doubt]:
    """A doubt for each key of the edits that the dataset doesn't show."""
    if dataset.account is None or not edits.columns:
        return
    blocks = edits.blocks(headings)
    entries = dataset.account.entries
    owners = Counter(name for entry in entries for name in set(entry.variables))
    batteries: dict[str, list[Battery]] = {}
    for battery in dataset.codebook.batteries:
        for name in battery.members:
            batteries.setdefault(name, []).append(battery)
    for entry in entries:
        block = blocks[entry.place - 1]
        edit = edits.columns.get(block)
        if edit is None or not entry.variables:
            continue
        of = [one for name in entry.variables for one in batteries.get(name, ())]
        shared = owners[entry.variables[0]] > 1
        became = _became(entry, dataset.codebook, list(dict.fromkeys(of)), shared=shared)
        for key in edit.keys:
            lacking = _LACKING[key](edit, became)
            if lacking is not None:
                place = str(edits.where(block, key))
                found = message("{place}: {lacking}", place=place, lacking=lacking)
                yield Doubt(found, _SETTLE[key], entry.variables)


def _became(entry: Entry, book: Codebook, batteries: Sequence[Battery], *, shared: bool) -> _Became:
    variables = tuple(book[name] for name in entry.variables)
    ranked = any(one.shape is RANKS for one in batteries)
    items = [book[name].item.source for one in batteries for name in one.members] if ranked else []
    return _Became(
        entry,
        variables,
        frozenset(
            [*(one.name for one in batteries), *(one.name for one in variables)]
            + [one.of for one in variables if one.of]
        ),
        frozenset(
            [*(one.label.source for one in batteries), *(one.label.source for one in variables)]
        ),
        tuple(items if ranked else [c.label.source for v in variables for c in v.categories]),
        ranked,
        shared or bool(batteries),
    )


def _type(edit: Edit, became: _Became) -> Message | None:
    if edit.use is not None and became.entry.aside is not None:
        return None
    if edit.type is Kind.RANKING:
        true = became.ranked
    else:
        true = any(KINDS[one.type] is edit.type for one in became.variables)
    return None if true else _in_vain("type", became)


def _use(edit: Edit, became: _Became) -> Message | None:
    return _in_vain("use", became) if became.variables[0].use is not edit.use else None


def _name(edit: Edit, became: _Became) -> Message | None:
    name = edit.name or ""
    true = name in became.questions or all(
        one.name.startswith(f"{name}.") for one in became.variables
    )
    return None if true else _in_vain("name", became)


def _label(edit: Edit, became: _Became) -> Message | None:
    return None if edit.label in became.labels else _in_vain("label", became)


def _question(edit: Edit, became: _Became) -> Message | None:
    if not edit.question:
        return _in_vain("question", became) if became.shared else None
    true = edit.question in became.questions and (
        became.shared or any(one.of for one in became.variables)
    )
    return None if true else _in_vain("question", became)


def _item(edit: Edit, became: _Became) -> Message | None:
    items = [one.item.source for one in became.variables]
    return None if edit.item in {*items, *became.answers} else _in_vain("item", became)


def _answers(edit: Edit, became: _Became) -> Message | None:
    if not became.answers:
        return _in_vain("answers", became)
    shown = {folded(cell): folded(label) for cell, label in (edit.labels or {}).items()}
    exact = {word: place for place, word in enumerate(became.answers)}
    places = {folded(word): place for word, place in exact.items()}
    names = {
        folded(category.name): place
        for one in became.variables
        for place, category in enumerate(one.categories)
    }
    found = [
        exact.get(one, places.get(shown.get(folded(one), folded(one)), names.get(folded(one))))
        for one in edit.answers
    ]
    absent = [one for one, place in zip(edit.answers, found, strict=True) if place is None]
    if absent:
        return _nowhere("answers", absent)
    known = [place for place in found if place is not None]
    return None if known == sorted(known) else _in_vain("answers", became)


def _labels(edit: Edit, became: _Became) -> Message | None:
    ends = [end.source for one in became.variables for end in one.ends or ()]
    codes = [code.label.source for one in became.variables for code in one.missing]
    shown = {folded(word) for word in (*became.answers, *ends, *codes)}
    if became.shared and became.variables[0].type is VariableType.MULTIPLE:
        shown |= YES | NO  # They said which of its cells mean that it was chosen.
    absent = [cell for cell, label in (edit.labels or {}).items() if folded(label) not in shown]
    if not absent:
        return None
    return _nowhere("labels", absent) if became.answers or ends else _in_vain("labels", became)


def _missing(edit: Edit, became: _Became) -> Message | None:
    known = {
        folded(word)
        for one in became.variables
        for code in one.missing
        for word in (code.label.source, plain(code.value))
    }
    numbers = {code.value for one in became.variables for code in one.missing}
    absent = [
        word
        for word in edit.missing or {}
        if not {folded(word), folded(word).removesuffix(".0")} & known
        and parsed_number(word, comma=False) not in numbers
    ]
    return _nowhere("missing", absent) if absent else None


def _split(_: Edit, became: _Became) -> Message | None:
    several = any(one.type is VariableType.MULTIPLE for one in became.variables)
    true = (several or became.ranked) and not became.entry.aside
    return None if true else _in_vain("split", became)


def _none_chosen(_: Edit, became: _Became) -> Message | None:
    several = became.variables[0].type is VariableType.MULTIPLE
    return None if several else _in_vain("none_chosen", became)


def _day_first(_: Edit, became: _Became) -> Message | None:
    dated = any(one.type is VariableType.DATE for one in became.variables)
    return None if dated else _in_vain("day_first", became)


def _decimal(_: Edit, became: _Became) -> Message | None:
    number = any(one.type is VariableType.NUMERIC for one in became.variables)
    return None if number else _in_vain("decimal", became)


def _in_vain(key: str, became: _Became) -> Message:
    return message(
        "“{key}” has no effect: the column became “{taken_for}”.",
        key=key,
        taken_for=became.entry.taken_for,
    )


def _nowhere(key: str, words: Sequence[str]) -> Message:
    return message(
        "“{key}” names what isn't there: {words}.",
        key=key,
        words=joined([f"“{word[:30]}”" for word in words[:_SHOWN]]),
    )


_CELLS = message("Name what stands in the column's cells, or take it out.")
_LACKING: Mapping[str, Callable[[Edit, _Became], Message | None]] = {
    "type": _type,
    "use": _use,
    "name": _name,
    "label": _label,
    "question": _question,
    "item": _item,
    "answers": _answers,
    "labels": _labels,
    "missing": _missing,
    "split": _split,
    "none_chosen": _none_chosen,
    "day_first": _day_first,
    "decimal": _decimal,
}
_SETTLE: Mapping[str, Message] = {
    "type": message(
        'Columns of one question have the type that all of them have: question = "" lets one '
        "stand alone."
    ),
    "use": message('Columns of one question have one use: question = "" lets one stand alone.'),
    "name": message(
        "Give a name that no other column has; a question of several columns has that of its key "
        "“question”."
    ),
    "label": message(
        "Give the wording of a question of several columns to its first one; that of a column "
        "within it is its “item”."
    ),
    "question": message(
        "Take it out, or give it to columns that hold marks, the same answers, or ranks."
    ),
    "item": message("Give each column of the question the same “question”, or take it out."),
    "answers": message(
        "Take them out, or give the type “single choice”, “scale”, “multiple choice” or “ranking”; "
        "the columns of a grid share them."
    ),
    "labels": _CELLS,
    "missing": _CELLS,
    "split": message("Take it out, or give the type “multiple choice” or “ranking”."),
    "none_chosen": message("Take it out: it is for multiple choices of several columns."),
    "day_first": message("Take it out: it is for columns of dates."),
    "decimal": message("Take it out: it is for columns of numbers."),
}
