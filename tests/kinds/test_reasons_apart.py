"""Reasons for no answer behind numbers, sliders, numeric scales and rankings."""

from decimal import Decimal

import pytest

from kinds.posted_fields import HEAD, outcome
from rundfrage.codebook import Missing
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.simulate import simulate
from rundfrage.tables import tabulate

NUMBER = """\
## q: How old are you? {required}

[0..120 years]

- ( ) Don't know {dk}
- ( ) refused: I won't say {refused}
"""
NPS = "## q: Would you recommend us? {nps required}\n\n(0..10)\n\n- ( ) dk: Don't know {dk}\n"
SLIDER = "## q: How warm?\n\n[slider -3..3]\n\n- ( ) na: There is none {code=99 na}\n"
RANKING = "## q: What first? {required}\n\n1. a: A\n2. b: B\n\n- ( ) dk: Don't know {dk}\n"
EACH = pytest.mark.parametrize("words", [NUMBER, NPS, SLIDER, RANKING])
APART = "q__reason__apart"


def asked(words):
    return read(HEAD + words, KINDS)


def refused(words):
    with pytest.raises(Problem) as caught:
        asked(words)
    (problem,) = caught.value.all
    return problem.code, problem.where.line - HEAD.count("\n"), str(problem.mend)


def test_a_reason_answers_a_question_that_must_be_answered():
    assert outcome(NUMBER, **{APART: "dk"}) == {"q": Missing.DONT_KNOW}
    assert outcome(NUMBER, **{APART: "refused"}) == {"q": Missing.REFUSED}
    assert outcome(NPS, q="dk") == {"q": Missing.DONT_KNOW}
    assert outcome(SLIDER, **{APART: "na"}) == {"q": Missing.NOT_ASKED}
    assert outcome(RANKING, **{APART: "dk"}) == {
        "q.a": Missing.DONT_KNOW,
        "q.b": Missing.DONT_KNOW,
    }


def test_without_one_all_is_as_it_was():
    assert outcome(NUMBER, q="37") == {"q": Decimal(37)}
    assert outcome(NPS, q="9") == {"q": Decimal(9)}
    assert outcome(NUMBER) == [("q", "required", {})]
    assert outcome(RANKING, q__a="1", q__b="2") == {"q.a": Decimal(1), "q.b": Decimal(2)}


def test_an_answer_beside_a_reason_is_a_mistake():
    excluded = [("q", "excludes", {"label": "Don't know"})]
    assert outcome(NUMBER, q="37", **{APART: "dk"}) == excluded
    assert outcome(NUMBER, q="old", **{APART: "dk"}) == excluded
    assert outcome(NUMBER, **{APART: ("dk", "refused")}) == excluded
    assert outcome(RANKING, q__b="1", **{APART: "dk"}) == excluded


def test_a_reason_that_is_not_offered_is_a_mistake():
    assert outcome(NUMBER, **{APART: "na"}) == [("q", "not-offered", {})]
    assert outcome(NPS, q="na") == [("q", "not-offered", {})]
    assert outcome("## q: How old?\n\n[0..120]\n", **{APART: "dk"}) == {"q": Missing.LEFT_BLANK}


@EACH
def test_its_code_and_label_are_in_the_codebook_and_the_canonical_layout_keeps_it(words):
    questionnaire = asked(words)
    assert asked(write(questionnaire).partition("# Page\n\n")[2]) == questionnaire
    for variable in codebook_of(questionnaire).variables:
        assert all(one.label for one in variable.missing)
        held = range(int(variable.low), int(variable.high) + 1)
        assert not any(one.value in held for one in variable.missing)


def test_codes_are_those_of_the_reasons_unless_the_line_says_otherwise():
    (age,) = codebook_of(asked(NUMBER)).variables
    assert [(one.reason, one.value) for one in age.missing] == [
        (Missing.DONT_KNOW, -2),
        (Missing.REFUSED, -3),
    ]
    (warm,) = codebook_of(asked(SLIDER)).variables
    assert [(one.reason, one.value) for one in warm.missing] == [(Missing.NOT_ASKED, 99)]


def test_translations_know_it_by_its_mark():
    paths = [one.path for one in texts(asked(NUMBER))]
    assert paths[-3:] == ["q:unit", "q::dk", "q::refused"]


def test_it_enters_no_mean_and_no_score(tmp_path):
    dataset = simulate(asked(NPS.replace(" required", "")), 400, seed=5)
    (table,) = tabulate(dataset)
    (block,), (base,) = table.blocks, table.blocks[0].bases
    assert base.dont_know > 0
    assert base.answered + base.dont_know + base.left_blank == 400
    given = dataset.columns["q"].values[dataset.columns["q"].answered]
    assert block.statistics[0].mean == pytest.approx(given.mean())
    assert block.statistics[0].low == given.min() >= 0
    file = tmp_path / "answers.sav"
    write_dataset(dataset, file)
    assert (read_dataset(file).columns["q"].reasons == dataset.columns["q"].reasons).all()


def test_what_stands_behind_without_a_mark_is_refused():
    assert refused("## q: How old?\n\n[0..120]\n\n- ( ) Don't know\n")[:2] == ("mixed-answers", 5)
    assert refused("## q: How old?\n\n[0..120]\n\n- Don't know {dk}\n")[:2] == ("mixed-answers", 5)
    assert refused("## q: How old?\n\n[0..120]\n\n[0..5]\n")[:2] == ("mixed-answers", 5)
    assert refused("## q: Rank\n\n1. A\n2. B\n- ( ) C\n")[:2] == ("mixed-answers", 5)


@pytest.mark.parametrize("lines", ["[date]", "____", "[sum 100]\n- a: A\n- b: B"])
@pytest.mark.parametrize("mark", ["{dk}", "{code=9 refused}", "{na}"])
def test_kinds_that_offer_no_reasons_say_so(lines, mark):
    with pytest.raises(Problem) as caught:
        read(f"{HEAD}## q: Q\n\n{lines}\n\n- ( ) None {mark}\n", KINDS)
    assert caught.value.code == "mixed-answers"
    assert "offers none" in caught.value.expected
    assert "before it" in caught.value.mend


def test_a_reason_is_named_by_its_mark():
    code, line, mend = refused("## q: How old?\n\n[0..120]\n\n- ( ) idk: Don't know {dk}\n")
    assert (code, line) == ("bad-name", 5)
    assert mend == "Write - ( ) dk: and the label."


def test_a_code_that_is_an_answer_is_refused_with_one_that_is_none():
    code, line, mend = refused("## q: How warm?\n\n[-120..120]\n\n- ( ) Don't know {dk}\n")
    assert (code, line) == ("duplicate-code", 5)
    assert mend == "Write for example {code=999 dk}."


def test_a_reason_stands_once():
    twice = "## q: How old?\n\n[0..120]\n\n- ( ) Don't know {dk}\n- ( ) No idea {dk}\n"
    assert refused(twice)[:2] == ("reason-twice", 5)
