"""The pages in a real browser: two engines find nothing, and what engines don't see is measured."""

import subprocess
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from doors import door
from every_page import LANGUAGES, PAGES, STATES, others, screen
from PIL import Image

from browser import open_browser
from patience import PATIENCE
from proofs import each

pytestmark = pytest.mark.trial

HOUSE = Path(__file__).parents[2]
SNIFFER = Path(__file__).parent / "html_codesniffer"
TARGET = 44
"""The least height and width of what is pressed, in CSS pixels."""


@pytest.fixture(scope="module", name="browser")
def chromium():
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module", name="sniffer")
def html_codesniffer():
    """What pa11y runs, as a script; installed when it is first wanted."""
    script = SNIFFER / "node_modules" / "@pa11y" / "html_codesniffer" / "build" / "HTMLCS.js"
    if not script.is_file():
        subprocess.run([HOUSE / "scripts" / "html-codesniffer.sh"], check=True, timeout=PATIENCE)
    return script.read_text("utf-8")


def axe(page):
    found = Axe().run(page)
    return [
        (violation["id"], node["target"])
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def sniffed(page, sniffer):
    """The errors that HTML_CodeSniffer finds against WCAG 2 AA."""
    page.evaluate(sniffer)
    return page.evaluate(
        """() => new Promise(done => HTMLCS.process('WCAG2AA', document, () => done(
            HTMLCS.getMessages().filter(one => one.type === HTMLCS.ERROR)
                .map(one => [one.code, one.element.outerHTML.slice(0, 120)]))))"""
    )


@pytest.mark.parametrize(
    ("language", "width", "scripts"), each(LANGUAGES, (320, 1280), (True, False))
)
def test_two_engines_find_nothing(browser, sniffer, language, width, scripts):
    pages = {state: screen(language, state) for state in STATES}
    pages |= others(language) if width == 320 else {}
    found = {}
    with door(browser, PAGES.style, width, scripts=scripts) as view:
        for name, html in pages.items():
            page = view.show(html)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            found[name] = (axe(page), sniffed(page, sniffer))
    assert found == dict.fromkeys(pages, ([], []))


def test_the_engines_would_find_something(browser, sniffer):
    html = screen("en", "empty").replace(b"<label ", b"<span ").replace(b"</label>", b"</span>")
    with door(browser, PAGES.style, 1280) as view:
        page = view.show(html)
        assert "label" in {name for name, _ in axe(page)}
        assert any("H91" in code or "F68" in code for code, _ in sniffed(page, sniffer))


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_dark(browser, width):
    with door(browser, PAGES.style, width, color_scheme="dark") as view:
        page = view.show(screen("de", "error"))
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(14, 21, 29)"
        assert axe(page) == []
        assert axe(view.show(others("ar")["welcome"])) == []


SMALL = """least => {
    const boxes = element => {
        const own = element.getBoundingClientRect();
        if (!['radio', 'checkbox'].includes(element.type)) return own;
        const label = element.labels[0].getBoundingClientRect();
        if (label.width <= 1) return own;
        return {width: Math.max(own.right, label.right) - Math.min(own.left, label.left),
                height: Math.max(own.bottom, label.bottom) - Math.min(own.top, label.top)};
    };
    const inSentence = element => element.matches('p a, .prose a');
    const pressed = 'a[href], button, input:not([type=hidden]), select, textarea';
    return [...document.querySelectorAll(pressed)]
        .filter(element => !element.closest('.unseen, .skip') && !inSentence(element))
        .map(element => [element.outerHTML.slice(0, 90), boxes(element)])
        .filter(([, box]) => box.width < least - .5 || box.height < least - .5)
        .map(([html, box]) => [html, box.width, box.height]);
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_whatever_is_pressed_is_large_enough(browser, language, width):
    with door(browser, PAGES.style, width) as view:
        for html in (
            screen(language, "error"), screen(language, "filled"),
            *map(others(language).get, ("wrong code", "resume", "review", "later", "message")),
        ):  # fmt: skip
            assert view.show(html).evaluate(SMALL, TARGET) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_every_radio_of_a_grid_is_named_by_its_item_and_its_step(browser, width):
    with door(browser, PAGES.style, width) as view:
        page = view.show(screen("en", "empty"))
        grid = page.get_by_role("group", name="How do you rate these services?")
        for item in ("Playgrounds", "Opening hours of the offices"):
            group = grid.get_by_role("group", name=item, exact=True)
            for step in ("very good", "good", "neutral", "not so good", "extraordinarily bad"):
                assert group.get_by_role("radio", name=step, exact=True).count() == 1


STOPS = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const box = element.getBoundingClientRect();
    return {name: element.id || element.className || element.value || element.href,
            top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right};
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_focus_goes_the_way_the_page_is_read(browser, language, width):
    with door(browser, PAGES.style, width) as view:
        # As the page is read from its top, and not from its notice on.
        page = view.show(screen(language, "filled").replace(b" autofocus", b""))
        stops = []
        for _ in range(60):
            page.keyboard.press("Tab")
            stop = page.evaluate(STOPS)
            if stop is None:
                break
            stops.append(stop)
    assert stops[0]["name"] == "skip"
    backwards = []
    for one, other in pairwise(stops[1:]):
        below = other["top"] >= one["bottom"] - 12
        ahead = other["left"] >= one["right"] if language == "en" else other["right"] <= one["left"]
        if not below and not (ahead and other["bottom"] > one["top"]):
            backwards.append((one["name"], other["name"]))
    assert len(stops) > 20
    assert backwards == []


OUTSIDE = """() => [...document.querySelectorAll('.question, .item, .option, .mistakes li')]
    .filter(element => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 12)
    .map(element => element.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize(("width", "zoom"), [(320, "100%"), (640, "200%"), (1280, "200%")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_the_screen_even_in_large_letters(browser, language, width, zoom):
    with door(browser, PAGES.style, width) as view:
        for html in (screen(language, "error"), *map(others(language).get, ("review", "later"))):
            page = view.show(html)
            page.evaluate("size => { document.documentElement.style.fontSize = size }", zoom)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("state", "words"), [("error", "mistakes"), ("filled", "not-saved")])
def test_what_went_wrong_has_the_focus_and_begins_the_title(browser, state, words):
    with door(browser, PAGES.style, 320) as view:
        page = view.show(screen("de", state))
        assert page.title().startswith("Fehler: ")
        assert PAGES.word("de", words) in page.evaluate("document.activeElement.textContent")


def test_a_keyboard_alone_fills_and_sends_a_screen_without_scripts(browser):
    with door(browser, PAGES.style, 1280, java_script_enabled=False) as view:
        page = view.show(screen("en", "empty"))
        press, words = page.keyboard.press, page.keyboard.type

        press("Tab")  # past the skip link
        press("Tab")  # to the first question
        press("ArrowDown")
        page.get_by_label("A shop for everyday needs").focus()
        press("Space")
        page.get_by_label("What is your street called?").focus()
        words("High Street")
        with page.expect_navigation():
            press("Enter")
    sent = parse_qsl(view.sent[0], keep_blank_values=True)
    assert sent[0] == ("go", "next")
    assert ("single", "bus") in sent
    assert ("text", "High Street") in sent
    assert [value for name, value in sent if name == "multiple"] != []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_radios_and_their_state_visible(browser, scheme, tmp_path):
    shots = {}
    with door(
        browser, PAGES.style, 1280, forced_colors="active", color_scheme=scheme
    ) as view:  # fmt: skip
        page = view.show(screen("en", "filled"))
        for name in (
            "single:rad",
            "single:anders",
            "multiple:park",
            "multiple:laden",
            "grid.bus:1",
            "grid.bus:2",
        ):
            path = tmp_path / "control.png"
            page.locator(f'[id="{name}"]').screenshot(path=path)
            shots[name] = np.asarray(Image.open(path).convert("L"), dtype=float)
    assert {name: bool(shot.std() > 5) for name, shot in shots.items()} == dict.fromkeys(
        shots, True
    )
    for chosen, free in (
        ("single:anders", "single:rad"),
        ("multiple:park", "multiple:laden"),
        ("grid.bus:2", "grid.bus:1"),
    ):
        assert abs(shots[chosen].mean() - shots[free].mean()) > 2
