"""From a Dataset to Tables: the questions in the order of the codebook, a battery as one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Battery, Form, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.errors import Problem, Where
from rundfrage.stats.engine import Cross, Repeated, totals
from rundfrage.tables.banner import Banner, banner_of
from rundfrage.tables.block import Limits, counted_block, marked_block, value_statistics
from rundfrage.tables.distribution import date_stub, label_languages, number_stub
from rundfrage.tables.precision import Appraisal, precisions
from rundfrage.tables.rounding import Rounding
from rundfrage.tables.sampled import design_for
from rundfrage.tables.sampling import Sampling
from rundfrage.tables.stub import Stub, category_stub, scale_values
from rundfrage.tables.table import Block, Disclosure, Note, Table, TableKind
from rundfrage.tables.tally import Tally, tally

Array = npt.NDArray[Any]
THRESHOLD = 5
SMALL = 30
_LARGEST = 1e15
"""Beyond it floats no longer tell a whole number from the next."""
_KINDS = {
    VariableType.CATEGORICAL: TableKind.SINGLE,
    VariableType.ORDINAL: TableKind.SCALE,
    VariableType.MULTIPLE: TableKind.MULTIPLE,
    VariableType.NUMERIC: TableKind.NUMERIC,
    VariableType.TEXT: TableKind.TEXT,
    VariableType.DATE: TableKind.DATE,
}
_BATTERIES = {Form.GRID: TableKind.GRID, Form.RANKING: TableKind.RANKING}


@dataclass(frozen=True, eq=False)
class _Setting:
    """What holds for every table of one call."""

    dataset: Dataset
    banner: Banner
    weight: str | None
    weights: npt.NDArray[np.float64] | Repeated | None
    limits: Limits
    languages: tuple[str, ...]
    appraisal: Appraisal | None = None


def tabulate(
    dataset: Dataset,
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
    sampling: Sampling | None = None,
) -> tuple[Table, ...]:
    """A table of every question, in the order of the codebook.

    `by` names the variable across the top, `weight` the numeric variable that weighs respondents
    (it gets no table of its own then). Bases under `threshold` respondents are suppressed, those
    under `small` marked. With a `sampling`, which must weigh alike, shares and means get intervals
    and columns letters; what only describes the sample gets no table. Raises a Problem for unknown
    or unfit variables.
    """
    setting = _setting(dataset, by, weight, threshold, small, sampling)
    owners = {name: one for one in dataset.codebook.batteries for name in one.members}
    wanted: dict[str, Battery | Variable] = {}
    for variable in dataset.codebook.variables:
        if variable.name != weight and not (sampling and sampling.describes(variable.name)):
            owner: Battery | Variable = owners.get(variable.name, variable)
            wanted.setdefault(owner.name, owner)
    return _tables(setting, wanted.values())


def table_of(
    dataset: Dataset,
    name: str,
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
    sampling: Sampling | None = None,
) -> Table:
    """The table of one variable or battery; see tabulate.

    Raises a Problem if there is neither of that name.
    """
    setting = _setting(dataset, by, weight, threshold, small, sampling)
    for battery in dataset.codebook.batteries:
        if battery.name == name:
            return _tables(setting, [battery])[0]
    return _tables(setting, [dataset.codebook[name]])[0]


def block_of(
    dataset: Dataset,
    name: str,
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
) -> Block:
    """The block of one variable, also of one that belongs to a battery; see tabulate."""
    setting = _setting(dataset, by, weight, threshold, small)
    return _tables(setting, [dataset.codebook[name]])[0].blocks[0]


def table_of_parts(
    owner: Battery | Variable,
    parts: Sequence[tuple[Variable, Dataset, Repeated]],
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
) -> Table:
    """The table of a variable or battery whose members were counted elsewhere; see stored.py.

    Each member comes with a dataset of itself and the banner, whose rows are repeated.
    """
    settings = [
        _setting(one, by, weight, threshold, small, repeated=rows) for _, one, rows in parts
    ]
    blocks = tuple(
        _block(setting, variable, _tallies(setting, [variable]).get(variable.name), owner)
        for setting, (variable, _, _) in zip(settings, parts, strict=True)
    )
    return _table(settings[0], owner, blocks)


def _setting(
    dataset: Dataset,
    by: str | None,
    weight: str | None,
    threshold: int,
    small: int,
    sampling: Sampling | None = None,
    *,
    repeated: Repeated | None = None,
) -> _Setting:
    banner = banner_of(dataset, by)
    study = dataset.codebook.study
    appraisal = (
        None if sampling is None else Appraisal(sampling, design_for(dataset, sampling), banner)
    )
    return _Setting(
        dataset,
        banner,
        weight,
        repeated or (None if weight is None else dataset.weights(weight)),
        Limits(threshold, small, overlapping=banner.overlapping, weighted=weight is not None),
        label_languages((study.language, *study.languages)),
        appraisal,
    )


def _tables(setting: _Setting, wanted: Iterable[Battery | Variable]) -> tuple[Table, ...]:
    wanted = tuple(wanted)
    codebook = setting.dataset.codebook
    members = {
        one.name: [codebook[name] for name in one.members] if isinstance(one, Battery) else [one]
        for one in wanted
    }
    tallies = _tallies(setting, [one for some in members.values() for one in some])
    return tuple(
        _table(
            setting,
            one,
            tuple(
                _block(setting, variable, tallies.get(variable.name), one)
                for variable in members[one.name]
            ),
        )
        for one in wanted
    )


def _tallies(setting: _Setting, variables: Sequence[Variable]) -> Mapping[str, tuple[Tally, ...]]:
    """The tallies of all variables but numbers and dates, from one call of the engine.

    Numbers and dates may have as many answers as respondents; they are counted one by one, so
    that no more than one of them is held at a time.
    """
    arrays = {
        variable.name: _arrays(variable, setting.dataset.columns[variable.name])
        for variable in variables
        if variable.type not in {VariableType.NUMERIC, VariableType.DATE}
    }
    crosses = [setting.banner.crosses(array) for some in arrays.values() for array in some]
    found = iter(totals([cross for some in crosses for cross in some], setting.weights))
    grouped = iter([tuple(islice(found, len(some))) for some in crosses])
    return {
        name: tuple(tally(setting.banner, next(grouped)) for _ in some)
        for name, some in arrays.items()
    }


def _arrays(variable: Variable, column: Coded | Marks | Values) -> tuple[Array, ...]:
    """The arrays to count: codes, reasons of a text, or a mark for each row of a multiple."""
    match column:
        case Coded():
            return (column.codes,)
        case Values():
            return (column.reasons,)
        case Marks():
            nets = (
                column.marks[[variable.position(name) for name in net.members]].max(axis=0)
                for net in variable.nets
            )
            return (column.reasons, *column.marks, *nets)


def _block(
    setting: _Setting,
    variable: Variable,
    tallies: tuple[Tally, ...] | None,
    owner: Battery | Variable,
) -> Block:
    if tallies is None:
        return _number_block(setting, variable, owner)
    base, *marks = tallies
    if variable.type is VariableType.TEXT:
        stub = Stub((), (), Rounding.EACH)
        return counted_block(variable, stub, base, setting.limits, value_statistics(base, None))
    stub = category_stub(variable)
    column = setting.dataset.columns[variable.name]
    if variable.type is VariableType.MULTIPLE:
        block = marked_block(variable, stub, base, marks, setting.limits)
        if setting.appraisal is None:
            return block
        return setting.appraisal.marked(block, _arrays(variable, column)[1:])
    scale = scale_values(variable)
    numbers = None if scale is None else scale[base.values]
    statistics = value_statistics(base, numbers, spread=False)
    block = counted_block(variable, stub, base, setting.limits, statistics)
    if setting.appraisal is None:
        return block
    assert isinstance(column, Coded)  # noqa: S101  (Dataset sees to it)
    each = None if scale is None else np.where(column.codes >= 0, scale[column.codes], np.nan)
    return setting.appraisal.counted(block, column.codes, stub.answers, each)


def _number_block(setting: _Setting, variable: Variable, owner: Battery | Variable) -> Block:
    column = setting.dataset.columns[variable.name]
    assert isinstance(column, Values)  # noqa: S101  (Dataset sees to it)
    if variable.type is VariableType.DATE:
        values = np.where(
            column.answered, column.values.astype("datetime64[D]").astype(np.int64), 0
        )
    else:
        values = np.where(column.answered, column.values.astype(float), 0.0) + 0.0
        _refuse_infinite(setting.dataset, variable, values)
    crosses: tuple[Cross, ...] = setting.banner.crosses(column.reasons, values)
    base = tally(setting.banner, totals(crosses, setting.weights), valued=True)
    if variable.type is VariableType.DATE:
        stub = date_stub(base.values, setting.languages)
        block = counted_block(variable, stub, base, setting.limits, value_statistics(base, None))
        if setting.appraisal is None:
            return block
        answers = np.where(column.answered, values, np.nan)
        return setting.appraisal.valued(block, stub, base.values, answers, means=False)
    if isinstance(owner, Battery) and owner.form is Form.RANKING:
        ranks = np.arange(1.0, len(owner.members) + 1)
        stub = number_stub(variable, np.union1d(ranks, base.values), setting.languages)
    else:
        stub = number_stub(variable, base.values, setting.languages)
    statistics = value_statistics(base, base.values, nps=variable.nps)
    block = counted_block(variable, stub, base, setting.limits, statistics)
    if setting.appraisal is None:
        return block
    answers = np.where(column.answered, values, np.nan)
    return setting.appraisal.valued(block, stub, base.values, answers, means=True)


def _refuse_infinite(dataset: Dataset, variable: Variable, values: Array) -> None:
    bad = np.flatnonzero(~(np.abs(values) <= _LARGEST))
    if len(bad):
        raise Problem(
            "number-not-finite",
            where=Where(dataset.source, name=variable.name),
            found=f"{len(bad)} answers are infinite, beyond {_LARGEST:g}, or no numbers "
            f"(first in row {int(bad[0]) + 1}).",
            expected="numbers that can be averaged, or a code for a missing answer.",
            mend="Mend these rows, or leave them empty.",
        )


def _table(setting: _Setting, one: Battery | Variable, blocks: tuple[Block, ...]) -> Table:
    kind = _BATTERIES[one.form] if isinstance(one, Battery) else _KINDS[one.type]
    appraisal = setting.appraisal
    sure = appraisal is not None and any(block.uncertainty for block in blocks)
    columns = appraisal.columns if appraisal is not None and sure else setting.banner.columns
    return Table(
        name=one.name,
        kind=kind,
        title=one.label,
        columns=columns,
        blocks=blocks,
        hint=one.hint,
        weight=setting.weight,
        banner=setting.banner.variable,
        notes=_notes(setting, kind, blocks),
        method=appraisal.method if appraisal is not None and sure else None,
    )


def _notes(setting: _Setting, kind: TableKind, blocks: Sequence[Block]) -> tuple[Note, ...]:
    seen = {one for block in blocks for one in block.disclosure}
    notes = (
        (setting.dataset.codebook.study.simulated, Note("simulated")),
        (setting.weight is not None, Note("weighted", {"weight": setting.weight or ""})),
        (kind is TableKind.MULTIPLE, Note("mentions")),
        (setting.banner.overlapping, Note("overlapping")),
        (Disclosure.SMALL in seen, Note("small", {"limit": str(setting.limits.small)})),
        (
            Disclosure.SUPPRESSED in seen,
            Note("suppressed", {"threshold": str(setting.limits.threshold)}),
        ),
        *_letter_notes(setting, blocks),
    )
    return tuple(note for holds, note in notes if holds)


def _letter_notes(setting: _Setting, blocks: Sequence[Block]) -> Iterator[tuple[bool, Note]]:
    """What letters mean, where columns could be compared, and the mark of disagreement."""
    if setting.appraisal is not None and setting.banner.variable is not None:
        known = [one for block in blocks for one in precisions(block)]
        yield bool(known), Note("letters", {"adjusted": setting.appraisal.sampling.adjust})
        yield any(one.usual for one in known), Note("usual")
