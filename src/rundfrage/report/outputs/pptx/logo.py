"""The organisation's logo as a picture that every PowerPoint shows."""

from __future__ import annotations

from pathlib import Path

from rundfrage.look.logo import read_logo
from rundfrage.look.typeset import drawn


def logo_picture(path: Path) -> bytes:
    """The bytes of the logo; an SVG is drawn as a PNG, which old PowerPoints want.

    Raises Problem `logo-unreadable` for a file that is no picture or a broken one.
    """
    logo = read_logo(path)
    return drawn(logo.content) if logo.suffix == ".svg" else logo.content
