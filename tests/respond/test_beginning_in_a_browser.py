"""Beginning at the level open in a real browser: with scripts, without, too soon, and twice."""

import pytest
from door_server import Server
from door_survey import SURVEY
from playwright.sync_api import expect

from browser import open_browser
from patience import until

pytestmark = pytest.mark.trial

HARD = 20
"""Bits that a first slice of work finds once in some hundred times."""
HELD = """
const later = window.setTimeout;
const held = [];
window.setTimeout = (what) => held.push(what);
window.goOn = () => {
  window.setTimeout = later;
  held.forEach((what) => later(what, 0));
};
"""
"""Keeps the page from going on with its work, however fast the machine is, until it is told to."""


@pytest.fixture(scope="module")
def chromium():
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("beginning")
    (folder / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server(folder):
    with Server(folder, "--workers", "2") as server:
        yield server


def opened(chromium, server, path="/en/", first="", **settings):
    context = chromium.new_context(**settings)
    if first:
        context.add_init_script(first)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"http://localhost:{server.port}{path}")
    return page


def found(page):
    """Wait until the work is done."""
    expect(page.locator("[name=proof]")).not_to_have_value("")


def start(page, name="Start now"):
    page.get_by_role("button", name=name).click()


def has_begun(page):
    expect(page.get_by_text("Do you walk?")).to_be_visible()


def test_whoever_reads_first_notices_nothing(chromium, server):
    page = opened(chromium, server)
    found(page)
    expect(page.get_by_text("getting ready")).to_be_hidden()
    start(page)
    has_begun(page)
    assert page.complaints == []


def harder(folder, bits):
    (folder / "settings.toml").write_text(f"[door]\nproof_of_work = {bits}\n", encoding="utf-8")


def pressed_too_soon(chromium, server):
    for _ in range(5):
        page = opened(chromium, server, first=HELD)
        page.locator("#keep").check()
        page.get_by_role("button", name="Start now").focus()
        for _ in range(3):
            page.keyboard.press("Enter")
        told = page.get_by_role("status")
        expect(told.or_(page.get_by_text("Do you walk?"))).to_be_visible()
        if told.is_visible():
            return page
    raise AssertionError("the first slice found it each time")


def test_whoever_presses_at_once_is_told_and_goes_on_by_itself(chromium, tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    harder(tmp_path, HARD)
    with Server(tmp_path) as server:
        page = pressed_too_soon(chromium, server)
        told = page.get_by_role("status")
        expect(told).to_have_text("The survey is getting ready. It then begins by itself.")
        page.evaluate("goOn()")
        has_begun(page)
        assert page.context.cookies()[0]["expires"] > 0, "what was wished of the place"
        assert page.complaints == []


def test_without_scripts_one_waits_and_presses_again(chromium, server):
    page = opened(chromium, server, java_script_enabled=False)
    start(page)
    expect(page.get_by_role("heading", name="One moment, please")).to_be_visible()
    expect(page.get_by_text("wait ten seconds")).to_be_visible()
    start(page)
    expect(page.get_by_role("alert")).to_contain_text("a little too early")

    def has_waited():
        if page.get_by_text("Do you walk?").count():
            return True
        return start(page)

    until(has_waited)


def test_where_the_script_did_not_come_it_is_asked_for_again(chromium, server):
    page = chromium.new_context().new_page()
    page.route("**/proof.js", lambda route: route.abort())
    page.goto(f"http://localhost:{server.port}/de/")
    page.unroute("**/proof.js")
    start(page, "Jetzt beginnen")
    # The page that asks to wait runs it, and goes on.
    expect(page.get_by_text("Gehen Sie").or_(page.get_by_text("Do you walk?"))).to_be_visible()


def test_a_page_of_an_earlier_start_or_version_is_worked_on_anew(chromium, folder):
    harder(folder, 0)
    try:
        with Server(folder) as before:
            page = opened(chromium, before)
            assert page.locator("[data-proof]").count() == 0
            port = before.port
        harder(folder, 12)
        again = Server(folder)
        again.port = port
        with again:
            start(page)
            has_begun(page)
    finally:
        (folder / "settings.toml").unlink()


def test_in_two_tabs_each_form_has_its_own_proof(chromium, server):
    page = opened(chromium, server)
    other = page.context.new_page()
    other.goto(f"http://localhost:{server.port}/en/")
    found(page)
    found(other)
    proofs = {one.locator("[name=proof]").input_value() for one in (page, other)}
    assert len(proofs) == 2
    start(page)
    has_begun(page)
    # As ever, one browser has one interview; the other tab leads to it once it is opened anew.
    other.reload()
    other.get_by_role("link", name="Resume").click()
    has_begun(other)


def test_back_and_the_button_again_lead_to_the_same_interview(chromium, server):
    page = opened(chromium, server)
    found(page)
    start(page)
    has_begun(page)
    page.go_back()
    page.get_by_role("link", name="Resume").click()
    has_begun(page)
    page.goto(f"http://localhost:{server.port}/en/")
    start(page, "Begin as another person")
    found(page)
    start(page)
    has_begun(page)
