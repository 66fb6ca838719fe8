"""Surveys of several waves, and what a report on them says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from surveys import multiple, numeric, overflows, scale, single, survey, times

from rundfrage.codebook import Sample
from rundfrage.dataset import Dataset
from rundfrage.report.claims import Evidence
from rundfrage.report.deck import Deck, Slide
from rundfrage.report.document.read import read_document
from rundfrage.report.earlier import WaveAnswers, earlier_evidence
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate
from rundfrage.tables.sampling import Sampling

TODAY = "2022"


def asked(
    yes: int, top: int | None = None, *, wording: str = "Fahren Sie?", n: int = 100, **more: object
) -> Dataset:
    """`yes` of `n` say yes, `top` of `n` find it important and live in town."""
    top = n // 2 if top is None else top
    return survey(
        (single("q1", wording, ["Ja", "Nein"]), times(c1=yes, c2=n - yes)),
        (scale("q2", "Wie wichtig?"), times(c1=top, c5=n - top)),
        (multiple("q3", "Womit?", ["Rad", "Bus", "Auto"]), ["c1"] * yes + ["c2 c3"] * (n - yes)),
        (scale("q4.a", "Wie gut?", item="A"), times(c1=top, c3=n - top)),
        (scale("q4.b", "Wie gut?", item="B"), times(c2=n)),
        (single("q5", "Wo?", ["Stadt", "Land"]), times(c1=top, c2=n - top)),
        (numeric("age", "Alter"), [str(20 + at % 50) for at in range(n)]),
        **more,
    )


def front(*names: str, today: str = TODAY, more: str = "") -> str:
    listed = "".join(f"\n  {name}: w{name}" for name in names)
    return f"---\nwave: {today}\nwaves:{listed}\n{more}---\n\n"


def deck_over(
    today: Dataset,
    earlier: Mapping[str, Dataset],
    text: str,
    *,
    more: str = "",
    wave: str = TODAY,
    language: str = "de",
    sampling: Sampling | None = None,
) -> Deck:
    document = read_document(front(*earlier, today=wave, more=more) + text, "report.md", language)
    deck = plan(
        today,
        tabulate(today, sampling=sampling),
        language=language,
        document=document,
        sampling=sampling,
        waves={name: WaveAnswers(one, sampling=sampling) for name, one in earlier.items()},
    )
    assert overflows(deck) == []
    return deck


def slide_over(today: Dataset, earlier: Mapping[str, Dataset], text: str, **more: object) -> Slide:
    (slide,) = deck_over(today, earlier, text, **more).slides  # type: ignore[arg-type]
    return slide


def evidence_over(
    today: Dataset,
    earlier: Mapping[str, Dataset],
    sampling: Sampling | None = None,
    samplings: Mapping[str, Sampling | None] | None = None,
    excused: Mapping[str, str] | None = None,
) -> Evidence:
    samplings = samplings or dict.fromkeys(earlier, sampling)

    def weight(one: Sampling | None) -> str | None:
        return None if one is None else one.weight

    waves = {
        name: WaveAnswers(one, weight(samplings[name]), sampling=samplings[name])
        for name, one in earlier.items()
    }
    tables = tabulate(today, weight=weight(sampling), sampling=sampling)
    return replace(
        Evidence(today, tables, "de", sampling=sampling),
        wave=TODAY,
        earlier=earlier_evidence(waves, today.codebook, "de", {}),
        excused=excused or {},
    )


def drawn(dataset: Dataset) -> Dataset:
    """The dataset as a probability sample."""
    study = replace(dataset.codebook.study, sample=Sample.PROBABILITY)
    return replace(dataset, codebook=replace(dataset.codebook, study=study))
