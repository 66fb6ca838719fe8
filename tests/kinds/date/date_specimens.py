"""Dates for the tests of all kinds."""

import datetime

from hypothesis import strategies as st

from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.date import DateBody
from rundfrage.questionnaire.answers.posted import Mistake

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 1, 1))
PERIODS = st.lists(DAYS, min_size=2, max_size=2).map(sorted)

SPECIMENS = Specimens(
    variables={
        "date": ("date",),
        "date_required": ("date_required",),
        "date_more": ("date_more",),
    },
    town=Town(
        german="## date: Wann sind Sie eingezogen?\n\n[date 1950-01-01..2026-12-31]\n",
        english="date: When did you move in?\n",
        arabic="date: متى انتقلتم إلى هنا؟\n",
        filled={"date.day": ("31",), "date.month": ("12",), "date.year": ("2020",)},
        mistakes=(Mistake("date", "not-a-date"),),
    ),
    bodies=lambda _: st.just(DateBody()) | PERIODS.map(lambda days: DateBody(*days)),
    small=(
        Small(
            "[date 2024-02-28..2024-03-01]\n",
            ('{0} > "2024-02-28"', '{0} == "2024-02-29"', '{0} < "2024-03-01"',
             '{0} >= "2024-03-01"'),
        ),
    ),
)  # fmt: skip
