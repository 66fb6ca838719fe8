"""What several kinds of slides may be asked for: a form, groups, an order, rows that stand out."""

from __future__ import annotations

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.charts import CHARTS
from rundfrage.report.charts.order import ASKED, SIZE
from rundfrage.report.section.attribute import Choice, QuestionName, RowNames
from rundfrage.tables.table import Table

LINES = "lines"
"""The form of a question over waves, which no table alone can be drawn in."""
FORM = Choice("form", (*dict.fromkeys(name for forms in CHARTS.values() for name in forms), LINES))

GROUPED = QuestionName("by", message("the name of the question whose answers are the groups."))
"""Groups that a kind can't do without."""

BY = QuestionName(
    "by", message("the name of the question whose answers are the groups."), required=False
)

SORT = Choice("sort", (ASKED, SIZE))
HIGHLIGHT = RowNames("highlight")
COLOURS = RowNames("colours")


def form_of(table: Table, wanted: str | None) -> str:
    """The form in which the question is drawn; raises a Problem if they don't go together."""
    forms = CHARTS[table.shape]
    if table.shape.open:
        raise Problem(
            "chart-of-open-question",
            found=message("{name} is an open question.", name=table.name),
            expected=message("a question with answers to choose from."),
            mend=message("Write {{quotes={name}}} to quote what people wrote.", name=table.name),
        )
    if wanted and wanted not in forms:
        raise Problem(
            "chart-form",
            found=message("{name} can't be drawn as {form}.", name=table.name, form=wanted),
            expected=message("one of {forms}.", forms=", ".join(forms)),
            mend=message("Leave the form out for the usual one."),
        )
    return wanted or next(iter(forms))
