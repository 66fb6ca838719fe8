"""Words without end are broken on every page, for every kind: nothing pushes a page wide.

Each text of a page is made one long word in the browser, so that a new kind, a new page and words
of any translation are covered, and no installed font makes it shorter than the screen.
"""

import pytest
from doors import door
from every_page import PAGES, STATES, others, screen

from browser import open_browser
from rundfrage.fieldwork.published import ready
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.pages import compile_pages

WIDTHS = (320, 768, 1280)

WITHOUT_END = """() => {
    for (const element of document.querySelectorAll('[hidden]')) element.hidden = false;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
        if (texts.currentNode.data.trim()) texts.currentNode.data = 'W'.repeat(200);
}"""

TOO_WIDE = """() => {
    const found = [];
    const width = document.documentElement.scrollWidth;
    if (width > innerWidth) found.push(['the page', width]);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        if (!texts.currentNode.data.trim()) continue;
        const element = texts.currentNode.parentElement;
        const clipped = around => getComputedStyle(around).clipPath !== 'none';
        for (var around = element; around && !clipped(around);) around = around.parentElement;
        if (around || element.closest('.skip, option, textarea')) continue;
        const words = document.createRange();
        words.selectNodeContents(texts.currentNode);
        const framed = '.question, .privacy, .mistakes, .notice, .review, .return-code, button';
        const frame = (element.closest(framed) || document.body).getBoundingClientRect();
        const {left, right} = words.getBoundingClientRect();
        if (left < frame.left || right > frame.right)
            found.push([element.outerHTML.slice(0, 60), left, right, frame.left, frame.right]);
    }
    return found;
}"""


@pytest.fixture(scope="module", name="browser")
def chromium():
    with open_browser() as browser:
        yield browser


@pytest.mark.trial
@pytest.mark.parametrize("language", ["de", "ar"])
def test_on_every_page_of_every_kind_they_are_broken(browser, language):
    pages = {state: screen(language, state) for state in STATES} | others(language)
    with door(browser, PAGES.style, WIDTHS[0]) as view:
        for name, html in pages.items():
            page = view.show(html)
            page.evaluate(WITHOUT_END)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate(TOO_WIDE) == [], (name, width)


def test_words_that_are_not_broken_would_be_found(browser):
    with door(browser, PAGES.style + b"*{overflow-wrap:normal!important}", 320) as view:
        page = view.show(screen("de", "error"))
        page.evaluate(WITHOUT_END)
        found = {what for what, *_ in page.evaluate(TOO_WIDE)}
    assert "the page" in found
    for part in ('<p class="survey">', "<h1>", '<legend class="question-text">', "<button"):
        assert any(what.startswith(part) for what in found), part


LONG_WORDS = f"""\
---
survey: s
title: Kinderbetreuungsinfrastrukturplanungsbevölkerungsbefragung
organisation: {"A" * 60}
language: de
scales:
  lang: [überhaupt nicht, {", ".join(f"{'b' * 40}{n}" for n in range(9))}, immer]
---
# {"C" * 60}
## q1: {"D" * 60}?
- ( ) a: {"E" * 100}
- ( ) b: Anderes, nämlich ____
## q2: Wie oft?
(lang)
- a: {"F" * 60}
- b: kurz
## q3: Wie viel?
[0..120 {"G" * 20}]
## q4: Was zuerst?
1. a: {"H" * 60}
2. b: kurz
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_long_words_of_authors_are_broken_and_not_cut(browser, width):
    instrument = ready("v", read(LONG_WORDS, KINDS))
    pages = compile_pages(instrument)
    asked = frozenset(question.name for question in instrument.questionnaire.questions)
    mistakes = {"q1": "I" * 60, "q2.a": "I" * 60, "q4.a": "I" * 60}
    with door(browser, pages.style, width) as view:
        for filling in (Filling(asked=asked), Filling(asked=asked, mistakes=mistakes)):
            page = view.show(pages.screen("de", 0, filling, back=True))
            assert page.evaluate(TOO_WIDE) == []
