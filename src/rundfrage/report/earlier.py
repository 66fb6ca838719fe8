"""Earlier waves as evidence: their answers, counted as those at hand are.

Nets are those of the questionnaire at hand, so that `q1.engaged` joins the same answers in every
wave; questions that it doesn't ask get no table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rundfrage.codebook import Codebook, Variable
from rundfrage.codebook.variable import Use
from rundfrage.dataset import Dataset
from rundfrage.report.claims import Evidence
from rundfrage.report.claims.bands import Bands
from rundfrage.report.document.waves import WaveSource
from rundfrage.tables import THRESHOLD, tabulate
from rundfrage.tables.releases import Releases
from rundfrage.tables.sampling import Sampling


@dataclass(frozen=True, eq=False)
class WaveAnswers:
    """The answers of a wave, how its sample was drawn, and what of it may be shown."""

    dataset: Dataset
    weight: str | None = None
    threshold: int = THRESHOLD
    sampling: Sampling | None = None
    releases: Releases | None = None


LoadWave = Callable[[WaveSource], WaveAnswers]
"""Loads a wave; raises a Problem if there is none."""


def earlier_evidence(
    waves: Mapping[str, WaveAnswers], today: Codebook, language: str, bands: Bands
) -> dict[str, Evidence]:
    """The evidence of each earlier wave, in their order."""
    return {name: _evidence(one, today, language, bands) for name, one in waves.items()}


def _evidence(wave: WaveAnswers, today: Codebook, language: str, bands: Bands) -> Evidence:
    book = wave.dataset.codebook
    asked = {one.name: one for one in today.variables}
    variables = tuple(_alike(one, asked.get(one.name)) for one in book.variables)
    dataset = replace(wave.dataset, codebook=replace(book, variables=variables))
    tables = tabulate(
        dataset,
        weight=wave.weight,
        threshold=wave.threshold,
        sampling=wave.sampling,
        releases=wave.releases,
    )
    return Evidence(dataset, tables, language, wave.threshold, bands, wave.sampling, wave.releases)


def _alike(variable: Variable, today: Variable | None) -> Variable:
    """The variable with today's nets, if it has their answers; set aside if nobody asks it now."""
    if today is None:
        return replace(variable, use=Use.ASIDE) if variable.shown else variable
    names = {one.name for one in variable.categories}
    if not names.issuperset(one for net in today.nets for one in net.members):
        return variable
    return replace(variable, nets=today.nets)
