"""Bold, italics and links in sentences: read as CommonMark reads them, never printed as marks."""

from __future__ import annotations

import pytest
from claimed import evidence_of
from hypothesis import example, given
from hypothesis import strategies as st
from surveys import scale, survey, times

from rundfrage.errors import Problem
from rundfrage.manuscript.markup import markup_reader
from rundfrage.report.claims import Passage, Sentence, read_sentence, state, write_sentence
from rundfrage.report.deck import Claim, Emphasis


def read(source: str) -> tuple[Sentence, list[Problem]]:
    problems: list[Problem] = []
    return read_sentence(Passage(source), "de", problems), problems


def shown(source: str) -> str:
    """The claim of a sentence without bindings, its emphases as tags."""
    sentence, problems = read(source)
    assert problems == []
    return tagged(state(sentence, EVIDENCE, []))


def tagged(claim: Claim) -> str:
    said = ""
    for part, look in claim.pieces:
        words = part if isinstance(part, str) else part.text
        for tag, wanted in (("em", look.italic), ("strong", look.bold)):
            words = f"<{tag}>{words}</{tag}>" if wanted else words
        said += f'<a href="{look.link}">{words}</a>' if look.link else words
    return said.replace("</strong><strong>", "").replace("</em><em>", "")


EVIDENCE = evidence_of(survey((scale("q2", "Wie wichtig?"), times(c1=50, c2=30, c3=20))))


@pytest.mark.parametrize(
    "source",
    [
        "Ein **Wort** und *noch* eins",
        "__stark__ und _schräg_",
        "**mit *beidem* darin**",
        "a * b * c",
        "**a** **b**",
        "snake_case_name und q_open",
        r"\*kein\* Wort, \[kein\](Link)",
        "„**Zitat**“, (*so*)",
        "[Verweis](https://example.org) hier",
        "[Verweis](<https://example.org/a>)",
        "<https://example.org>",
        "[a [b] c](https://example.org)",
        "[x] und (y)",
        "foo*",
        "*foo bar",
        "**强调**文字",
        "والـ**تحالف** مهم",
    ],
)
def test_marks_are_those_of_the_questionnaire(source):
    assert shown(source) == markup_reader().renderInline(source)


def test_a_star_between_two_letters_is_a_star():
    assert shown("Bürger*innen und Kolleg*innen") == "Bürger*innen und Kolleg*innen"
    assert shown("*Bürger*innen* zuerst") == "<em>Bürger*innen</em> zuerst"


def test_a_number_and_a_wording_stand_out_as_a_whole():
    sentence, problems = read("**{q2.top2}** und [*{q2.n}* Leute](https://example.org)")
    claim = state(sentence, EVIDENCE, problems)
    assert problems == []
    assert [(one.bold, one.italic, one.link) for one in claim.emphases] == [
        (True, False, ""),
        (False, True, "https://example.org"),
        (False, False, "https://example.org"),
    ]
    first = claim.figures[0].text
    assert claim.emphases[0] == Emphasis(0, len(first), bold=True)
    assert claim.text == f"{first} und {claim.figures[1].text} Leute"


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("**offen", "emphasis-open", 1),
        ("zu **", "", 0),
        ("wort__", "emphasis-open", 5),
        ("[x](javascript:alert)", "link-address", 3),
        ("[x](JavaScript:alert)", "link-address", 3),
        ("[x](file:///etc/passwd)", "link-address", 3),
        ("[x](data:text/html,a)", "link-address", 3),
        ("[x](//example.org)", "link-address", 3),
        ("[x](seite.html)", "link-address", 3),
        ("[x](https://)", "link-address", 3),
        ("[x](https://[a)", "link-address", 3),
        ("[x]()", "link-address", 3),
        ("<javascript:alert>", "link-address", 1),
        ("[x](mit wörtern)", "link-form", 3),
        ('[x](https://example.org "Titel")', "link-form", 3),
        ("[](https://example.org)", "link-form", 1),
        ("[a [b](https://a.de) c](https://b.de)", "link-form", 1),
    ],
)
def test_what_was_meant_as_a_mark_and_is_none_is_a_problem(source, code, column):
    problems = read(source)[1]
    found = [(one.code, one.where.name) for one in problems]
    assert found == ([(code, f"column {column}")] if code else [])


def test_scripts_without_italics_are_bold_where_others_slant():
    assert shown("يجب أن *يستمر*") == "يجب أن <strong><em>يستمر</em></strong>"


def test_an_address_holds_no_free_number_and_nothing_that_a_document_cannot():
    sentence, problems = read("[Seite](https://example.org/2020/ü?a=(b)) und <https://a.de/3>")
    assert problems == []
    claim = state(sentence, EVIDENCE, [])
    assert claim.text == "Seite und https://a.de/3"
    assert [one.link for one in claim.emphases] == [
        "https://example.org/2020/%C3%BC?a=(b)", "https://a.de/3",
    ]  # fmt: skip


SOURCES = st.lists(
    st.sampled_from(
        ["*", "**", "_", "[", "]", "](https://a.de)", "(", ")", "!", "<", ">", " ", "a", "ä.", "\\",
         "<https://a.de>", "{q2.top2}", '{{"12 *"}}', "](https://a.de/(b)c)"]
    ),
    max_size=14,
)  # fmt: skip


@example(["**", "a", "**", "_", "**", "[", "**", "_"])
@example(["_", "[", "_", "**", "{q2.top2}", "**"])
@example(["*", "[", "*", "](https://a.de)"])
@example(["!", "\\", "[", "](https://a.de)"])
@given(SOURCES)
def test_what_is_read_is_written_and_read_again(pieces):
    sentence, problems = read("".join(pieces))
    if not problems:
        assert read(write_sentence(sentence)) == (sentence, [])
