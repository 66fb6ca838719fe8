"""What a column of cells is by itself: numbers, dates, a scale, categories or texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from rundfrage.codebook import Missing, MissingCode, Variable, VariableType
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import REASONS, Cells, clean, number_cell, unguarded
from rundfrage.dataset.columns import ANSWERED, Coded, Values
from rundfrage.dataset.intake.bands_as_days import bands_doubts
from rundfrage.dataset.intake.bare_codes import MAY_BE_CODES, may_be_codes
from rundfrage.dataset.intake.categories import (
    FEW,
    categories_of,
    few,
    in_order,
    lookup,
    ordinal,
)
from rundfrage.dataset.intake.dates import Dates, read_dates
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.nearly import apart_doubt, nearly, odd_doubts, repeated
from rundfrage.dataset.intake.number_codes import (
    OF_VERSIONS,
    dialled,
    in_parts,
    versions,
    why_codes,
)
from rundfrage.dataset.intake.number_marks import Style
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.numbers import Numbers, absurd_doubt, read_numbers
from rundfrage.dataset.intake.odd_dates import date_doubts, odd_dates, serial_dates
from rundfrage.dataset.intake.periods import Periods, read_periods, seconds_of
from rundfrage.dataset.intake.quantities import asks_age, asks_number, asks_which, too_small
from rundfrage.dataset.intake.scales import Scale, beside_reason, scale_of, yes_or_no
from rundfrage.dataset.intake.shown_as_days import shown_as_days
from rundfrage.dataset.intake.stray_codes import code_doubts, stray_codes
from rundfrage.dataset.intake.unchosen import Known, completed, part_doubts, unchosen_doubts
from rundfrage.locales import Message, counted_message, message
from rundfrage.text import Text

_MOST_BESIDE = 12
"""So many words, at most, say beside numbers why there is none."""
_OTHER_WAY = message(
    "If it is the other way round, write day_first = true or false at the column in the codebook."
)
_OTHER_MARK = message(
    'If it is another number, write decimal = "." or "," at the column in the codebook.'
)
_CHOSEN = message("If it is one, give the type “single choice” in the codebook.")
_OTHER_TYPE = message("If it is something else, give its type in the codebook.")
_SECONDS = message("If they are durations, give the type “number”: it counts their seconds.")
_STEPS = message(
    "If its answers are steps that count by their place, give the type “scale” in the codebook."
)
_FREE = 1001
"""The first code of versions such as 3.7: it is no number of a version itself."""


@dataclass(frozen=True)
class Conventions:
    """How a file writes numbers and dates, where a column's cells don't tell.

    `coded` is True if it writes answers as numbers that nothing explains, `quantities` if the
    columns beside this one show that its numbers are how many or how much, `complete` if it was
    said which of this column's cells are no answer. `scales` are those of all the file's columns.
    """

    numbers: Style = field(default_factory=Style)
    day_first: bool | None = None
    coded: bool = False
    quantities: bool = False
    complete: bool = False
    scales: Known = field(default_factory=Counter)


@dataclass(frozen=True, eq=False)
class Reading:
    """A variable and its answers, why it was taken so, and what is doubted (found, to settle)."""

    variable: Variable
    column: Coded | Values
    why: Message
    certainty: Certainty = Certainty.SURE
    doubts: tuple[tuple[Message, Message], ...] = ()
    missing: tuple[tuple[str, int], ...] = field(default=())


def single(heading: Heading, cells: Cells, conventions: Conventions) -> Reading:
    """What a column is by itself."""
    label = Text.of(heading.label or heading.item_label or heading.name)
    counts = cells.answers
    answers = list(counts)
    plain = Variable(heading.name, VariableType.TEXT, label)
    beside = {} if conventions.complete else _beside(answers)
    given = [answer for answer in answers if answer not in beside]
    shown = shown_as_days(given) if asks_number(heading.name, heading.worded) else {}
    dates = read_dates(given, day_first=conventions.day_first) if not shown else None
    if dates is None and not shown:
        dates = odd_dates(given, day_first=conventions.day_first) or serial_dates(heading, given)
    if dates is not None:
        return _dated(plain, cells, dates, beside)
    periods = read_periods(given) if not shown else None
    if periods is not None:
        return _timed(plain, cells, periods, beside)
    numbers = Numbers(shown, odd=given[0]) if shown else read_numbers(given, conventions.numbers)
    aged = asks_age(heading.name, heading.worded)
    if numbers is not None and numbers.values and not (numbers.measured and len(given) <= POINTS):
        stated = _stated(numbers, counts, beside, complete=conventions.complete, aged=aged)
        return _numbers(heading, plain, cells, stated, conventions)
    scale = scale_of(answers) if len(answers) <= FEW else None
    if numbers is not None and numbers.values and scale and not _are_codes(numbers, scale):
        stated = _stated(numbers, counts, beside, complete=conventions.complete, aged=aged)
        read = _numeric(plain, cells, stated)
        doubts = (*read.doubts, (_read_as(next(iter(numbers.values)), numbers), _STEPS))
        return replace(read, certainty=Certainty.DOUBTFUL, doubts=doubts)
    if scale:
        chosen = scale.steps
        scale = completed(scale, conventions.scales)
        whole = replace(plain, type=VariableType.ORDINAL)
        why = message("Its answers are the steps of a scale.")
        offered = tuple((answer, counts[answer]) for answer, _ in scale.beside)
        doubts = unchosen_doubts(chosen, scale.steps, conventions.scales) + bands_doubts(answers)
        if numbers is None and _quantities(given):
            doubts = (*doubts, apart_doubt(given))
        certainty = Certainty.DOUBTFUL if doubts else Certainty.SURE
        return Reading(*ordinal(whole, scale, cells), why, certainty, doubts, offered)
    pair = yes_or_no(answers)
    if pair or few(counts):
        ordered, own = (pair, ()) if pair else in_order(counts)
        categories = categories_of(ordered, own)
        codes = {answer: place for place, answer in enumerate(ordered)}
        whole = replace(plain, type=VariableType.CATEGORICAL, categories=categories)
        why = counted_message(
            "{count} answer comes again and again.",
            "{count} answers come again and again.",
            len(ordered),
        )
        doubts = nearly(counts, conventions.numbers) or odd_doubts(ordered)
        doubts = doubts or part_doubts(answers, conventions.scales)
        return Reading(whole, Coded(lookup(cells, codes)), why, Certainty.LIKELY, doubts)
    why = message("Its answers differ.") if answers else message("It holds no answer.")
    doubts = nearly(counts, conventions.numbers) or repeated(counts)
    return Reading(plain, _texts(cells), why, Certainty.LIKELY, doubts)


def _are_codes(numbers: Numbers, scale: Scale) -> bool:
    """True if the steps of the scale have the numbers in their labels as codes: 5 min, 10 min."""
    codes = dict(zip(scale.steps, scale.codes, strict=True))
    return all(codes.get(word, value) == value for word, value in numbers.values.items())


def _quantities(words: Sequence[str]) -> bool:
    """True if each of the cells is a quantity with a unit: 30 min, 1 h."""
    found = (read_numbers([word], Style()) for word in words)
    return len(words) > 1 and all(one is not None and one.measured for one in found)


def _read_as(word: str, numbers: Numbers) -> Message:
    number = number_cell(numbers.values[word])
    return message("“{cell}” was read as the number {number}.", cell=word, number=number)


def _beside(answers: Sequence[str]) -> dict[str, Missing]:
    """The words that stand beside numbers or dates, each with its reason; none if one says more."""
    words = [word for word in answers if not (word[:1].isdigit() or any(map(str.isdigit, word)))]
    if len(words) > _MOST_BESIDE or len(words) == len(answers):
        return {}
    found = {word: beside_reason(word) for word in words}
    known = {word: why for word, why in found.items() if why is not None}
    return known if len(known) == len(words) else {}


@dataclass(frozen=True)
class _Stated:
    """The numbers of a column with their counts, and what is no answer: words and codes."""

    numbers: Numbers
    counts: Mapping[float, int]
    beside: Mapping[str, Missing]
    words: tuple[tuple[str, int], ...]
    codes: tuple[float, ...]
    doubtful: tuple[float, ...]

    @property
    def missing(self) -> tuple[tuple[str, int], ...]:
        """The words and codes that are no answer, with how often they stand there."""
        return (*self.words, *((number_cell(code), self.counts[code]) for code in self.codes))

    @property
    def missing_codes(self) -> tuple[MissingCode, ...]:
        """The same for the codebook."""
        codes = (MissingCode(Missing.LEFT_BLANK, code) for code in self.codes)
        return (*_worded(self.beside), *codes)

    def reason(self, word: str) -> Missing | None:
        """Why the cell, which is clean, is no answer; None if it holds a number."""
        value = self.numbers.values.get(word)
        if value is not None and value not in self.codes:
            return None
        return self.beside.get(word) or REASONS.get(word, Missing.LEFT_BLANK)


def _stated(
    numbers: Numbers,
    counts: Mapping[str, int],
    beside: Mapping[str, Missing],
    *,
    complete: bool,
    aged: bool,
) -> _Stated:
    by_value: dict[float, int] = {}
    for word, value in numbers.values.items():
        by_value[value] = by_value.get(value, 0) + counts[word]
    codes, doubtful = ((), ()) if complete else stray_codes(by_value, aged=aged)
    words = tuple((word, counts[word]) for word in beside)
    return _Stated(numbers, by_value, beside, words, codes, doubtful)


def _worded(beside: Mapping[str, Missing]) -> tuple[MissingCode, ...]:
    return tuple(MissingCode(why, word, label=Text.of(word)) for word, why in beside.items())


def _numbers(
    heading: Heading, plain: Variable, cells: Cells, found: _Stated, conventions: Conventions
) -> Reading:
    """A column of numbers: codes of answers where something shows it, else quantities."""
    given = [value for value in found.numbers.values.values() if value not in found.codes]
    sure = [value for value in given if value not in found.doubtful]
    for some in (given, sure):
        why = why_codes(heading, some, coded=conventions.coded)
        if why is not None and not conventions.quantities and not found.numbers.absurd:
            return _numbered_choice(plain, cells, found, why)
    part = None if found.numbers.unit else versions(found.numbers.values)
    if part is Certainty.LIKELY and not asks_number(heading.name, heading.worded):
        return _numbered_choice(plain, cells, found, OF_VERSIONS)
    read = _numeric(plain, cells, found)
    if part is not None and not asks_number(heading.name, heading.worded):
        sample = next(word for word in found.numbers.values if word.endswith("0"))
        may_be = message("“{sample}” was read as a decimal, and may be a version.", sample=sample)
        doubts = (*read.doubts, (may_be, _CHOSEN))
        read = replace(read, certainty=Certainty.DOUBTFUL, doubts=doubts)
    open_mark = not conventions.complete and conventions.numbers.decimal is None
    if open_mark and (pairs := _may_be_several(found.numbers)):
        return replace(read, certainty=Certainty.DOUBTFUL, doubts=(*read.doubts, *pairs))
    left = {value: count for value, count in found.counts.items() if value not in found.codes}
    if not conventions.complete and _may_be_codes(heading, left, found, conventions):
        return replace(read, certainty=Certainty.DOUBTFUL, doubts=(*read.doubts, MAY_BE_CODES))
    return read


def _may_be_codes(
    heading: Heading, left: Mapping[float, int], found: _Stated, conventions: Conventions
) -> bool:
    """True if the numbers may be codes of answers: by the heading, or since they are few."""
    words = (heading.name, heading.worded)
    if asks_which(left, *words) and not found.numbers.unit:
        return True
    asked = asks_number(*words) and not heading.chosen and not too_small(left, *words)
    around = min(left, default=0) < 0  # Nobody counts so, whatever the neighbours hold.
    if asked or (conventions.quantities and not around):
        return False
    chosen = heading.chosen and all(value == int(value) >= 0 for value in left)
    return chosen or may_be_codes(left) or dialled(found.numbers.values)


def _may_be_several(numbers: Numbers) -> tuple[tuple[Message, Message], ...]:
    """The doubt of decimals such as 1,2 and 1,3, which may be several codes in a cell."""
    if any("," in word and value >= 1000 for word, value in numbers.values.items()):  # noqa: PLR2004
        return ()  # A mark between thousands.
    cut = [word.split(",") for word in numbers.values if "," in word]
    ascending = all(
        len(one) == 2 and all(map(str.isdecimal, one)) and 0 < int(one[0]) < int(one[1])  # noqa: PLR2004
        for one in cut
    )
    if len(cut) < 2 or not ascending or any(len(one[1]) > 1 and one[1][-1] == "0" for one in cut):  # noqa: PLR2004
        return ()
    found = message("“{cell}” was read as a decimal, and may be two codes.", cell=",".join(cut[0]))
    settle = message('If it is, write type = "multiple choice" and split = "," in the codebook.')
    return ((found, settle),)


def _numbered_choice(plain: Variable, cells: Cells, found: _Stated, why: Message) -> Reading:
    """Numbers that stand for answers, in their order, each a category of its own."""
    numbers = found.numbers.values
    given = (word for word, value in numbers.items() if value not in found.codes)
    ordered = sorted(given, key=lambda word: (numbers[word], word))
    if why is OF_VERSIONS:
        ordered.sort(key=in_parts)
    said = [numbers[word] for word in ordered]
    whole_numbers = all(value == int(value) for value in said)
    numbered = list(map(int, said)) if whole_numbers else range(_FREE, _FREE + len(said))
    whole = replace(
        plain,
        type=VariableType.CATEGORICAL,
        categories=categories_of(ordered, numbered),
        missing=found.missing_codes,
    )
    codes = {word: place for place, word in enumerate(ordered)}
    for word in (*numbers, *found.beside):
        reason = found.reason(word)
        if reason is not None:
            codes[word] = int(reason)
    doubts = tuple(code_doubts(found.counts, found.codes, found.doubtful, averaged=False))
    certainty = Certainty.DOUBTFUL if doubts else Certainty.LIKELY
    return Reading(whole, Coded(lookup(cells, codes)), why, certainty, doubts, found.missing)


def _dated(plain: Variable, cells: Cells, dates: Dates, beside: Mapping[str, Missing]) -> Reading:
    days = np.zeros(len(cells.distinct) + 1, "datetime64[D]")
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, word in enumerate(cells.words):
        if word in REASONS or word not in dates.days:
            reasons[place] = REASONS.get(word) or beside.get(word, Missing.LEFT_BLANK)
        else:
            days[place] = np.datetime64(dates.days[word], "D")
    doubts = date_doubts(dates, cells.answers)
    if dates.doubt:
        doubts = ((dates.doubt, _OTHER_WAY), *doubts)
    if dates.counted:
        doubts = ((dates.counted, _OTHER_TYPE), *doubts)
    impossible = (MissingCode(Missing.LEFT_BLANK, word) for word in dates.impossible)
    variable = replace(plain, type=VariableType.DATE, missing=(*_worded(beside), *impossible))
    why = message("All its answers are dates.")
    certainty = Certainty.DOUBTFUL if doubts else Certainty.SURE
    column = Values(days[cells.index], reasons[cells.index])
    missing = tuple((word, cells.answers[word]) for word in (*beside, *dates.impossible))
    return Reading(variable, column, why, certainty, doubts, missing)


def _timed(plain: Variable, cells: Cells, found: Periods, beside: Mapping[str, Missing]) -> Reading:
    """Months, times of day and the like: answers in their order if they repeat, else texts."""
    why = message("Its answers look like {kind}.", kind=found.kind)
    counts = {word: cells.answers[word] for word in found.ordered}
    if not few(counts):
        doubt = message("Its answers look like {kind}, and were read as texts.", kind=found.kind)
        settle = _OTHER_TYPE if seconds_of(found.ordered[0]) is None else _SECONDS
        return Reading(plain, _texts(cells), why, Certainty.DOUBTFUL, ((doubt, settle),))
    codes = {word: place for place, word in enumerate(found.ordered)}
    whole = replace(
        plain,
        type=VariableType.CATEGORICAL,
        categories=categories_of(found.ordered),
        missing=_worded(beside),
    )
    column = Coded(lookup(cells, codes | {word: int(why) for word, why in beside.items()}))
    missing = tuple((word, cells.answers[word]) for word in beside)
    return Reading(whole, column, why, Certainty.LIKELY, bands_doubts(counts), missing)


def _numeric(plain: Variable, cells: Cells, found: _Stated) -> Reading:
    told = [found.numbers.values.get(word) for word in cells.words]
    known = [value is not None and value not in found.codes for value in told]
    values = np.array([*(value or 0.0 for value in told), 0.0])
    reasons = np.zeros(len(values), np.int8)
    for place in np.flatnonzero(np.logical_not(known)):
        values[place] = 0.0
        reasons[place] = found.reason(cells.words[place]) or Missing.LEFT_BLANK
    variable = replace(
        plain,
        type=VariableType.NUMERIC,
        unit=found.numbers.unit,
        missing=found.missing_codes,
    )
    doubts = (
        *number_doubts(found.numbers),
        *code_doubts(found.counts, found.codes, found.doubtful),
    )
    certainty = Certainty.DOUBTFUL if doubts else Certainty.SURE
    column = Values(values[cells.index], reasons[cells.index])
    why = message("All its answers are numbers.")
    absurd = tuple((word, cells.answers[word]) for word in found.numbers.absurd)
    return Reading(variable, column, why, certainty, doubts, (*found.missing, *absurd))


def number_doubts(numbers: Numbers) -> list[tuple[Message, Message]]:
    """What is to be said of how these numbers were read."""
    doubts = []
    if numbers.doubt:
        doubts.append((numbers.doubt, _OTHER_MARK))
    if numbers.odd:
        doubts.append((_read_as(numbers.odd, numbers), _OTHER_TYPE))
    if numbers.absurd:
        doubts.append(absurd_doubt(numbers.absurd[0]))
    return doubts


def _texts(cells: Cells) -> Values:
    texts = np.full(len(cells.distinct) + 1, "", object)
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, cell in enumerate(cells.distinct):
        texts[place] = unguarded(cell)
        reasons[place] = REASONS.get(clean(cell), ANSWERED)
    return Values(texts[cells.index], reasons[cells.index])
