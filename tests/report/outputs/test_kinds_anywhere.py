"""Slides with several charts, tables, maps and dividers, drawn by LibreOffice in several fonts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from geo import country, written
from houses import saved, wide
from overlaps import overlaps
from rendered import FAMILIES, drawn, faults

from browser import open_browser
from rundfrage.look.theme_file import read_theme
from rundfrage.report.arrange import arrange
from rundfrage.report.build import ReportSettings, compose
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pptx.write import arranged, pptx
from rundfrage.services.answers import load
from rundfrage.services.example import copy_example
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source

pytestmark = pytest.mark.trial

PLACES = ["verein", "kommune", "ehrenamt", "schule", "migrantenorganisation", "kirche",
          "wirtschaft", "land", "gewerkschaft"]  # fmt: skip
REPORT = """\
---
language: de
---

## {title}

## Was die Menschen vom Bündnis haben und was sie davon erwarten {section kicker="Teil 1"}

Wissen, Kontakte und Anregungen: worauf es ankommt und was besser werden kann.

## {q1.engaged} wirken mit, und {q2.top2} wollen, dass es weitergeht {pair=q1 with=q2}

## Gut gelingt vieles, und es nützt {pair=q4 with=q5 form=means with_form=means}

## Wie wichtig es den Gruppen ist {multiples=q2 by=q11}

## {q6.veranst} haben die Veranstaltungen in Erinnerung {multiples=q6 by=q1}

## Am besten gelingt „{first: q4.haltung}“ {table=q4 sort=size highlight="haltung"}

## Wie wichtig es welcher Gruppe ist {table=q2 by=q11}

## Wo es sehr wichtig ist {map=q2.1 by=q11 file=areas.geojson key=name source="Erfunden"}
"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kinds") / "survey"
    rehearse(copy_example(folder), Rehearsal(targets=folder / "targets.toml"))
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    written(folder, country(PLACES))
    return compose(load(open_source(folder)), ReportSettings(report=folder / "report.md"))[0]


@pytest.mark.parametrize("house", [None, wide], ids=["own", "wide"])
@pytest.mark.parametrize("family", FAMILIES)
def test_everything_has_its_place_and_its_words_whole(tmp_path, deck, house, family):
    named = "" if house is None else saved(house, tmp_path).name
    lines = f'[organisation]\ntemplate = "{named}"\n' if named else ""
    (tmp_path / "theme.toml").write_text(lines, encoding="utf-8")
    look = read_theme(tmp_path / "theme.toml")
    content = pptx(deck, arranged(deck, look), look)
    assert overlaps(content) == []
    assert list(faults(content, drawn(content, family, tmp_path / "drawn"))) == []


@pytest.mark.parametrize("width", [320, 1440])
def test_everybody_can_read_the_page_and_nobody_has_to_scroll_across(tmp_path, deck, width):
    report = Report(deck, ())
    (tmp_path / "page.html").write_text(html(report, arrange(deck)), encoding="utf-8")
    with open_browser() as browser:
        tab = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
        tab.goto((tmp_path / "page.html").as_uri())
        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        assert Axe().run(tab).response["violations"] == []
