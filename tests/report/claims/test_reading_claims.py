"""Sentences are read with their places, written in one way, and no words break the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundfrage.errors import Problem
from rundfrage.report.claims import (
    Assertion,
    Binding,
    Bound,
    Passage,
    PlainText,
    QuotedText,
    Sentence,
    read_sentence,
    write_sentence,
)
from rundfrage.report.claims.passage import where
from rundfrage.report.claims.wordings import WORDINGS
from rundfrage.report.claims.wordings.wording import Argument


def read(source: str, language: str = "de") -> tuple[Sentence, list[Problem]]:
    problems: list[Problem] = []
    return read_sentence(Passage(source), language, problems), problems


def codes(source: str, language: str = "de") -> list[tuple[str, str]]:
    return [(problem.code, str(problem.where)) for problem in read(source, language)[1]]


def test_a_sentence_is_words_bindings_wordings_and_quoted_numbers():
    sentence, problems = read(
        'Im Jahr {{"2020"}} fanden {q2.top2[q1=c1]:1} das {net: q2.top2} \\{!'
    )
    assert problems == []
    assert sentence == Sentence(
        (
            PlainText("Im Jahr "),
            QuotedText("2020"),
            PlainText(" fanden "),
            Bound(Binding("q2.top2", "q1=c1", 1)),
            PlainText(" das "),
            Assertion("net", "", (Binding("q2.top2"),)),
            PlainText(" {!"),
        )
    )


def test_a_wording_takes_an_argument_several_bindings_and_a_capital():
    assert read('{Over 75.5: a.top2, b.top2[q1=x or q3 == ",:}"]}')[0] == Sentence(
        (
            Assertion(
                "over",
                "75.5",
                (Binding("a.top2"), Binding("b.top2", 'q1=x or q3 == ",:}"')),
                capital=True,
            ),
        )
    )


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Offen {q2.top2", [("claim-braces", "column 7")]),
        ("Zu } früh", [("claim-braces", "column 4")]),
        ("Leer {}", [("binding-form", "column 7")]),
        ("Leer {over 5: }", [("binding-form", "column 14")]),
        ("{q2.top2[]}", [("binding-form", "column 2")]),
        ("{{2020}}", [("claim-quote", "column 1")]),
        ("{ober 5: q2.top2}", [("unknown-wording", "column 2")]),
        ("{over: q2.top2}", [("wording-form", "column 2")]),
        ("{half 3: q2.top2}", [("wording-form", "column 2")]),
        ("{top x: q2}", [("wording-form", "column 2")]),
        ("{more: q2.top2}", [("wording-form", "column 2")]),
        ("{first: q2, q3}", [("wording-form", "column 2")]),
        ("x" * 4001, [("sentence-too-long", "column 1")]),
        ("{a b} und {c d}", [("binding-form", "column 2"), ("binding-form", "column 12")]),
    ],
)
def test_what_is_wrong_is_named_with_its_column(source, found):
    assert codes(source) == found


@pytest.mark.parametrize(
    ("language", "source", "columns"),
    [
        ("de", "Seit 2015 dabei", [6]),
        ("de", "80 % und 3,5", [1, 10]),
        ("de", "Zwei Drittel der Mehrheit", [1, 6, 18]),
        ("de", "Mehr als die Hälfte", [14]),
        ("de", "einundzwanzig und ein Hundertstel", [1, 23]),
        ("de", "Ein Grund, der zweite", []),
        ("de", "achtsam, Einzelne, Elfen, Dreiecksbeziehung", []),
        ("de", "Das Bündnis half", []),
        ("de", "½ und Ⅳ und ٣", [1, 7, 13]),
        ("en", "About half, a third or twenty-two", [7, 15, 24]),
        ("en", "One of them, the second", []),
        ("en", "The Elf", []),
        ("fr", "deux tiers, 12", [13]),
        ("de-AT", "elf", [1]),
    ],
)
def test_numbers_and_number_words_may_not_stand_free(language, source, columns):
    assert codes(source, language) == [("free-number", f"column {one}") for one in columns]


def test_a_number_quoted_on_purpose_may_stand():
    assert codes('Im Jahr {{"2020"}}, mit {{"drei"}} Partnern') == []


def test_a_sentence_over_several_lines_knows_the_line_of_each_word():
    passage = Passage.of_lines([(7, 3, "Viele sagen"), (8, 1, "es sind 12.")], "report.md")
    problems: list[Problem] = []
    read_sentence(passage, "de", problems)
    assert str(problems[0].where) == "report.md:8: column 9"
    assert str(where(passage.spot(0))) == "report.md:7: column 3"


NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,6}(\.[a-z0-9_-]{1,6}){0,2}", fullmatch=True)
ODD = st.text(st.characters(exclude_categories=["Cs", "Cc", "Nd", "Nl", "No"]), min_size=1).map(
    lambda words: " ".join(words.split())
)
GROUPS = st.sampled_from(["", "q1=x", 'q1 == "a]b"', "q1 <= 2 and q3=y", "q9 == '}'"])
BINDINGS = st.builds(Binding, NAMES | ODD.filter(bool), GROUPS, st.none() | st.integers(0, 9))
ARGUMENTS = {
    Argument.NONE: st.just(""),
    Argument.LIMIT: st.integers(0, 99).map(str) | st.just("2.5"),
    Argument.COUNT: st.integers(1, 99).map(str),
    Argument.NAME: st.sampled_from(["", "urteil"]),
}


@st.composite
def wordings(draw):
    wording = draw(st.sampled_from(list(WORDINGS.values())))
    most = min(wording.most, 4)
    bindings = draw(st.lists(BINDINGS, min_size=wording.fewest, max_size=most))
    argument = draw(ARGUMENTS[wording.argument])
    return Assertion(wording.name, argument, tuple(bindings), draw(st.booleans()))


PIECES = st.one_of(
    st.text(st.sampled_from("abc äß.,:{}\\[]\"'`%–#-*"), min_size=1).map(PlainText),
    st.text(st.sampled_from('12 "\\{}ab'), min_size=1).map(
        lambda one: QuotedText(" ".join(one.split()))
    ),
    BINDINGS.map(Bound),
    wordings(),
)


@given(st.lists(PIECES, max_size=6))
def test_what_is_written_is_read_again(pieces):
    sentence, problems = read(write_sentence(Sentence(tuple(pieces))), "fr")
    assert problems == []
    assert read(write_sentence(sentence), "fr") == (sentence, [])
    kept = [piece for piece in pieces if not isinstance(piece, PlainText)]
    assert [piece for piece in sentence.pieces if not isinstance(piece, PlainText)] == kept


@given(st.text(st.sampled_from("{}[]\"'`\\:,. =q2topvernfirsl0a\u00bd\n")) | st.text())
def test_no_words_break_the_reader(source):
    sentence, _ = read(source)
    again, problems = read(write_sentence(sentence), "fr")
    assert (again, [problem.code for problem in problems if problem.code != "free-number"]) == (
        sentence,
        [],
    )
