"""The web page: looked at in a real Chromium, narrow and wide, in three languages."""

import base64
import hashlib
import html as html_module
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Locator, Page
from sample import deck
from sample_languages import HOSTILE, arabic, hostile

from browser import open_browser
from patience import until
from proofs import each
from rundfrage.look.printable import printable
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Claim, Deck, Slide, SlideRole
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


def opened(
    browser: Browser,
    page: str,
    folder: Path,
    width: int = 1440,
    *,
    scripts: bool = True,
    place: str = "",
) -> Page:
    path = folder / "deck.html"
    path.write_text(page, encoding="utf-8")
    size = {"width": width, "height": 900}
    tab = browser.new_page(viewport=size, java_script_enabled=scripts)
    tab.goto(f"{path.as_uri()}{place}")
    return tab


@pytest.mark.trial
@pytest.mark.parametrize(("name", "width"), each([*DECKS], WIDTHS))
def test_axe_finds_nothing_with_everything_unfolded(name, width, browser, tmp_path):
    tab = opened(browser, made(DECKS[name]), tmp_path, width)
    tab.evaluate(UNFOLD)
    found = Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
    tab.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.trial
@pytest.mark.parametrize(
    ("name", "place"), [("german", "#contents"), ("arabic", "#contents"), ("german", "#embed-q4")]
)
def test_axe_finds_nothing_in_unfolded_contents_and_in_an_embedded_slide(
    name, place, browser, tmp_path
):
    tab = opened(browser, made(DECKS[name]), tmp_path, 320, place=place)
    tab.evaluate(UNFOLD)
    # The heading of level 1 is that of the page around an embedded slide.
    rules = {"page-has-heading-one": {"enabled": not place.startswith("#embed")}}
    options = {"resultTypes": ["violations"], "rules": rules}
    found = Axe().run(tab, options=options).response["violations"]
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


def test_the_source_names_no_address_and_holds_one_script_that_is_known_by_its_hash():
    page = made(deck())
    assert re.findall(r"https?://[^\s\"'<]*", page) == []
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in page
    links = set(re.findall(r'(?:href|src)="([^"]*)"', page.replace(script, "")))
    assert {link for link in links if not link.startswith(("#", "data:"))} == set()


def test_texts_never_run_as_markup(browser, tmp_path):
    tab = opened(browser, made(hostile()), tmp_path)
    assert tab.evaluate("window.broken") is None
    assert (
        tab.evaluate("document.scripts.length + document.querySelectorAll('main img').length") == 1
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
    for name in ("one", "two"):
        write(Report(deck(), ()), tmp_path / f"{name}.html")
    one, two = ((tmp_path / f"{name}.html").read_bytes() for name in ("one", "two"))
    assert one == two
    assert len(one) < 200_000


def test_the_logo_is_a_picture_inside_the_page(tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    image = re.findall(r"<img[^>]*>", made(deck(), replace(DEFAULT, logo=logo)))
    assert len(image) == 1
    assert image[0].startswith('<img src="data:image/svg+xml;base64,')
    assert f'alt="{deck().organisation}"' in image[0]


UNSEEN = "rgba(0, 0, 0, 0)"


def marked(tab: Page) -> list[str]:
    """What the contents show as the slide that is being read."""
    return [
        link.get_attribute("href")
        for link in tab.locator("nav a").all()
        if link.evaluate("one => getComputedStyle(one).borderInlineStartColor") != UNSEEN
    ]


@pytest.mark.trial
@pytest.mark.parametrize("scripts", [True, False])
def test_the_contents_stay_in_sight_and_mark_the_slide_that_is_read(scripts, browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path, scripts=scripts)
    for number in (1, 5):
        tab.locator(f"#title-{number}").evaluate("one => one.scrollIntoView({behavior: 'instant'})")
        until(lambda number=number: marked(tab) == [f"#page-{number}"])
        top = tab.locator("nav").bounding_box()["y"]
        assert 0 <= top < 200
    tab.close()


@pytest.mark.trial
@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_contents_unfold_and_fold_where_one_reads(scripts, browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path, 320, scripts=scripts)
    nav = tab.locator("nav")
    tab.locator("#page-5").scroll_into_view_if_needed()
    before = tab.evaluate("scrollY")
    seen = [nav.is_visible()]
    for button in (".menu", ".close"):
        tab.locator(button).click()
        seen.append(nav.is_visible())
    assert (seen, tab.evaluate("scrollY")) == ([False, True, False], before)

    tab.locator(".menu").click()
    tab.locator("nav a[href='#page-3']").click()
    assert not nav.is_visible()
    until(lambda: 0 <= tab.locator("#page-3").bounding_box()["y"] < 200)
    tab.close()


def rows_of(tab: Page, number: int) -> list[Locator]:
    return tab.locator(f"#page-{number} .rows > li").all()


@pytest.mark.trial
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", ["german", "arabic"])
def test_each_row_of_a_chart_tells_its_values_to_who_points_at_it(name, scripts, browser, tmp_path):
    one = DECKS[name]
    tab = opened(browser, made(one), tmp_path, scripts=scripts)
    charts = [(at, slide.chart) for at, slide in enumerate(one.slides, start=1) if slide.chart]
    for number, chart in charts:
        for at, row in enumerate(rows_of(tab, number)):
            told = row.locator(".row")
            assert not told.is_visible()
            row.hover()
            until(told.is_visible)
            said = " ".join(told.inner_text().split())
            assert printable(chart.categories[at]) in said
            figures = [bar.figure.text for own in chart.series if (bar := own.bars[at])]
            for text in figures:
                assert " ".join(text.split()) in said
            tab.mouse.move(2, 2)
            until(told.is_hidden)
    tab.close()


@pytest.mark.trial
def test_a_row_lies_over_its_bars(browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path)
    for number, slide in enumerate(deck().slides, start=1):
        if slide.chart is None:
            continue
        boxes = [row.bounding_box() for row in rows_of(tab, number)]
        for text in tab.locator(f"#page-{number} svg text[text-anchor=end]").all():
            place = text.bounding_box()
            middle = place["y"] + place["height"] / 2
            over = [at for at, box in enumerate(boxes) if 0 <= middle - box["y"] <= box["height"]]
            words = text.text_content()
            if any(words in printable(one) for one in slide.chart.categories):
                (at,) = over
                assert words in printable(slide.chart.categories[at])
    tab.close()


@pytest.mark.trial
def test_by_keyboard_a_chart_is_one_stop_whose_rows_are_told_one_by_one(browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path)
    rows = rows_of(tab, 3)
    assert [row.get_attribute("tabindex") for row in rows] == ["0", "-1", "-1", "-1", "-1", "-1"]
    rows[0].focus()
    for key, at in (("ArrowDown", 1), ("End", 5), ("ArrowUp", 4), ("Home", 0)):
        tab.keyboard.press(key)
        assert [row.evaluate("one => one === document.activeElement") for row in rows].index(
            True
        ) == at
        until(rows[at].locator(".row").is_visible)
        inside = rows[at].locator(".row").bounding_box()
        assert inside["y"] + inside["height"] <= 900
    tab.keyboard.press("Escape")
    until(rows[0].locator(".row").is_hidden)
    tab.keyboard.press("ArrowDown")
    until(rows[1].locator(".row").is_visible)
    tab.close()


@pytest.mark.trial
def test_without_scripts_the_keyboard_reaches_each_row(browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path, scripts=False)
    rows = rows_of(tab, 3)
    rows[0].focus()
    for row in rows[1:]:
        tab.keyboard.press("Tab")
        until(row.locator(".row").is_visible)
    tab.close()


def pictures(page: str) -> dict[str, ElementTree.Element]:
    """The pictures of charts that a page hands out, by the names of their files."""
    found = re.findall(r'download="([^"]*)" href="data:image/svg\+xml;base64,([^"]*)"', page)
    return {name: ElementTree.fromstring(base64.b64decode(data)) for name, data in found}


@pytest.mark.parametrize("name", DECKS)
def test_each_chart_can_be_taken_as_svg_with_title_foot_and_ribbon(name):
    one = DECKS[name]
    found = [*pictures(made(one)).values()]
    charted = [slide for slide in one.slides if slide.chart]
    assert len(found) == len(charted)
    for picture, slide in zip(found, charted, strict=True):
        said = squeezed(" ".join(picture.itertext()))
        labelled = (
            bar.figure.text
            for own in slide.chart.series
            for bar in own.bars
            if bar and bar.labelled
        )
        for words in (slide.title.text, slide.foot.text, one.ribbon, *labelled):
            assert squeezed(printable(words)) in said
        tags = {element.tag.split("}")[1] for element in picture.iter()}
        assert tags <= {"svg", "title", "desc", "rect", "path", "text"}


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u2066-\u2069\u200e\u200f]", "", words)


@pytest.mark.trial
def test_the_script_makes_a_png_of_it_and_asks_nobody(browser, tmp_path):
    tab = opened(browser, made(deck()), tmp_path)
    asked, said = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.evaluate(UNFOLD)
    with tab.expect_download() as download:
        tab.locator("#page-4 .png").click()
    download.value.save_as(tmp_path / "chart.png")
    tab.close()
    assert [url for url in asked if not url.startswith("data:")] == []
    assert said == []
    assert download.value.suggested_filename == "q4.png"
    image = Image.open(tmp_path / "chart.png").convert("RGB")
    size = pictures(made(deck()))["q4.svg"]
    assert image.width == 2 * float(size.get("width"))
    colours = {colour for _, colour in image.getcolors(image.width * image.height)}
    drawn = {series.colour for series in deck().slides[3].chart.series}
    assert {tuple(bytes.fromhex(colour[1:])) for colour in drawn} <= colours


@pytest.mark.trial
@pytest.mark.parametrize("scripts", [True, False])
def test_a_single_slide_can_be_embedded(scripts, browser, tmp_path):
    host = '<!doctype html><meta charset="utf-8"><title>x</title>{}<p id="below">below</p>'
    page = made(deck())
    snippets = [
        html_text(one) for one in re.findall(r'<code class="snippet".*?>(.*?)</code>', page)
    ]
    assert len(snippets) == len(deck().slides)
    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    tab = opened(browser, host.format(snippets[3]), tmp_path, 800, scripts=scripts)
    frame = tab.frame_locator("iframe")
    until(frame.locator("#page-4").is_visible)
    shown = [at for at, one in enumerate(frame.locator("article").all(), 1) if one.is_visible()]
    whole = frame.locator("#page-4 .whole")
    assert shown == [4]
    assert not frame.locator("nav").is_visible()
    assert tab.locator("iframe").get_attribute("title") == deck().slides[3].title.text
    whole.click()
    until(lambda: unquote(tab.url).endswith("report.html#page-4"))
    assert tab.locator("#page-3").is_visible()
    tab.close()


def html_text(source: str) -> str:
    return html_module.unescape(source)


def test_a_snippet_is_markup_only_where_it_is_ours():
    for source, slide in zip(
        re.findall(r'<code class="snippet".*?>(.*?)</code>', made(hostile()), re.DOTALL),
        hostile().slides,
        strict=True,
    ):
        parsed = Snippet(html_text(source))
        assert [tag for tag, _ in parsed.tags] == ["iframe"]
        assert parsed.tags[0][1]["title"] == printable(slide.title.text)


class Snippet(HTMLParser):
    """The tags of a piece of markup with their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_name_of_an_embedded_slide_stays_when_others_are_put_before_it():
    one = deck()
    more = replace(
        one, slides=(*one.slides[:2], replace(one.slides[5], source="new"), *one.slides[2:])
    )
    before, after = (re.findall(r'id="embed-([^"]*)"', made(each)) for each in (one, more))
    assert before[:7] == ["title", "q2", "q3", "q4", "q9", "q2_open", "q2_open-2"]
    assert len(set(before)) == len(one.slides)
    assert [name for name in after if name != "new"] == before


@pytest.mark.trial
def test_all_slides_are_as_wide_and_the_same_way_apart(browser, tmp_path):
    text = Slide(SlideRole.TEXT, Claim(("Dank",)), claims=(Claim(("Allen.",)), Claim(("Uns.",))))
    every = replace(deck(), slides=(*deck().slides, replace(text, columns=2)))
    assert {slide.role for slide in every.slides} == set(SlideRole)
    for width in (320, 1440):
        tab = opened(browser, made(every), tmp_path, width)
        boxes = [one.bounding_box() for one in tab.locator("article").all()]
        tab.close()
        assert len({(box["x"], box["width"]) for box in boxes}) == 1
        gaps = {
            round(after["y"] - before["y"] - before["height"]) for before, after in pairwise(boxes)
        }
        assert gaps == {24}


def test_a_dark_theme_says_that_it_is_dark():
    dark = replace(DEFAULT, background="#12181a", text="#eef3f3", primary="#8fd0d8")
    assert '<meta name="color-scheme" content="dark">' in made(deck(), dark)
    assert '<meta name="color-scheme" content="light">' in made(deck())


@pytest.mark.trial
def test_a_small_chart_stands_beside_its_headline_as_large_as_on_the_slide(browser, tmp_path):
    slide = next(one for one in deck().slides if one.big is not None)
    share = next(one.chart for one in deck().slides if one.chart and one.chart.whole)
    shown = replace(deck(), slides=(replace(slide, chart=share),))
    (layout,) = arrange(shown, DEFAULT)
    tab = opened(browser, made(shown), tmp_path)
    panel, drawing = (tab.locator(one).bounding_box() for one in (".panel", ".plot svg"))
    tab.close()
    assert drawing["width"] == pytest.approx(layout.chart.box.width, abs=1)
    assert drawing["x"] > panel["x"] + panel["width"]


@pytest.mark.parametrize("abreast", [False, True])
def test_a_summary_sets_its_figures_large_and_says_them_once(abreast, browser, tmp_path):
    summary = next(one for one in deck().slides if one.role is SlideRole.SUMMARY)
    shown = replace(deck(), slides=(replace(summary, abreast=abreast),))
    (layout,) = arrange(shown, DEFAULT)
    tab = opened(browser, made(shown), tmp_path)
    large = tab.evaluate("""[...document.querySelectorAll('.claims li')].map(
        one => getComputedStyle(one, '::before').content)""")
    said = tab.locator(".claims li").all_inner_texts()
    tab.close()
    keys = [fit.lines[0] if fit else None for fit in layout.keys]
    assert any(keys)
    assert large == [f'"{key}" / ""' if key else "none" for key in keys]
    assert said == [claim.text for claim in summary.claims]


@pytest.mark.trial
def test_four_figures_stand_in_two_rows_of_two(browser, tmp_path):
    summary = next(one for one in deck().slides if one.role is SlideRole.SUMMARY)
    four = (summary.claims * 4)[:4]
    shown = replace(deck(), slides=(replace(summary, claims=four, abreast=True),))
    tab = opened(browser, made(shown), tmp_path)
    boxes = [one.bounding_box() for one in tab.locator(".claims li").all()]
    tab.close()
    assert len({round(one["x"]) for one in boxes}) == len({round(one["y"]) for one in boxes}) == 2
