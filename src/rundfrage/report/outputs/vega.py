"""Writes a chart as a Vega-Lite specification, the one chart source of PDF and HTML.

The specification is for people too: its data sets (vega_data.py) speak the words of the survey,
and every text in it is a figure or a label as the deck printed it, never a number that Vega
formats. Its picture is as large as the layout's box, in points, so that a chart looks the same
here as in PowerPoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart, ChartForm
from rundfrage.report.layout import BAR, WHISKER, ChartLayout
from rundfrage.report.outputs.vega_data import MIDDLE, Drawing
from rundfrage.text import direction

Specification = dict[str, Any]
Layer = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

FAMILIES = (
    "IBM Plex Sans",
    "IBM Plex Sans Arabic",
    "IBM Plex Sans Hebrew",
    "Noto Sans Symbols 2",
    "Noto Emoji",
)
"""The shipped families, in the order in which a character's glyph is looked for."""

_UNSAFE = re.compile(r"[^\w .-]")
"""What could end a quoted name; vl-convert puts it into XML as it is, and dies of a quote."""
_GAP = 6.0
"""Points between a bar and its label."""
_WHISKER = 1.25
"""How thick the line of an interval is, in points."""
_RAW: Layer = {"type": "quantitative", "scale": None, "axis": None}
"""A place that the data give in points."""
_OWN_SIZE: Layer = {"field": "size", "type": "quantitative", "scale": None}


def families(theme: Theme) -> tuple[str, ...]:
    """The theme's family and those that stand in where it has no glyph."""
    return tuple(dict.fromkeys((theme.font, *FAMILIES)))


def family_list(theme: Theme) -> str:
    """The families as CSS and SVG write a list, with quotation marks: one name ends in a digit."""
    names = (_UNSAFE.sub("", name) for name in families(theme))
    return ", ".join(f"'{name}'" for name in names)


def specification(chart: Chart, layout: ChartLayout, theme: Theme, language: str) -> Specification:
    """The chart as a Vega-Lite specification that needs nothing but itself and its fonts."""
    drawing = Drawing(chart, layout, theme, mirrored=direction(language) == "rtl")
    return {
        "$schema": SCHEMA,
        "width": round(layout.box.width, 2),
        "height": round(layout.box.height, 2),
        "padding": 0,
        "autosize": {"type": "none"},
        "background": None,
        "config": {
            "aria": False,
            "font": family_list(theme),
            "view": {"stroke": None},
            "text": {
                "baseline": "alphabetic",
                "color": theme.text,
                "fontSize": layout.size,
                "limit": 0,
            },
        },
        "datasets": drawing.data_sets(),
        "layer": [
            *_tracks(drawing),
            *_middle(drawing),
            _bars(drawing),
            *_whiskers(drawing),
            _bar_texts(drawing),
            *_side_columns(drawing),
            _labels(drawing),
            *_legend(drawing),
            *_texts(drawing),
        ],
    }


def _row_place(drawing: Drawing) -> Layer:
    plot = drawing.layout.plot
    return {
        "field": "row",
        "type": "ordinal",
        "axis": None,
        "scale": {
            "domain": list(range(len(drawing.chart.categories))),
            "range": [drawing.y(plot.y), drawing.y(plot.y + plot.height)],
            "paddingInner": round(1 - BAR, 4),
            "paddingOuter": round((1 - BAR) / 2, 4),
        },
    }


def _value_place(drawing: Drawing, field: str) -> Layer:
    plot, axis = drawing.layout.plot, drawing.chart.axis
    return {
        "field": field,
        "type": "quantitative",
        "axis": None,
        "scale": {
            "domain": [axis.start, axis.end],
            "range": [drawing.x(plot.x), drawing.x(plot.x + plot.width)],
            "nice": False,
            "zero": False,
        },
    }


def _colour(field: str) -> Layer:
    return {"field": field, "type": "nominal", "scale": None}


def _sides(drawing: Drawing) -> dict[str, str]:
    """How a text is aligned to start, to be centred or to end at its place."""
    start, end = ("right", "left") if drawing.mirrored else ("left", "right")
    return {"start": start, "middle": "center", "end": end}


def _tracks(drawing: Drawing) -> Iterator[Layer]:
    """The ground of each mean's bar, as long as the best mean there could be.

    Shares have none: their axis ends at the next ten, not at the whole.
    """
    if drawing.chart.form is ChartForm.MEANS:
        plot = drawing.layout.plot
        yield {
            "data": {"name": "rows"},
            "mark": {"type": "rect", "color": drawing.theme.panel},
            "encoding": {
                "x": {"value": drawing.x(plot.x)},
                "x2": {"value": drawing.x(plot.x + plot.width)},
                "y": _row_place(drawing),
            },
        }


def _middle(drawing: Drawing) -> Iterator[Layer]:
    """The line around which bars diverge, behind them, so that it crosses no figure."""
    if drawing.chart.shift is not None:
        plot = drawing.layout.plot
        yield {
            "data": {"name": "middle"},
            "mark": {"type": "rule", "color": drawing.theme.muted, "strokeWidth": 1},
            "encoding": {
                "x": _value_place(drawing, "at"),
                "y": {"value": drawing.y(plot.y)},
                "y2": {"value": drawing.y(plot.y + plot.height)},
            },
        }


def _bars(drawing: Drawing) -> Layer:
    mark: Layer = {"type": "bar"}
    if drawing.stacked:
        mark |= {"stroke": drawing.theme.background, "strokeWidth": 1}
    return {
        "data": {"name": "bars"},
        "mark": mark,
        "encoding": {
            "x": _value_place(drawing, "start"),
            "x2": {"field": "end"},
            "y": _row_place(drawing),
            "color": _colour("colour"),
        },
    }


def _whiskers(drawing: Drawing) -> Iterator[Layer]:
    """The intervals: a line with a stroke at either end."""
    if not any(bar and bar.reach for one in drawing.chart.series for bar in one.bars):
        return
    look = {"color": drawing.theme.text, "opacity": 1}
    yield _whisker(drawing, {"type": "rule", "strokeWidth": _WHISKER, **look}, "low", "high")
    size = round(WHISKER * drawing.layout.row * BAR, 2)
    for end in ("low", "high"):
        mark = {"type": "tick", "orient": "vertical", "thickness": _WHISKER, "size": size, **look}
        yield _whisker(drawing, mark, end)


def _whisker(drawing: Drawing, mark: Layer, at: str, to: str = "") -> Layer:
    return {
        "data": {"name": "whiskers"},
        "mark": mark,
        "encoding": {
            "x": _value_place(drawing, at),
            **({"x2": {"field": to}} if to else {}),
            "y": _row_place(drawing),
        },
    }


def _bar_texts(drawing: Drawing) -> Layer:
    """The figures: in the middle of segments, after the end of other bars."""
    gap = -_GAP if drawing.mirrored else _GAP
    return {
        "data": {"name": "bars"},
        "transform": [{"filter": "datum.text !== ''"}],
        "mark": {
            "type": "text",
            "align": "center" if drawing.stacked else _sides(drawing)["start"],
            "dx": 0 if drawing.stacked else gap,
            "dy": {"expr": f"{MIDDLE} * datum.size"},
            "fontWeight": "normal" if drawing.stacked else "bold",
        },
        "encoding": {
            "x": _value_place(drawing, "middle" if drawing.stacked else "behind"),
            "y": _row_place(drawing),
            "text": {"field": "text"},
            "size": _OWN_SIZE,
            "color": _colour("ink"),
        },
    }


def _side_columns(drawing: Drawing) -> Iterator[Layer]:
    if drawing.chart.side:
        yield {
            "data": {"name": "beside"},
            "mark": {
                "type": "text",
                "align": "center",
                "dy": round(MIDDLE * drawing.layout.size, 2),
                "fontWeight": "bold",
            },
            "encoding": {
                "x": {"field": "x", **_RAW},
                "y": _row_place(drawing),
                "text": {"field": "text"},
            },
        }


def _labels(drawing: Drawing) -> Layer:
    labels = drawing.layout.labels
    return {
        "data": {"name": "labels"},
        "mark": {"type": "text", "align": _sides(drawing)["end"], "dy": {"expr": "datum.shift"}},
        "encoding": {
            "x": {"value": drawing.x(labels.x + labels.width)},
            "y": _row_place(drawing),
            "text": {"field": "text"},
        },
    }


def _legend(drawing: Drawing) -> Iterator[Layer]:
    """The squares of the legend; their names are among the texts."""
    if drawing.layout.legend:
        yield {
            "data": {"name": "legend"},
            "mark": {"type": "rect"},
            "encoding": {
                "x": {"field": "x", **_RAW},
                "x2": {"field": "x2"},
                "y": {"field": "y", **_RAW},
                "y2": {"field": "y2"},
                "color": _colour("colour"),
            },
        }


def _texts(drawing: Drawing) -> Iterator[Layer]:
    for anchor, align in _sides(drawing).items():
        yield {
            "data": {"name": "texts"},
            "transform": [{"filter": f"datum.anchor === '{anchor}'"}],
            "mark": {"type": "text", "align": align, "fontWeight": {"expr": "datum.weight"}},
            "encoding": {
                "x": {"field": "x", **_RAW},
                "y": {"field": "y", **_RAW},
                "text": {"field": "text"},
                "size": _OWN_SIZE,
                "color": _colour("colour"),
            },
        }
