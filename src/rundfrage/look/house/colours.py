"""The colours of an Office theme, and what a fill of DrawingML comes to in them.

A theme names twelve colours (dk1, lt1, accent1 …); a master's map says which of them its slides
mean by tx1, bg1 and so on (ECMA-376, part 1, 19.3.1.6). A colour may be made lighter or darker
where it is used (20.1.2.3).
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from rundfrage.look.colour import is_colour
from rundfrage.look.house.package import A, Element

_PRESET = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "blue": "#0000ff"}
_SEEN = 0.5
"""A fill that lets through more than this is no ground."""

Names = Mapping[str, str]
"""Colours as "#rrggbb" by the names that slides use: tx1, bg1, tx2, bg2, accent1 …"""


def theme_colours(theme: Element) -> dict[str, str]:
    """The colours of an Office theme by their own names."""
    values = {}
    for colour in next(theme.iter(f"{A}clrScheme")):
        value = f"#{(colour[0].get('lastClr') or colour[0].get('val')).lower()}"
        if is_colour(value):
            values[colour.tag.removeprefix(A)] = value
    return values


def mapped(values: Names, mapping: Mapping[str, str]) -> dict[str, str]:
    """The colours by the names that slides use, and by their own."""
    shown = {name: values[own] for name, own in mapping.items() if own in values}
    return {**values, **shown}


def colour_of(home: Element, names: Names, own: str = "") -> str:
    """The colour in an element that holds one; empty if none is seen.

    `own` is what "phClr" stands for: the colour that a style is used with.
    """
    for one in home:
        kind = one.tag.removeprefix(A)
        value = one.get("val", "")
        if kind == "srgbClr":
            found = f"#{value.lower()}"
        elif kind == "schemeClr":
            found = own if value == "phClr" else names.get(value, "")
        elif kind == "sysClr":
            found = f"#{one.get('lastClr', '').lower()}"
        elif kind == "prstClr":
            found = _PRESET.get(value, "")
        else:
            continue
        return _changed(found, one) if is_colour(found) else ""
    return ""


def _changed(colour: str, changes: Element) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    for change in changes:
        part = int(change.get("val", "100000")) / 100_000
        kind = change.tag.removeprefix(A)
        if kind == "alpha" and part < _SEEN:
            return ""
        if kind in {"lumMod", "lumOff"}:
            hue, light, depth = colorsys.rgb_to_hls(red, green, blue)
            light = light * part if kind == "lumMod" else light + part
            red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), depth)
        elif kind == "tint":
            red, green, blue = (1 - (1 - one) * part for one in (red, green, blue))
        elif kind == "shade":
            red, green, blue = (one * part for one in (red, green, blue))
    return "#" + "".join(f"{round(255 * one):02x}" for one in (red, green, blue))


def fill_of(home: Element, names: Names, own: str = "") -> tuple[str, ...] | None:
    """The colours of an element's fill; empty for a picture or pattern, None without a fill."""
    for one in home:
        kind = one.tag.removeprefix(A)
        if kind == "noFill":
            return None
        if kind == "solidFill":
            colour = colour_of(one, names, own)
            return (colour,) if colour else None
        if kind == "gradFill":
            stops = (colour_of(stop, names, own) for stop in one.iter(f"{A}gs"))
            return tuple(dict.fromkeys(stop for stop in stops if stop)) or None
        if kind in {"blipFill", "pattFill"}:
            return ()
    return None
