"""What is made of a choice: which options count, and what a respondent is told to change."""

from decimal import Decimal

import pytest
from posted_fields import BLANK, outcome

from rundfrage.codebook import Missing

MEMBER = """\
## q: Are you a member?

- ( ) yes: Yes
- ( ) no: No
- ( ) else: Something else, namely ____
- ( ) dk: I don't know {dk}
- ( ) none: I'd rather not say {refused}
"""


@pytest.mark.parametrize(
    ("posted", "answers"),
    [
        ({"q": "yes"}, {"q": "yes", "q.else.text": BLANK}),
        ({"q": "dk"}, {"q": Missing.DONT_KNOW, "q.else.text": BLANK}),
        ({"q": "none"}, {"q": Missing.REFUSED, "q.else.text": BLANK}),
        ({"q": "else", "q__else__text": "Once"}, {"q": "else", "q.else.text": "Once"}),
        ({"q": "else", "q__else__text": " "}, {"q": "else", "q.else.text": BLANK}),
        ({"q__else__text": "Once"}, {"q": "else", "q.else.text": "Once"}),
        ({"q": ("no", "yes")}, {"q": "no", "q.else.text": BLANK}),
        ({}, {"q": BLANK, "q.else.text": BLANK}),
    ],
    ids=["an option", "don't know", "refused", "other with words", "other without words",
         "words alone choose their option", "the first of two", "nothing"],
)  # fmt: skip
def test_a_single_choice_is_one_option_or_the_reason_for_none(posted, answers):
    assert outcome(MEMBER, **posted) == answers


def test_words_beside_an_option_that_was_not_chosen_are_not_lost_but_asked_about():
    assert outcome(MEMBER, q="yes", q__else__text="Once") == [
        ("q.else.text", "excludes", {"label": "Yes"})
    ]


def test_an_option_that_is_not_offered_is_a_mistake():
    assert outcome(MEMBER, q="perhaps") == [("q", "not-offered", {})]


def test_dont_know_is_enough_where_an_answer_is_required():
    required = MEMBER.replace("member?", "member? {required}")
    assert outcome(required, q="dk") == {"q": Missing.DONT_KNOW, "q.else.text": BLANK}
    assert outcome(required) == [("q", "required", {})]


LIKES = """\
## q: What do you like? {required min=2 max=3}

- [ ] fair: The fair
- [ ] park: The park
- [ ] pool: The pool
- [ ] other: Something else: ____
- [-] none: None of these
- [-] no_answer: No answer {refused}
"""


@pytest.mark.parametrize(
    ("posted", "answers"),
    [
        ({"q": ("park", "fair")}, {"q": {"fair", "park"}, "q.other.text": BLANK}),
        ({"q": "park", "q__other__text": "Tea"}, {"q": {"park", "other"}, "q.other.text": "Tea"}),
        ({"q": "none"}, {"q": {"none"}, "q.other.text": BLANK}),
        ({"q": "no_answer"}, {"q": Missing.REFUSED, "q.other.text": BLANK}),
        ({"q": ("park", "fair", "park")}, {"q": {"fair", "park"}, "q.other.text": BLANK}),
    ],
    ids=["two options", "an option and words that choose theirs",
         "one that excludes the others is enough", "refused", "an option sent twice"],
)  # fmt: skip
def test_a_multiple_choice_is_the_set_of_its_options(posted, answers):
    assert outcome(LIKES, **posted) == answers


@pytest.mark.parametrize(
    ("posted", "mistake"),
    [
        ({}, ("q", "required", {})),
        ({"q": "park"}, ("q", "too-few", {"least": "2"})),
        ({"q": ("fair", "park", "pool", "other")}, ("q", "too-many", {"most": "3"})),
        ({"q": ("fair", "none")}, ("q", "excludes", {"label": "None of these"})),
        ({"q": ("none", "no_answer")}, ("q", "excludes", {"label": "None of these"})),
        ({"q": "none", "q__other__text": "Tea"}, ("q", "excludes", {"label": "None of these"})),
        ({"q": ("fair", "park", "lake")}, ("q", "not-offered", {})),
    ],
)
def test_a_multiple_choice_keeps_to_its_bounds(posted, mistake):
    assert outcome(LIKES, **posted) == [mistake]


def test_bounds_hold_only_for_those_who_choose_something():
    optional = LIKES.replace("{required min=2", "{min=2")
    assert outcome(optional) == {"q": BLANK, "q.other.text": BLANK}
    assert outcome(optional, q="fair") == [("q", "too-few", {"least": "2"})]


def test_an_answer_repeated_in_a_label_is_left_out_of_what_is_told():
    words = "## first: Name?\n\n____\n\n## q: Who?\n\n- [ ] a: A\n- [-] b: Not {{ first }}\n"
    assert outcome(words, q=("a", "b")) == [("q", "excludes", {"label": "Not …"})]


GRID = "## q: How good is …? {required}\n\n(quality)\n\n- talk: the talk\n- food: the food\n"


def test_a_grid_tells_each_row_that_has_no_answer():
    assert outcome(GRID, q__talk="1") == [("q.food", "required", {})]
    assert outcome(GRID) == [("q.talk", "required", {}), ("q.food", "required", {})]
    assert outcome(GRID, q__talk="1", q__food="4") == [("q.food", "not-offered", {})]
    assert outcome(GRID, q__talk="1", q__food="3") == {"q.talk": "1", "q.food": "3"}


@pytest.mark.parametrize("step", ["0", "4", "01", "+1", "1 ", "٣", "good"])
def test_a_scale_takes_its_own_steps_only(step):
    assert outcome("## q: How good?\n\n(quality)\n", q=step) == [("q", "not-offered", {})]


def test_a_numeric_scale_is_a_number_from_end_to_end():
    words = "## q: Colder or warmer?\n\n(-3..3 colder .. warmer)\n"
    assert outcome(words, q="-3") == {"q": Decimal(-3)}
    assert outcome(words, q="0") == {"q": Decimal(0)}
    assert outcome(words) == {"q": BLANK}
    for step in ("4", "-0", "1.0", "٣"):
        assert outcome(words, q=step) == [("q", "not-offered", {})]


RANKING = "## q: What comes first? {max=2}\n\n1. a: Rooms\n2. b: Hours\n3. c: Site\n"


@pytest.mark.parametrize(
    ("posted", "answers"),
    [
        ({"q__c": "1", "q__a": "2"}, {"q.a": Decimal(2), "q.b": BLANK, "q.c": Decimal(1)}),
        ({"q__b": "1", "q__a": ""}, {"q.a": BLANK, "q.b": Decimal(1), "q.c": BLANK}),
        ({"q__b": "2"}, [("q", "rank-gap", {"rank": "1"})]),
        ({"q__a": "1", "q__c": "1"}, [("q.c", "rank-twice", {"rank": "1"})]),
        ({"q__a": "1", "q__c": "3"}, [("q.c", "not-offered", {})]),
    ],
    ids=["the first two", "the first alone", "the second alone", "two first ones", "a third one"],
)
def test_a_ranking_gives_each_rank_once_and_leaves_no_gap(posted, answers):
    assert outcome(RANKING, **posted) == answers


def test_a_required_ranking_gives_every_rank():
    required = RANKING.replace("{max=2}", "{required max=2}")
    assert outcome(required) == [("q", "required", {})]
    assert outcome(required, q__a="1") == [("q", "too-few", {"least": "2"})]
    assert outcome(required, q__a="1", q__b="2") == {
        "q.a": Decimal(1), "q.b": Decimal(2), "q.c": BLANK
    }  # fmt: skip
