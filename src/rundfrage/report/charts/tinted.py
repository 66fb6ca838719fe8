"""Rows of a chart in colours that its author gives them, such as those of parties."""

from __future__ import annotations

import re
from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.colour import contrast
from rundfrage.look.theme import Theme
from rundfrage.report.charts.order import named_rows
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Table

_PAIR = re.compile(r"(\S+?)=(\S+)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_OF_THEME = ("primary", "accent", "muted")
_SEEN = 1.5
"""The contrast with the ground below which nobody sees a bar."""


def tinted(chart: Chart, table: Table, given: str, theme: Theme) -> Chart:
    """The chart of one series with the rows in their colours: "c1=#c8102e c3=accent".

    Raises a Problem for a row or a colour that there isn't, or that can't be seen.
    """
    words = given.replace(",", " ").split()
    pairs = [_PAIR.fullmatch(one) for one in words]
    colours = {pair[1]: _colour(pair[2], theme) for pair in pairs if pair is not None}
    unread = [one for one, pair in zip(words, pairs, strict=True) if pair is None]
    if unread:
        raise Problem(
            "chart-form",
            found=message("{words} is no row with its colour.", words=unread[0][:40]),
            expected=message("rows with colours, such as c1=#c8102e c3=accent."),
            mend=message("Write the row's name, an equals sign and the colour, without spaces."),
        )
    places = {name: named_rows(chart, table, name, "colours") for name in colours}
    (series,) = chart.series
    bars = list(series.bars)
    for name, colour in colours.items():
        for at in places[name]:
            bar = bars[at]
            bars[at] = bar and replace(bar, colour=colour)
    return replace(chart, series=(replace(series, bars=tuple(bars)),))


def _colour(given: str, theme: Theme) -> str:
    if given in _OF_THEME:
        return str(getattr(theme, given))
    if _HEX.fullmatch(given) is None:
        raise Problem(
            "chart-form",
            found=message("{words} is no colour.", words=given[:40]),
            expected=message("six hexadecimal digits, such as #c8102e, or {names}.",
                             names=", ".join(_OF_THEME)),
            mend=message("Write the colour as #rrggbb."),
        )  # fmt: skip
    if contrast(given, theme.background) < _SEEN:
        raise Problem(
            "chart-form",
            found=message("{words} can hardly be seen on the slide's ground.", words=given),
            expected=message("a colour that is darker or lighter than the ground."),
            mend=message("Take a stronger tone of it."),
        )
    return given.lower()
