"""Every kind of slide is one file and one line; what it says of itself is so in all the house."""

from __future__ import annotations

import ast
import json
import pkgutil
import re
from dataclasses import replace
from pathlib import Path

import pytest
from surveys import multiple, open_text, scale, single, survey, times

import rundfrage
from rundfrage.errors import Problem
from rundfrage.report import slides
from rundfrage.report.deck import Deck
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.plan import plan
from rundfrage.report.quotes import Quotes, Release
from rundfrage.report.section.model import Section, Sentences, SlideKind, Topic
from rundfrage.report.slides import KINDS
from rundfrage.tables import tabulate

SOURCE = Path(rundfrage.__file__).parent
OUTSIDE = {
    name: path.read_text("utf-8")
    for room in ("report", "services", "cli")
    for path in sorted((SOURCE / room).rglob("*.py"))
    if not (name := path.relative_to(SOURCE).as_posix()).startswith("report/slides/")
}
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "report-file.md"

SURVEY = survey(
    (scale("q2", "Wie wichtig?"), times(c1=50, c2=30, c3=20)),
    (multiple("q3", "Was?", ["A", "B", "C", "D"]), ["c1 c2"] * 50 + ["c1"] * 30 + ["c3"] * 20),
    (open_text("q2_open", "Warum?"), [f"Antwort {place}." for place in range(100)]),
    (single("q11", "Wo?", ["Hier", "Dort"]), times(c1=60, c2=40)),
)
RELEASE = Release({"q2_open": Quotes("Antwort 0.", ("Antwort 1.", "Antwort 2."))})
SENTENCE = "Es sind {q2.top2}."


@pytest.fixture(autouse=True)
def _areas(tmp_path, monkeypatch):
    """The file of areas that an example names."""
    monkeypatch.chdir(tmp_path)
    square = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 0.0]]
    features = [
        {"type": "Feature", "properties": {"name": name},
         "geometry": {"type": "Polygon", "coordinates": [square]}}
        for name in ("Hier", "Dort")
    ]  # fmt: skip
    content = {"type": "FeatureCollection", "features": features}
    Path("areas.geojson").write_text(json.dumps(content), encoding="utf-8")


each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def example_of(kind: SlideKind, braces: str = "", *, sentences: bool | None = None) -> str:
    """A report of one slide, with a sentence if its kind needs one or if it is to have one."""
    needed = kind.sentences is Sentences.NEEDED if sentences is None else sentences
    return f"## Titel {{{braces or kind.example}}}\n" + (f"\n{SENTENCE}\n" if needed else "")


def section_of(text: str) -> Section:
    (section,) = read_document(text, "report.md", "de").sections
    return section


def deck_of(text: str) -> Deck:
    document = read_document(text, "report.md", "de")
    return plan(SURVEY, tabulate(SURVEY), language="de", quotes=RELEASE, document=document)


def refused(text: str) -> list[str]:
    with pytest.raises(Problem) as caught:
        read_document(text, "report.md", "de")
    return [problem.code for problem in caught.value.all]


def test_every_file_is_a_kind_in_the_list_and_named_as_it():
    files = [module.name for module in pkgutil.iter_modules(slides.__path__)]
    assert sorted(kind.name for kind in KINDS) == sorted(files)
    assert [type(kind).__module__ for kind in KINDS] == [
        f"{slides.__name__}.{kind.name}" for kind in KINDS
    ]
    assert len(set(KINDS)) == len(KINDS)


@each_kind
def test_a_line_of_the_authors_stands_in_the_footer_where_there_is_one(kind):
    footer = 'footer="Quelle: [Amt](https://example.org), {study.n}"'
    text = example_of(kind, f"{kind.example} {footer}")
    if not kind.footed:
        with pytest.raises(Problem) as caught:
            read_document(text, "report.md", "de")
        assert caught.value.code == "slide-attribute"
        return
    assert section_of(write_document(read_document(text, "report.md", "de"))) == section_of(text)
    for slide in deck_of(text).slides:
        assert "Quelle: Amt, 100" in slide.foot.text
        (link,) = slide.foot.emphases
        assert (slide.foot.text[link.start : link.end], link.link) == ("Amt", "https://example.org")


@each_kind
def test_its_example_is_read_as_it_and_written_again(kind):
    text = example_of(kind)
    section = section_of(text)
    assert section.kind == kind
    assert bool(section.question) is (kind.topic is Topic.QUESTION)
    assert (section.figure is not None) is (kind.topic is Topic.FIGURE)
    written = write_document(read_document(text, "report.md", "de"))
    assert written == (text.replace(SENTENCE, f"- {SENTENCE}") if kind.listed else text)


@each_kind
def test_its_example_becomes_slides_that_print_their_sentences(kind):
    allowed = kind.sentences is not Sentences.REFUSED
    deck = deck_of(example_of(kind, sentences=allowed))
    assert [slide.title.text for slide in deck.slides] == ["Titel"] * len(deck.slides) != []
    claims = [claim.text for slide in deck.slides for claim in slide.claims]
    assert (SENTENCE.replace("{q2.top2}", "80\u202f%") in claims) is allowed
    quotations = [one.text for slide in deck.slides for one in slide.quotations]
    assert (quotations != []) is kind.quotes


@each_kind
def test_it_takes_a_value_if_it_has_a_topic_and_no_other(kind):
    wrong = kind.name if kind.topic is not Topic.NOTHING else f"{kind.name}=q2"
    rest = kind.example.partition(" ")[2]
    assert refused(example_of(kind, f"{wrong} {rest}".strip())) == ["slide-attribute"]


@each_kind
def test_it_takes_its_attributes_and_no_others_and_lacks_none_that_it_needs(kind):
    bare = kind.example.partition(" ")[0]
    assert refused(example_of(kind, f"{kind.example} colour=red")) == ["slide-attribute"]
    for attribute in kind.attributes:
        assert attribute.takes.endswith(".")
        if attribute.required:
            assert attribute.name in section_of(example_of(kind)).attributes
            assert refused(example_of(kind, bare)) == ["slide-attribute"]
        wrong = refused(example_of(kind, f"{bare} {attribute.name}"))
        assert set(wrong) <= {"slide-attribute", "attribute-value"}


@each_kind
def test_sentences_stand_below_it_as_it_wants_them(kind):
    if kind.sentences is Sentences.NEEDED:
        assert refused(example_of(kind, sentences=False)) == ["slide-empty"]
    elif kind.sentences is Sentences.REFUSED:
        assert refused(example_of(kind, sentences=True)) == ["slide-sentences"]
    else:
        for sentences in (False, True):
            section = section_of(example_of(kind, sentences=sentences))
            assert len(section.sentences) == sentences


@pytest.mark.parametrize(
    ("braces", "mend"), [("charts=q2", "Did you mean chart?"), ("zzz", "Write for example")]
)
def test_a_kind_that_there_is_not_is_met_with_those_that_there_are(braces, mend):
    with pytest.raises(Problem) as caught:
        read_document(f"## Titel {{{braces}}}\n", "report.md", "de")
    assert [kind.name for kind in KINDS if kind.name not in caught.value.expected] == []
    assert caught.value.mend.startswith(mend)


def test_the_reference_has_a_row_for_every_kind_and_every_attribute_and_no_others():
    page = REFERENCE.read_text("utf-8").partition("\n## Slides\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `\{(\w+)", page, re.MULTILINE)
    assert rows == [kind.name for kind in KINDS]
    named = {one.name for kind in KINDS for one in kind.attributes} | {"kicker", "footer"}
    attributes = page.partition("| beside it |")[2]
    assert set(re.findall(r"^\| `(\w+)=", attributes, re.MULTILINE)) == named


NAMES = "|".join(kind.name for kind in KINDS)
CLASSES = "|".join(type(kind).__name__ for kind in KINDS)
COMPARED = re.compile(rf"kind(\.name)?\s+(==|!=|is|is not|in|not in)\s.*\b({NAMES}|{CLASSES})\b")


def dispatched(source: str) -> list[str]:
    """What the source imports of a kind, or compares a kind with."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith(
                "rundfrage.report.slides."
            ):
                found.append(module)
            case ast.Compare() if COMPARED.search(ast.unparse(node)):
                found.append(ast.unparse(node))
            case ast.Match() if re.search(r"\bkind(\.name)?$", ast.unparse(node.subject)):
                cases = " ".join(ast.unparse(case.pattern) for case in node.cases)
                found += re.findall(rf"['\"](?:{NAMES})['\"]|\b(?:{CLASSES})\b", cases)
    return found


@pytest.mark.parametrize(
    "source",
    [
        "from rundfrage.report.slides.chart import ChartKind",
        'section.kind.name == "ledger"',
        'if section.kind.name in ("text", "summary"): pass',
        'match section.kind.name:\n    case "quote": pass',
        "match section.kind:\n    case ChartKind(): pass",
    ],
)
def test_what_dispatches_on_a_kind_would_be_found(source):
    assert dispatched(source) != []


def test_nobody_outside_its_file_asks_which_kind_a_slide_is_of():
    found = {name: dispatched(source) for name, source in OUTSIDE.items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_a_draft_has_the_sections_of_each_kind_where_the_kind_puts_them():
    deck = plan(SURVEY, tabulate(SURVEY), language="de", quotes=RELEASE)
    shown = [(slide.role.value, slide.source) for slide in deck.slides]
    assert shown == [
        ("title", ""),
        ("summary", ""),
        ("chart", "q2"),
        ("chart", "q3"),
        ("quote", "q2_open"), ("quotes", "q2_open"),
        ("headline", "q11"),
        ("method", ""),
    ]  # fmt: skip
    again = plan(SURVEY, tabulate(SURVEY), language="de")
    assert replace(deck, slides=()) == replace(again, slides=())
