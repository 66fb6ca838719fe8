"""The dossier of a weighting can be read by everybody, and says what was done."""

import numpy as np
import page
import pytest
from axe_playwright_python.sync_playwright import Axe

from browser import open_browser
from rundfrage.codebook import Category, Codebook, Missing, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset
from rundfrage.errors import Problem
from rundfrage.report.dossier import dossier_of, html, pdf
from rundfrage.stats.weighting import Axis, Margin, Settings, Target, Unanswered, appraise, weigh
from rundfrage.text import Text

PROFILES = [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1]


def dossier(language="en", label="Left *bold* & <b>"):
    """40 respondents: 20 left, 12 middle, 4 right, 4 who gave no answer."""
    words = [Text.of(label), Text((("en", "Middle"), ("de", "Mitte"))), Text.of("Right")]
    categories = tuple(Category(f"c{one}", text, one) for one, text in enumerate(words))
    variable = Variable("side", VariableType.CATEGORICAL, Text.of("Which side?"), categories)
    codes = np.repeat(np.array([0, 1, 2, Missing.REFUSED], np.int16), [20, 12, 4, 4])
    study = Study("s", Text.of("The club"))
    dataset = Dataset(Codebook(study, (variable,)), {"side": Coded(codes)}, 40)
    targets = (
        Target(((0,),), 0.4, words[0]),
        Target(((1, 2),), 0.6, Text((("en", "Middle / Right"), ("de", "Mitte / Right")))),
    )
    margin = Margin((Axis("side"),), (3,), targets, variable.label, total=99.5)
    settings = Settings(unanswered=Unanswered.KEEP, trimming=(0.5, 1.3))
    found = appraise(dataset, weigh(dataset, [margin], settings), ["side"])
    return dossier_of(found, study, language)


def test_the_margins_before_and_after_and_what_was_joined():
    found = dossier()
    margins, joined, *_ = found.sections
    (table,) = margins.tables
    assert [row[:5] for row in table.rows] == [
        ("Left *bold* & <b>", "20", "55.6%", "40.0%", "42.0%"),
        ("Middle / Right", "16", "44.4%", "60.0%", "58.0%"),
    ]
    assert joined.paragraphs == ("side: Middle / Right",)
    assert "99.5" in table.notes[0]


def test_an_open_sample_gets_no_margin_of_error():
    assert "no margin of error" in dossier().warnings[0]
    assert "keine Fehlerspanne" in dossier("de").warnings[0]


def test_a_language_without_words_is_told_in_english():
    assert dossier("fi") == dossier("en")
    assert dossier("de").sections[1].paragraphs == ("side: Mitte / Right",)


@pytest.mark.parametrize("profile", PROFILES, ids=str)
@pytest.mark.parametrize("language", ["en", "de-AT", "ar", "pl"])
def test_the_pdf_passes_both_standards(profile, language):
    report = page.validate_pdf_bytes(pdf(dossier(language)), profile=profile)
    assert report.is_compliant, str(report)


def test_the_same_weighting_gives_the_same_bytes():
    assert pdf(dossier()) == pdf(dossier())
    assert html(dossier()) == html(dossier())


def test_labels_are_never_markup():
    assert b"Left *bold* &amp; &lt;b&gt;" in html(dossier())


def test_characters_no_font_has_are_named():
    with pytest.raises(Problem) as caught:
        pdf(dossier(label="左"))
    assert (caught.value.code, "左" in caught.value.found) == ("dossier-pdf-refused", True)


@pytest.mark.trial
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing(tmp_path, width):
    path = tmp_path / "dossier.html"
    path.write_bytes(html(dossier("de")))
    with open_browser() as browser:
        tab = browser.new_page(viewport={"width": width, "height": 800})
        tab.goto(path.as_uri())
        found = Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
