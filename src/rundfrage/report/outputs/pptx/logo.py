"""The organisation's logo as a picture that every PowerPoint shows."""

from __future__ import annotations

from pathlib import Path

from pptx.parts.image import Image

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.look.logo import read_logo
from rundfrage.look.typeset import Refused, drawn


def logo_picture(path: Path) -> bytes:
    """The bytes of the logo; an SVG is drawn as a PNG, which old PowerPoints want.

    Raises Problem `logo-unreadable` for a file that is no picture or a broken one.
    """
    logo = read_logo(path)
    try:
        if logo.suffix == ".svg":
            return drawn(logo.content)
        Image.from_blob(logo.content).content_type  # noqa: B018, raises for a broken picture
    except (ValueError, SyntaxError, Refused, OSError) as error:
        raise Problem(
            "logo-unreadable",
            where=Where(file=str(path)),
            found=message("the logo is a broken picture."),
            expected=message("a picture: .svg, .png or .jpg."),
            mend=message("Correct `logo` in theme.toml, or leave it out."),
        ) from error
    return logo.content
