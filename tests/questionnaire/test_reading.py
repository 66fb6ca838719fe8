"""Reading a questionnaire: what the lines become, and what is said of those that are wrong."""

import datetime

import pytest

from rundfrage.codebook import (
    Battery,
    Category,
    Missing,
    MissingCode,
    Net,
    Role,
    Sample,
    Variable,
    VariableType,
)
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.rules import Compare
from rundfrage.text import EMPTY, Text

ALLIANCE = """\
---
survey: alliance-2020
title: Fünf Jahre Bündnis: die Umfrage
language: de
field: 2020-09-23 .. 2020-09-28
sample: open            # open | list | probability
required: none
scales:
  wichtig: [sehr wichtig, wichtig, neutral, weniger wichtig, unwichtig]
  guete:   [sehr gut, gut, neutral, weniger gut, schlecht]
nets:
  q1.engaged: engagiert (jetzt oder früher) = jetzt + frueher
---

# Ihre Mitwirkung

Schön, dass Sie da sind.

Es dauert nicht lang.

## q1: Wirken Sie mit?

- ( ) jetzt: Ja, zurzeit
- ( ) frueher: Ja, früher
- ( ) nein: Nein
- ( ) weiss_nicht: Weiß nicht {code=98 dk}

## q2: Wie wichtig ist das Bündnis?

(wichtig)

## q2_open: Welche Gründe sehen Sie dafür?

_____
_____

# Rückblick {if="q2 <= 3"}

## q3: Welche Anstöße? {shuffle}

*Mehrere Antworten sind möglich.*

- [ ] haltung: Gemeinsam Haltung zeigen
- [ ] anderes: Anderes, und zwar ____
- [-] keine: Keine davon

## q4: Wie bewerten Sie die Zusammenarbeit bei …?

(guete)

- info: Information, Vernetzung und Austausch
- haltung: Haltung zeigen
"""


def de(words):
    return Text.of(words, "de")


def test_the_front_matter_says_what_the_study_is():
    study = read(ALLIANCE, KINDS).study
    assert (study.name, study.title, study.language) == (
        "alliance-2020",
        de("Fünf Jahre Bündnis: die Umfrage"),
        "de",
    )
    assert study.field == (datetime.date(2020, 9, 23), datetime.date(2020, 9, 28))
    assert (study.sample, study.languages) == (Sample.OPEN, ("de",))


def test_pages_hold_texts_conditions_and_questions_with_their_lines():
    first, second = read(ALLIANCE, KINDS).pages
    assert first.text == de("Schön, dass Sie da sind.\n\nEs dauert nicht lang.")
    assert (second.title, second.show_if) == (de("Rückblick"), Compare("q2", "<=", 3.0))
    assert [(one.name, one.kind.name, one.line) for one in first.questions + second.questions] == [
        ("q1", "single", 21),
        ("q2", "scale", 28),
        ("q2_open", "text", 32),
        ("q3", "multiple", 39),
        ("q4", "grid", 47),
    ]
    assert [question.shuffle for question in second.questions] == [True, False]


def test_questions_become_the_variables_of_the_codebook():
    book = codebook_of(read(ALLIANCE, KINDS))
    good = ("sehr gut", "gut", "neutral", "weniger gut", "schlecht")
    rating = {
        "type": VariableType.ORDINAL,
        "label": de("Wie bewerten Sie die Zusammenarbeit bei …?"),
        "categories": tuple(
            Category(str(code), de(label), code) for code, label in enumerate(good, 1)
        ),
        "battery": "q4",
    }
    assert [variable.name for variable in book.variables] == [
        "q1", "q2", "q2_open", "q3", "q3.anderes.text", "q4.info", "q4.haltung",
    ]  # fmt: skip
    assert book["q1"] == Variable(
        "q1",
        VariableType.CATEGORICAL,
        de("Wirken Sie mit?"),
        categories=(
            Category("jetzt", de("Ja, zurzeit"), 1),
            Category("frueher", de("Ja, früher"), 2),
            Category("nein", de("Nein"), 3),
        ),
        nets=(Net("engaged", de("engagiert (jetzt oder früher)"), ("jetzt", "frueher")),),
        missing=(MissingCode(Missing.DONT_KNOW, 98, label=de("Weiß nicht")),),
    )
    assert book["q3"].categories == (
        Category("haltung", de("Gemeinsam Haltung zeigen"), 1),
        Category("anderes", de("Anderes, und zwar …"), 2, Role.OTHER),
        Category("keine", de("Keine davon"), 3, Role.NONE),
    )
    assert book["q3"].hint == de("Mehrere Antworten sind möglich.")
    assert book["q3.anderes.text"] == Variable(
        "q3.anderes.text",
        VariableType.TEXT,
        de("Welche Anstöße?"),
        item=de("Anderes, und zwar …"),
        of="q3",
    )
    assert book["q4.haltung"] == Variable("q4.haltung", item=de("Haltung zeigen"), **rating)
    assert book.batteries == (
        Battery("q4", rating["label"], RATINGS, ("q4.info", "q4.haltung"), EMPTY),
    )


HEAD = "---\nsurvey: s\ntitle: T\nlanguage: en\nscales:\n  g: [good, bad]\n---\n# P\n"


def question(words, head=HEAD):
    (one,) = read(f"{head}{words}\n", KINDS).questions
    return one


def measured(words):
    return codebook_of(read(f"{HEAD}{words}\n", KINDS))


def test_numbers_have_their_range_decimals_and_unit():
    amount = measured("## q: Q\n[0.0..9.9 kg]")["q"]
    assert (amount.type, amount.low, amount.high, amount.unit) == (
        VariableType.NUMERIC, 0.0, 9.9, "kg",
    )  # fmt: skip
    assert question("## q: Q\n[0.0..9.9 kg]").body.decimals == 1
    assert question("## q: Q\n[-5..120]").body.decimals == 0


def test_a_numeric_scale_has_its_ends_and_may_be_a_net_promoter_question():
    rating = measured("## q: Q {nps}\n(0..10 never .. always)")["q"]
    assert (rating.type, rating.low, rating.high, rating.nps) == (
        VariableType.NUMERIC, 0.0, 10.0, True,
    )  # fmt: skip
    assert rating.ends == (Text.of("never", "en"), Text.of("always", "en"))
    assert measured("## q: Q\n(1..7)")["q"].ends is None


def test_a_ranking_becomes_a_rank_for_each_item():
    book = measured("## r: Q {max=2}\n1. a: A\n2. b: B\n3. c: C")
    assert [(one.name, one.low, one.high, one.battery) for one in book.variables] == [
        ("r.a", 1.0, 2.0, "r"),
        ("r.b", 1.0, 2.0, "r"),
        ("r.c", 1.0, 2.0, "r"),
    ]
    assert book.batteries[0].shape == RANKS


@pytest.mark.parametrize(
    "words",
    [
        "[search]\n- ( ) a: A\n- b: B",
        "[search]\n- ( ) a: A\n- ( ) b: B",
        "{search}\n- ( ) a: A\n- ( ) b: B",
    ],
)
def test_a_long_list_can_be_searched(words):
    words = words.replace("{search}\n", "")
    heading = "## q: Q" if words.startswith("[") else "## q: Q {search}"
    body = question(f"{heading}\n{words}").body
    assert (body.search, [option.name for option in body.options]) == (True, ["a", "b"])


def test_answers_without_a_name_are_numbered():
    options = question(
        "## q: Q\n- ( ) Yes, I do: often\n- ( ) no: No\n- ( ) 14:30 or so"
    ).body.options
    assert [(option.name, option.label.source) for option in options] == [
        ("1", "Yes, I do: often"),
        ("no", "No"),
        ("3", "14:30 or so"),
    ]


def test_paragraphs_belong_to_the_text_and_the_last_in_emphasis_is_the_hint():
    one = question("## q: Q\n*First* read this.\n\n**Then** that.\n\n*Short, please.*\n\n____")
    assert one.text.source == "Q\n\n*First* read this.\n\n**Then** that."
    assert (one.wording.source, one.hint.source) == ("Q", "Short, please.")


def test_braces_and_backslashes_can_be_written():
    one = question("## q: A \\{set} of C:\\\\ and {{ q0 }} {required}\n____")
    assert (one.text.source, one.required) == ("A {set} of C:\\ and {{ q0 }}", True)


def test_a_piping_becomes_an_ellipsis_in_what_is_reported():
    book = measured("## a: A\n____\n## q: You wrote {{ a }}. Why?\n- ( ) x: Because of {{ a }}")
    assert book["q"].label.source == "You wrote …. Why?"
    assert [category.label.source for category in book["q"].categories] == ["Because of …"]


def test_everything_can_be_required_but_for_what_is_optional_or_only_read():
    head = HEAD.replace("scales:", "required: all\nscales:")
    questionnaire = read(f"{head}## a: A\n____\n## b: B {{optional}}\n____\n## c: C\n", KINDS)
    assert [one.required for one in questionnaire.questions] == [True, False, False]


def test_a_folder_is_read_with_what_lies_in_it(tmp_path):
    (tmp_path / "questionnaire.md").write_text(f"{HEAD}## q: Q\n____\n", encoding="utf-8")
    by_folder = read_questionnaire(tmp_path)
    assert by_folder == read_questionnaire(str(tmp_path / "questionnaire.md"))
    with pytest.raises(Problem) as caught:
        read_questionnaire(tmp_path / "nowhere")
    assert caught.value.code == "no-such-file"


FRONT = [
    ("survay: x", "unknown-key", 5),
    ("title: again", "duplicate-key", 5),
    ("field: 2020-09-28 .. 2020-09-23", "bad-value", 5),
    ("field: soon", "bad-value", 5),
    ("sample: random", "bad-value", 5),
    ("required: maybe", "bad-value", 5),
    ("languages: [de]", "bad-value", 5),
    ("languages: [en, xx-nonsense]", "bad-value", 5),
    ("organisation:", "bad-value", 5),
    ("  organisation: X", "front-matter-indent", 5),
    ("just words", "front-matter-line", 5),
    ("languages: [en", "front-matter-list", 5),
    ("languages: [en,,de]", "front-matter-list", 5),
    ("languages: [en] and more", "front-matter-list", 5),
    ("nets:\n  q.x: X = a", "bad-net", 6),
    ("nets: none", "bad-value", 5),
    ("nets:\n  x: X", "bad-net", 6),
    ("subtitle: x\n  y: z", "front-matter-indent", 6),
]


@pytest.mark.parametrize(("words", "code", "line"), FRONT)
def test_a_wrong_line_of_the_front_matter_is_named(words, code, line):
    with pytest.raises(Problem) as caught:
        question("## q: Q\n____", HEAD.replace("scales:", f"{words}\nscales:"))
    assert (caught.value.code, caught.value.where.line) == (code, line)


@pytest.mark.parametrize(
    ("scale", "code"),
    [
        ("g: [one]", "bad-value"),
        ("g: [one, one]", "bad-value"),
        ("g: words", "bad-value"),
        ("größe: [a, b]", "bad-name"),
        ("g: [a, b]\n  G: [c, d]", "duplicate-key"),
    ],
)
def test_a_wrong_scale_is_refused(scale, code):
    with pytest.raises(Problem) as caught:
        question("## q: Q\n____", HEAD.replace("g: [good, bad]", scale))
    assert caught.value.code == code


@pytest.mark.parametrize("key", ["survey", "title", "language"])
def test_what_every_questionnaire_needs_is_missed(key):
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(key))
    with pytest.raises(Problem) as caught:
        question("## q: Q\n____", head)
    assert (caught.value.code, key in caught.value.found) == ("missing-key", True)


WRONG = [
    ("<!-- why? -->", "", "comment-in-text", 9),
    ("## q: Q", "<!-- why? -->", "comment-in-text", 10),
    ("### Deep", "", "unknown-heading", 9),
    ("#", "", "empty-heading", 9),
    ('# {if="answered(a)"}', "", "empty-heading", 9),
    ("## Wie alt sind Sie?", "____", "question-without-name", 9),
    ("## größe: Wie groß?", "____", "bad-name", 9),
    ("## 1: Q", "____", "bad-name", 9),
    ("## count: Q", "____", "bad-name", 9),
    ("## page: Q", "____", "bad-name", 9),
    ("## q: Q", "- ( ) hint: A", "bad-name", 10),
    ("## q:", "____", "empty-heading", 9),
    ('## q: Q {if="q0 = 1"}', "____", "condition-character", 9),
    ("## q: Q {if}", "____", "condition-syntax", 9),
    ("## q: Q {", "____", "attributes-open", 9),
    ('## q: Q {if="a', "____", "attributes-open", 9),
    ("## q: Q {{ a", "____", "attributes-open", 9),
    ("## q: Q {required} more", "____", "attributes-in-text", 9),
    ("## q: Q {required required}", "____", "attribute-twice", 9),
    ("## q: Q {required optional}", "____", "attribute-value", 9),
    ("## q: Q {=}", "____", "attribute-name", 9),
    ("## q: Q {max=}", "____", "attribute-value", 9),
    ("## q: Q {max=many}", "____", "attribute-value", 9),
    ("## q: Q {max=0}", "____", "attribute-value", 9),
    ("## q: Q {shuffel}", "- ( ) a: A", "unknown-attribute", 9),
    ("## q: Q {shuffle}", "____", "unknown-attribute", 9),
    ("## q: Q", "- a: A\n- b: B", "unrecognised-answers", 10),
    ("## q: Q", "(gg)", "unknown-scale", 10),
    ("## q: Q", "[slyder 0..100]", "unrecognised-answers", 10),
    ("## q: Q", "(very good)", "unrecognised-answers", 10),
    ("## q: Q", "(g)\n- a: A\n- A: B", "duplicate-name", 12),
    ("## q: Q", "(g)\n- a: A {code=1}", "unknown-attribute", 11),
    ("## q: Q", "(g)\n- ( ) a: A", "mixed-answers", 11),
    ("## q: Q", "- ( ) a: A\n- [ ] b: B", "mixed-answers", 11),
    ("## q: Q", "- ( ) a: A\nMore words", "mixed-answers", 11),
    ("## q: Q", "[search]", "mixed-answers", 10),
    ("## q: Q", "- ( ) a: A\n- ( ) a: B", "duplicate-name", 11),
    ("## q: Q", "- ( ) a: A\n- ( ) b: B {code=1}", "duplicate-code", 11),
    ("## q: Q", "- ( ) a: A {code=x}", "attribute-value", 10),
    ("## q: Q", "- ( ) a: A {code=99999}", "attribute-value", 10),
    ("## q: Q", "- ( ) a: A {dk refused}", "attribute-value", 10),
    ("## q: Q", "- ( ) a: A {wrong}", "unknown-attribute", 10),
    ("## q: Q", "- ( ) a:", "empty-label", 10),
    ("## q: Q", "- ( )", "empty-label", 10),
    ("## q: Q", "- ( ) schön: Schön", "bad-name", 10),
    ("## q: Q {min=3}", "- [ ] a: A\n- [ ] b: B", "choice-bounds", 9),
    ("## q: Q {min=2 max=1}", "- [ ] a: A\n- [ ] b: B", "choice-bounds", 9),
    ("## q: Q {max=0}", "- [ ] a: A\n- [ ] b: B", "choice-bounds", 9),
    ("## q: Q", "[9..0 kg]", "empty-range", 10),
    ("## q: Q", "[1..1]", "empty-range", 10),
    ("## q: Q", "[1,5..3]", "bad-range", 10),
    ("## q: Q", "[0..1234567890123]", "bad-range", 10),
    ("## q: Q", "[date 2020-01-01]", "bad-date", 10),
    ("## q: Q", "[date 2020-02-30..2020-12-31]", "bad-date", 10),
    ("## q: Q", "[date 2020-12-31..2020-01-01]", "empty-range", 10),
    ("## q: Q", "1. a: A", "ranking-bounds", 9),
    ("## q: Q {max=3}", "1. a: A\n2. b: B", "ranking-bounds", 9),
    ("## q: Q", "(10..0)", "empty-range", 10),
    ("## q: Q", "(0..1000)", "empty-range", 10),
    ("## q: Q", "(0..10 only one)", "bad-range", 10),
    ("## q: Q {nps}", "(1..10)", "nps-range", 10),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "below", "code", "line"), WRONG)
def test_a_wrong_line_is_named_with_its_line(heading, below, code, line):
    with pytest.raises(Problem) as caught:
        read(f"{HEAD}{heading}\n{below}\n", KINDS, "survey/questionnaire.md")
    first = caught.value
    assert (first.code, first.where.line, first.where.file, len(first.all)) == (
        code,
        line,
        "survey/questionnaire.md",
        1,
    )


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        ("survey: s", "no-front-matter", 1),
        ("---\nsurvey: s", "front-matter-open", 1),
        (HEAD.removesuffix("# P\n"), "no-page", 8),
        (HEAD.replace("# P\n", "Words.\n# P\n"), "text-before-page", 8),
        (HEAD.replace("# P\n", "## q: Q\n____\n# P\n"), "question-without-page", 8),
        (f"{HEAD}## q: Q\n____\n## Q: Q\n____\n", "duplicate-name", 11),
    ],
)
def test_a_wrong_file_is_named_with_the_line(words, code, line):
    with pytest.raises(Problem) as caught:
        read(words, KINDS)
    assert (caught.value.code, caught.value.where.line) == (code, line)


def test_a_page_that_is_missing_is_one_error_however_many_questions_follow():
    questions = "".join(f"## q{number}: Q\n\n- ( ) a: A\n- ( ) b: B\n\n" for number in range(9))
    for words, code in (("", "question-without-page"), ("Words.\n\n", "text-before-page")):
        with pytest.raises(Problem) as caught:
            read(f"{HEAD.removesuffix('# P' + chr(10))}{words}{questions}", KINDS)
        assert [one.code for one in caught.value.all] == [code]


def test_what_else_is_wrong_is_told_beside_the_missing_page():
    with pytest.raises(Problem) as caught:
        read(f"{HEAD.removesuffix('# P' + chr(10))}## q: Q\n____\n## q: Q\n____\n", KINDS)
    assert [one.code for one in caught.value.all] == ["question-without-page", "duplicate-name"]


def test_all_problems_of_a_file_are_said_at_once_in_the_order_of_their_lines():
    words = HEAD.replace("title: T", "titel: T") + "## q: Q\n(h)\n## r: R\n- ( ) a\n- [ ] b\n"
    with pytest.raises(Problem) as caught:
        read(words, KINDS)
    assert [(one.code, one.where.line, one.where.name) for one in caught.value.all] == [
        ("missing-key", 2, None),
        ("unknown-key", 3, None),
        ("unknown-scale", 10, "q"),
        ("mixed-answers", 13, "r"),
    ]


def test_a_problem_proposes_what_was_meant():
    with pytest.raises(Problem) as caught:
        read(HEAD.replace("title: T", "titel: T") + "## größe: Q\n____\n", KINDS)
    assert [one.mend for one in caught.value.all] == [
        "Add for example title: What do you think?",
        "Did you mean title?",
        "Write groesse.",
    ]
