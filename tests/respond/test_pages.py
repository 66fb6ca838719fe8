"""The pages: what a request fills into what was compiled once."""

import gzip
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import rundfrage
from rundfrage.codebook import Missing
from rundfrage.errors import Problem
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.walk import walk
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.locales.phrases import keys
from rundfrage.look.colour import contrast
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.offered import Opening, Submission
from rundfrage.respond.pages.pages import compile_pages
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.respond.pages.prose import html_of
from rundfrage.respond.pages.script import CODE_NAME, SCRIPT_NAME

SURVEY = """\
---
survey: s
title: Our <town>
organisation: Town & Country
language: en
languages: [en, de]
participation: codes
scales:
  good: [very good, good, bad]
---
# Hello {welcome}
Come **in**, see [us](https://example.org) or [them](javascript:alert(1)). <script>alert(2)</script>
# First
## q1: Where do you live? {required}
- ( ) north: North <side>
- ( ) other: Elsewhere, namely ____
## q2: What is missing? {shuffle}
- [ ] a: Ash
- [ ] b: Birch
- [ ] c: Cedar
- [ ] d: Dogwood
- [-] none: Nothing
# Second, for {{ q1 }}
You live in *{{ q1 }}*.
## q3: How good is it?
*One step each.*

(good)

- bus: Buses
- park: Parks
## q4: Why do you like {{ q1 }}? {if='q1 == "north"'}
_____
_____
# Bye {thanks}
See you at <https://example.org/{{ q1 }}>.
"""
HOUSE = Path(rundfrage.__file__).parent
EXAMPLE = Path(__file__).parents[2] / "examples" / "alliance-2020"
INSTRUMENT = ready("v", read(SURVEY, KINDS))
PAGES = compile_pages(INSTRUMENT)


def screen(number, *, language="en", back=False, preview=False, notice="", **filling):
    asked = filling.pop("asked", [one.name for one in INSTRUMENT.screens[number].questions])
    return PAGES.screen(
        language, number, Filling(asked=frozenset(asked), **filling),
        back=back, preview=preview, notice=notice,
    ).decode()  # fmt: skip


def marked(html):
    """The ids of the controls that are chosen."""
    return re.findall(r'id="([^"]+)"[^>]* checked>', html)


def test_an_empty_screen_has_nothing_chosen_typed_or_marked():
    html = screen(0) + screen(1)
    assert marked(html) == []
    assert set(re.findall(r'type="text"[^>]*value="([^"]*)"', html)) == {""}
    assert re.findall(r"aria-invalid|class=\"error\"|class=\"mistakes\"|name=\"clear\"", html) == []


def test_values_are_shown_again():
    html = screen(0, fields={"q1": ["other"], "q1.other.text": ['"><b>'], "q2": ["a", "none"]})
    assert sorted(marked(html)) == ["q1:other", "q2:a", "q2:none"]
    assert 'value="&#34;&gt;&lt;b&gt;"' in html


def test_values_that_are_no_option_are_passed_over():
    assert screen(0, fields={"q1": ["south"], "q9": ["x"]}) == screen(0)


def test_lone_surrogates_are_shown_as_question_marks():
    assert ">\n?</textarea>" in screen(1, fields={"q4": ["\ud800"]})


def test_mistakes_are_said_above_and_at_their_control():
    mistakes = {"q1": "Choose <one>.", "q3.park": "And here."}
    html = screen(0, mistakes=mistakes)
    assert "<title>Error: First – Our &lt;town&gt;</title>" in html
    assert '<li><a href="#q1:north">Choose &lt;one&gt;.</a>' in html
    assert 'id="q1-error"><span class="unseen">Error:</span> Choose &lt;one&gt;.</p>' in html
    assert html.index('class="mistakes"') < html.index("<h1>")
    html = screen(1, mistakes=mistakes)
    assert '<fieldset class="item" id="q3.park" aria-describedby="q3.park-error">' in html
    assert '<li><a href="#q3.park:1">And here.</a> <span class="about">' in html


def test_earlier_answers_are_repeated_as_text():
    html = screen(1, pipes={"q1": "<b>*North*</b>"})
    assert html.count("&lt;b&gt;*North*&lt;/b&gt;") == 4
    assert "<em>&lt;b&gt;*North*&lt;/b&gt;</em>" in html
    assert "<title>Second, for &lt;b&gt;*North*&lt;/b&gt; – " in html


def test_questions_that_are_not_asked_are_left_out():
    html = screen(1, asked=["q3"])
    assert re.findall(r'name="(q[0-9])', html) == ["q3"] * 6


def order(seed, **fields):
    html = screen(0, seed=seed, fields=fields)
    return tuple(re.findall(r'name="q2" value="(\w+)"', html)), marked(html)


def test_shuffles_are_stable_by_interview_and_even_and_what_excludes_stays_last():
    orders = [order(bytes([n]) * 16) for n in range(240)]
    assert orders == [order(bytes([n]) * 16) for n in range(240)]
    assert {names[-1] for names, _ in orders} == {"none"}
    assert len({names for names, _ in orders}) == 24
    first = Counter(names[0] for names, _ in orders)
    assert set(first) == {"a", "b", "c", "d"}
    assert min(first.values()) > 35
    for seed in (b"1", b"2", b"3"):
        assert order(seed, q2=["c"])[1] == ["q2:c"]


def test_answered_fields_can_be_cleared_where_an_answer_may_be_left_out():
    html = screen(0, answered=frozenset({"q1"})) + screen(1, answered=frozenset({"q3.bus"}))
    assert re.findall(r'name="clear" value="([^"]+)" formnovalidate', html) == ["q3.bus"]


def test_required_questions_are_marked_if_others_are_not():
    assert screen(0).count('<span class="required">(required)</span>') == 1
    assert screen(0, language="de").count('<span class="required">(Pflichtfrage)</span>') == 1


def test_texts_that_are_not_translated_say_their_language():
    assert '<span lang="en" dir="ltr">North &lt;side&gt;</span>' in screen(0, language="de")
    assert "<span lang" not in screen(0)


def test_blocks_are_shown_on_demand():
    plain, full = screen(0), screen(0, back=True, preview=True, notice="<wait>")
    for mark in ('value="back"', 'class="preview"', "autofocus><p>&lt;wait"):
        assert (mark in plain, mark in full) == (False, True)


def test_no_marker_is_left_anywhere():
    everything = [screen(0), screen(1), PAGES.welcome("de", Opening()).decode()]
    everything.append(PAGES.thanks("en").decode())
    assert [html for html in everything if re.search(r"[\ue000\ue001]|%EE%80", html)] == []


def test_authors_tell_in_a_small_part_of_markdown():
    assert html_of("a **b** *c*\n\n- d\n- [e](mailto:f@g.de)\n\n1. h") == (
        "<p>a <strong>b</strong> <em>c</em></p>\n<ul>\n<li>d</li>\n"
        '<li><a href="mailto:f@g.de">e</a></li>\n</ul>\n<ol>\n<li>h</li>\n</ol>\n'
    )
    welcome = PAGES.welcome("en", Opening()).decode()
    assert 'Come <strong>in</strong>, see <a href="https://example.org">us</a>' in welcome
    assert "[them](javascript:alert(1))" in welcome
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in welcome


def test_no_earlier_answer_stands_in_an_address():
    thanks = PAGES.thanks("en", token="t", code="c").decode()
    links = re.findall(r'href="([^"]*)"', thanks.split("<main")[1].split("</main>")[0])
    assert links == ["/en/withdraw"]


def test_the_welcome_page_has_the_ways_in_of_its_level():
    html = PAGES.welcome("en", Opening(fields={"code": ["AB"]}, mistakes={"code": "No."})).decode()
    assert re.findall(r'name="(\w+)" value="([^"]*)"', html) == [
        ("token", ""), ("key", ""), ("code", "AB"), ("keep", "yes"), ("go", "begin"), ("token", ""),
        ("return_code", ""), ("go", "continue"),
    ]  # fmt: skip
    assert '<li><a href="#code">No.</a></li>' in html
    assert "Town &amp; Country" in html
    resumed = Opening(resume="/en/screen/1", token="t")
    for level, offered in ((Participation.OPEN, 0), (Participation.CODES, 1)):
        html = at_level(level).welcome("en", resumed).decode()
        assert 'href="/en/screen/1"' in html
        # Whoever has a code of their own begins with it instead.
        assert html.count('name="code"') == html.count('value="begin"') == offered


def at_level(participation):
    questionnaire = replace(INSTRUMENT.questionnaire, participation=participation)
    return compile_pages(replace(INSTRUMENT, questionnaire=questionnaire))


def test_an_invitation_of_an_earlier_version_waits_in_the_form_until_the_interview_begins():
    opening = Opening(invitation="T-1", fields={"code": ["T-1"]})
    html = at_level(Participation.EXCHANGE).welcome("en", opening).decode()
    assert 'name="code" value="T-1"' in html
    assert 'href="/in/T-1/de/"' in html
    assert DoorPhrases("en")("exchange-promise") in html


def test_each_level_asks_for_the_script_that_its_invitations_need():
    pages = at_level(Participation.BLIND)
    html = pages.welcome("de", Opening(invitation="T-1", modulus="AQAB")).decode()
    script = f'<script type="module" src="/assets/{SCRIPT_NAME}/blind.js"></script>'
    assert re.findall("<script[^>]*></script>", html) == [script]
    assert 'data-sign="/de/sign" data-modulus="AQAB" data-home="/de/"' in html
    assert DoorPhrases("de")("blind-promise") in html
    assert "<noscript>" in html
    for level in (Participation.CODES, Participation.EXCHANGE):
        html = at_level(level).welcome("de", Opening()).decode()
        script = f'<script type="module" src="/assets/{CODE_NAME}/code.js"></script>'
        assert re.findall("<script[^>]*></script>", html) == [script]
    told = at_level(Participation.OPEN).welcome("en", Opening()).decode()
    assert "<script" not in told


def test_the_review_says_the_answers_in_words():
    answers = {
        "q1": "north", "q2": frozenset({"b", "a"}), "q3.bus": "2",
        "q3.park": Missing.LEFT_BLANK, "q4": "because\n<b>",
    }  # fmt: skip
    html = PAGES.review("en", walk(INSTRUMENT, answers), Submission("t", "k")).decode()
    assert re.findall(r'<dd class="given">(.*?)</dd>', html, flags=re.DOTALL) == [
        "North &lt;side&gt;",
        "Ash; Birch",
        (
            '<ul><li><span class="of">Buses</span> good</li>'
            '<li><span class="of">Parks</span> No answer</li></ul>'
        ),
        "because\n&lt;b&gt;",
    ]
    assert "<dt>Why do you like North &lt;side&gt;?</dt>" in html
    assert "<h2>Second, for North &lt;side&gt;</h2>" in html
    assert 'href="/en/screen/1?review#q4"' in html


def test_numbers_are_repeated_as_the_language_writes_them():
    head = "---\nsurvey: s\ntitle: T\nlanguage: de\n---\n"
    survey = f"{head}# P\n## n: N?\n[0.0..9999.9 kg]\n## t: Why {{{{ n }}}}?\n____\n"
    pages = compile_pages(ready("v", read(survey, KINDS)))
    answers = {"n": Decimal("2020.5")}
    assert pages.pipes("de", 1, answers) == {"n": "2020,5 kg"}
    assert pages.pipes("de", 1, {"n": Missing.LEFT_BLANK}) == {}
    # The first screen repeats nothing.
    assert pages.pipes("de", 0, answers) == {}


def test_what_was_typed_in_another_direction_is_kept_apart():
    pages = compile_pages(INSTRUMENT)
    assert pages.pipes("en", 1, {"q1": "north"}) == {"q1": "North <side>"}
    review = [
        pages.review("en", walk(INSTRUMENT, {"q1": "north", "q4": typed}), Submission("t", "k"))
        for typed in ("(Bus 7)", "(شكرًا)")
    ]
    assert [">(Bus 7)<" in review[0].decode(), ">\u2068(شكرًا)\u2069<" in review[1].decode()] == [
        True,
        True,
    ]


def test_the_groups_of_a_return_code_stand_apart():
    assert ">ABCDE FGHJK M</p>" in PAGES.later("en", "ABCDE-FGHJK-M", 1).decode()


@pytest.mark.parametrize("code", [400, 403, 404, 405, 413, 415, 421, 500, 503])
@pytest.mark.parametrize("language", ["en", "de"])
def test_messages_say_what_to_do(language, code):
    html = PAGES.message(language, code).decode()
    assert f"<h1>{DoorPhrases(language)(str(code))}</h1>" in html
    assert str(code) not in html


def test_every_mistake_that_a_kind_can_find_has_words():
    found = {
        code
        for package in ("kinds", "questionnaire")
        for module in (HOUSE / package).rglob("*.py")
        for code in re.findall(r'Mistake\([^,()]+,\s*"([a-z-]+)"', module.read_text("utf-8"))
    }
    assert found >= {"required", "too-many", "not-offered", "rank-gap", "too-long"}
    assert {code for code in found if f"mistake-{code}" not in keys("door")} == set()
    assert PAGES.mistake("de", Mistake("q", "too-many", {"most": "3"})).endswith("höchstens 3.")


def test_nothing_stands_in_the_page_that_the_content_policy_forbids():
    everything = screen(0) + screen(1) + PAGES.welcome("en", Opening()).decode()
    scripts = r'<script(?! type="module" src="/assets/)|javascript:(?!alert\(1\)\))'
    forbidden = rf"{scripts}|<style|style=|\son\w+="
    assert re.findall(forbidden, everything) == []


def test_no_page_of_the_example_weighs_more_than_15_kb_with_its_style():
    instrument = ready("v", read_questionnaire(EXAMPLE))
    pages = compile_pages(instrument)
    style = len(gzip.compress(pages.style))
    weights = {}
    for language in ("de", "en", "ar"):
        weights[language, "welcome"] = len(gzip.compress(pages.welcome(language, Opening())))
        for one in instrument.screens:
            asked = frozenset(question.name for question in one.questions)
            filling = Filling(asked=asked, mistakes=dict.fromkeys(asked, "That is wrong."))
            html = pages.screen(language, one.number, filling, back=True, notice="Wait.")
            weights[language, one.number] = len(gzip.compress(html))
    assert {page: weight for page, weight in weights.items() if weight + style > 15_000} == {}


def test_the_style_changes_its_name_with_its_colour():
    other = compile_pages(INSTRUMENT, accent="#7a1f5c")
    assert other.style_name != PAGES.style_name
    day, night = re.findall(r"--accent: (#[0-9a-f]{6})", other.style.decode())
    assert day == "#7a1f5c"
    assert contrast(night, "#16202b") >= 7
    assert f"/assets/{other.style_name}/style.css" in other.closed("en").decode()


def test_a_colour_that_cannot_be_read_is_refused():
    with pytest.raises(Problem) as refused:
        compile_pages(INSTRUMENT, accent="#ffee00")
    assert refused.value.code == "accent-illegible"
