"""`rundfrage simulate`: the rehearsal before the field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from rundfrage import simulate as simulation
from rundfrage.cli.arguments import Survey
from rundfrage.cli.console import results
from rundfrage.cli.sources import SIMULATED
from rundfrage.dataset.files import write_dataset
from rundfrage.errors import Problem, Where
from rundfrage.kinds import read_questionnaire
from rundfrage.text import counted

_OPEN = "open"
_MOST = 10_000_000


def simulate(
    survey: Survey,
    n: Annotated[int, typer.Option("-n", min=1, max=_MOST, help="How many respondents.")] = 484,
    *,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same answers.")] = 1,
    targets: Annotated[
        Path | None, typer.Option(help="A TOML file of figures to meet as printed.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where to write [DIR/simulated.csv]."),
    ] = None,
) -> None:
    """Let simulated respondents answer a questionnaire along its routing."""
    path = simulate_into(survey, n, seed=seed, targets=targets, output=output)
    results.print(f"{counted(n, 'simulated respondent')} answered: {path}")


def simulate_into(
    survey: Path, n: int, *, seed: int, targets: Path | None, output: Path | None = None
) -> Path:
    """Simulate, write the answers, and return where they are."""
    given = simulation.read_targets(targets) if targets is not None else None
    dataset = simulation.simulate(
        read_questionnaire(survey), n, seed=seed, targets=given, pools=_pools(survey)
    )
    path = output if output is not None else survey / f"{SIMULATED}.csv"
    write_dataset(dataset, path)
    return path


def _pools(survey: Path) -> Mapping[str, Sequence[str]]:
    """Invented open answers: open/VARIABLE.txt, one a line."""
    pools: dict[str, Sequence[str]] = {}
    for file in sorted((survey / _OPEN).glob("*.txt")):
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise Problem(
                "open-answers-unreadable",
                where=Where(str(file)),
                found=f"The invented answers can't be read ({error}).",
                expected="UTF-8 text, one answer a line.",
                mend="Save the file as UTF-8.",
            ) from error
        pools[file.stem] = [line.strip() for line in lines if line.strip()]
    return pools
