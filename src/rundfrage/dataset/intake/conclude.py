"""From a sheet of cells to a dataset: headings, missing answers, types, groups, their account.

Longer than 400 lines because one class takes the columns of a sheet the whole way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from rundfrage.codebook import Category, Missing, Role, Sample, Study, Use, Variable, VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import REASONS, clean, parsed_number, unguarded
from rundfrage.dataset.columns import ANSWERED, Coded, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake import batteries
from rundfrage.dataset.intake.batteries import Form, Member, Together, form_of
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.categories import (
    by_frequency,
    counted,
    ordinal,
    slug,
)
from rundfrage.dataset.intake.edits import NONE, Edits, Kind
from rundfrage.dataset.intake.exports import laid_out
from rundfrage.dataset.intake.layout import Heading, Layout, Part
from rundfrage.dataset.intake.missing import cleared
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.pieces import (
    as_text,
    choices_of,
    conventions,
    named_apart,
    options_twice,
    ranks_of,
    without_blank_rows,
)
from rundfrage.dataset.intake.said import (
    heading_said,
    reading_said,
    scale_said,
    several_said,
    without_said,
)
from rundfrage.dataset.intake.scales import Scale
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.ticks import Ticks, several
from rundfrage.dataset.intake.types import Reading, code_doubts, odd_doubts, single
from rundfrage.dataset.intake.uses import Purpose, purpose_of
from rundfrage.locales import Message, counted_message, message, verbatim
from rundfrage.text import EMPTY, Text

TYPES: dict[VariableType, Message] = {
    VariableType.CATEGORICAL: message("single choice"),
    VariableType.ORDINAL: message("scale"),
    VariableType.MULTIPLE: message("multiple choice"),
    VariableType.NUMERIC: message("number"),
    VariableType.TEXT: message("text"),
    VariableType.DATE: message("date"),
}

_WORDED = frozenset([VariableType.CATEGORICAL, VariableType.TEXT])
"""The types of which a column may hold several answers a cell."""


def conclude(
    sheet: Sheet,
    study: Study,
    file: str,
    options: Options,
    ledger: Ledger,
    edits: Edits = NONE,
) -> Dataset:
    """The dataset that a sheet holds, with the account of every column."""
    sheet = without_blank_rows(sheet, ledger)
    name, layout = laid_out(sheet)
    ledger.conclude("headings", name, layout.evidence, layout.certainty)
    for found, settle in layout.doubts:
        ledger.doubt(found, settle)
    conclusion = _Conclusion(
        layout, Builder(ledger, edits.file.sample or Sample.UNKNOWN), options, file, edits
    )
    return conclusion.dataset(study)


class _Conclusion:
    """The way from a layout to a dataset."""

    def __init__(
        self, layout: Layout, builder: Builder, options: Options, file: str, edits: Edits
    ) -> None:
        self.layout = layout
        self.builder = builder
        self.file = file
        self.width = len(layout.sheet.columns)
        self.places = {id(one): at for at, one in enumerate(layout.headings, 1)}
        clear = cleared(layout.sheet.columns, options.missing, layout.missing)
        self.edits = [
            edits.of(column.name, place) for place, column in enumerate(layout.sheet.columns, 1)
        ]
        clear = [
            without_said(one, whole, edit)
            for one, whole, edit in zip(clear, layout.sheet.columns, self.edits, strict=True)
        ]
        self.headings = list(map(heading_said, named_apart(layout, file), self.edits))
        self.cells = [one.cells for one in clear]
        self.missing = [one.words for one in clear]
        self.codes = [one.codes for one in clear]
        told = conventions(self.cells, layout.sheet, options)
        self.conventions = replace(told, coded=layout.coded)
        self.quantities: set[int] = set()
        """The places of columns that hold numbers as the columns beside them do."""
        self.names: dict[str, str] = {}
        """The variable that each column of the file became by itself, by its heading."""

    def dataset(self, study: Study) -> Dataset:
        """The dataset of all columns."""
        numbered = list(enumerate(self.headings))
        for group, some in groupby(numbered, key=lambda pair: pair[1].group):
            places = [place for place, _ in some]
            if group and (len(places) > 1 or self.headings[places[0]].part is not Part.ANSWER):
                self._group(places)
            else:
                for place in places:
                    self._alone(place, self.headings[place].worded if group else "")
        for one, other in options_twice(self.builder.variables):
            found = message("{one} and {other} hold the same options.", one=one, other=other)
            settle = message("If they are one question, put them together in its codebook.")
            self.builder.ledger.doubt(found, settle, (one, other))
        return self.builder.finished(study, self.layout.sheet.n, self.file, self.width)

    # -- one column --------------------------------------------------------------------------------

    def _alone(self, place: int, label: str = "") -> None:
        heading, cells = self.headings[place], self.cells[place]
        heading = replace(heading, label=label or heading.label)
        if not heading.name:
            aside = message("It has no name and holds nothing but the rows' numbers.")
            self._enter(place, (), message("nothing"), message("It has no name."), aside=aside)
            return
        counts = counted(cells)
        edit = self.edits[place]
        purpose = None
        if heading.use is not None:
            why = heading.why or message("The program notes it by itself.")
            purpose = Purpose(heading.use, why)
        elif edit.use is None and edit.type is None:
            purpose = purpose_of(heading.name, heading.label, counts)
        if purpose is not None:
            self._noted(place, heading, purpose)
            return
        said = reading_said(heading, cells, edit, self.conventions)
        if said is not None:
            self._read(place, said)
            return
        told = replace(self.conventions, quantities=place in self.quantities)
        reading = single(heading, cells, told)
        found = several_said(edit, counts, self.layout.separator)
        if found is None and reading.variable.type in _WORDED:
            found = several(counts, heading.label or heading.name, self.layout.separator)
        if found is None:
            self._read(place, reading)
        else:
            self._several(place, heading, found)

    def _read(self, place: int, reading: Reading) -> str:
        name = self.builder.add(self._coded(reading.variable, place), reading.column)
        self.names[self.layout.headings[place].name] = name
        self._enter(
            place, (name,), TYPES[reading.variable.type], reading.why, reading.certainty,
            missing=reading.missing,
        )  # fmt: skip
        for found, settle in reading.doubts:
            self.builder.ledger.doubt(found, settle, (name,))
        return name

    def _coded(self, variable: Variable, *places: int) -> Variable:
        """The variable that knows which words of its columns are no answer."""
        codes = [*variable.missing, *(one for at in places for one in self.codes[at])]
        if variable.type is VariableType.NUMERIC:
            codes = [replace(one, value=_numeric(one.value)) for one in codes]
        return replace(variable, missing=tuple(dict.fromkeys(codes)))

    def _noted(self, place: int, heading: Heading, purpose: Purpose) -> None:
        cells = self.cells[place]
        said = reading_said(heading, cells, self.edits[place], self.conventions)
        reading = said or single(heading, cells, self.conventions)
        variable, column = reading.variable, reading.column
        if isinstance(column, Coded) or (
            purpose.use is Use.ID and variable.type is not VariableType.TEXT
        ):
            variable, column = as_text(heading, self.cells[place])
        name = self.builder.add(self._coded(replace(variable, use=purpose.use), place), column)
        self._enter(
            place, (name,), TYPES[variable.type], purpose.why, purpose.certainty, aside=purpose.why
        )

    def _several(self, place: int, heading: Heading, found: Ticks) -> None:
        said = self.edits[place].type
        if said is Kind.RANKING or (found.ranked and said is not Kind.SEVERAL):
            self._ordered(place, heading, found)
            return
        variable, marks, written = choices_of(heading, self.cells[place], found)
        name = self.builder.add(self._coded(variable, place), marks)
        self.names[self.layout.headings[place].name] = name
        names = [name]
        if written is not None:
            other = next(one for one in variable.categories if one.role is Role.OTHER)
            text = Variable(
                f"{name}.{other.name}.text",
                VariableType.TEXT,
                variable.label,
                of=name,
                item=other.label,
            )
            names.append(self.builder.add(text, written))
        why = message(
            "Its cells hold several of {count} options, cut by {separator}.",
            count=len(variable.categories),
            separator=verbatim(repr(found.separator)),
        )
        certainty = Certainty.SURE if found.said else Certainty.LIKELY
        self._enter(place, names, TYPES[VariableType.MULTIPLE], why, certainty)

    def _ordered(self, place: int, heading: Heading, found: Ticks) -> None:
        """A ranking in one cell: its items become variables that hold ranks."""
        names = [
            self.builder.add(self._coded(variable, place), ranks)
            for variable, ranks in ranks_of(heading, self.cells[place], found)
        ]
        label = Text.of(heading.label or heading.name)
        self.builder.join(heading.name, label, RANKS, names, EMPTY)
        why = message("Each cell holds the same things, in an order of its own.")
        certainty = Certainty.SURE if found.said else Certainty.LIKELY
        self._enter(place, names, message("ranking"), why, certainty)

    # -- a group of columns ------------------------------------------------------------------------

    def _group(self, places: Sequence[int]) -> None:
        members = self._members(places)
        core = sorted(members)
        texts = [at for at in places if self.headings[at].part is Part.OTHER and at not in members]
        known = [at for at in core if self.headings[at].use is None]
        some = [members[at] for at in known]
        found = self._form(known, some, texts)
        if found.form is Form.ALONE and (left := batteries.most_among(some)):
            known, some = [known[at] for at in left], [some[at] for at in left]
            found = self._form(known, some, texts)
        whole = ""
        if found.form in {Form.TICKS, Form.WORDS}:
            whole = self._ticked(known, some, found, texts)
            known += texts
        elif found.form is Form.RANKING:
            self._ranking(known, some)
        elif found.form is Form.RANKS:
            self._ranked_items(known, some)
        elif shared := self._shared_options(some, found):
            for place, member in zip(known, some, strict=True):
                heading = replace(member.heading, label=member.heading.worded)
                self._several(place, heading, shared.of(member.counts))
        elif found.form is Form.GRID and len(known) > 1:
            self._grid(known, some, found)
        else:
            known = []
            self.quantities.update(places if found.quantities else ())
        for place in places:
            if place not in known:
                self._rest(place, whole)

    def _members(self, places: Sequence[int]) -> dict[int, Member]:
        """The columns of a group that answer, by their places; also an "other" of mere marks."""
        members = {}
        for place in places:
            heading = self.headings[place]
            member = Member.of(heading, self.cells[place])
            if heading.part in {Part.ANSWER, Part.TICK}:
                members[place] = member
            elif heading.part is Part.OTHER and batteries.is_tick(member):
                members[place] = batteries.ticked(member)
        return members

    def _shared_options(self, members: Sequence[Member], found: Together) -> Ticks | None:
        """The options of a grid whose cells hold several of them; None if they hold one each."""
        if len(members) < 2 or found.ordinal or found.form not in {Form.GRID, Form.ALONE}:  # noqa: PLR2004
            return None
        total: Counter[str] = Counter()
        for member in members:
            total.update(member.counts)
        ticks = several(total, members[0].heading.label, self.layout.separator)
        return None if ticks is None or ticks.ranked or ticks.others else ticks

    def _form(
        self, known: Sequence[int], members: Sequence[Member], texts: Sequence[int]
    ) -> Together:
        """What the columns are together; one alone is a choice only by its heading."""
        ticked = bool(known) and self.headings[known[0]].part is Part.TICK
        if len(known) > 1 or (known and (texts or ticked)):
            return form_of(members)
        return Together(Form.ALONE)

    def _rest(self, place: int, whole: str) -> None:
        """A column of a group that isn't in what the group became, `whole` if it is a choice."""
        heading = self.headings[place]
        if heading.part is Part.TOGETHER and whole:
            self._together(place, whole)
        elif heading.part is Part.OTHER:
            self._other(place, heading.group)
        elif heading.part is Part.COMMENT:
            self._comment(place)
        else:
            self._alone(place, self.headings[place].worded)

    def _ticked(
        self,
        places: Sequence[int],
        members: Sequence[Member],
        found: Together,
        texts: Sequence[int],
    ) -> str:
        first = members[0].heading
        names: list[str] = []
        options = [
            batteries.option_of(member, found.form, number, names)
            for number, member in enumerate(members, 1)
        ]
        parts = [batteries.marks_of(member, found.form) for member in members]
        opened: dict[int, Category] = {}
        for place in texts:
            cells = self.cells[place]
            holder = self._holder(place, members, options)
            if holder is None:
                said = self.headings[place].item_label or "Other"
                option = batteries.other_option(names, len(options) + 1, said)
                options.append(option)
                parts.append(batteries.other_marks(cells))
                opened[place] = option
            else:
                opened[place] = options[holder]
        marks, nothing = batteries.joined(parts)
        label = Text.of(first.label or first.group)
        if nothing and not self.layout.shown_unticked:
            marks = batteries.left_blank(marks)
        variable = Variable(first.group, VariableType.MULTIPLE, label, tuple(options))
        name = self.builder.add(self._coded(variable, *places, *texts), marks)
        if nothing and not self.layout.shown_unticked:
            self.builder.ledger.doubt(
                counted_message(
                    "{count} person ticked nothing; whether the question was asked isn't told, and "
                    "so it counts as left blank.",
                    "{count} people ticked nothing; whether they were asked isn't told, and so "
                    "they count as having left it blank.",
                    nothing,
                ),
                message("If they were asked and chose nothing, say so in its codebook."),
                (name,),
            )
        why = (
            message("Each column holds the words of its option, or nothing.")
            if found.form is Form.WORDS
            else message("Each column says whether its option was chosen.")
        )
        for place in places:
            self._enter(place, (name,), TYPES[VariableType.MULTIPLE], why)
        for place, option in opened.items():
            text = Variable(
                f"{name}.{option.name}.text", VariableType.TEXT, label, of=name, item=option.label
            )
            self._opened(place, text, (name,))
        return name

    def _holder(
        self, place: int, members: Sequence[Member], options: Sequence[Category]
    ) -> int | None:
        """The place of the option whose text this column holds, None if it has none of its own."""
        item = self.headings[place].item
        for at, member in enumerate(members):
            if member.heading.item == item:
                return at
        others = [at for at, option in enumerate(options) if option.role is Role.OTHER]
        return others[0] if len(others) == 1 else None

    def _opened(self, place: int, text: Variable, more: Sequence[str] = ()) -> None:
        cells = self.cells[place]
        values = np.array([unguarded(cell) for cell in cells.distinct] or [""], object)
        reasons = np.array(
            [int(REASONS.get(clean(cell), ANSWERED)) for cell in cells.distinct] or [0], np.int8
        )
        column = Values(values[cells.index], reasons[cells.index])
        name = self.builder.add(self._coded(text, place), column)
        why = message("It holds what was written under “other”.")
        self._enter(place, (*more, name), TYPES[VariableType.TEXT], why)

    def _other(self, place: int, group: str) -> None:
        """The text of "other" of a question that is a variable of its own, or of none."""
        name = self.names.get(group, group)
        owner = next((one for one in self.builder.variables if one.name == name), None)
        holders = [] if owner is None else _holders(owner, self.headings[place])
        if owner is None or not holders:
            self._alone(place, self.headings[place].worded)
            return
        text = Variable(
            f"{owner.name}.{holders[0].name}.text", VariableType.TEXT, owner.label,
            of=owner.name, item=holders[0].label,
        )  # fmt: skip
        self._opened(place, text)

    def _comment(self, place: int) -> None:
        heading = self.headings[place]
        option = heading.item.casefold().removesuffix("comment").strip(" ._-")
        name = ".".join(filter(None, (heading.group, option, "comment")))
        variable, column = as_text(
            replace(heading, name=name, label=self.headings[place].worded),
            self.cells[place],
        )
        name = self.builder.add(self._coded(variable, place), column)
        self._enter(place, (name,), TYPES[VariableType.TEXT], message("It holds remarks."))

    def _together(self, place: int, whole: str) -> None:
        heading = self.headings[place]
        variable, column = as_text(
            replace(heading, name=f"{heading.name}.together"), self.cells[place]
        )
        aside = replace(variable, use=Use.ASIDE)
        name = self.builder.add(self._coded(aside, place), column)
        why = message("It says at once what the columns of {name} say one by one.", name=whole)
        self._enter(place, (name,), TYPES[VariableType.TEXT], why, aside=why)

    def _grid(self, places: Sequence[int], members: Sequence[Member], found: Together) -> None:
        edit = self.edits[places[0]]
        answers = dict.fromkeys(answer for member in members for answer in member.counts)
        scale = scale_said(edit, list(answers)) or found.scale
        if scale is None:
            raise ValueError("a grid without a scale")
        ordinal_scale = found.ordinal if edit.type is None else edit.type is Kind.SCALE
        kind = VariableType.ORDINAL if ordinal_scale else VariableType.CATEGORICAL
        label = Text.of(members[0].heading.label)
        names = []
        for place, member in zip(places, members, strict=True):
            item = Text.of(member.heading.item_label or member.heading.item)
            variable = Variable(member.heading.name, kind, label or item, item=item)
            whole, column = ordinal(variable, scale, member.cells)
            names.append(self.builder.add(self._coded(whole, place), column))
            why = message("It shares its answers with the columns beside it.")
            beside = tuple(
                (answer, member.counts[answer])
                for answer, _ in scale.beside
                if answer in member.counts
            )
            self._enter(place, names[-1:], message("row of a grid"), why, missing=beside)
        self._codes_beside(scale, members, names)
        for doubt in () if ordinal_scale else odd_doubts(scale.steps):
            self.builder.ledger.doubt(*doubt, names)
        group = members[0].heading.group
        self.builder.join(group, label or Text.of(group), RATINGS, names)

    def _codes_beside(self, scale: Scale, members: Sequence[Member], names: Sequence[str]) -> None:
        """Doubt numbers beside a scale that were taken for missing answers."""
        counts: dict[float, int] = {}
        for answer, _ in scale.beside:
            number = parsed_number(answer, comma=False)
            if number is not None:
                counts[number] = sum(member.counts.get(answer, 0) for member in members)
        for found, settle in code_doubts(counts, list(counts), ()):
            self.builder.ledger.doubt(found, settle, names)

    def _ranking(self, places: Sequence[int], members: Sequence[Member]) -> None:
        """Ranks holding items become items holding ranks."""
        first = members[0].heading
        total: dict[str, int] = {}
        for member in members:
            for answer, count in member.counts.items():
                total[answer] = total.get(answer, 0) + count
        items = by_frequency(total)
        codes = batteries.rank_codes(members, items)
        ranked_any = (codes >= 0).any(axis=0)
        reasons = np.where(ranked_any, np.int16(Missing.LEFT_BLANK), codes.max(axis=0))
        label = Text.of(first.label or first.group)
        names: list[str] = []
        slugs: list[str] = []
        for at, item in enumerate(items):
            here = codes == at
            slugs.append(slug(item, slugs))
            variable = Variable(
                f"{first.group}.{slugs[-1]}", VariableType.NUMERIC, label,
                item=Text.of(item), low=1.0, high=float(len(members)),
            )  # fmt: skip
            ranks = (here.argmax(axis=0) + 1).astype(np.float64)
            column = Values(ranks, np.where(here.any(axis=0), ANSWERED, reasons).astype(np.int8))
            names.append(self.builder.add(variable, column))
        self.builder.join(first.group, label, RANKS, names, EMPTY)
        for place in places:
            why = message("Each column is a rank, and nobody puts an item on two of them.")
            self._enter(place, names, message("rank"), why)

    def _ranked_items(self, places: Sequence[int], members: Sequence[Member]) -> None:
        first = members[0].heading
        label = Text.of(first.label or first.group)
        names = []
        for place, member in zip(places, members, strict=True):
            reading = single(member.heading, member.cells, self.conventions)
            item = Text.of(member.heading.item_label or member.heading.item)
            variable = replace(
                reading.variable, label=label, item=item, low=1.0, high=float(len(members))
            )
            names.append(self.builder.add(self._coded(variable, place), reading.column))
            why = message("Each person gives the columns the numbers from 1 on, each once.")
            self._enter(place, names[-1:], message("item of a ranking"), why)
        self.builder.join(first.group, label, RANKS, names, EMPTY)

    def _enter(
        self,
        place: int,
        variables: Sequence[str],
        taken_for: Message,
        why: Message,
        certainty: Certainty = Certainty.SURE,
        *,
        aside: Message | None = None,
        missing: tuple[tuple[str, int], ...] = (),
    ) -> None:
        column = self.layout.sheet.columns[place].name
        self.builder.enter(
            place + 1, column, variables, taken_for, why, certainty,
            aside=aside, missing=self.missing[place] + missing,
        )  # fmt: skip


def _numeric(word: float | str) -> float | str:
    number = parsed_number(word) if isinstance(word, str) else word
    return word if number is None else number


def _holders(owner: Variable, heading: Heading) -> list[Category]:
    """The options of a question under which the text in this column may have been written."""
    said = [one for one in owner.categories if one.role is Role.OTHER]
    named = [one for one in owner.categories if one.label.source == heading.item_label]
    return said or named
