"""One browser, several people or several surveys: each interview is its own."""

import asyncio

import pytest
from door_survey import SURVEY, OpenDoor, published

from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.published import ready
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.respond.credential import credential_in
from rundfrage.respond.pages.pages import compile_pages

COOKIE = "__Host-interview"


@pytest.fixture
def door(tmp_path):
    with OpenDoor(published(tmp_path / "responses.db")) as opened:
        yield opened


def test_the_interviews_of_two_people_count_both(door):
    browser = door.browser()
    thanks = browser.complete()
    assert browser.get("/en/").location == "/en/thanks?again"
    assert browser.send("/en/anew", thanks).location == "/en/"
    assert browser.complete().heading == "Thank you"
    assert [rows[-1][0] for rows in door.rows()] == ["completed", "completed"]


def test_pressed_twice_it_is_one_new_person(door):
    browser = door.browser()
    thanks = browser.complete()
    browser.send("/en/anew", thanks)
    new = dict(browser.cookies)
    assert browser.send("/en/anew", thanks).location == "/en/"
    assert browser.cookies == new


def test_no_other_site_makes_a_browser_forget_whose_it_is(door):
    browser = door.browser()
    browser.begin()
    mine = dict(browser.cookies)
    assert browser.post("/en/anew", {"token": "0" * 32}).location == "/en/"
    assert browser.cookies == mine
    assert door.browser().post("/en/anew", {"token": ""}).location == "/en/"


@pytest.mark.parametrize(
    ("level", "offered"), [("open", 1), ("codes", 1), ("exchange", 0), ("blind", 0)]
)
def test_whoever_is_invited_in_person_follows_the_invitation_instead(level, offered):
    survey = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n")
    pages = compile_pages(ready("v", read(survey, KINDS)))
    for html in (pages.thanks("en"), pages.end("en")):
        assert html.count(b'action="/en/anew"') == offered


def test_the_privacy_notice_can_be_read_at_any_time(door):
    browser = door.browser()
    pages = [browser.get("/en/"), browser.begin(), browser.complete(), browser.get("/en/nothing")]
    for page in pages[1:]:
        assert 'href="/en/privacy"' in page.text
        notice = browser.get("/en/privacy")
        assert (notice.status, notice.heading) == (200, "How we protect your privacy")
    said = "Everybody who has the link can take part."
    assert (said in pages[0].text, said in notice.text) == (True, True)


def names(database):
    """The names of the interviews in a journal."""

    async def work():
        journal = await open_journal(str(database))
        try:
            return {one[0].interview async for one in journal.interviews()}
        finally:
            await journal.shut()

    return asyncio.run(work())


@pytest.mark.parametrize("returned", [False, True])
def test_nothing_connects_two_surveys_at_one_address_one_after_the_other(tmp_path, returned):
    with OpenDoor(published(tmp_path / "spring.db")) as spring:
        browser = spring.browser()
        page = browser.begin()
        if returned:
            code = credential_in(browser.cookies[COOKIE]).code
            browser = spring.browser()
            welcome = browser.get("/en/")
            form = {"token": welcome.hidden("token"), "go": "continue", "return_code": code}
            page = browser.follow(browser.post("/en/begin", form))
        browser.send("/en/screen/0", page, q1="no")
    with OpenDoor(published(tmp_path / "autumn.db")) as autumn:
        later = autumn.browser()
        later.cookies = browser.cookies
        assert later.complete().heading == "Thank you"
    assert names(tmp_path / "spring.db").isdisjoint(names(tmp_path / "autumn.db"))


def test_a_form_of_the_survey_before_begins_nothing(tmp_path):
    with OpenDoor(published(tmp_path / "spring.db")) as spring:
        browser = spring.browser()
        form = {"token": browser.get("/en/").hidden("token"), "go": "begin"}
        browser.post("/en/begin", form)
    with OpenDoor(published(tmp_path / "autumn.db")) as autumn:
        later = autumn.browser()
        later.cookies = browser.cookies
        assert later.post("/en/begin", form).status == 403
        assert autumn.rows() == []
