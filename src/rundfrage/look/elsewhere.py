"""How wide letters are in the fonts that a deck is shown with where its own are missing.

An office's program takes Arial or Calibri for a font that it doesn't have, and a desktop without
these DejaVu Sans. Of each letter the widest of the three is known (widths.json, by
scripts/font_widths.py; Liberation Sans is as wide as Arial, Carlito as Calibri). What fits by it
fits in each of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

ARABIC = {False: 1.2, True: 1.35}
"""DejaVu's Arabic letters, joined, to Plex's: the largest ratio of several sentences, by bold."""
HEBREW = {False: 1.08, True: 1.1}
"""The same of Hebrew letters."""
_HEBREW = range(0x0590, 0x0600)


@lru_cache(maxsize=2)
def widest(*, bold: bool) -> Mapping[str, float]:
    """The width of characters in ems in the widest of the fonts."""
    text = files("rundfrage.look").joinpath("fonts", "widths.json").read_text("utf-8")
    of_weight = json.loads(text)["Bold" if bold else "Regular"]
    thousandths = zip(of_weight["characters"], of_weight["widths"], strict=True)
    return {character: width / 1000 for character, width in thousandths}


def elsewhere(character: str, width: float, *, bold: bool, from_right: bool) -> float:
    """The width of a character elsewhere, in ems, if it adds `width` to a text in its own font.

    What adds nothing stays so: a mark on its letter, a letter that is joined into another.
    """
    if not width:
        return 0.0
    if from_right:
        return width * (HEBREW if ord(character) in _HEBREW else ARABIC)[bold]
    return max(width, widest(bold=bold).get(character, 0.0))
