"""Colours for a deck made of an organisation's own: readable ones, and a scale of two ends.

The scale runs from a cool end (best) over a light middle to a warm one, or as near to that as the
organisation's colours come; its ends are told apart also by those who are colour-blind.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from rundfrage.look.colour import LEGIBLE, contrast, ramp
from rundfrage.look.house.colours import Names
from rundfrage.look.theme import DEFAULT
from rundfrage.look.vision import STEPPED, chroma, distance

_ORDER = ("accent1", "tx2", *(f"accent{number}" for number in range(2, 7)), "bg2")
_OFFICE = frozenset({"#4472c4", "#4f81bd", "#5b9bd5", "#156082", "#bbe0e3"})
"""The first accent of the themes that PowerPoint came with: 2013, 2007, 2013 again, 2023, 2003."""
_COLOURED = 18.0
"""The least chroma of what counts as a colour and no grey."""
_APART = 38.0
"""The least distance between the ends of a scale, in any vision."""
_SEEN = 3.0
"""The least contrast of a bar with its ground: WCAG 2.2, success criterion 1.4.11."""
_FINE = 24


@dataclass(frozen=True)
class Colours:
    """The colours of a theme; `lent` says that the scale needed an end that isn't theirs."""

    primary: str
    accent: str
    text: str
    muted: str
    background: str
    panel: str
    scale: tuple[str, ...]
    lent: bool


def colours_on(ground: Sequence[str], names: Names, drawn: Sequence[str] = ()) -> Colours:
    """The colours of a deck on that ground, of those that an organisation's slides have.

    `drawn` are the colours of what the slides' layout draws.
    """
    background = ground[0]
    text = readable_text(ground, names)
    own = own_colours(names, drawn)
    # A colour that is nearly readable is taken a shade deeper, which nobody takes for another.
    near = [one for one in own if legible(one, ground, _SEEN)] or own
    plain = [deepened(one, text, ground, LEGIBLE) for one in near]
    primary = plain[0] if plain else text
    panel = _panel(background, primary, text, names)
    grounds = (*ground, panel)
    primary = deepened(primary, text, grounds, LEGIBLE)
    others = [one for one in plain if one != plain[0]]
    accent = max(others, key=lambda one: distance(one, primary), default=primary)
    scale, lent = _scale([primary, *own], background, text)
    return Colours(
        primary,
        deepened(accent, text, ground, LEGIBLE),
        text,
        _muted(background, text, ground),
        background,
        panel,
        scale,
        lent,
    )


def legible(colour: str, grounds: Sequence[str], least: float = LEGIBLE) -> bool:
    """True if the colour can be read on every one of the grounds."""
    return all(contrast(colour, ground) >= least for ground in grounds)


def deepened(colour: str, towards: str, grounds: Sequence[str], least: float) -> str:
    """The colour, as far towards another as it takes to be read on the grounds."""
    steps = ramp((colour, towards), _FINE)
    return next((one for one in steps if legible(one, grounds, least)), towards)


def readable(colour: str, ground: Sequence[str], names: Names) -> str:
    """The colour if it can be read on the ground, else that of texts there."""
    return colour if legible(colour, ground) else readable_text(ground, names)


def readable_text(ground: Sequence[str], names: Names) -> str:
    """The colour of texts on a ground: theirs if it can be read, else black or white."""
    wanted = [names[name] for name in ("tx1", "dk1", "tx2", "bg1", "lt1") if name in names]
    tones = [*wanted, "#000000", "#ffffff"]
    readable = (one for one in tones if legible(one, ground))
    clearest = max(tones, key=lambda one: min(contrast(one, under) for under in ground))
    return next(readable, clearest)


def own_colours(names: Names, drawn: Sequence[str] = ()) -> list[str]:
    """The organisation's colours that are no greys, in the order of their rank.

    Many a template leaves Office's own colours in its theme and draws its bands in the
    organisation's.
    """
    named = [names[name] for name in _ORDER if name in names]
    office = names.get("accent1") in _OFFICE
    found = dict.fromkeys([*drawn, *named] if office else [*named, *drawn])
    return [one for one in found if chroma(one) >= _COLOURED]


def _panel(background: str, primary: str, text: str, names: Names) -> str:
    """The ground of panels: theirs if it is near the slide's and texts can be read on it."""
    second = names.get("bg2", background)
    mixed = ramp((background, text), 16)[1]
    for one in (second, mixed):
        near = 1.02 <= contrast(one, background) <= 1.6
        if near and legible(text, (one,)) and legible(primary, (one,), 4.0):
            return one
    return mixed if legible(text, (mixed,)) else background


def _muted(background: str, text: str, ground: Sequence[str]) -> str:
    """A softer tone of the text that can still be read."""
    steps = ramp((text, background), 10)[:4]
    return next((one for one in reversed(steps) if legible(one, ground)), text)


def _scale(own: Sequence[str], background: str, text: str) -> tuple[tuple[str, ...], bool]:
    """Five steps of two of the colours, or of one and an end of the usual scale."""
    middle = ramp((background, text), 7)[1]
    ends = list(dict.fromkeys(deepened(one, text, (background,), _SEEN) for one in own))
    usual = [
        deepened(one, text, (background,), _SEEN) for one in (DEFAULT.scale[-1], DEFAULT.scale[0])
    ]
    pairs = [(one, other) for one, other in permutations(ends, 2) if one == ends[0]]
    pairs += [(one, other) for one, other in permutations(ends, 2) if ends[0] not in {one, other}]
    for lent, chosen in ((False, pairs), (True, [(ends[0], one) for one in usual] if ends else [])):
        good = [
            (one, other)
            for one, other in chosen
            if distance(one, other) >= _APART and _stepped(_steps(one, other, middle))
        ]
        if good:
            # The first of the colours is the organisation's own; a partner far from it is clear.
            first = good[0][0]
            best = max(
                (pair for pair in good if pair[0] == first), key=lambda pair: distance(*pair)
            )
            return _steps(*_cool_first(*best), middle), lent
    return DEFAULT.scale, True


def _steps(best: str, worst: str, middle: str) -> tuple[str, ...]:
    return (*ramp((best, middle), 3), *ramp((middle, worst), 3)[1:])


def _stepped(steps: Sequence[str]) -> bool:
    return all(distance(one, other) >= STEPPED for one, other in pairwise(steps))


def _cool_first(one: str, other: str) -> tuple[str, str]:
    return (other, one) if _warmth(one) > _warmth(other) else (one, other)


def _warmth(colour: str) -> float:
    """From 0 for blue-green to 1 for the reds that are farthest from it."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue = colorsys.rgb_to_hls(red, green, blue)[0]
    away = abs(hue - 0.53)
    return 2 * min(away, 1 - away)
