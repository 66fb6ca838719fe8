"""From a sheet of cells to a dataset: headings, missing answers, types, groups, their account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rundfrage.codebook import Category, Role, Sample, Study, Use, Variable, VariableType
from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import number_cell
from rundfrage.dataset.columns import Coded, Marks
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake import batteries, groups
from rundfrage.dataset.intake.apostrophes import without_apostrophes
from rundfrage.dataset.intake.batteries import Form, Together, form_of
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.calendars import doubt_calendars
from rundfrage.dataset.intake.coded_marks import codes_by_count, marked, two_codes
from rundfrage.dataset.intake.counted_rows import doubts_of_rows, tells_rows
from rundfrage.dataset.intake.desk import TYPES, Desk
from rundfrage.dataset.intake.edits import NONE, Edits, Kind
from rundfrage.dataset.intake.exports import laid_out
from rundfrage.dataset.intake.exports.spread_choices import MAYBE_SEVERAL, with_choices_apart
from rundfrage.dataset.intake.first_row import headed
from rundfrage.dataset.intake.footers import without_footers
from rundfrage.dataset.intake.full_cells import add_several
from rundfrage.dataset.intake.layout import Heading, Part
from rundfrage.dataset.intake.may_be_scales import doubt_choices
from rundfrage.dataset.intake.members import Member, total_of, with_fillers
from rundfrage.dataset.intake.named_range import doubt_outside
from rundfrage.dataset.intake.odd_dates import serial_dates
from rundfrage.dataset.intake.odd_rows import single_in
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.pieces import (
    as_text,
    options_twice,
    without_blank_rows,
)
from rundfrage.dataset.intake.put_right import put_right
from rundfrage.dataset.intake.reasons_of_file import doubt_reasons
from rundfrage.dataset.intake.restated import Restated, restated
from rundfrage.dataset.intake.row_columns import SheetColumn, row_columns
from rundfrage.dataset.intake.rows_left import nobody, require_rows
from rundfrage.dataset.intake.said import reading_said, several_said
from rundfrage.dataset.intake.same_names import questions
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.steps_or_none import doubt_steps
from rundfrage.dataset.intake.subtotals import without_subtotals
from rundfrage.dataset.intake.ticks import Ticks, may_be_several, several
from rundfrage.dataset.intake.types import Reading, single
from rundfrage.dataset.intake.uses import Purpose, purpose_of
from rundfrage.locales import Message, message

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
    sheet = without_subtotals(headed(sheet, options, ledger), options, ledger)
    sheet = without_footers(sheet, options, ledger)
    sheet = without_blank_rows(sheet, ledger)
    sheet = without_apostrophes(sheet)
    require_rows(sheet, options.heading_rows, file)
    name, layout = laid_out(sheet, options.heading_rows)
    ledger.conclude("headings", name, layout.evidence, layout.certainty)
    for found, settle in (*layout.doubts, *nobody(layout.sheet.n)):
        ledger.doubt(found, settle)

    def concluded(edits: Edits) -> Dataset:
        builder = Builder(ledger.copy(), edits.file.sample or Sample.UNKNOWN)
        as_said = with_choices_apart(layout, edits.of(layout.sheet.names))
        return _Conclusion(as_said, builder, options, file, edits).dataset(study)

    return put_right(edits, layout.sheet.names, concluded)


class _Conclusion(Desk):
    """The way from a layout to a dataset."""

    def dataset(self, study: Study) -> Dataset:
        """The dataset of all columns."""
        for group, places in questions(self.headings, self.cells):
            if group and (len(places) > 1 or self.headings[places[0]].part is not Part.ANSWER):
                self._group(places)
            else:
                for place in places:
                    self._alone(place, self.headings[place].worded if group else "")
        for one, other in options_twice(self.builder.variables):
            found = message("{one} and {other} hold the same options.", one=one, other=other)
            settle = message("If they are one question, put them together in its codebook.")
            self.builder.ledger.doubt(found, settle, (one, other))
        self._unnamed()
        columns = row_columns(
            self.builder, self.layout.sheet.names, list(map(SheetColumn, self.cells))
        )
        for found, settle, names in doubts_of_rows(columns, self.layout.sheet.n):
            self.builder.ledger.doubt(found, settle, names, rows=True)
        told = {
            name
            for entry in self.builder.ledger.entries
            for name in entry.variables
            if entry.certainty is Certainty.SAID or self.edits[entry.place - 1].type is not None
        }
        doubt_choices(self.builder.variables, told, self.builder.ledger)
        told |= {
            name
            for entry in self.builder.ledger.entries
            for name in entry.variables
            if self.edits[entry.place - 1].missing is not None
        }
        doubt_calendars(self.builder.variables, self.builder.columns, told, self.builder.ledger)
        doubt_steps(self.builder.variables, told, self.builder.ledger)
        doubt_outside(self.builder.variables, self.builder.columns, told, self.builder.ledger)
        doubt_reasons(self.builder.variables, told, self.builder.ledger)
        return self.builder.finished(study, self.layout.sheet.n, self.file, self.width)

    def _unnamed(self) -> None:
        """Doubt questions that the file doesn't name or spreads, unless the user said of them."""
        became = {entry.place: entry.variables for entry in self.builder.ledger.entries}
        for spread in self.layout.spread:
            firsts = [row[0] for row in spread.rows]
            if not any(map(self.spoken_of, firsts)):
                names = [name for place in firsts for name in became[place + 1]]
                self.builder.ledger.doubt(*MAYBE_SEVERAL, names)
        settle = message("Name the question in the codebook, or the questions if they are several.")
        for one in self.layout.unnamed:
            said = (self.edits[place] for place in one.places)
            if not any(
                edit.question is not None or edit.label or edit.name or edit.type for edit in said
            ):
                names = [name for place in one.places for name in became[place + 1]]
                self.builder.ledger.doubt(one.found, settle, tuple(dict.fromkeys(names)))

    # -- one column --------------------------------------------------------------------------------

    def _alone(self, place: int, label: str = "") -> None:
        heading, cells = self.headings[place], self.cells[place]
        heading = replace(heading, label=label or heading.label)
        if not heading.name:
            aside = message("It has no name and holds nothing but the rows' numbers.")
            self.enter(place, (), message("nothing"), message("It has no name."), aside=aside)
            return
        counts = cells.answers
        edit = self.edits[place]
        purpose = None
        if heading.use is not None:
            why = heading.why or message("The program notes it by itself.")
            purpose = Purpose(heading.use, why)
        elif edit.use is None and edit.type is None and heading.part is not Part.OTHER:
            purpose = purpose_of(heading.name, heading.label, counts, self.company)
            if purpose is not None and self._are_days(heading, counts, purpose):
                purpose = None
        if purpose is not None:
            self._noted(place, heading, purpose)
            return
        told = self.told(place)
        said = reading_said(heading, cells, edit, told)
        if said is not None:
            self._read(place, said)
            return
        reading = single_in(self.layout.sheet, heading, cells, told)
        found = several_said(edit, counts, self.layout.separator)
        if found is None and reading.variable.type in _WORDED:
            found = several(counts, heading.label or heading.name, self.layout.separator)
        if found is None:
            name = self._read(place, reading)
            if reading.variable.type in _WORDED and edit.split is None:
                self._perhaps_several(name, counts)
        else:
            self._several(place, heading, found)

    def _are_days(self, heading: Heading, counts: Mapping[str, int], purpose: Purpose) -> bool:
        """True if numbers that look like those of people are days: 20220905 under "visit"."""
        by_name = purpose_of(heading.name, heading.label, {}, self.company)
        by_content = purpose.use is Use.ID and by_name is None
        return by_content and serial_dates(heading, list(counts)) is not None

    def _perhaps_several(self, name: str, counts: Mapping[str, int]) -> None:
        if mark := may_be_several(counts):
            found = message("Its cells may hold several answers each, cut by “{mark}”.", mark=mark)
            settle = message('If they do, write split = "{mark}" in its codebook.', mark=mark)
            self.builder.ledger.doubt(found, settle, (name,))

    def _read(self, place: int, reading: Reading) -> str:
        name = self.builder.add(self.coded(reading.variable, place), reading.column)
        self.names[self.layout.headings[place].name] = name
        self.enter(
            place, (name,), TYPES[reading.variable.type], reading.why, reading.certainty,
            missing=reading.missing,
        )  # fmt: skip
        for found, settle in reading.doubts:
            self.builder.ledger.doubt(found, settle, (name,))
        return name

    def _noted(self, place: int, heading: Heading, purpose: Purpose) -> None:
        cells = self.cells[place]
        edit = self.edits[place]
        if edit.use is Use.WEIGHT and edit.type is None:
            edit = replace(edit, type=Kind.NUMBER)
        said = reading_said(heading, cells, edit, self.told(place))
        reading = said or single(heading, cells, self.told(place))
        variable, column = reading.variable, reading.column
        kept = tells_rows(self.layout.sheet.names[place], cells.answers)
        if (isinstance(column, Coded) and not kept) or (
            purpose.use is Use.ID and variable.type is not VariableType.TEXT
        ):
            variable, column = as_text(heading, self.cells[place])
        name = self.builder.add(self.coded(replace(variable, use=purpose.use), place), column)
        self.enter(
            place, (name,), TYPES[variable.type], purpose.why, purpose.certainty, aside=purpose.why
        )
        for found, settle in purpose.doubts:
            self.builder.ledger.doubt(found, settle, (name,), rows=True)

    def _several(self, place: int, heading: Heading, found: Ticks) -> None:
        made = add_several(
            self.builder, heading, self.cells[place], found, self.edits[place],
            lambda variable: self.coded(variable, place),
            self.layout.sheet.columns[place].holds(""),
        )  # fmt: skip
        self.names[self.layout.headings[place].name] = made.names[0]
        self.enter(
            place, made.names, made.taken_for, made.why, made.certainty, missing=made.missing
        )

    # -- a group of columns ------------------------------------------------------------------------

    def _group(self, places: Sequence[int]) -> None:
        members = self._members(places)
        core = sorted(members)
        texts = [at for at in places if self.headings[at].part is Part.OTHER and at not in members]
        known = [at for at in core if self.headings[at].use is None]
        some, doubt = self._with_marks(places, [members[at] for at in known])
        found = self._form(known, some, texts)
        found = replace(found, doubt=found.doubt or doubt)
        if found.form is Form.ALONE and (left := batteries.most_among(some)):
            known, some = [known[at] for at in left], [some[at] for at in left]
            found = self._form(known, some, texts)
        whole = ""
        names: Sequence[str] = ()
        if found.form in {Form.TICKS, Form.WORDS}:
            whole = groups.choice(self, known, some, found, texts)
            known += texts
        elif found.form in {Form.MENTIONS, Form.ONE}:
            made = groups.mentions if found.form is Form.MENTIONS else groups.one_choice
            whole = made(self, known, some)
        elif found.form is Form.RANKING:
            names = groups.ranking(self, known, some)
        elif found.form is Form.RANKS:
            names = groups.ranked_items(self, known, some)
        elif shared := self._shared_options(some, found):
            for place, member in zip(known, some, strict=True):
                heading = replace(member.heading, label=member.heading.worded)
                self._several(place, heading, shared.of(member.counts))
        elif found.form is Form.GRID and len(known) > 1:
            names = groups.grid(self, known, some, found)
        else:
            known = []
            self.quantities.update(places if found.quantities else ())
        if found.doubt is not None and not any(self.spoken_of(place) for place in known):
            self.builder.ledger.doubt(*found.doubt, names or (whole,))
        for place in places:
            if place not in known:
                self._rest(place, whole)

    def _with_marks(
        self, places: Sequence[int], members: Sequence[Member]
    ) -> tuple[list[Member], tuple[Message, Message] | None]:
        """The columns with 1 and 0 where two other codes say what was chosen, and what is doubted.

        A column that says at once what they say may count the chosen.
        """
        codes, program = self.layout.chosen, self.layout.chosen
        if codes is not None and all(one.heading.part is Part.TICK for one in members):
            return [marked(one, codes) for one in members], None
        pair = two_codes(list(total_of(members)))
        if pair is None or len(members) < 2:  # noqa: PLR2004  one is no group
            return list(members), None
        for place in places:
            if self.headings[place].part is Part.TOGETHER:
                counted = codes_by_count(members, pair, self.cells[place])
                if counted is not None:
                    return [marked(one, counted) for one in members], None
        spoken = any(self.spoken_of(place) for place in places)
        if program is None or spoken or sorted(program) != sorted(pair.codes):
            return list(members), None
        found = message(
            "Its columns hold nothing but {chosen} and {other}: {chosen} was taken for chosen.",
            chosen=number_cell(program[0]),
            other=number_cell(program[1]),
        )
        settle = message("If they are a scale, give each column that type and the same question.")
        return [marked(one, program) for one in members], (found, settle)

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
        return with_fillers(members)

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
            types = {self.edits[place].type for place in known}
            said = types.pop() if len(types) == 1 else None
            return form_of(members, said, ranked=self.layout.ranked)
        return Together(Form.ALONE)

    def _rest(self, place: int, whole: str) -> None:
        """A column of a group that isn't in what the group became, `whole` if it is a choice."""
        heading = self.headings[place]
        if heading.part is Part.TOGETHER and (says := self._restated(place, whole)):
            self._together(place, whole, says)
        elif heading.part is Part.OTHER:
            self._other(place, heading.group)
        elif heading.part is Part.COMMENT:
            self._comment(place)
        else:
            self._alone(place, self.headings[place].worded)

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
        groups.opened(self, place, text)

    def _comment(self, place: int) -> None:
        heading = self.headings[place]
        option = heading.item.casefold().removesuffix("comment").strip(" ._-")
        name = ".".join(filter(None, (heading.group, option, "comment")))
        variable, column = as_text(
            replace(heading, name=name, label=self.headings[place].worded),
            self.cells[place],
        )
        name = self.builder.add(self.coded(variable, place), column)
        self.enter(place, (name,), TYPES[VariableType.TEXT], message("It holds remarks."))

    def _restated(self, place: int, whole: str) -> Restated | None:
        marks = self.builder.columns.get(whole)
        if not isinstance(marks, Marks):
            return None
        options = next(one for one in self.builder.variables if one.name == whole).categories
        return restated(self.cells[place], marks, options)

    def _together(self, place: int, whole: str, says: Restated) -> None:
        heading = self.headings[place]
        variable, column = as_text(
            replace(heading, name=f"{heading.name}.together"), self.cells[place]
        )
        aside = replace(variable, use=Use.ASIDE)
        name = self.builder.add(self.coded(aside, place), column)
        why = (
            message("It counts what was chosen.")
            if says is Restated.COUNTED
            else message("It says at once what the columns of {name} say one by one.", name=whole)
        )
        self.enter(place, (name,), TYPES[VariableType.TEXT], why, aside=why)


def _holders(owner: Variable, heading: Heading) -> list[Category]:
    """The options of a question under which the text in this column may have been written."""
    said = [one for one in owner.categories if one.role is Role.OTHER]
    named = [one for one in owner.categories if one.label.source == heading.item_label]
    return said or named
