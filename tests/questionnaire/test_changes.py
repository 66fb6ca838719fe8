"""What a new version of a questionnaire does to the answers to the one in the field."""

import pytest
from hypothesis import given
from questionnaire_strategies import questionnaires

from proofs import examples
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.translation.texts import texts, with_texts
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.questionnaire.versions.changes import Change, Severity, changes

SURVEY = """\
---
survey: s
title: T
language: en
sample: open
participation: codes
required: none
scales:
  fit: [good, fair, poor]
quotas:
  members: 100 if q1 == "yes"
---

# Hello {welcome}

Welcome!

# One

## q1: Are you a member?

*Or have you been?*

- ( ) yes: Yes
- ( ) no: No
- ( ) dk: Don't know {dk}

## q2: What do you do? {max=2}

- [ ] a: Act
- [ ] b: Bake, namely ____
- [ ] e: Else
- [-] c: Nothing

# Out {screenout if='q1 == "no"'}

You are not the one.

# Two {if="answered(q1)"}

## q3: How good is …?

(fit)

- food: Food
- room: Rooms

## q4: How old are you?

[18..99 years]

## q5: How likely is it?

(0..5 no .. yes)

## q6: When?

[date 2020-01-01..2020-12-31]

## q7: Put them in order

1. u: Us
2. v: Them

## q8: Why?

_____
"""
Q2 = """\
## q2: What do you do? {max=2}

- [ ] a: Act
- [ ] b: Bake, namely ____
- [ ] e: Else
- [-] c: Nothing

"""
OUT = """\
# Out {screenout if='q1 == "no"'}

You are not the one.

"""
Q6 = """\
## q6: When?

[date 2020-01-01..2020-12-31]

"""
Q7 = """\
## q7: Put them in order

1. u: Us
2. v: Them

"""
ENDS = "The page Out ends interviews here that went on; answers after it count no more."
NO_DK = 'q1 offers "don\'t know" or "no answer" no more, or with other codes.'
HARMLESS, REINTERPRETS, ORPHANS = Severity
CASES = {
    "wording": (
        ("Are you a member?", "Are you a member now?"),
        [("q1", HARMLESS, "q1: Are you a member now? (en), was: Are you a member?")],
    ),
    "hint": (
        ("*Or have you been?*\n\n", ""),
        [("q1", HARMLESS, "q1, hint is gone.")],
    ),
    "label": (
        ("a: Act", "a: Act well"),
        [("q2", HARMLESS, "q2, a: Act well (en), was: Act")],
    ),
    "title": (
        ("title: T", "title: U\nsubtitle: V"),
        [("title", HARMLESS, "title: U (en), was: T"), ("subtitle", HARMLESS, "subtitle is new.")],
    ),
    "question removed": (
        ("## q8: Why?\n\n_____\n", ""),
        [("q8", ORPHANS, "q8 is gone, and its answers would be lost.")],
    ),
    "question added": (
        ("## q8:", "## q7b: How?\n\n_____\n\n## q8:"),
        [("q7b", HARMLESS, "q7b is new.")],
    ),
    "question moved": (
        (Q6 + Q7, Q7 + Q6),
        [("q7", HARMLESS, "q7 has moved.")],
    ),
    "option removed": (
        ("- [ ] a: Act\n", ""),
        [
            ("q2", ORPHANS, "q2 offers a no more, and who chose it would be lost."),
            ("q2", REINTERPRETS, "The answer b of q2 has the code 1 instead of 2."),
            ("q2", REINTERPRETS, "The answer e of q2 has the code 2 instead of 3."),
            ("q2", REINTERPRETS, "The answer c of q2 has the code 3 instead of 4."),
        ],
    ),
    "option added": (
        ("- [-] c: Nothing\n", "- [-] c: Nothing\n- [ ] d: Dance\n"),
        [("q2", HARMLESS, "q2 offers d too.")],
    ),
    "options in another order": (
        ("- ( ) yes: Yes\n- ( ) no: No\n", "- ( ) no: No {code=2}\n- ( ) yes: Yes {code=1}\n"),
        [("q1", HARMLESS, "The answers of q1 stand in another order.")],
    ),
    "labels that changed places": (
        ("yes: Yes\n- ( ) no: No", "yes: No\n- ( ) no: Yes"),
        [
            ("q1", REINTERPRETS, "The answer yes of q1 has the words that no had."),
            ("q1", REINTERPRETS, "The answer no of q1 has the words that yes had."),
            ("q1", HARMLESS, "q1, yes: No (en), was: Yes"),
            ("q1", HARMLESS, "q1, no: Yes (en), was: No"),
        ],
    ),
    "code": (
        ("yes: Yes", "yes: Yes {code=7}"),
        [("q1", REINTERPRETS, "The answer yes of q1 has the code 7 instead of 1.")],
    ),
    "don't know": (
        ("- ( ) dk: Don't know {dk}\n", ""),
        [("q1", REINTERPRETS, NO_DK)],
    ),
    "exclusive": (
        ("[-] c", "[ ] c"),
        [("q2", REINTERPRETS, "The answer c of q2 no more excludes the others.")],
    ),
    "text field": (
        ("Bake, namely ____", "Bake"),
        [
            ("q2", ORPHANS, "q2.b.text is asked no more, and its answers would be lost."),
            ("q2", HARMLESS, "q2, b: Bake (en), was: Bake, namely ____"),
        ],
    ),
    "fewer to choose": (
        ("{max=2}", "{max=1}"),
        [("q2", REINTERPRETS,
          "The number of answers to q2: the bounds are narrower, open to 1.")],
    ),
    "more to choose": (
        (" {max=2}", ""),
        [("q2", HARMLESS, "The number of answers to q2: the bounds are wider, open to open.")],
    ),
    "longer scale": (
        ("fair, poor]", "fair, poor, awful]"),
        [("q3", REINTERPRETS, "The scale of q3 has 4 steps instead of 3.")],
    ),
    "shorter scale": (
        ("fair, poor]", "fair]"),
        [("q3", ORPHANS, "The scale of q3 has 2 steps instead of 3.")],
    ),
    "reversed scale": (
        ("[good, fair, poor]", "[poor, fair, good]"),
        [
            ("q3", REINTERPRETS, "The answer 1 of q3 has the words that 3 had."),
            ("q3", REINTERPRETS, "The answer 3 of q3 has the words that 1 had."),
            ("scale:fit:1", HARMLESS, "scale:fit:1: poor (en), was: good"),
            ("scale:fit:3", HARMLESS, "scale:fit:3: good (en), was: poor"),
        ],
    ),
    "item removed": (
        ("- room: Rooms\n", ""),
        [("q3", ORPHANS, "q3.room is asked no more, and its answers would be lost.")],
    ),
    "narrower range": (
        ("18..99", "20..99"),
        [("q4", REINTERPRETS, "q4: the bounds are narrower, 20 to 99.")],
    ),
    "wider range": (
        ("18..99", "0..120"),
        [("q4", HARMLESS, "q4: the bounds are wider, 0 to 120.")],
    ),
    "unit": (
        ("18..99 years", "18..99 months"),
        [
            ("q4", REINTERPRETS, "q4 is given in months instead of years."),
            ("q4", HARMLESS, "q4, unit: months (en), was: years"),
        ],
    ),
    "longer numeric scale": (
        ("0..5 no", "0..7 no"),
        [("q5", REINTERPRETS, "q5 goes from 0 to 7 instead of 0 to 5.")],
    ),
    "ends that changed places": (
        ("no .. yes", "yes .. no"),
        [
            ("q5", REINTERPRETS, "The ends of q5 have changed places."),
            ("q5", HARMLESS, "q5, low: yes (en), was: no"),
            ("q5", HARMLESS, "q5, high: no (en), was: yes"),
        ],
    ),
    "narrower dates": (
        ("2020-12-31", "2020-11-30"),
        [("q6", REINTERPRETS, "q6: the bounds are narrower, 2020-01-01 to 2020-11-30.")],
    ),
    "more to rank": (
        ("2. v: Them", "2. v: Them\n3. w: All"),
        [
            ("q7", REINTERPRETS, "q7 goes from 1 to 3 instead of 1 to 2."),
            ("q7", HARMLESS, "q7.w is new; answers sent so far have nothing there."),
        ],
    ),
    "form of the answer": (
        ("## q8: Why?\n\n_____\n", "## q8: Why?\n\n_____\n_____\n"),
        [("q8", HARMLESS, "q8 is answered in another form.")],
    ),
    "kind": (
        ("[18..99 years]", "(18..99)"),
        [
            ("q4", REINTERPRETS, "q4 is a numeric_scale question, no more a number."),
            ("q4", REINTERPRETS, "q4 is given in no unit instead of years."),
        ],
    ),
    "type": (
        ("[18..99 years]", "_____"),
        [("q4", ORPHANS, "q4 becomes text; its answers so far are numeric.")],
    ),
    "condition": (
        ("## q8: Why?", '## q8: Why? {if="q4 >= 30"}'),
        [("q8", REINTERPRETS,
          "q8 is asked if answered(q1) and q4 >= 30; answers of others count no more.")],
    ),
    "page's condition": (
        (' {if="answered(q1)"}', ""),
        [(f"q{one}", HARMLESS, f"q{one} is asked with fewer conditions.") for one in range(3, 9)],
    ),
    "required, shuffle": (
        ("## q1: Are you a member?", "## q1: Are you a member? {required shuffle}"),
        [
            ("q1", HARMLESS, "q1 must be answered."),
            ("q1", HARMLESS, "q1 has its answers in random order."),
        ],
    ),
    "net": (
        ("quotas:", "nets:\n  q1.any: any = yes + no\nquotas:"),
        [("q1", HARMLESS, "q1 has other nets.")],
    ),
    "screen-out for others": (
        ("""screenout if='q1 == "no"'""", """screenout if='q1 != "yes"'"""),
        [
            ("page:3", REINTERPRETS, ENDS),
            ("pages", HARMLESS, "The page Out is gone, or is another."),
        ],
    ),
    "earlier screen-out": (
        (Q2 + OUT, OUT + "# More\n\n" + Q2),
        [("page:3", REINTERPRETS, ENDS)],
    ),
    "page's text": (
        ("Welcome!", "Be welcome!"),
        [("page:1", HARMLESS, "The page Hello: its text: Be welcome! (en), was: Welcome!")],
    ),
    "page added": (
        ("# One\n", "# Before\n\nRead this.\n\n# One\n"),
        [("page:2", HARMLESS, "The page Before is new.")],
    ),
    "page cut": (
        ("## q5:", '# Three {if="answered(q1)"}\n\n## q5:'),
        [("pages", HARMLESS, "Only pages are cut otherwise, or have words that they didn't have.")],
    ),
    "quotas": (
        ('members: 100 if q1 == "yes"', 'members: 100 if q1 == "no"\n  more: 1 if answered(q1)'),
        [
            ("quota:members", REINTERPRETS,
             "The quota members counts others, and keeps those counted so far."),
            ("quota:more", HARMLESS, "The quota more is new, and counts from now on."),
        ],
    ),
    "number of a quota": (
        ("members: 100", "members: 200"),
        [("quota:members", HARMLESS, "The quota members is 200 instead of 100.")],
    ),
    "quota gone": (
        ('quotas:\n  members: 100 if q1 == "yes"\n', ""),
        [("quota:members", HARMLESS, "The quota members is gone.")],
    ),
    "participation": (
        ("participation: codes", "participation: open"),
        [("participation", REINTERPRETS,
          "Participation is open instead of codes, which respondents were promised.")],
    ),
    "days in the field": (
        ("sample: open", "sample: open\nfield: 2026-11-01 .. 2026-11-30"),
        [("field", HARMLESS, "field is 2026-11-01 .. 2026-11-30, was (nothing).")],
    ),
    "front matter": (
        ("sample: open", "sample: list\norganisation: We\nlanguages: [en, de]"),
        [
            ("organisation", HARMLESS, "organisation is We, was (nothing)."),
            ("languages", HARMLESS, "languages is en, de, was en."),
            ("sample", HARMLESS, "sample is list, was open."),
        ],
    ),
    "a step is marked as a reason for no answer": (
        ("fit: [good, fair, poor]", "fit: [good, fair, poor {dk}]"),
        [
            ("q3", REINTERPRETS,
             "poor of q3 is a reason for no answer now; who chose it has that reason."),
        ],
    ),
    "an option is marked as a reason for no answer": (
        ("- ( ) no: No\n", "- ( ) no: No {refused}\n"),
        [
            ("q1", REINTERPRETS,
             "No of q1 is a reason for no answer now; who chose it has that reason."),
        ],
    ),
    "a step with other words is marked, and the old one is lost": (
        ("fit: [good, fair, poor]", "fit: [good, fair, no idea {dk}]"),
        [
            ("q3", ORPHANS, "The scale of q3 has 2 steps instead of 3."),
            ("q3", HARMLESS, 'q3 offers "don\'t know" or "no answer" too.'),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("exchange", "expected"), CASES.values(), ids=CASES)
def test_a_change_is_told_with_what_it_does_to_answers(exchange, expected):
    words = SURVEY.replace(*exchange)
    assert words != SURVEY
    found = changes(read(SURVEY, KINDS), read(words, KINDS))
    assert found == tuple(Change(*one) for one in expected)


def test_a_translation_that_changed_is_told_and_one_that_was_added_is_not():
    source = read(SURVEY, KINDS)
    first, second, third = (
        with_texts(
            source,
            {
                one.path: one.text.translated(versions)
                for one in texts(source)
                if one.path == "q1:yes"
            },
        )
        for versions in ({}, {"de": "Ja"}, {"de": "Jawohl"})
    )
    assert [one.words for one in changes(second, third)] == ["q1, yes: Jawohl (de), was: Ja"]
    assert [(one.name, one.severity) for one in changes(first, second)] == [("pages", HARMLESS)]


@pytest.mark.trial
@examples(40)
@given(questionnaires(), questionnaires())
def test_nothing_changes_between_the_same_and_something_between_different_ones(one, other):
    assert changes(one, one) == ()
    different = canonical(one) != canonical(other)
    assert bool(changes(one, other)) == different


@examples(40)
@given(questionnaires())
def test_the_layout_of_the_file_makes_no_other_version(questionnaire):
    again = read(write(questionnaire), KINDS)
    assert canonical(again) == canonical(questionnaire)


def test_a_version_has_a_canonical_form_and_a_name():
    words = "---\nsurvey: s\ntitle: Ü\nlanguage: en\n---\n# P\n## q1: Why?\n_____\n"
    content = (
        '{"format":"rundfrage-questionnaire-1","language":"en","languages":["en"],'
        '"pages":[{"questions":[{"body":{},"kind":"text","name":"q1","text":{"en":"Why?"}}],'
        '"title":{"en":"P"}}],"participation":"open","sample":"open","survey":"s",'
        '"title":{"en":"Ü"}}'
    )
    assert canonical(read(words, KINDS)) == content
    assert canonical(read(words.replace("language", "# note\nlanguage"), KINDS)) == content
    assert version_name(content) == "b36fa0b5178ecf74"
