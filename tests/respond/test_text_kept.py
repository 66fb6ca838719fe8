"""What is typed and not yet sent survives reloading, leaving and coming back, in a real browser."""

import pytest
from door_server import Server
from door_survey import SURVEY
from playwright.sync_api import expect

from browser import open_browser

pytestmark = pytest.mark.trial

WHY = "Because of my knee"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept")
    (folder / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    # Some here have no script, and would wait before they begin.
    (folder / "settings.toml").write_text("[door]\nproof_of_work = 0\n", encoding="utf-8")
    with Server(folder) as server:
        yield server


@pytest.fixture(scope="module")
def chromium():
    with open_browser() as browser:
        yield browser


def opened(chromium, **settings):
    return chromium.new_context(**settings).new_page()


def go_on(page):
    page.get_by_role("button", name="Continue", exact=True).last.click()


def to_the_why(page, server):
    page.goto(f"http://localhost:{server.port}/en/")
    page.get_by_role("button", name="Start now").click()
    page.get_by_label("Yes").check()
    go_on(page)
    page.locator("[name=q2]").fill("3")
    go_on(page)
    go_on(page)


def test_reloading_going_back_and_forward_lose_nothing(server, chromium):
    page = opened(chromium)
    to_the_why(page, server)
    page.locator("[name=q4]").fill(WHY)
    page.reload()
    expect(page.locator("[name=q4]")).to_have_value(WHY)
    page.go_back()
    expect(page.get_by_role("heading", name="Ways")).to_be_visible()
    page.get_by_label("Bicycles").check()
    page.go_forward()
    expect(page.locator("[name=q4]")).to_have_value(WHY)
    page.go_back()
    expect(page.get_by_label("Bicycles")).to_be_checked()


def test_a_script_that_keeps_nothing_would_lose_it(server, chromium):
    page = opened(chromium)
    page.route("**/keep.js", lambda route: route.abort())
    to_the_why(page, server)
    page.locator("[name=q4]").fill(WHY)
    page.reload()
    expect(page.locator("[name=q4]")).to_have_value("")


def test_the_answer_taken_back_by_a_button_stays_taken_back(server, chromium):
    page = opened(chromium)
    page.goto(f"http://localhost:{server.port}/en/")
    page.get_by_role("button", name="Start now").click()
    page.get_by_label("No", exact=True).check()
    go_on(page)
    go_on(page)
    page.get_by_label("Good").check()
    go_on(page)
    page.get_by_role("link", name="How is it?").click()
    expect(page.get_by_label("Good")).to_be_checked()
    page.get_by_role("button", name="Remove answer").click()
    expect(page.locator(":checked")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_privacy_notice_opens_beside_the_page(server, chromium, scripts):
    page = opened(chromium, java_script_enabled=scripts)
    to_the_why(page, server)
    page.locator("[name=q4]").fill(WHY)
    with page.context.expect_page() as beside:
        page.get_by_role("link", name="Privacy").click()
    expect(beside.value.get_by_role("heading", name="How we protect your privacy")).to_be_visible()
    expect(page.locator("[name=q4]")).to_have_value(WHY)


def test_nothing_of_it_is_left_for_the_next_person_in_the_same_tab(server, chromium):
    page = opened(chromium)
    to_the_why(page, server)
    page.locator("[name=q4]").fill(WHY)
    kept = "() => JSON.stringify(Object.values(sessionStorage))"
    assert WHY in page.evaluate(kept)
    page.goto(f"http://localhost:{server.port}/en/")
    page.get_by_role("button", name="Begin as another person").click()
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_text("Do you walk?").first).to_be_visible()
    assert WHY not in page.evaluate(kept)


def test_nothing_of_it_is_left_after_the_answers_were_sent(server, chromium):
    page = opened(chromium)
    to_the_why(page, server)
    page.locator("[name=q4]").fill(WHY)
    go_on(page)
    page.get_by_label("Good").check()
    go_on(page)
    page.get_by_role("button", name="Send answers").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert page.evaluate("() => Object.keys(sessionStorage).length") == 0
