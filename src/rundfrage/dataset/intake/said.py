"""What people said of a column, put into effect: see edits.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from rundfrage.codebook import Missing, MissingCode, Use, Variable, VariableType
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import REASONS, TOKENS, Cells, clean, parsed_number
from rundfrage.dataset.columns import ANSWERED, Coded, Marks, Values
from rundfrage.dataset.intake.categories import by_frequency, categories_of, lookup
from rundfrage.dataset.intake.dates import read_dates
from rundfrage.dataset.intake.edits import Edit, Kind, NoneChosen
from rundfrage.dataset.intake.layout import Heading, Part
from rundfrage.dataset.intake.missing import Cleared
from rundfrage.dataset.intake.numbered_ends import numbers_within
from rundfrage.dataset.intake.numbers import read_numbers
from rundfrage.dataset.intake.odd_dates import compact_days, serial_days
from rundfrage.dataset.intake.periods import seconds_of
from rundfrage.dataset.intake.pieces import as_text
from rundfrage.dataset.intake.scales import Scale, folded, scale_of
from rundfrage.dataset.intake.sheet import merged_words
from rundfrage.dataset.intake.shown_as_days import shown_as_days
from rundfrage.dataset.intake.ticks import Ticks, by_options, several
from rundfrage.dataset.intake.types import Conventions, Reading, number_doubts
from rundfrage.locales import Message, counted_message, joined, message
from rundfrage.text import Text

_SHOWN = 3
_MANY = frozenset([Kind.SEVERAL, Kind.RANKING])
SAID = message("Its codebook says so.")


def heading_said(heading: Heading, edit: Edit) -> Heading:
    """The heading with its name, wording, group and use as they were put right."""
    found = heading
    if edit.question is not None:
        item = edit.item or heading.item_label or heading.item or heading.name
        found = replace(
            found, group=edit.question, item=found.item or heading.name, item_label=item
        )
    elif edit.type is not None and (
        edit.type not in _MANY or not heading.group or edit.answers or edit.split
    ):
        found = replace(found, group="", part=Part.ANSWER, label=heading.worded)
    elif edit.item is not None and heading.group:
        found = replace(found, item_label=edit.item)
    if edit.use is not None:
        found = replace(found, use=None if edit.use is Use.ANSWER else edit.use, why=SAID)
    return replace(found, name=edit.name or found.name, label=edit.label or found.label)


def without_said(clear: Cleared, whole: Cells, edit: Edit) -> Cleared:
    """The column with just those words as no answer that were said; `whole` is as the file has it.

    Where nothing was said it is as it was concluded, and with the shown words of its labels.
    """
    if edit.missing is not None:
        said = {folded(word): why for word, why in edit.reasons.items()}

        def read(cell: str) -> str:
            why = said.get(folded(cell)) or said.get(folded(cell).removesuffix(".0"))
            return cell if why is None else TOKENS[why]

        counts: Counter[str] = Counter()
        for cell, count in _cells(whole).items():
            counts[folded(cell)] += count
            if folded(cell).endswith(".0"):
                counts[folded(cell).removesuffix(".0")] += count
        # A word that stands in no cell is no reason that anybody gave.
        words = tuple((word, counts[folded(word)]) for word in edit.missing if counts[folded(word)])
        codes = tuple(MissingCode(edit.reasons[word], word) for word, _ in words)
        clear = Cleared(merged_words(whole, read), words, codes)
    if not edit.labels or edit.type in _MANY:
        return clear
    labels = {folded(cell): label for cell, label in edit.labels.items()}
    shown = merged_words(clear.cells, lambda cell: labels.get(folded(cell), cell))
    return replace(clear, cells=shown)


def _cells(cells: Cells) -> Mapping[str, int]:
    counts = np.bincount(cells.index, minlength=len(cells.distinct)).tolist()
    return dict(zip(cells.distinct, counts, strict=True))


def _kind_said(edit: Edit, counts: Mapping[str, int]) -> Kind | None:
    """What the column was said to be, if only by its answers; None if nothing was said of that."""
    if edit.type is None and edit.split is not None:
        return Kind.SEVERAL
    if edit.type is not None or not edit.answers:
        return edit.type
    given = set(map(folded, edit.answers))
    if any(folded(cell) not in given for cell in counts):
        found = by_options(counts, edit.answers, edit.split or "")
        if not found.others:
            return Kind.SEVERAL
    return Kind.CHOICE if scale_of(edit.answers) is None else Kind.SCALE


def labelled_options(edit: Edit, cells: Cells, heading: Heading, separator: str) -> Edit:
    """What was said of a column whose cells hold several answers, of which labels alone were given.

    Of any other column it is the same.
    """
    if not edit.labels or edit.type is not None or edit.split is not None or edit.answers:
        return edit
    found = several(cells.answers, heading.label or heading.name, separator)
    if found is None or found.ranked or found.others:
        return edit
    return replace(edit, type=Kind.SEVERAL, answers=found.options, split=found.separator)


def several_said(edit: Edit, counts: Mapping[str, int], separator: str) -> Ticks | None:
    """The choices or the order that each cell holds, if that was said; else None.

    The options are those that were named, in their order, else what the cells are cut into.
    """
    if _kind_said(edit, counts) not in _MANY:
        return None
    mark = edit.split or separator
    shown = edit.labels or {}
    cells = {label: cell for cell, label in shown.items()}
    options = [cells.get(answer, answer) for answer in edit.answers]
    options += [cell for cell in shown if cell not in options]
    if not options:
        found = several(counts, "", mark, told=True)
        return found or by_options(counts, list(counts), mark)
    # "Other" is said of what was written, and stands in no cell.
    found = by_options(counts, options, mark)
    return replace(
        found,
        options=tuple(shown.get(one, one) for one in options),
        chosen={
            cell: tuple(shown.get(one, one) for one in some) for cell, some in found.chosen.items()
        },
    )


def none_chosen(marks: Marks, said: NoneChosen) -> Marks:
    """The marks with those who ticked nothing as what was said of them."""
    if said is NoneChosen.ANSWER:
        return marks
    why = Missing.from_word(said.value)
    nothing = (marks.marks == ANSWERED).all(axis=0)
    return Marks(np.where(nothing, np.int8(why), marks.marks).astype(np.int8))


def nothing_chosen(count: int) -> tuple[Message, Message]:
    """The doubt that these people were asked, and chose nothing."""
    found = counted_message(
        "{count} person ticked nothing; whether the question was asked isn't told, and "
        "so it counts as left blank.",
        "{count} people ticked nothing; whether they were asked isn't told, and so "
        "they count as having left it blank.",
        count,
    )
    settle = message(
        'If they were asked and chose nothing, write none_chosen = "answer" at one of its '
        "columns in the codebook."
    )
    return found, settle


def scale_said(edit: Edit, answers: Sequence[str]) -> Scale | None:
    """The answers in the order that was said, those that nobody said behind; None if none was."""
    if not edit.answers:
        return None
    given = {folded(answer): answer for answer in answers}
    shown = {folded(cell): label for cell, label in (edit.labels or {}).items()}
    # People name an answer by its cell or by the label they gave it.
    named = [shown.get(folded(one), one) for one in edit.answers]
    exact = set(answers)
    steps = [one if one in exact else given.get(folded(one), one) for one in named]
    steps += [answer for answer in answers if answer not in steps]
    return Scale(tuple(steps), _codes(steps, edit))


def _codes(steps: Sequence[str], edit: Edit) -> tuple[int, ...]:
    """The numbers of the steps in the file where all are whole ones, else their places from 1."""
    cells = {folded(label): cell for cell, label in (edit.labels or {}).items()}
    numbers = [parsed_number(cells.get(folded(step), step), comma=False) for step in steps]
    whole = [int(one) for one in numbers if one is not None and one.is_integer()]
    if len(whole) == len(steps) == len(set(whole)):
        return tuple(whole)
    return tuple(range(1, len(steps) + 1))


def _in_order(answers: Collection[str], edit: Edit) -> list[str]:
    """The answers in the order of the numbers in their cells, else of their words."""
    cells = {folded(label): cell for cell, label in (edit.labels or {}).items()}
    numbers = {
        answer: parsed_number(cells.get(folded(answer), answer), comma=False) for answer in answers
    }
    if any(number is None for number in numbers.values()):
        within = numbers_within(answers) or {}
        return sorted(answers, key=lambda answer: (within.get(answer, 0), answer))
    return sorted(answers, key=lambda answer: numbers[answer] or 0.0)


def reading_said(
    heading: Heading, cells: Cells, edit: Edit, conventions: Conventions
) -> Reading | None:
    """The column as what it was said to be; None if nothing was said of that."""
    kind = _kind_said(edit, cells.answers)
    if kind is None or kind in _MANY:
        return None
    if kind is Kind.TEXT:
        return Reading(*as_text(heading, cells), SAID, Certainty.SAID)
    plain = Variable(heading.name, VariableType.TEXT, Text.of(heading.label or heading.name))
    if kind in {Kind.CHOICE, Kind.SCALE}:
        return _chosen(plain, cells, edit, scale=kind is Kind.SCALE)
    return _values(plain, cells, conventions, date=kind is Kind.DATE)


def _chosen(plain: Variable, cells: Cells, edit: Edit, *, scale: bool) -> Reading:
    counts = cells.answers
    known = scale_of(list(counts)) if scale else None
    found = scale_said(edit, list(counts)) or known
    if found is None:
        steps = _in_order(counts, edit) if scale else by_frequency(counts)
        within = numbers_within(steps) if scale and not edit.labels else None
        codes = tuple(within.values()) if within else _codes(steps, edit)
        found = Scale(tuple(steps), codes)
    steps = [*found.steps, *(answer for answer in counts if answer not in found.steps)]
    beside = {} if edit.missing is not None or edit.answers else dict(found.beside)
    steps = [step for step in steps if step not in beside]
    codes = found.codes if len(found.codes) == len(steps) else _codes(steps, edit)
    places = {step: place for place, step in enumerate(steps)}
    variable = replace(
        plain,
        type=VariableType.ORDINAL if scale else VariableType.CATEGORICAL,
        categories=categories_of(steps, codes),
        missing=tuple(MissingCode(why, word, label=Text.of(word)) for word, why in beside.items()),
    )
    column = Coded(lookup(cells, places | {word: int(why) for word, why in beside.items()}))
    return Reading(variable, column, SAID, Certainty.SAID, _unmatched(edit, counts))


def _unmatched(edit: Edit, counts: Mapping[str, int]) -> tuple[tuple[Message, Message], ...]:
    """The doubt that an answer was named by a slip: it stands in no cell, and one wasn't named."""
    shown = {folded(cell): label for cell, label in (edit.labels or {}).items()}
    named = {folded(shown.get(folded(one), one)): one for one in edit.answers}
    given = {folded(answer): answer for answer in counts}
    absent = [one for word, one in named.items() if word not in given]
    left = [answer for word, answer in given.items() if word not in named]
    if not absent or not left:
        return ()
    found = message(
        "“{named}” stands in no cell, and “{answer}” was not named.",
        named=absent[0],
        answer=left[0],
    )
    return ((found, message("Name the answers in the codebook as they stand in the cells.")),)


def _values(plain: Variable, cells: Cells, conventions: Conventions, *, date: bool) -> Reading:
    kind = VariableType.DATE if date else VariableType.NUMERIC
    words = [word for word in map(clean, cells.distinct) if word not in REASONS]
    read: dict[str, float | np.datetime64] = {}
    doubts: list[tuple[Message, Message]] = []
    if date:
        dates = read_dates(words, day_first=conventions.day_first)
        counted = serial_days(words) or compact_days(words)
        for word in words:
            one = dates or read_dates([word], day_first=conventions.day_first)
            day = one.days[word] if one is not None else counted.get(word)
            if day is not None:
                read[word] = np.datetime64(day, "D")
    else:
        numbers = read_numbers(words, conventions.numbers)
        doubts = number_doubts(replace(numbers, odd="")) if numbers else []
        seconds = {word: seconds_of(word) for word in words} if numbers is None else {}
        lasting = bool(seconds) and None not in seconds.values()
        for word in () if lasting else words:
            several = numbers or read_numbers([word], conventions.numbers)
            if several is not None and word in several.values:
                read[word] = several.values[word]
        if not read:
            read.update(shown_as_days(words))
        if not read:
            read.update((word, size) for word, size in seconds.items() if size is not None)
    values = np.zeros(len(cells.distinct) + 1, "datetime64[D]" if date else np.float64)
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, cell in enumerate(cells.distinct):
        word = clean(cell)
        if word in read:
            values[place] = read[word]
        else:
            reasons[place] = REASONS.get(word, Missing.LEFT_BLANK)
    others = [word for word in words if word not in read]
    column = Values(values[cells.index], reasons[cells.index])
    if others:
        doubts.append((_unread(others), message("Mend the cells, or name them as missing.")))
    return Reading(replace(plain, type=kind), column, SAID, Certainty.SAID, tuple(doubts))


def _unread(words: Sequence[str]) -> Message:
    return counted_message(
        "{count} different cell is none, and was left out: {words}.",
        "{count} different cells are none, and were left out: {words}.",
        len(words),
        words=joined([f"“{word[:30]}”" for word in words[:_SHOWN]]),
    )
