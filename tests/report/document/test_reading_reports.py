"""report.md is read with every Problem at its line, and written in one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundfrage.errors import Problem
from rundfrage.report.claims import Assertion, Band, Binding, Bound, PlainText, Sentence
from rundfrage.report.document.model import Document
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.section.attribute import Choice, QuestionName, RowNames, WholeNumber, Words
from rundfrage.report.section.model import Section, Sentences, Topic
from rundfrage.report.slides import KINDS
from rundfrage.report.slides.chart import ChartKind
from rundfrage.report.slides.headline import HeadlineKind

WHOLE = """\
---
title: Fünf Jahre: ein Rückblick
language: de
# What we call good
bands:
  urteil: [1 .. 2.5 = gut, 2.5 .. 5 = mäßig]
---

## {title}

## Weitermachen {headline="over 75: q8.a.top2, q8.b.top2" kicker="Frage 8"}

halten das für {net: q8.a.top2}.

## {q1.c1} machen mit {chart=q1}

## {chart=q4 form=means}

## Die einen und die anderen {compare=q2.top2 by=q11}

## Die Stärksten {top=q3 k=2}

## {quote=q2_open}

## {quotes=q2_open k=9}

## Was bleibt {statement}

Das Bündnis bleibt.

## In Kürze {summary}

- Ein Satz.
- {q2.top2} sagen ja.

## Dank {text}

\\# Wir danken allen.

## {method}

## {ledger}
"""


def problems_of(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(Problem) as caught:
        read_document(text, "report.md", "de")
    return [(problem.code, problem.where.line) for problem in caught.value.all]


def test_a_whole_report_is_read_and_written_again_as_it_stood():
    document = read_document(WHOLE, "report.md", "en")
    assert write_document(document) == WHOLE
    assert [section.kind.name for section in document.sections] == [
        "title", "headline", "chart", "chart", "compare", "top", "quote", "quotes", "statement",
        "summary", "text", "method", "ledger",
    ]  # fmt: skip
    assert document.bands == {"urteil": (Band(1, 2.5, "gut"), Band(2.5, 5, "mäßig"))}
    assert [dict(section.attributes) for section in document.sections[3:8]] == [
        {"form": "means"}, {"by": "q11"}, {"k": 2}, {}, {"k": 9},
    ]  # fmt: skip
    assert document.sections[1] == Section(
        HeadlineKind(),
        Sentence((PlainText("Weitermachen"),)),
        (
            Sentence(
                (
                    PlainText("halten das für "),
                    Assertion("net", "", (Binding("q8.a.top2"),)),
                    PlainText("."),
                )
            ),
        ),
        figure=Assertion("over", "75", (Binding("q8.a.top2"), Binding("q8.b.top2"))),
        kicker="Frage 8",
    )
    assert [section.line for section in document.sections][:3] == [9, 11, 15]


def test_a_report_needs_no_front_matter_and_takes_the_language_of_the_survey():
    document = read_document("## {q1.c1} {chart=q1}\n", "report.md", "de")
    assert document == Document(
        (Section(ChartKind(), Sentence((Bound(Binding("q1.c1")),)), question="q1"),)
    )


def test_lines_of_a_paragraph_are_one_sentence_and_stars_open_points_too():
    text = "## X {summary}\n* Ein\n  Satz.\n* Noch einer.\n\nUnd\ndieser.\n"
    sentences = read_document(text, "report.md", "de").sections[0].sentences
    assert [one.pieces[0] for one in sentences] == [
        PlainText("Ein Satz."), PlainText("Noch einer."), PlainText("Und dieser."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("report-without-slides", 1)]),
        ("Hallo\n", [("report-heading", 1)]),
        ("# Zu groß\n\n## {title}", [("report-heading", 1)]),
        ("## Ohne alles\n", [("slide-kind", 1)]),
        ("## X {charts=q1}\n", [("slide-kind", 1)]),
        ("## X {form=means chart=q4}\n", [("slide-kind", 1)]),
        ("## X {chart}\n", [("slide-attribute", 1)]),
        ("## X {title=q1}\n", [("slide-attribute", 1)]),
        ("## X {chart=q1 k=3}\n", [("slide-attribute", 1)]),
        ("## X {chart=q1 form=pie}\n", [("slide-attribute", 1)]),
        ("## X {top=q1 k=0}\n", [("slide-attribute", 1)]),
        ("## X {top=q1 k=x}\n", [("attribute-value", 1)]),
        ('## X {chart="q1}\n', [("slide-kind", 1)]),
        ("## X {summary}\n", [("slide-empty", 1)]),
        ("## X {ledger}\n\nWort.\n", [("slide-sentences", 1)]),
        ("## X {headline=a,b}\n", [("binding-form", 1)]),
        ("## Nur 5 {chart=q1}\n\nUnd 6.\n\nUnd {.\n",
         [("free-number", 1), ("free-number", 3), ("claim-braces", 5)]),
        ("---\ntitel: X\nlanguage: klingonisch\n---\n## {title}",
         [("unknown-report-key", 2), ("unknown-language", 3)]),
        ("---\ntitle: X\ntitle: Y\n---\n## {title}", [("report-value", 3)]),
        ("---\ntitle:\n---\n## {title}", [("report-value", 2)]),
        ("---\nbands: [1]\n---\n## {title}", [("report-value", 2)]),
        ("---\nbands:\n  gut: [1 .. 2 = a, 3 .. 4 = b]\n---\n## {title}", [("bands-form", 3)]),
        ("---\nbands:\n  gut: [alles]\n---\n## {title}", [("bands-form", 3)]),
        ("---\ntitle: X\n", [("front-matter-open", 1)]),
    ],
)  # fmt: skip
def test_every_problem_is_named_with_its_line(text, found):
    assert problems_of(text) == found


WORDS = st.text(st.sampled_from("abc äß.-#*{}\\'\"%"), min_size=1).map(
    lambda one: " ".join(one.split())
)
SENTENCES = st.lists(
    st.one_of(WORDS.filter(bool).map(PlainText), st.sampled_from(
        [Bound(Binding("q2.top2")), Assertion("net", "", (Binding("q2.top2"),), capital=True)]
    )),
    min_size=1, max_size=3,
).map(lambda pieces: Sentence(joined(pieces)))  # fmt: skip


def joined(pieces):
    merged = []
    for piece in pieces:
        if merged and isinstance(piece, PlainText) and isinstance(merged[-1], PlainText):
            merged[-1] = PlainText(merged[-1].words + piece.words)
        else:
            merged.append(piece)
    return tuple(merged)


def values(attribute):
    match attribute:
        case Choice():
            return st.sampled_from(attribute.choices)
        case WholeNumber():
            return st.integers(attribute.least, attribute.most)
        case QuestionName():
            return st.sampled_from(["q1", "x y"])
        case Words():
            return st.sampled_from(["office", "a b.geojson"])
        case RowNames():
            return st.sampled_from(["c1", "c1 c3"])
    raise AssertionError(attribute)


@st.composite
def sections(draw):
    kind = draw(st.sampled_from(KINDS))
    least = 1 if kind.sentences is Sentences.NEEDED else 0
    most = 0 if kind.sentences is Sentences.REFUSED else 3
    needed = {one.name: values(one) for one in kind.attributes if one.required}
    others = {one.name: values(one) for one in kind.attributes if not one.required}
    names = st.sampled_from(["q1", "Wie alt?", 'a"b', "x'y\"z"])
    return Section(
        kind,
        draw(st.just(Sentence(())) | SENTENCES),
        tuple(draw(st.lists(SENTENCES, min_size=least, max_size=most))),
        draw(names) if kind.topic is Topic.QUESTION else "",
        Bound(Binding("q2.top2")) if kind.topic is Topic.FIGURE else None,
        draw(st.fixed_dictionaries(needed, optional=others)),
        draw(st.none() | st.text(st.sampled_from("ab }\\\"'"))),
    )


@given(
    st.builds(
        Document,
        st.lists(sections(), min_size=1, max_size=4).map(tuple),
        WORDS,
        st.sampled_from(["", "fr", "de-AT"]),
        st.sampled_from(["", "simple", "strata=a, psu=b+c, weight=w"]),
        st.sampled_from([{}, {"gut": (Band(1, 2, "a, b"), Band(2, 3.5, "c # d"))}]),
    )
)
def test_what_is_written_is_read_again(document: Document):
    text = write_document(document)
    again = read_document(text, "report.md", "fr")
    assert again == document
    assert write_document(again) == text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("- a\n  - b\n    - c\n- d", [4, 5]),
        ("1. a\n\n   - b", [5]),
        ("| a | b |\n|---|---|\n| c | d |", [3, 4, 5]),
        ("a | b\n--- | ---", [4]),
        ("```\nx\n```", [3, 5]),
        ("a\n\n---\n\nb", [5]),
    ],
)
def test_what_slides_dont_show_is_refused_with_its_line(body, lines):
    assert problems_of(f"## A {{text}}\n\n{body}\n") == [("report-markdown", at) for at in lines]


def test_lists_of_one_level_may_be_indented_and_run_over_lines():
    text = "## A {text}\n\n  - a\n    weiter\n  - b\n\n - c\n\nAbsatz | ohne Tabelle\n\n   1. d\n"
    document = read_document(text, "report.md", "de")
    assert [one.point for one in document.sections[0].sentences] == ["-", "-", "-", "", "1."]


@given(st.text(st.sampled_from("## {}[]=\"'\\-:|\nabchartquoverk9.%~—\u2028\x00")) | st.text())
def test_no_text_raises_anything_but_a_problem(text):
    try:
        document = read_document(text, "report.md", "de")
    except Problem as problem:
        assert problem.all
    else:
        assert read_document(write_document(document), "report.md", "de") == document


@given(st.integers(0, len(WHOLE)), st.integers(0, 40), st.text(max_size=4))
def test_a_report_with_a_piece_torn_out_is_read_or_refused(start, length, instead):
    text = WHOLE[:start] + instead + WHOLE[start + length :]
    try:
        document = read_document(text, "report.md", "de")
    except Problem as problem:
        assert all(one.where.line is not None for one in problem.all)
    else:
        assert read_document(write_document(document), "report.md", "de") == document


def test_a_monstrous_report_is_refused_in_no_time():
    for text in ("{" * 300_000, "## " + "{" * 15_000, "## {chart=q1}\n" * 40_000,
                 "## X {text}\n" + "{over 5: " * 400, "## X {text}\n" + "[" * 15_000,
                 "## X {text}\n\n" + "{a[" * 1_300):  # fmt: skip
        with pytest.raises(Problem):
            read_document(text, "report.md", "de")
