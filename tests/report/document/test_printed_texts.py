"""Every text of an author that is printed or read aloud is checked for free numbers."""

from __future__ import annotations

import pytest

from rundfrage.errors import Problem
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.section.attribute import Choice, QuestionName, RowNames, WholeNumber, Words
from rundfrage.report.slides import KINDS

PARSED = (Choice, QuestionName, RowNames, WholeNumber)
"""What is looked up or counted, and never printed as it is written."""
LOOKED_UP = {"file", "key"}
FREE = ["72 % fahren Bus", "Zwölf Busse", "Die meisten sind froh", "Wert 3,5", "Um {q1.top2}"]
HARMLESS = ["Was zählt", "Frage 4", "Teil 2: Alltag", "Amt für Statistik, 2020", 'Seit {{"12"}} J.']


def heading(kind, **words) -> str:
    required = {one.name: "x" for one in kind.attributes if one.required}
    example = kind.example.split(" ")[0]
    pieces = [f"{name}='{words}'" for name, words in (required | words).items()]
    below = {"needed": "\n\nEin Satz.\n"}.get(kind.sentences.value, "\n")
    return f"## Titel {{{example} {' '.join(pieces)}}}{below}"


PLACES = {
    **{
        f"{kind.name} {name}": lambda words, kind=kind, name=name: heading(kind, **{name: words})
        for kind in KINDS
        for name in (
            "kicker",
            *(["footer"] if kind.footed else []),
            *(one.name for one in kind.attributes if isinstance(one, Words) and one.printed),
        )
    },
    "title of a slide": lambda words: f"## {words} {{text}}\n\nEin Satz.\n",
    "sentence": lambda words: f"## Titel {{text}}\n\n{words}\n",
    "notes": lambda words: f"## Titel {{text}}\n\nEin Satz.\n\n> {words}\n",
    "picture": lambda words: f"## Titel {{text}}\n\n![{words}](bild.png)\n",
}
BOUND = ("footer", "title of a slide", "sentence", "notes")
"""Where bindings may stand, and every other number has to be quoted."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_attribute_is_parsed_or_says_whether_it_is_printed(kind):
    for attribute in kind.attributes:
        assert isinstance(attribute, (*PARSED, Words)), attribute
        if isinstance(attribute, Words):
            assert attribute.printed == (attribute.name not in LOOKED_UP), attribute


@pytest.mark.parametrize("place", PLACES)
def test_numbers_stand_free_nowhere(place):
    for words in FREE:
        if place.endswith(BOUND) and "{" in words:
            continue
        with pytest.raises(Problem) as raised:
            read_document(PLACES[place](words), "report.md", "de")
        codes = {one.code for one in raised.value.all}
        assert codes == {"claim-braces" if "{" in words else "free-number"}, words


@pytest.mark.parametrize("place", [one for one in PLACES if not one.endswith(BOUND)])
def test_what_counts_off_a_part_and_a_year_at_the_end_may_stand(place):
    for words in HARMLESS:
        document = read_document(PLACES[place](words), "report.md", "de")
        assert read_document(write_document(document), "report.md", "de") == document


@pytest.mark.parametrize(
    ("title", "free"),
    [("72 % fahren Bus", True), ("Ein Mittel von 3,5", True), ("Fünf Jahre Bündnis 2020", False),
     ('Die {{"99 %"}}', False)],
)  # fmt: skip
def test_the_title_of_a_report_may_count_and_holds_no_shares(title, free):
    source = f"---\ntitle: '{title}'\n---\n\n## {{title}}\n"
    if not free:
        assert read_document(source, "report.md", "de").title == title
        return
    with pytest.raises(Problem) as raised:
        read_document(source, "report.md", "de")
    assert [one.code for one in raised.value.all] == ["free-number"]
