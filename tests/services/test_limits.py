"""Limits hold in the services themselves, whichever front asks."""

from pathlib import Path

import pytest

from rundfrage.errors import Problem
from rundfrage.services import Analysis, DoorSettings, Handout, MailSettings, Rehearsal


@pytest.mark.parametrize(
    ("ask", "argument"),
    [
        (lambda: Handout(0, Path("slips.pdf")), "codes"),
        (lambda: Handout(100_001, Path("slips.pdf")), "codes"),
        (lambda: Rehearsal(0), "respondents"),
        (lambda: Rehearsal(10_000_001), "respondents"),
        (lambda: Rehearsal(seed=-1), "seed"),
        (lambda: Analysis(threshold=0), "threshold"),
        (lambda: MailSettings(per_minute=0), "per-minute"),
        (lambda: DoorSettings(port=0), "port"),
        (lambda: DoorSettings(workers=65), "workers"),
    ],
)
def test_nobody_can_ask_for_more_or_less_than_there_may_be(ask, argument):
    with pytest.raises(Problem) as caught:
        ask()
    assert (caught.value.code, caught.value.where.argument) == ("out-of-limits", argument)


def test_codes_are_drawn_for_somebody():
    with pytest.raises(Problem) as caught:
        Handout(3)
    assert caught.value.code == "codes-unwritten"
