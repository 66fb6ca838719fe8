"""Text is broken and fitted by the fonts' own widths, and what doesn't fit is never let through."""

import pytest

from rundfrage.errors import Problem
from rundfrage.look.fit import break_lines
from rundfrage.look.measure import ruler
from rundfrage.report.arrange import arrange
from rundfrage.report.claim_runs import runs, split
from rundfrage.report.deck import Claim, Deck, Figure, Slide, SlideRole


def test_figures_keep_their_weight_across_lines():
    first, second = Figure("a", 0.62, "62\u202f%"), Figure("b", 484, "484")
    claim = Claim(("Es sind ", first, " von ", second, " Leuten, die das so sehen"))
    lines = break_lines(runs(claim), 96, 14, ruler())
    assert tuple(tuple(part for part, _ in line) for line in split(claim, lines)) == (
        ("Es sind ", first),
        ("von ", second),
        ("Leuten, die",),
        ("das so sehen",),
    )


def test_a_slide_that_cannot_hold_its_texts_is_refused():
    claims = tuple(Claim(("Ein ziemlich langer Satz. " * 10,)) for _ in range(12))
    slide = Slide(SlideRole.SUMMARY, Claim(("Zu viel",)), claims=claims)
    with pytest.raises(Problem) as caught:
        arrange(Deck("Titel", "de", "", (slide,)))
    assert caught.value.code == "slide-overflow"


def test_the_frame_is_the_same_on_every_slide():
    claims = (Claim(("Ein Satz.",)),)
    slides = tuple(
        Slide(role, Claim(("Titel",)), kicker="Frage 1", claims=claims, footer=claims)
        for role in SlideRole
        if role not in {SlideRole.TITLE, SlideRole.SECTION}
    )
    layouts = arrange(Deck("Deck", "de", "Amt", slides, ribbon="Simuliert"))
    for name in ("page", "logo"):
        assert len({getattr(layout, name) for layout in layouts}) == 1
    for name in ("title", "kicker", "footer", "organisation", "ribbon"):
        fits = [getattr(layout, name) for layout in layouts]
        assert len({(one.box.x, one.box.y, one.size) for one in fits}) == 1
