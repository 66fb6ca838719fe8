"""From a dataset to a folder of outputs, which appear whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where
from rundfrage.report.deck import Deck
from rundfrage.report.figures import figures_json
from rundfrage.report.outputs import OUTPUTS
from rundfrage.report.outputs.output import Report
from rundfrage.report.plan import plan
from rundfrage.report.quotes import read_release
from rundfrage.report.theme import DEFAULT, Theme
from rundfrage.tables import Table, tabulate
from rundfrage.text import known_language

_NAME = "report"
_CACHE = ".cache"


@dataclass(frozen=True)
class Settings:
    """What the user may choose of a report; `quotes` is the file of released quotations."""

    language: str | None = None
    theme: Theme = DEFAULT
    quotes: Path | None = None
    weight: str | None = None
    threshold: int = 5


def compose(dataset: Dataset, settings: Settings) -> tuple[Deck, tuple[Table, ...]]:
    """The deck and the tables it is made of."""
    language = settings.language or dataset.codebook.study.language or "en"
    if not known_language(language):
        raise Problem(
            "unknown-language",
            where=Where(name=language),
            found=f"There is no language {language!r}.",
            expected="a language tag such as de, en or ar.",
            mend="Correct it after --language, or in the questionnaire.",
        )
    tables = tabulate(dataset, weight=settings.weight, threshold=settings.threshold)
    release = read_release(settings.quotes) if settings.quotes is not None else None
    deck = plan(dataset, tables, language=language, theme=settings.theme, quotes=release)
    return deck, tables


def build(
    dataset: Dataset,
    folder: Path,
    formats: Sequence[str],
    settings: Settings,
    step: Callable[[str], None],
) -> tuple[Path, ...]:
    """Write the outputs and figures.json into the folder; `step` is told what comes next.

    Everything is written beside the folder first and moved in at the end, so that a failure leaves
    the outputs of an earlier run as they were. Raises a Problem if the folder can't be written.
    """
    deck, tables = compose(dataset, settings)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        cache = folder / _CACHE
        cache.mkdir(exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    except OSError as error:
        raise Problem(
            "output-not-writable",
            where=Where(str(folder)),
            found=f"The folder can't be written to ({error.strerror}).",
            expected="a folder that may be made and written.",
            mend="Name another one with -o.",
        ) from error
    try:
        report = Report(deck, tables, settings.theme, cache)
        names: list[str] = []
        for output in OUTPUTS:
            if output.name in formats:
                step(output.name)
                name = f"{_NAME}{output.suffix}"
                output.write(report, work / name)
                names.append(name)
        step("figures")
        (work / "figures.json").write_text(
            json.dumps(figures_json(deck), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        names.append("figures.json")
        for name in names:
            (work / name).replace(folder / name)
        return tuple(folder / name for name in names)
    finally:
        shutil.rmtree(work, ignore_errors=True)
