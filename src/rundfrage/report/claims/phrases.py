"""What checked wordings print: phrases of the catalogue, in the language of the report."""

from __future__ import annotations

from rundfrage.locales.phrases import Phrasebook


def phrases_in(language: str) -> Phrasebook:
    """The phrases of checked wordings in the language."""
    return Phrasebook(language, "claim")
