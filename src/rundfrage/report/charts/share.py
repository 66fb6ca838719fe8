"""One share of a whole as a small chart: a ring, a hundred squares, or a bar on its ground."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.look.colour import ramp
from rundfrage.look.theme import Theme
from rundfrage.report.charts.alt import described
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Figure, Series, ShareStyle, Whole
from rundfrage.report.words import Phrasebook
from rundfrage.text import half_up

_REST = 6
"""The tone of the rest: so many ninths of the way from the share's to the background."""


def share_chart(
    figure: Figure,
    label: str,
    style: ShareStyle,
    words: Phrasebook,
    theme: Theme,
    *,
    labelled: bool = False,
) -> Chart:
    """The figure of a share, from 0 to 1, drawn in its whole; `label` says of what it is.

    `labelled` prints the figure in the chart too, for slides that say it nowhere else.
    """
    chart = Chart(
        form=ChartForm.SHARE,
        categories=(label,),
        series=(Series(words("share"), theme.primary, (Bar(figure, _printed(figure), labelled),)),),
        axis=Axis(0, 100),
        whole=Whole(style, words("rest"), ramp((theme.primary, theme.background), 9)[_REST]),
    )
    said = described(chart, "", words)
    return replace(said, alt=" ".join(said.alt.split()))


def _printed(figure: Figure) -> float:
    """The whole percent that the figure prints, which may be rounded to add up with others."""
    digits = "".join(filter(str.isdecimal, figure.text))
    exact = 100 * figure.value
    return float(digits) if digits and abs(float(digits) - exact) <= 1 else float(half_up(exact))
