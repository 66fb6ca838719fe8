"""Two people at one browser, as at a shared tablet: the second begins anew and sees nothing."""

import pytest
from door_server import Server
from door_survey import SURVEY
from playwright.sync_api import expect

from browser import open_browser

pytestmark = pytest.mark.trial

SECRET = "Because of my knee"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shared")
    (folder / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    with Server(folder) as server:
        yield server


@pytest.fixture(scope="module")
def chromium():
    # As people have it: pages that were left wait in memory for the way back.
    with open_browser(ignore_default_args=["--disable-back-forward-cache"]) as browser:
        yield browser


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def answer_up_to_the_why(page, server):
    """Begin, and go as far as the page on which the first person writes something."""
    page.goto(f"http://localhost:{server.port}/en/")
    page.get_by_role("button", name="Start now").click()
    page.get_by_label("Yes").check()
    go_on(page)
    page.locator("[name=q2]").fill("3")
    go_on(page)
    go_on(page)
    page.locator("[name=q4]").fill(SECRET)
    go_on(page)


def go_on(page):
    page.get_by_role("button", name="Continue", exact=True).last.click()


def seen_on_the_way_back(page):
    """The contents of all pages that the browser's back button leads to, and of their fields."""
    seen = ""
    for _ in range(12):
        if page.go_back() is None and page.url == "about:blank":
            break
        seen += page.content() + str(page.locator("textarea, input").evaluate_all(
            "fields => fields.map(field => [field.name, field.value, field.checked])"
        ))  # fmt: skip
    return seen


def test_after_the_thanks_another_person_begins(server, page):
    answer_up_to_the_why(page, server)
    go_on(page)
    assert SECRET in page.content()
    page.get_by_role("button", name="Send answers").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    page.get_by_role("button", name="Begin as another person").click()
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_text("Do you walk?").first).to_be_visible()
    assert page.locator(":checked").count() == 0
    seen = seen_on_the_way_back(page)
    assert "Do you walk?" in seen
    assert SECRET not in seen


def test_somebody_who_went_away_is_not_gone_on_with(server, page):
    answer_up_to_the_why(page, server)
    page.goto(f"http://localhost:{server.port}/en/")
    expect(page.get_by_text("You have already started")).to_be_visible()
    page.get_by_role("button", name="Begin as another person").click()
    expect(page.get_by_role("button", name="Start now")).to_be_visible()
    seen = seen_on_the_way_back(page)
    assert "A walk" in seen
    assert SECRET not in seen
