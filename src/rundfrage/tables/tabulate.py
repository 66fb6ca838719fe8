"""From a Dataset to Tables: the questions in the order of the codebook, a battery as one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy.typing as npt

from rundfrage.codebook import Battery, Variable
from rundfrage.codebook.shapes import Shape, shape_of
from rundfrage.dataset import Dataset
from rundfrage.progress import UNWATCHED, Progress, stepwise
from rundfrage.stats.engine import Repeated
from rundfrage.tables.banner import Banner, banner_of
from rundfrage.tables.block import Counted, Limits, Withholding
from rundfrage.tables.counting import Setting, block_of_variable, tallies_of
from rundfrage.tables.distribution import label_languages
from rundfrage.tables.precision import Appraisal, precisions
from rundfrage.tables.releases import Releases, Shown
from rundfrage.tables.sampled import Sampled, design_for, with_marks
from rundfrage.tables.sampling import Sampling
from rundfrage.tables.table import Block, Disclosure, Note, Table

if TYPE_CHECKING:
    from rundfrage.stats.design import Design

Array = npt.NDArray[Any]
THRESHOLD = 5
SMALL = 30


def tabulate(
    dataset: Dataset,
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
    sampling: Sampling | None = None,
    releases: Releases | None = None,
    progress: Progress = UNWATCHED,
) -> tuple[Table, ...]:
    """A table of every question, in the order of the codebook; a step each.

    `by` names the variable across the top, `weight` the numeric variable that weighs respondents
    (it gets no table of its own then). Bases under `threshold` respondents are suppressed, those
    under `small` marked. With a `sampling`, which must weigh alike, shares and means get intervals
    and columns letters; what only describes the sample gets no table. With `releases` columns are
    withheld that tell of a small group together with what was shown before. Raises a Problem for
    unknown or unfit variables.
    """
    setting = _setting(dataset, by, weight, threshold, small, sampling, releases=releases)
    owners = {name: one for one in dataset.codebook.batteries for name in one.members}
    wanted: dict[int, Battery | Variable] = {}
    for variable in dataset.codebook.variables:
        described = sampling is not None and sampling.describes(variable.name)
        if variable.shown and variable.name != weight and not described:
            owner: Battery | Variable = owners.get(variable.name, variable)
            # By itself, and not by its name: a codebook may give a battery that of a variable.
            wanted.setdefault(id(owner), owner)
    return _tables(setting, tuple(wanted.values()), progress)


def table_of(
    dataset: Dataset,
    name: str,
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
    sampling: Sampling | None = None,
    releases: Releases | None = None,
) -> Table:
    """The table of one variable or battery; see tabulate.

    Raises a Problem if there is neither of that name.
    """
    setting = _setting(dataset, by, weight, threshold, small, sampling, releases=releases)
    for battery in dataset.codebook.batteries:
        if battery.name == name:
            return _tables(setting, (battery,))[0]
    return _tables(setting, (dataset.codebook[name],))[0]


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
    return _tables(setting, (dataset.codebook[name],))[0].blocks[0]


@dataclass(frozen=True, eq=False)
class Part:
    """One variable counted elsewhere: a dataset of it and the banner, whose rows are repeated.

    `beside` puts its columns beside those of the design (see Appraisal), if there is one.
    """

    variable: Variable
    dataset: Dataset
    rows: Repeated
    beside: Callable[[Mapping[str, Array]], Design] | None


def table_of_parts(
    owner: Battery | Variable,
    parts: Sequence[Part],
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
    sampled: Sampled | None = None,
) -> Table:
    """The table of a variable or battery whose members were counted elsewhere; see stored.py."""
    settings = []
    for part in parts:
        plain = _setting(part.dataset, by, weight, threshold, small, repeated=part.rows)
        if sampled is not None and part.beside is not None:
            plain = replace(plain, appraisal=Appraisal(sampled, plain.banner, part.beside))
        settings.append(plain)
    blocks = tuple(
        block_of_variable(
            setting,
            part.variable,
            tallies_of(setting, [part.variable]).get(part.variable.name),
            owner,
        )
        for setting, part in zip(settings, parts, strict=True)
    )
    return _table(settings[0], owner, blocks)


def require_weight(sampling: Sampling, weight: str | None) -> None:
    """Raise ValueError unless shares are weighted as their standard errors are."""
    if sampling.weight != weight:
        raise ValueError(f"weighted by {weight}, and the sampling by {sampling.weight}")


def _setting(
    dataset: Dataset,
    by: str | None,
    weight: str | None,
    threshold: int,
    small: int,
    sampling: Sampling | None = None,
    *,
    repeated: Repeated | None = None,
    releases: Releases | None = None,
) -> Setting:
    banner = banner_of(dataset, by)
    study = dataset.codebook.study
    appraisal = None
    if sampling is not None:
        require_weight(sampling, weight)
        sampled = Sampled(sampling, design_for(dataset, sampling))
        appraisal = Appraisal(sampled, banner, partial(with_marks, sampled.design))
    return Setting(
        dataset,
        banner,
        weight,
        repeated or (None if weight is None else dataset.weights(weight)),
        Limits(
            threshold,
            small,
            overlapping=banner.overlapping,
            weighted=weight is not None,
            withholding=None if releases is None else _withholding(releases, banner),
        ),
        label_languages((study.language, *study.languages)),
        appraisal,
    )


def _withholding(releases: Releases, banner: Banner) -> Withholding:
    names = releases.populations(banner.variable, [one.name for one in banner.columns])

    def withheld(question: Variable, columns: Mapping[int, Counted]) -> Mapping[int, Note]:
        shown = {place: Shown(names[place], *counted) for place, counted in columns.items()}
        return releases.withheld(question.name, shown)

    return withheld


def _tables(
    setting: Setting, wanted: Sequence[Battery | Variable], progress: Progress = UNWATCHED
) -> tuple[Table, ...]:
    codebook = setting.dataset.codebook

    def members(one: Battery | Variable) -> list[Variable]:
        return [codebook[name] for name in one.members] if isinstance(one, Battery) else [one]

    tallies = tallies_of(setting, [variable for one in wanted for variable in members(one)])
    tables = []
    for one in stepwise(wanted, progress, lambda one: one.name):
        blocks = [
            block_of_variable(setting, variable, tallies.get(variable.name), one)
            for variable in members(one)
        ]
        tables.append(_table(setting, one, tuple(blocks)))
    return tuple(tables)


def _table(setting: Setting, one: Battery | Variable, blocks: tuple[Block, ...]) -> Table:
    shape = one.shape if isinstance(one, Battery) else shape_of(one)
    appraisal = setting.appraisal
    sure = appraisal is not None and any(block.uncertainty for block in blocks)
    columns = appraisal.columns if appraisal is not None and sure else setting.banner.columns
    return Table(
        name=one.name,
        shape=shape,
        title=one.label,
        columns=columns,
        blocks=blocks,
        hint=one.hint,
        weight=setting.weight,
        banner=setting.banner.variable,
        notes=_notes(setting, shape, blocks),
        method=appraisal.sampled.method if appraisal is not None and sure else None,
    )


def _notes(setting: Setting, shape: Shape, blocks: Sequence[Block]) -> tuple[Note, ...]:
    seen = {one for block in blocks for one in block.disclosure}
    withheld = [note for block in blocks for note in block.withheld.values()]
    notes = (
        (setting.dataset.codebook.study.simulated, Note("simulated")),
        (setting.dataset.repeats > 0, _repeats(setting.dataset)),
        (setting.weight is not None, Note("weighted", {"weight": setting.weight or ""})),
        (shape.several, Note("mentions")),
        (setting.banner.overlapping, Note("overlapping")),
        (Disclosure.SMALL in seen, Note("small", {"limit": str(setting.limits.small)})),
        (
            any(map(_hides_few, blocks)),
            Note("suppressed", {"threshold": str(setting.limits.threshold)}),
        ),
        *((True, note) for note in dict.fromkeys(withheld)),
        *_letter_notes(setting, blocks),
    )
    return tuple(note for holds, note in notes if holds)


def _repeats(dataset: Dataset) -> Note:
    """How many respondents were left out as repeats of others, and of how many."""
    whole = dataset.n + dataset.repeats
    return Note("repeats", {"n": str(dataset.repeats), "whole": str(whole)})


def _hides_few(block: Block) -> bool:
    """Whether a column is hidden for its own small base, or for that of others."""
    return any(
        one is Disclosure.SUPPRESSED and column not in block.withheld
        for column, one in enumerate(block.disclosure)
    )


def _letter_notes(setting: Setting, blocks: Sequence[Block]) -> Iterator[tuple[bool, Note]]:
    """What letters mean, where columns could be compared, and the mark of disagreement."""
    if setting.appraisal is not None and setting.banner.variable is not None:
        known = [one for block in blocks for one in precisions(block)]
        yield bool(known), Note("letters", {"adjusted": setting.appraisal.sampled.sampling.adjust})
        yield any(one.usual for one in known), Note("usual")
