"""report.LANGUAGE.md is built beside report.md, of the same data; what only one says is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rundfrage import services
from rundfrage.errors import Problem

GERMAN = """\
---
title: Die Umfrage
language: de
---

## {title}

## Viele machen mit {chart=q1}

{q1.ja} machen mit.

## Zum Schluss {text}

Danke.
"""
ENGLISH = (
    GERMAN.replace("language: de", "language: en")
    .replace("Die Umfrage", "The survey")
    .replace("Viele machen mit", "Many take part")
    .replace("machen mit.", "take part.")
    .replace("Zum Schluss", "In the end")
    .replace("Danke", "Thanks")
)
ARABIC = ENGLISH.replace("language: en", "language: ar").replace("take part.", "يشاركون.")


@pytest.fixture
def answers(tmp_path: Path) -> services.Source:
    (tmp_path / "a.csv").write_text("q1\n" + "ja\n" * 30 + "nein\n" * 10, encoding="utf-8")
    folder = tmp_path / "a-report"
    folder.mkdir()
    for name, text in {
        "report.md": GERMAN,
        "report.en.md": ENGLISH,
        "report.ar.md": ARABIC,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return services.open_source(tmp_path / "a.csv", reading=services.Reading())


def built(answers, **more) -> services.BuiltDeck:
    return services.build_deck(answers, formats=("html", "pptx"), **more)


def codes(deck) -> list[tuple[str, str]]:
    return [(one.code, one.found) for one in deck.warnings if one.code == "report-differs"]


def test_all_languages_are_built_in_one_run_with_the_same_figures(answers):
    deck = built(answers)
    assert [file.name for file in deck.files] == [
        f"{stem}{tag}.{ending}"
        for tag in ("", ".ar", ".en")
        for stem, ending in (("report", "pptx"), ("report", "html"), ("figures", "json"))
    ]
    assert codes(deck) == []
    figures = {file.name: json.loads(file.read_text("utf-8")) for file in deck.files
               if file.suffix == ".json"}  # fmt: skip
    values = [[(one["slide"], one["binding"], one["value"]) for one in each["figures"]]
              for each in figures.values()]  # fmt: skip
    assert values[0] == values[1] == values[2]
    assert [each["language"] for each in figures.values()] == ["de", "ar", "en"]
    folder = deck.files[0].parent
    assert 'lang="ar" dir="rtl"' in (folder / "report.ar.html").read_text("utf-8")
    assert "Many take part" in (folder / "report.en.html").read_text("utf-8")
    before = [file.stat().st_mtime_ns for file in deck.files if file.suffix != ".json"]
    after = [file.stat().st_mtime_ns for file in built(answers).files if file.suffix != ".json"]
    assert before == after


def test_one_language_can_be_asked_for(answers):
    analysis = services.Analysis(language="en")
    deck = built(answers, edition=services.Edition(analysis))
    assert [file.name for file in deck.files] == [
        "report.en.pptx", "report.en.html", "figures.en.json",
    ]  # fmt: skip


def test_easy_language_stands_beside_the_other(answers):
    easy = GERMAN.replace("Viele machen mit", "Viele sind dabei")
    (answers.report.parent / "report.de-easy.md").write_text(easy, encoding="utf-8")
    (answers.report.parent / "report.alt.md").write_text("x", encoding="utf-8")
    names = [file.name for file in built(answers).files]
    assert "report.de-easy.html" in names
    assert not any(".alt." in name for name in names)


def test_what_is_wrong_in_any_language_stops_all_and_is_told_at_once(answers):
    for name in ("report.md", "report.en.md"):
        path = answers.report.parent / name
        path.write_text(path.read_text("utf-8").replace("{q1.ja}", "{over 90: q1.ja}"), "utf-8")
    with pytest.raises(Problem) as caught:
        built(answers)
    found = [(one.code, Path(one.where.file).name) for one in caught.value.all
             if one.severity == "error"]  # fmt: skip
    assert found == [("claim-false", "report.md"), ("claim-false", "report.en.md")]
    assert not list(answers.report.parent.glob("*.pptx"))


def test_slides_and_sentences_of_one_language_alone_are_told(answers):
    path = answers.report.parent / "report.en.md"
    text = path.read_text("utf-8").replace("Thanks.", "Thanks.\n\nOne more {q1.nein}.")
    path.write_text(text.replace("{q1.ja} take part.", "They take part."), "utf-8")
    text = (answers.report.parent / "report.ar.md").read_text("utf-8")
    shorter = text[: text.index("## In the end")]
    (answers.report.parent / "report.ar.md").write_text(shorter, "utf-8")
    assert [found for _, found in codes(built(answers))] == [
        "report.ar.md doesn't have the slide {text}.",
        "report.en.md doesn't have “{q1.ja} machen mit.”.",
        "report.md doesn't have “They take part.”.",
        "report.md doesn't have “One more {q1.nein}.”.",
    ]


def test_a_file_that_is_named_after_another_language_is_refused(answers):
    (answers.report.parent / "report.fr.md").write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        built(answers)
    assert "report-language" in [one.code for one in caught.value.all]


def test_a_version_stands_beside_the_automatic_deck_and_counts_on_its_design(answers):
    path = answers.report.parent / "report.en.md"
    text = path.read_text("utf-8").replace("language: en", "language: en\ndesign: simple")
    path.write_text(text, "utf-8")
    assert [one.where.name for one in built(answers).warnings if one.code == "report-differs"] == [
        "design"
    ]
    path.write_text(ENGLISH, "utf-8")
    answers.report.unlink()
    names = [file.name for file in built(answers).files]
    assert {"report.html", "report.en.html", "report.ar.html"} <= {*names}


def test_an_edited_deck_of_any_language_is_not_written_over(answers):
    deck = built(answers)
    file = next(one for one in deck.files if one.name == "report.en.pptx")
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(Problem) as caught:
        built(answers)
    assert caught.value.code == "output-edited"


def test_slides_that_are_missing_are_one_warning(answers):
    longer = GERMAN + "".join("\n## Nummer {text}\n\nSatz {q1.ja}.\n" for _ in range(25))
    (answers.report.parent / "report.md").write_text(longer, "utf-8")
    told = dict.fromkeys(found for _, found in codes(built(answers)))
    assert [one.split(", ")[0] for one in told] == [
        "report.ar.md doesn't have 25 slides: {text}",
        "report.en.md doesn't have 25 slides: {text}",
    ]


SURVEY = """\
---
survey: wege
title: Wege
language: de
---

# Wege

## q1: Wie zufrieden sind Sie?

- ( ) ja: Sehr
- ( ) nein: Gar nicht

## q2: Woher?

- ( ) a: Stadt
- ( ) b: Land
"""


def test_labels_without_words_in_the_reports_language_are_one_warning(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, "utf-8")
    (tmp_path / "answers.csv").write_text("q1,q2\n" + "ja,a\n" * 30 + "nein,b\n" * 20, "utf-8")
    (tmp_path / "report.md").write_text("## {title}\n\n## {chart=q1}\n", "utf-8")
    (tmp_path / "report.en.md").write_text("## {title}\n\n## {chart=q1}\n", "utf-8")
    warnings = built(services.open_source(tmp_path)).warnings
    (told,) = [one.found for one in warnings if one.code == "labels-untranslated"]
    assert told == (
        "3 questions and labels of its slides have no words in the language en: "
        "“Wie zufrieden sind Sie?”, “Sehr”, “Gar nicht”"
    )
