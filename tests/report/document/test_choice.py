"""Which questions a draft shows: of a wide file only those that somebody chose."""

from __future__ import annotations

import pytest
from surveys import multiple, scale, single, survey, times

from rundfrage.errors import Problem
from rundfrage.report.build import ReportSettings, compose
from rundfrage.report.plan import drafted, plan
from rundfrage.tables import tabulate

ANSWERS = times(c1=20, c2=10, c3=5)


def wide(questions: int):
    return survey(
        *((single(f"v{one}", "Was?", ["A", "B", "C"]), ANSWERS) for one in range(questions))
    )


def sources(dataset, *questions: str) -> list[str]:
    deck = plan(dataset, tabulate(dataset), language="de", questions=questions)
    return [slide.source for slide in deck.slides if slide.source]


def test_a_deck_of_more_than_sixty_questions_is_not_made_in_silence():
    assert len(compose(wide(60), ReportSettings())[0].slides) > 60
    with pytest.raises(Problem) as caught:
        compose(wide(61), ReportSettings())
    assert caught.value.code == "deck-wide"
    assert "61" in caught.value.found
    for chosen in (("all",), ("v1",)):
        assert compose(wide(61), ReportSettings(questions=chosen))[0].slides


@pytest.mark.parametrize(
    ("questions", "shown"),
    [
        ((), ["v0", "v1", "v2", "v10", "w, x"]),
        (("all",), ["v0", "v1", "v2", "v10", "w, x"]),
        (("v2,v1",), ["v1", "v2"]),
        (("v2", " v1 "), ["v1", "v2"]),
        (("v1*",), ["v1", "v10"]),
        (("w, x",), ["w, x"]),
    ],
)
def test_questions_are_named_or_begin_alike_and_keep_their_order(questions, shown):
    names = ("v0", "v1", "v2", "v10", "w, x")
    dataset = survey(*((single(one, "Was?", ["A", "B", "C"]), ANSWERS) for one in names))
    assert sources(dataset, *questions) == shown


def test_a_name_that_is_no_question_is_refused():
    with pytest.raises(Problem) as caught:
        sources(wide(3), "v1,v7")
    assert caught.value.code == "unknown-question"
    assert "v7" in caught.value.found


def test_the_draft_of_some_questions_speaks_of_no_other():
    dataset = survey(
        (scale("q1", "Wie gut?"), times(c1=95, c5=5)),
        (multiple("q2", "Was?", ["A", "B", "C", "D"]), times(c1=70, c2=20, c3=10)),
        (scale("q3", "Wie?"), times(c1=55, c5=45)),
        (scale("q4", "Und?"), times(c1=50, c5=50)),
    )
    whole = drafted(dataset, tabulate(dataset), language="de")
    some = drafted(dataset, tabulate(dataset), language="de", questions=("q2,q4",))
    said = [
        [
            str(piece)
            for section in each.sections
            for one in section.sentences
            for piece in one.pieces
        ]
        for each in (whole, some)
    ]
    assert any("highest" in one for one in said[0])
    assert not any("q1" in one or "q3" in one for one in said[1])
