"""The rehearsal before the field: simulated respondents answer the questionnaire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rundfrage.dataset.files import write_dataset
from rundfrage.errors import Problem, Where
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.services.answers import SIMULATED
from rundfrage.services.limits import MOST_RESPONDENTS, require_within
from rundfrage.services.survey import Survey
from rundfrage.simulate import read_targets, simulate

_OPEN = "open"


@dataclass(frozen=True)
class Rehearsal:
    """How many answer; the same seed gives the same answers.

    `targets` is a TOML file of figures to meet as printed.
    """

    respondents: int = 484
    seed: int = 1
    targets: Path | None = None

    def __post_init__(self) -> None:
        """Raise a Problem for nobody or too many, and for a seed that can't be."""
        require_within("respondents", self.respondents, 1, MOST_RESPONDENTS)
        require_within("seed", self.seed, 0)


def rehearse(
    survey: Survey,
    rehearsal: Rehearsal,
    file: Path | None = None,
    progress: Progress = UNWATCHED,
) -> Path:
    """Let simulated respondents answer along the routing; where their answers are.

    Without a file they become the survey's simulated.csv. Raises a Problem for targets that can't
    be met.
    """
    progress.expect(2)
    targets = read_targets(rehearsal.targets) if rehearsal.targets is not None else None
    advance(progress, message("answers"))
    dataset = simulate(
        read_questionnaire(survey.path),
        rehearsal.respondents,
        seed=rehearsal.seed,
        targets=targets,
        pools=_pools(survey.folder),
    )
    path = file if file is not None else survey.folder / f"{SIMULATED}.csv"
    advance(progress, path.name)
    write_dataset(dataset, path)
    return path


def _pools(folder: Path) -> Mapping[str, Sequence[str]]:
    """Invented open answers: open/VARIABLE.txt, one a line."""
    pools: dict[str, Sequence[str]] = {}
    for file in sorted((folder / _OPEN).glob("*.txt")):
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise Problem(
                "open-answers-unreadable",
                where=Where(str(file)),
                found=message("The invented answers can't be read ({error}).", error=error),
                expected=message("UTF-8 text, one answer a line."),
                mend=message("Save the file as UTF-8."),
            ) from error
        pools[file.stem] = [line.strip() for line in lines if line.strip()]
    return pools
