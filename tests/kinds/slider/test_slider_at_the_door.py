"""A slider where scripts run: laid over the field by a script of ours, and unset at first."""

import re
from importlib.resources import files

import pytest

from browser import open_browser
from respond.door_survey import OpenDoor, published
from rundfrage.questionnaire.answers.typed_numbers import number_in
from rundfrage.text import number_marks

pytestmark = pytest.mark.trial

SURVEY = """\
---
survey: warm
title: How warm
language: en
languages: [en, de, ar]
---

# One

## warm: How warm is it? {step=0.5}

[slider -2..2 cold .. hot]

# Two

## why: Why?

_____
"""
TYPED = ["", "5", "٥", "۵", "५", "1 000", "1\u202f000", "1’000", "1.000", "1,000", "1.000,5"]
TYPED += [
    "1,000.5",
    "2,5",
    "2.5",
    "٢٫٥",
    "١٬٠٠٠",
    "\u200f5",
    "+5",
    "-5",
    "\u22125",
    ".5",
    "5.",
    ".",
    "-",
]
TYPED += ["1.2.3", "1 00", "0 000", "five", "1e3", "²", "9" * 70]
ADDRESS = "http://localhost:8000"


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    with OpenDoor(published(tmp_path_factory.mktemp("door") / "responses.db", SURVEY)) as opened:
        yield opened


def begun(door, language="en"):
    """The door's own client at the screen with the slider, and that page."""
    client = door.browser()
    return client, client.begin(language)


@pytest.fixture(scope="module")
def answers(door):
    """What the application answers by language and path, with its own headers."""
    found = {}
    for language in ("en", "de", "ar"):
        client, answer = begun(door, language)
        paths = re.findall(r'"(/assets/[^"]+)"', answer.text)
        found[language] = {"/here": answer, **{path: client.get(path) for path in paths}}
    return found


@pytest.fixture(scope="module")
def chromium():
    with open_browser() as browser:
        yield browser


@pytest.fixture(params=["en", "de", "ar"])
def page(request, answers, chromium):
    """The screen in Chromium."""
    view = chromium.new_page(viewport={"width": 320, "height": 800})

    def served(route):
        found = answers[request.param][route.request.url.removeprefix(ADDRESS)]
        route.fulfill(status=found.status, headers=dict(found.headers), body=found.body)

    view.route("**/*", served)
    view.goto(f"{ADDRESS}/here")
    yield view
    view.close()


def state(page):
    field, slider = page.locator("#warm"), page.get_by_role("slider")
    return field.input_value(), slider.get_attribute("aria-valuetext") is not None


def mark(page):
    return page.locator("#warm").get_attribute("data-decimal")


def test_a_page_may_run_the_scripts_of_ours_that_it_asks_for_alone(door):
    client, answer = begun(door)
    policy = dict(answer.headers)["content-security-policy"]
    assert policy.split("; ")[-1] == "script-src 'self'"
    assert "connect-src" not in policy
    form = {"token": answer.hidden("token"), "key": answer.hidden("key"), "go": "next"}
    wrong = client.post("/en/screen/0", {**form, "warm": "0.3"})
    assert (wrong.status, "script-src" in dict(wrong.headers)["content-security-policy"]) == (
        422,
        True,
    )
    after = client.follow(client.post("/en/screen/0", {**form, "warm": "0.5"}))
    assert "questions.js" not in after.text
    asked = "<script" in after.text
    assert ("script-src" in dict(after.headers)["content-security-policy"]) == asked
    policy = dict(client.get("/en/privacy").headers)["content-security-policy"]
    assert "script-src" not in policy


def test_nothing_is_set_until_somebody_moves_it(page):
    assert state(page) == ("", True)
    page.get_by_role("slider").press("ArrowRight")
    assert state(page) == (f"0{mark(page)}5", False) or state(page) == (f"-0{mark(page)}5", False)
    page.get_by_role("slider").press("Home")
    page.get_by_role("slider").press("End")
    assert state(page) == (f"2{mark(page)}0", False)


def test_the_middle_can_be_meant(page):
    page.get_by_role("slider").press(" ")
    assert state(page) == (f"0{mark(page)}0", False)
    page.locator("#warm").fill("")
    assert state(page) == ("", True)
    page.get_by_role("slider").click()
    assert state(page) == (f"0{mark(page)}0", False)


def test_what_is_typed_moves_it(page):
    page.locator("#warm").fill(f"-1{mark(page)}5")
    assert page.get_by_role("slider").input_value() == "-1.5"
    for typed in ("١", "۱", " +1", "1", "0001", f"1{mark(page)}", "1.0", "1,0"):
        page.locator("#warm").fill(typed)
        assert (page.get_by_role("slider").input_value(), state(page)) == ("1", (typed, False))
    for typed in ("1 000", "1 0", "1.2.3", "-", "twelve"):
        page.locator("#warm").fill(typed)
        assert state(page) == (typed, True)
    page.locator("#warm").fill("hot")
    assert state(page) == ("hot", True)


def test_it_is_named_as_the_question_and_nothing_is_wider_than_the_screen(page):
    assert page.get_by_role("slider", name="How warm is it?", exact=True).count() == 1
    assert page.get_by_role("textbox", name=re.compile(r"^How warm is it\? \(.+\)$")).count() == 1
    assert page.get_by_role("slider").bounding_box()["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_field_alone_is_there(answers, chromium):
    answer = answers["en"]["/here"]
    context = chromium.new_context(java_script_enabled=False)
    view = context.new_page()
    view.set_content(answer.text)
    assert view.get_by_role("slider").count() == 0
    assert view.get_by_label("How warm is it?").input_value() == ""
    context.close()


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar", "fa", "de-CH"])
def test_the_script_reads_numbers_as_the_server_does(language, chromium):
    decimal, thousands = number_marks(language)
    script = (files("rundfrage.kinds") / "slider" / "script.js").read_text("utf-8")
    view = chromium.new_page()
    view.set_content(
        f"""<label for="q">Q</label><div class="slider"><input id="q" data-low="0" data-high="9999"
        data-step="0.5" data-decimals="1" data-decimal="{decimal}" data-thousands="{thousands}"
        data-typed="n" data-untouched="no"></div>"""
    )
    view.add_script_tag(content=script)
    for typed in TYPED:
        number = number_in(typed, language)
        view.locator("#q").fill(typed)
        slider = view.get_by_role("slider")
        read_as = None if slider.get_attribute("aria-valuetext") else float(slider.input_value())
        assert read_as == (None if number is None or not 0 <= number <= 9999 else number), typed
    view.close()
