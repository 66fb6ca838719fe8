"""The style sheet, served under a name that changes with its content."""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.locales import message
from rundfrage.look.colour import LEGIBLE, WHITE, contrast, is_colour

DEFAULT_ACCENT = "#0b4f5c"
"""The colour of buttons and links where a survey names none."""
_NIGHT = "#16202b"
"""The lightest ground of the dark pages; style.css has it too."""
_STEPS = 25
_BY_NIGHT = 7
_SOFTER = 0.55


@dataclass(frozen=True)
class StyleSheet:
    """The content in UTF-8, and the name under which it never changes."""

    content: bytes
    name: str


def style_of(accent: str) -> StyleSheet:
    """The style with the accent; raises a Problem if white can't be read on it."""
    if not is_colour(accent) or contrast(accent, WHITE) < LEGIBLE:
        raise Problem(
            "accent-illegible",
            found=message("The accent of the pages is {accent}.", accent=accent[:20]),
            expected=message(
                "a colour as #0b4f5c that white can be read on, {legible}:1 at least.",
                legible=LEGIBLE,
            ),
            mend=message("Choose a darker colour as primary in theme.toml."),
        )
    sheet = "".join(file.read_text("utf-8") for file in _sheets())
    content = (
        sheet.replace("--accent: #0b4f5c", f"--accent: {accent}")
        .replace("--accent: #7cc4d0", f"--accent: {_by_night(accent)}")
        .encode()
    )
    return StyleSheet(content, sha256(content).hexdigest()[:16])


def _sheets() -> Iterator[Traversable]:
    """The sheet of all pages, and those that kinds of questions bring along."""
    yield files("rundfrage.respond.pages") / "style.css"
    for kind in KINDS:
        own = files("rundfrage.kinds") / kind.name / "style.css"
        if own.is_file():
            yield own


def _by_night(accent: str) -> str:
    """The accent in a tone light enough to be read on a dark ground."""
    red, green, blue = (int(accent[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    tones = (
        hls_to_rgb(hue, lightness + (1 - lightness) * step / _STEPS, saturation * _SOFTER)
        for step in range(_STEPS + 1)
    )
    written = ("#" + "".join(f"{round(part * 255):02x}" for part in tone) for tone in tones)
    return next(tone for tone in written if contrast(tone, _NIGHT) >= _BY_NIGHT)
