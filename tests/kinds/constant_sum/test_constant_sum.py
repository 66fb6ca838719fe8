"""Constant sum: numbers that add up, as an author writes them, and what respondents are told."""

from decimal import Decimal

import pytest

from kinds.kind_samples import HEAD
from rundfrage.codebook import Missing
from rundfrage.codebook.shapes import PARTS
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.answers.posted import Mistake, Parsed
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.questionnaire.versions.changes import changes
from rundfrage.respond.pages.phrases import DoorPhrases

WEEK = """\
## week: How do you share your week? {required}

[sum 100 %]

- work: Work
- home: Family and home
- rest: Rest
"""
BLANK = dict.fromkeys(("week.work", "week.home", "week.rest"), Missing.LEFT_BLANK)


def asked(words=WEEK):
    return read(HEAD + words, KINDS).questions[0]


def parsed(language="en", **typed):
    question = asked()
    return question.kind.parse(
        question, {f"week.{item}": (words,) for item, words in typed.items()}, language
    )


def test_it_becomes_numbers_that_add_up():
    book = codebook_of(read(HEAD + WEEK, KINDS))
    (battery,) = book.batteries
    assert (battery.shape, battery.total, battery.members) == (PARTS, 100, tuple(BLANK))
    assert [(one.low, one.high, one.unit, one.decimals) for one in book.variables] == [
        (0, 100, "%", 0)
    ] * 3


def test_an_empty_field_is_zero_once_a_number_is_given():
    assert parsed(work="60", home="40 %") == Parsed(
        {"week.work": Decimal(60), "week.home": Decimal(40), "week.rest": Decimal(0)}
    )
    assert parsed() == Parsed(BLANK, (Mistake("week", "required"),))


@pytest.mark.parametrize(
    ("typed", "control", "words"),
    [
        ({"work": "60", "home": "30"}, "week",
         "Your numbers add up to 90. That is 10 less than 100."),
        ({"work": "60.0", "home": "39.00"}, "week",
         "Your numbers add up to 99. That is 1 less than 100."),
        ({"work": "60", "home": "41"}, "week",
         "Your numbers add up to 101. That is 1 more than 100."),
        ({"work": "101"}, "week.work", "Please enter a number from 0 to 100."),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_in_numbers(typed, control, words):
    found = parsed(**typed)
    (mistake,) = found.mistakes
    assert found.answers == BLANK
    assert mistake.control == control
    assert DoorPhrases("en")(f"mistake-{mistake.code}", **mistake.values) == words


@pytest.mark.parametrize(
    ("line", "code"),
    [("[sum]", "bad-sum"), ("[sum 0]", "bad-sum"), ("[sum many points]", "bad-sum"),
     ("[sum -5]", "bad-sum")],
)  # fmt: skip
def test_a_total_that_is_none_is_refused(line, code):
    with pytest.raises(Problem) as caught:
        asked(WEEK.replace("[sum 100 %]", line))
    assert (caught.value.code, caught.value.where.line) == (code, 17)


def test_a_single_item_is_refused():
    with pytest.raises(Problem) as caught:
        asked(WEEK.replace("- home: Family and home\n- rest: Rest\n", ""))
    assert caught.value.code == "sum-items"


def test_another_total_reinterprets_what_was_answered():
    before, after = (read(HEAD + words, KINDS) for words in (WEEK, WEEK.replace("100 %", "10 %")))
    assert [(one.name, one.severity.value) for one in changes(before, after)] == [
        ("week", "reinterprets")
    ]
