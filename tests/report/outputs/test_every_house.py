"""The demo's deck in pairs of fonts, templates, themes and languages, as LibreOffice draws it."""

import pytest
from houses import HOUSES, saved, wide
from office import opened
from overlaps import overlaps
from pptx.util import Pt
from rendered import FAMILIES, drawn, faults

from proofs import paired, spread
from rundfrage.look.theme import DEFAULT
from rundfrage.look.theme_file import read_theme
from rundfrage.look.themes import THEMES
from rundfrage.report.build import ReportSettings, compose
from rundfrage.report.outputs.pptx.write import arranged, pptx
from rundfrage.services.answers import load
from rundfrage.services.example import copy_example
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source

pytestmark = pytest.mark.trial

LANGUAGES = ("de", "en", "ar")
PAIRS = paired((None, wide, *HOUSES), tuple(FAMILIES), tuple(THEMES), LANGUAGES)


@pytest.fixture(scope="module")
def decks(tmp_path_factory):
    """The deck as the report writes it, and those that the program drafts in other languages."""
    folder = tmp_path_factory.mktemp("houses") / "survey"
    rehearse(copy_example(folder), Rehearsal(targets=folder / "targets.toml"))
    dataset, quotes = load(open_source(folder)), folder / "quotes.toml"
    written = ReportSettings(quotes=quotes, report=folder / "report.md")
    drafted = {one: ReportSettings(quotes=quotes, language=one) for one in LANGUAGES[1:]}
    return {
        language: compose(dataset, settings)[0]
        for language, settings in {"de": written, **drafted}.items()
    }


@pytest.mark.parametrize(("house", "family", "theme", "language"), spread(PAIRS, every=14))
def test_everything_has_its_place_and_its_words_whole(
    tmp_path, decks, house, family, theme, language
):
    lines = [f'based_on = "{theme}"']
    if house is not None:
        lines.append(f'[organisation]\ntemplate = "{saved(house, tmp_path).name}"')
    (tmp_path / "theme.toml").write_text("\n".join(lines), encoding="utf-8")
    look = read_theme(tmp_path / "theme.toml")
    content = pptx(decks[language], arranged(decks[language], look), look)
    assert overlaps(content) == []
    assert list(faults(content, drawn(content, family, tmp_path / "drawn"))) == []


def test_the_check_sees_each_fault(tmp_path, decks):
    content = pptx(decks["de"], arranged(decks["de"], DEFAULT), DEFAULT)
    presentation = opened(content)
    over, overflow, alone = (list(presentation.slides)[at] for at in (1, 2, 5))
    shapes = {one.name.split(" @")[0]: one for one in over.shapes}
    shapes["Title"].top, shapes["Title"].left = shapes["Claim 1"].top, shapes["Claim 1"].left
    for shape in overflow.shapes:
        if shape.name.startswith("Claim 1"):
            shape.width = Pt(60)
    for shape in alone.shapes:
        if shape.name.startswith("Quotation 1 "):
            shape.text_frame.paragraphs[0].text = "Hier stehen vier Wörter, und eins bleibt\vallein"
    presentation.save(tmp_path / "wrong.pptx")
    wrong = (tmp_path / "wrong.pptx").read_bytes()
    found = {(at, kind) for at, kind, _ in faults(wrong, drawn(wrong, "DejaVu Sans",
                                                               tmp_path / "drawn"))}  # fmt: skip
    assert {(2, "over"), (6, "alone")} <= found
    assert {kind for at, kind in found if at == 3} & {"overflow", "over"}
