"""What a sentence says of a small survey: its text, or the codes of what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem
from rundfrage.report.claims import Evidence, Passage, read_sentence, state
from rundfrage.report.claims.bands import Bands
from rundfrage.report.deck import Claim
from rundfrage.tables import tabulate


def evidence_of(
    dataset: Dataset, language: str = "de", *, weight: str | None = None, bands: Bands | None = None
) -> Evidence:
    return Evidence(dataset, tabulate(dataset, weight=weight), language, bands=bands or {})


def stated(source: str, evidence: Evidence) -> tuple[Claim, Sequence[Problem]]:
    problems: list[Problem] = []
    sentence = read_sentence(Passage(source), evidence.language, problems)
    return state(sentence, evidence, problems), problems


def text(source: str, evidence: Evidence) -> str:
    """The sentence as printed, with ordinary spaces; the codes of its Problems if it has any."""
    claim, problems = stated(source, evidence)
    if problems:
        return " ".join(problem.code for problem in problems)
    return claim.text.replace("\u202f", " ").replace("\u00a0", " ")


def mends(source: str, evidence: Evidence) -> list[str]:
    return [problem.mend for problem in stated(source, evidence)[1]]
