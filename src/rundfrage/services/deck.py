"""A deck that is asked for: built if it doesn't stand already.

What builds decks takes longer to load than to know that nothing has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rundfrage.progress import UNWATCHED, Progress
from rundfrage.services.edition import FORMATS, BuiltDeck, Edition, formats_of
from rundfrage.services.standing import standing_of
from rundfrage.services.survey import Source


def build_deck(
    source: Source,
    edition: Edition | None = None,
    *,
    formats: Sequence[str] = FORMATS,
    folder: Path | None = None,
    progress: Progress = UNWATCHED,
) -> BuiltDeck:
    """Build the deck in these formats, with the same figures in each.

    Without a folder the outputs go to their place beside the answers, where one that somebody
    changed is a Problem. All appear or none. Outputs that still stand are left as they are.
    """
    edition = edition or Edition()
    wanted = formats_of(formats)
    target = folder if folder is not None else source.outputs
    # Forgetting is an act of its own.
    asked = (edition, wanted, str(target), folder is None)
    standing = None if edition.analysis.anew else standing_of(source, asked, target)
    if standing is not None and (files := standing.files()) is not None:
        return BuiltDeck(files, ())
    from rundfrage.services.deck_building import made_deck  # noqa: PLC0415

    deck, read = made_deck(source, edition, wanted, folder, progress)
    if standing is not None and not deck.warnings:
        standing.note(deck.files, read)
    return deck
