"""Plans a deck: the author's report, or one drafted of the tables, and the deck that it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rundfrage.dataset import Dataset
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.claims import Evidence
from rundfrage.report.deck import Deck
from rundfrage.report.document.compose import compose_deck
from rundfrage.report.document.drafting import draft
from rundfrage.report.document.model import Document
from rundfrage.report.document.names import excuses_of
from rundfrage.report.earlier import WaveAnswers, earlier_evidence
from rundfrage.report.quotes import Release, check_release
from rundfrage.tables import THRESHOLD
from rundfrage.tables.releases import Releases
from rundfrage.tables.sampling import Sampling
from rundfrage.tables.table import Table


def plan(  # noqa: PLR0913  (a wish each)
    dataset: Dataset,
    tables: Sequence[Table],
    *,
    language: str,
    theme: Theme = DEFAULT,
    quotes: Release | None = None,
    document: Document | None = None,
    threshold: int = THRESHOLD,
    sampling: Sampling | None = None,
    releases: Releases | None = None,
    questions: Sequence[str] = (),
    waves: Mapping[str, WaveAnswers] | None = None,
) -> Deck:
    """The deck of the document; without one, of all tables in order, or of `questions`.

    Only the first column of a table (everybody) is shown; bases of subgroups under `threshold` are
    suppressed. `waves` are the answers of the earlier waves that the document
    names. Every slide fits; where the texts of one question cannot, arranging the deck raises
    the Problem `slide-overflow`. Raises a Problem if a released quotation is no answer of the
    dataset, or if the data don't bear what the document says.
    """
    release = quotes or Release()
    check_release(release, dataset)
    bands = {} if document is None else document.bands
    evidence = Evidence(dataset, tables, language, threshold, bands, sampling, releases)
    if waves and document is not None:
        evidence = replace(
            evidence,
            wave=document.waves.name,
            earlier=earlier_evidence(waves, dataset.codebook, language, bands),
            excused=excuses_of(document),
        )
    if document is None:
        document = draft(dataset.codebook.study, evidence, release, questions)
    return compose_deck(document, dataset, evidence, theme=theme, release=release)


def drafted(
    dataset: Dataset,
    tables: Sequence[Table],
    *,
    language: str,
    quotes: Release | None = None,
    threshold: int = THRESHOLD,
    sampling: Sampling | None = None,
    releases: Releases | None = None,
    questions: Sequence[str] = (),
) -> Document:
    """The automatic report of all or some questions as a document, for its author to go on from."""
    release = quotes or Release()
    check_release(release, dataset)
    evidence = Evidence(dataset, tables, language, threshold, sampling=sampling, releases=releases)
    return draft(dataset.codebook.study, evidence, release, questions)
