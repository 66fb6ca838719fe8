"""What reads like a reason for no answer is to be marked, and a mark is to do something."""

import pytest

from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.checks.reasons import mark_for
from rundfrage.questionnaire.markdown.read import read

SURVEY = """\
---
survey: marks
title: Marks
language: en
scales:
  lik: [good, poor{step}]
---

# One{page}

## a: How is it?

(lik)

## b: And what else?

- ( ) One
- ( ) Two{option}

## c: How old are you?{paragraph}

[0..120{unit}]
"""
PLACES = ("step", "page", "option", "paragraph", "unit")


def survey(**words):
    text = SURVEY
    for place in PLACES:
        text = text.replace(f"{{{place}}}", words.get(place, ""))
    return read(text, KINDS)


def found(**words):
    return [
        (one.code, one.where.line, one.severity)
        for one in check(survey(**words), "q.md")
        if one.code in ("unmarked-reason", "idle-attribute")
    ]


@pytest.mark.parametrize(
    ("label", "mark"),
    [
        ("Don’t know", "dk"), ("Weiß nicht.", "dk"), ("Ne sait pas", "dk"), ("No sabe", "dk"),
        ("Non so", "dk"), ("Nie wiem", "dk"), ("Bilmiyorum", "dk"), ("لا أعرف", "dk"),
        ("Затрудняюсь ответить", "dk"),
        ("Prefer not to say", "refused"), ("keine Angabe", "refused"), ("k. A.", "refused"),
        ("Sans réponse", "refused"), ("No contesta", "refused"), ("Nessuna risposta", "refused"),
        ("Brak odpowiedzi", "refused"), ("Cevap yok", "refused"), ("لا إجابة", "refused"),
        ("Нет ответа", "refused"),
        ("Not applicable", "na"), ("(n/a)", "na"), ("Nicht zutreffend", "na"),
        ("Sans objet", "na"), ("No aplica", "na"), ("Non applicabile", "na"),
        ("Nie dotyczy", "na"), ("Geçerli değil", "na"), ("لا ينطبق", "na"), ("Неприменимо", "na"),
        ("Don't know / no answer", "dk"), ("weiß nicht, keine Angabe", "dk"),
        ("Trifft nicht zu", None), ("Not sure", None), ("No", None), ("None of these", None),
        ("I don't know anybody there", None), ("Nein, weiß nicht warum", None), ("", None),
    ],
)  # fmt: skip
def test_it_is_told_in_nine_languages_by_the_whole_label(label, mark):
    assert mark_for(label) == mark


def test_a_step_and_an_option_that_read_so_are_warned_of_once():
    assert found() == []
    assert found(step=", don't know") == [("unmarked-reason", 6, "warning")]
    assert found(option="\n- ( ) No answer") == [("unmarked-reason", 15, "warning")]


def test_marked_they_are_not():
    assert found(step=", don't know {dk}", option="\n- ( ) No answer {refused}") == []


def test_the_warning_says_what_to_write():
    (problem,) = (
        one for one in check(survey(step=", Don't know"), "q.md") if one.code == "unmarked-reason"
    )
    assert problem.mend == "Write Don't know {dk}."


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ({"paragraph": "\n\nIn years. {required}"}, 20),
        ({"paragraph": "\n\n*Please in years. {dk}*"}, 20),
        ({"page": "\n\nWelcome. {if='a == 1' optional}"}, 9),
        ({"unit": " years {dk}"}, 20),
    ],
)
def test_an_attribute_that_does_nothing_is_refused(words, line):
    assert found(**words) == [("idle-attribute", line, "error")]


def test_braces_that_hold_no_attributes_are_words():
    assert found(paragraph="\n\nThe set {1, 2} or {dk, x}, or {{ a }}") == []


@pytest.mark.parametrize("line", ["(lik) {dk}", "[0..120] {dk}", "____ {max=5}", "(0..10) {nps}"])
def test_behind_a_line_that_makes_a_kind_too(line):
    with pytest.raises(Problem) as caught:
        read(SURVEY.partition("## b")[0].replace("{step}", "").replace("{page}", "")
             + f"## z: What?\n\n{line}\n", KINDS)  # fmt: skip
    assert [(one.code, one.where.line) for one in caught.value.all] == [("idle-attribute", 17)]
