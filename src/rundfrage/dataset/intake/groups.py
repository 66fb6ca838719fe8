"""Columns that are one question, made variables: choices, grids and rankings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rundfrage.codebook import Category, Missing, Role, Variable, VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import REASONS, Cells, clean, parsed_number, unguarded
from rundfrage.dataset.columns import ANSWERED, Marks, Values
from rundfrage.dataset.intake import batteries
from rundfrage.dataset.intake.batteries import Form, Together
from rundfrage.dataset.intake.categories import by_frequency, categories_of, ordinal, slug
from rundfrage.dataset.intake.desk import TYPES, Desk
from rundfrage.dataset.intake.edits import Kind, NoneChosen
from rundfrage.dataset.intake.members import Member, total_of
from rundfrage.dataset.intake.nearly import odd_doubts
from rundfrage.dataset.intake.places import codes_of
from rundfrage.dataset.intake.said import none_chosen, nothing_chosen, reading_said, scale_said
from rundfrage.dataset.intake.scales import Scale, scale_of
from rundfrage.dataset.intake.stray_codes import code_doubts
from rundfrage.dataset.intake.types import single
from rundfrage.dataset.intake.unchosen import completed, unchosen_doubts
from rundfrage.locales import message
from rundfrage.text import EMPTY, Text


def choice(
    desk: Desk,
    places: Sequence[int],
    members: Sequence[Member],
    found: Together,
    texts: Sequence[int],
) -> str:
    """A multiple choice of columns that hold ticks or words, and the texts of its options."""
    first = members[0].heading
    names: list[str] = []
    options = [
        batteries.option_of(member, found.form, number, names)
        for number, member in enumerate(members, 1)
    ]
    parts = [batteries.marks_of(member, found.form) for member in members]
    texted: dict[int, Category] = {}
    for place in texts:
        cells = desk.cells[place]
        holder = _holder(desk, place, members, options)
        if holder is None:
            said = desk.headings[place].item_label or "Other"
            option = batteries.other_option(names, len(options) + 1, said)
            options.append(option)
            parts.append(batteries.other_marks(cells))
            texted[place] = option
        else:
            texted[place] = options[holder]
    marks, nothing = batteries.joined(parts)
    label = Text.of(first.label or first.group)
    told = next(filter(None, (desk.edits[place].none_chosen for place in places)), None)
    shown = desk.layout.shown_unticked or batteries.said_no(members)
    doubted = bool(nothing) and not shown and told is None
    if told is not None or doubted:
        marks = none_chosen(marks, told or NoneChosen.LEFT_BLANK)
    variable = Variable(first.group, VariableType.MULTIPLE, label, tuple(options))
    name = desk.builder.add(desk.coded(variable, *places, *texts), marks)
    if doubted:
        desk.builder.ledger.doubt(*nothing_chosen(nothing), (name,))
    why = (
        message("Each column holds the words of its option, or nothing.")
        if found.form is Form.WORDS
        else message("Each column says whether its option was chosen.")
    )
    for place in places:
        desk.enter(place, (name,), TYPES[VariableType.MULTIPLE], why)
    for place, option in texted.items():
        text = Variable(
            f"{name}.{option.name}.text", VariableType.TEXT, label, of=name, item=option.label
        )
        opened(desk, place, text, (name,))
    return name


def one_choice(desk: Desk, places: Sequence[int], members: Sequence[Member]) -> str:
    """A single choice of columns that hold the words of an option each, as it was said to be."""
    first = members[0].heading
    names: list[str] = []
    options = [
        batteries.option_of(member, Form.WORDS, number, names).label.source
        for number, member in enumerate(members, 1)
    ]
    marks = np.array([batteries.marks_of(member, Form.WORDS) for member in members])
    reasons = np.where(marks < ANSWERED, marks, np.int8(Missing.LEFT_BLANK)).max(axis=0)
    at = np.where((marks > ANSWERED).any(axis=0), marks.argmax(axis=0), reasons)
    words = {**dict(enumerate(options)), **{int(why): word for word, why in REASONS.items()}}
    cells = Cells.of(first.name, [words[one] for one in at.tolist()])
    edit = next((desk.edits[one] for one in places if desk.edits[one].answers), None)
    if edit is None:
        edit = desk.edits[places[0]]
        known = edit.type is Kind.SCALE and scale_of(options) is not None
        edit = edit if known else replace(edit, answers=tuple(options))
    heading = replace(first, name=first.group, label=first.label or first.group)
    reading = reading_said(heading, cells, edit, desk.told(places[0]))
    if reading is None:
        raise ValueError("a choice of which nothing was said")
    name = desk.builder.add(desk.coded(reading.variable, *places), reading.column)
    why = message("Each column holds the words of its option, or nothing.")
    for place in places:
        desk.enter(place, (name,), TYPES[reading.variable.type], why, reading.certainty)
    for doubt in reading.doubts:
        desk.builder.ledger.doubt(*doubt, (name,))
    return name


def _holder(
    desk: Desk, place: int, members: Sequence[Member], options: Sequence[Category]
) -> int | None:
    """The place of the option whose text this column holds, None if it has none of its own."""
    item = desk.headings[place].item
    for at, member in enumerate(members):
        if member.heading.item == item:
            return at
    others = [at for at, option in enumerate(options) if option.role is Role.OTHER]
    return others[0] if len(others) == 1 else None


def opened(desk: Desk, place: int, text: Variable, more: Sequence[str] = ()) -> None:
    """The text written under an option as a variable beside it."""
    cells = desk.cells[place]
    values = np.array([unguarded(cell) for cell in cells.distinct] or [""], object)
    reasons = np.array(
        [int(REASONS.get(clean(cell), ANSWERED)) for cell in cells.distinct] or [0], np.int8
    )
    column = Values(values[cells.index], reasons[cells.index])
    name = desk.builder.add(desk.coded(text, place), column)
    why = message("It holds what was written under “other”.")
    desk.enter(place, (*more, name), TYPES[VariableType.TEXT], why)


def mentions(desk: Desk, places: Sequence[int], members: Sequence[Member]) -> str:
    """A multiple choice of columns that hold one answer each, the first and those that follow."""
    first = members[0].heading
    total = total_of(members)
    numbers = {answer: parsed_number(answer, comma=False) for answer in total}
    coded = all(number is not None and number.is_integer() for number in numbers.values())
    items = sorted(total, key=lambda one: numbers[one] or 0.0) if coded else by_frequency(total)
    options = categories_of(items, [int(numbers[one] or 0.0) for one in items] if coded else ())
    given = codes_of(members, items)
    marks = np.stack([(given == at).any(axis=0) for at in range(len(items))])
    reasons = np.minimum(given.max(axis=0), ANSWERED)
    column = Marks(np.where(reasons < ANSWERED, reasons, marks).astype(np.int8))
    label = Text.of(first.label or first.group)
    variable = Variable(first.group, VariableType.MULTIPLE, label, options)
    name = desk.builder.add(desk.coded(variable, *places), column)
    why = message("Each column holds one of the answers that were chosen.")
    for place in places:
        desk.enter(place, (name,), TYPES[VariableType.MULTIPLE], why, Certainty.LIKELY)
    return name


def grid(
    desk: Desk, places: Sequence[int], members: Sequence[Member], found: Together
) -> list[str]:
    """Columns that share their answers, each a row."""
    edit = next((desk.edits[at] for at in places if desk.edits[at].answers), desk.edits[places[0]])
    answers = dict.fromkeys(answer for member in members for answer in member.counts)
    said = scale_said(edit, list(answers))
    scale = said or found.scale
    if scale is None:
        raise ValueError("a grid without a scale")
    ordinal_scale = found.ordinal if edit.type is None else edit.type is Kind.SCALE
    doubts = () if ordinal_scale else odd_doubts(scale.steps)
    if said is None and ordinal_scale:
        chosen = scale.steps
        scale = completed(scale, desk.conventions.scales)
        doubts = unchosen_doubts(chosen, scale.steps, desk.conventions.scales)
    kind = VariableType.ORDINAL if ordinal_scale else VariableType.CATEGORICAL
    label = Text.of(members[0].heading.label)
    names = []
    for place, member in zip(places, members, strict=True):
        item = Text.of(member.heading.item_label or member.heading.item)
        variable = Variable(member.heading.name, kind, label or item, item=item)
        whole, column = ordinal(variable, scale, member.cells)
        names.append(desk.builder.add(desk.coded(whole, place), column))
        why = message("It shares its answers with the columns beside it.")
        beside = tuple(
            (answer, member.counts[answer]) for answer, _ in scale.beside if answer in member.counts
        )
        desk.enter(place, names[-1:], message("row of a grid"), why, missing=beside)
    _codes_beside(desk, scale, members, names)
    for doubt in doubts:
        desk.builder.ledger.doubt(*doubt, names)
    group = members[0].heading.group
    desk.builder.join(group, label or Text.of(group), RATINGS, names)
    return names


def _codes_beside(
    desk: Desk, scale: Scale, members: Sequence[Member], names: Sequence[str]
) -> None:
    """Doubt numbers beside a scale that were taken for missing answers."""
    counts: dict[float, int] = {}
    for answer, _ in scale.beside:
        number = parsed_number(answer, comma=False)
        if number is not None:
            counts[number] = sum(member.counts.get(answer, 0) for member in members)
    for found, settle in code_doubts(counts, sorted(counts), (), averaged=False):
        desk.builder.ledger.doubt(found, settle, names)


def ranking(desk: Desk, places: Sequence[int], members: Sequence[Member]) -> list[str]:
    """Ranks holding items become items holding ranks."""
    first = members[0].heading
    items = by_frequency(total_of(members))
    codes = codes_of(members, items)
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
        names.append(desk.builder.add(variable, column))
    desk.builder.join(first.group, label, RANKS, names, EMPTY)
    for place in places:
        why = message("Each column is a rank, and nobody puts an item on two of them.")
        desk.enter(place, names, message("rank"), why)
    return names


def ranked_items(desk: Desk, places: Sequence[int], members: Sequence[Member]) -> list[str]:
    """Items that hold ranks; the names of their variables."""
    first = members[0].heading
    label = Text.of(first.label or first.group)
    numbers = replace(desk.conventions, coded=False, quantities=True)
    names = []
    for place, member in zip(places, members, strict=True):
        reading = single(member.heading, member.cells, numbers)
        item = Text.of(member.heading.item_label or member.heading.item)
        variable = replace(
            reading.variable, label=label, item=item, low=1.0, high=float(len(members))
        )
        names.append(desk.builder.add(desk.coded(variable, place), reading.column))
        why = message("Each person gives the columns the numbers from 1 on, each once.")
        desk.enter(place, names[-1:], message("item of a ranking"), why)
    desk.builder.join(first.group, label, RANKS, names, EMPTY)
    return names
