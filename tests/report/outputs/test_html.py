"""The web page: looked at in a real Chromium, narrow and wide, in three languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from sample import deck
from sample_languages import HOSTILE, arabic, hostile

from browser import open_browser
from proofs import each
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck
from rundfrage.report.outputs.html import html, write
from rundfrage.report.outputs.output import Report

DECKS = {"german": deck(), "english": deck("en"), "arabic": arabic(), "hostile": hostile()}
WIDTHS = [320, 1440]
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll('main *')]
    .filter(one => one.checkVisibility() && [...one.childNodes]
        .some(node => node.nodeType === 3 && node.data.trim()))
    .map(one => parseFloat(getComputedStyle(one).fontSize)
        * (one.getScreenCTM ? one.getScreenCTM().a : 1)))"""


class Slides(HTMLParser):
    """The figures of each slide of a page but for its notes, as pairs of binding and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.slides: list[set[tuple[str, str]]] = []
        self.bound: str | None = None
        self.in_notes = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self.slides.append(set())
        if tag == "details":
            self.in_notes = given.get("class") == "notes"
        if tag == "b" and not self.in_notes:
            self.bound = given["data-binding"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.in_notes = False

    def handle_data(self, data: str) -> None:
        if self.bound is not None:
            self.slides[-1].add((self.bound, data))
            self.bound = None


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as chromium:
        yield chromium


@lru_cache(maxsize=16)
def made(one: Deck, look: Theme = DEFAULT) -> str:
    return html(Report(one, (), look), arrange(one, look))


def opened(browser: Browser, page: str, folder: Path, width: int = 1440) -> Page:
    path = folder / "deck.html"
    path.write_text(page, encoding="utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 900})
    tab.goto(path.as_uri())
    return tab


@pytest.mark.trial
@pytest.mark.parametrize(("name", "width"), each([*DECKS], WIDTHS))
def test_axe_finds_nothing_with_everything_unfolded(name, width, browser, tmp_path):
    tab = opened(browser, made(DECKS[name]), tmp_path, width)
    tab.evaluate(UNFOLD)
    found = Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
    tab.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_axe_would_see_a_chart_without_words_and_a_skipped_heading(browser, tmp_path):
    page = re.sub(r'role="img" aria-label="[^"]*"', 'role="img"', made(deck()))
    page = page.replace("<h2", "<h4").replace("</h2>", "</h4>")
    tab = opened(browser, page, tmp_path)
    found = Axe().run(tab).response["violations"]
    tab.close()
    assert {rule["id"] for rule in found} == {"role-img-alt", "heading-order"}


@pytest.mark.trial
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", DECKS)
def test_nothing_is_wider_than_the_screen(name, width, browser, tmp_path):
    tab = opened(browser, made(DECKS[name]), tmp_path, width)
    tab.evaluate(UNFOLD)
    used, there = tab.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    tab.close()
    assert used <= there


@pytest.mark.parametrize("text", ["[100%]", "1,234,567", "[1 234 567]"])
def test_a_big_figure_stands_on_one_line_within_a_phone_s_screen(text, browser, tmp_path):
    slide = next(one for one in deck().slides if one.big is not None)
    shown = replace(deck(), slides=(replace(slide, big=replace(slide.big, text=text)),))
    tab = opened(browser, made(shown), tmp_path, 320)
    lines, end, panel = tab.evaluate("""() => {
        const big = document.querySelector('.big'), panel = big.closest('.panel')
        const range = document.createRange()
        range.selectNodeContents(big)
        const lines = new Set([...range.getClientRects()].map(one => Math.round(one.top)))
        const [end, edge] = [range, panel].map(one => one.getBoundingClientRect().right)
        return [lines.size, end, edge]
    }""")
    tab.close()
    assert lines == 1
    assert end <= panel


@pytest.mark.trial
@pytest.mark.parametrize("name", DECKS)
def test_no_text_is_smaller_than_ten_pixels(name, browser, tmp_path):
    smallest = {}
    tab = opened(browser, made(DECKS[name]), tmp_path)
    for width in (320, 768, 960, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        smallest[width] = tab.evaluate(SMALLEST_TEXT)
    tab.close()
    assert {width: size for width, size in smallest.items() if size < 10} == {}


@pytest.mark.parametrize("name", DECKS)
def test_the_page_asks_for_nothing_and_complains_of_nothing(name, browser, tmp_path):
    path = tmp_path / "deck.html"
    path.write_text(made(DECKS[name]), encoding="utf-8")
    asked, said = [], []
    tab = browser.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(path.as_uri())
    fonts = tab.evaluate("document.fonts.ready.then(all => [...all].map(one => one.status))")
    tab.close()
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    assert said == []
    assert set(fonts) == {"loaded"}


def test_the_source_names_no_address_and_holds_no_script():
    page = made(deck())
    assert re.findall(r"https?://[^\s\"'<]*", page) == []
    assert "<script" not in page
    links = set(re.findall(r'(?:href|src)="([^"]*)"', page))
    assert {link for link in links if not link.startswith(("#", "data:"))} == set()


def test_texts_never_run_as_markup(browser, tmp_path):
    tab = opened(browser, made(hostile()), tmp_path)
    assert tab.evaluate("window.broken") is None
    assert (
        tab.evaluate("document.scripts.length + document.querySelectorAll('main img').length") == 0
    )
    quotations = tab.locator("blockquote").all_inner_texts()
    tab.close()
    assert [one.strip("“”") for one in quotations] == [text.strip("“”") for text in HOSTILE]


def test_the_policy_stops_a_script_that_got_in_all_the_same(browser, tmp_path):
    page = made(deck()).replace("</body>", "<script>window.broken = 4</script></body>")
    guarded = opened(browser, page, tmp_path)
    assert guarded.evaluate("window.broken") is None
    guarded.close()

    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    unguarded = opened(browser, bare, tmp_path)
    assert unguarded.evaluate("window.broken") == 4
    unguarded.close()


@pytest.mark.parametrize("name", DECKS)
def test_every_figure_of_a_slide_is_on_it_with_its_binding(name):
    one = DECKS[name]
    assert Slides(made(one)).slides == [
        {(figure.binding, figure.text) for figure in slide.figures} for slide in one.slides
    ]


def test_the_table_behind_a_chart_holds_all_its_figures(browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path)
    tab.evaluate(UNFOLD)
    tables = tab.locator("figure table").all()
    cells = [table.locator("td b").all_inner_texts() for table in tables]
    tab.close()
    charts = [slide.chart for slide in deck().slides if slide.chart]
    assert [sorted(one) for one in cells] == [
        sorted(figure.text for figure in chart.figures) for chart in charts
    ]


def test_phones_see_bars_of_html_and_wide_screens_the_drawing(browser, tmp_path):
    shown = {}
    for width in (320, 1440):
        tab = opened(browser, made(deck()), tmp_path, width)
        shown[width] = [tab.locator(f".{name}").first.is_visible() for name in ("wide", "narrow")]
        tab.close()
    assert shown == {320: [False, True], 1440: [True, False]}


def test_printing_gives_one_landscape_page_a_slide(browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path)
    tab.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    tab.close()
    pages = pypdf.PdfReader(tmp_path / "print.pdf").pages
    assert len(pages) == len(deck().slides)
    assert all(one.mediabox.width > one.mediabox.height for one in pages)


def test_the_keyboard_reaches_the_content_first(browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "content"
    tab.close()


def test_the_language_and_its_direction_are_said():
    assert '<html lang="ar" dir="rtl">' in made(arabic())
    assert '<html lang="de" dir="ltr">' in made(deck())


def test_the_same_report_gives_the_same_page_and_it_is_small(tmp_path):
    cache = tmp_path / "cache"
    for name, folder in (("one", None), ("two", cache), ("three", cache)):
        write(Report(deck(), (), DEFAULT, folder), tmp_path / f"{name}.html")
    one, two, three = ((tmp_path / f"{n}.html").read_bytes() for n in ("one", "two", "three"))
    assert one == two == three
    assert len(one) < 200_000


def test_the_logo_is_a_picture_inside_the_page(tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    image = re.findall(r"<img[^>]*>", made(deck(), replace(DEFAULT, logo=logo)))
    assert len(image) == 1
    assert image[0].startswith('<img src="data:image/svg+xml;base64,')
    assert f'alt="{deck().organisation}"' in image[0]
