"""The themes that come with the program, by the names that `based_on` in theme.toml takes.

Each is complete and passes what a theme of one's own must: texts 4.5 to 1 on their grounds, a scale
of two hues that people who see red and green alike can tell apart.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.look.theme import DEFAULT, Theme

THEMES: Mapping[str, Theme] = {
    "default": DEFAULT,
    "sober": Theme(
        primary="#1d3557",
        accent="#8a4b12",
        text="#1b1f24",
        muted="#56606b",
        background="#ffffff",
        panel="#f0f2f5",
        scale=("#1b4f80", "#76a5cc", "#d9dde2", "#e0ac72", "#99500f"),
    ),
    "warm": Theme(
        primary="#7d2b1c",
        accent="#7a5200",
        text="#2b211b",
        muted="#675850",
        background="#fdf9f3",
        panel="#f5ebdf",
        scale=("#1c5c66", "#79aeb1", "#e4dccf", "#d9a35f", "#8f4a14"),
    ),
    "dark": Theme(
        primary="#86d3c8",
        accent="#f0b878",
        text="#f1f4f6",
        muted="#aab8c2",
        background="#15212b",
        panel="#20303d",
        scale=("#3fb8a8", "#8fd5ca", "#e6e9ec", "#e6bd85", "#cf8a3c"),
    ),
}
