"""At the level open a survey may wish that a browser sends answers once, and says what that is."""

from dataclasses import replace

import pytest
from door_survey import SURVEY, OpenDoor, published

from kinds.town import INSTRUMENT
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.pages.compiled import BrowserNotes
from rundfrage.respond.pages.pages import compile_pages

ANSWERED = "__Host-answered"


@pytest.fixture
def door(tmp_path):
    with OpenDoor(replace(published(tmp_path / "responses.db"), once=True)) as opened:
        yield opened


def again(browser, thanks):
    """Begin as another person where one has answered."""
    browser.send("/en/anew", thanks)
    return browser.begin()


def counted(door):
    return sum(rows[-1][0] == "completed" for rows in door.rows())


def test_a_browser_that_sent_answers_sends_no_more(tmp_path, door):
    with OpenDoor(published(tmp_path / "other.db")) as anybody:
        browser = anybody.browser()
        assert "Do you walk?" in again(browser, browser.complete()).text
        assert ANSWERED not in browser.cookies
        assert "answers were sent" not in anybody.browser().get("/en/").text
    browser = door.browser()
    assert "that answers were sent from this browser" in browser.get("/en/").text
    thanks = browser.complete()
    assert 'action="/en/anew"' not in thanks.text
    assert browser.get("/en/").location == "/en/thanks?again", "its own interview"
    # Closed and opened: what belonged to the interview is gone.
    del browser.cookies["__Host-interview"]
    assert browser.get("/de/").heading == "Aus diesem Browser wurden Antworten gesendet"
    assert counted(door) == 1


def test_a_form_that_lay_open_begins_nothing_either(door):
    browser = door.browser()
    browser.complete()
    del browser.cookies["__Host-interview"]
    other = door.browser()
    form = other.form(other.get("/en/"), "begin")
    other.cookies[ANSWERED] = browser.cookies[ANSWERED]
    assert other.post("/en/begin", form).status == 403
    assert counted(door) == len(door.rows()) == 1


def test_the_cookie_says_yes_and_goes_with_the_field(door, monkeypatch):
    browser = door.browser()
    said = []
    asking = browser.asking

    async def listening(*request):
        answer = await asking(*request)
        said.extend(value for name, value in answer.headers if name == "set-cookie")
        return answer

    monkeypatch.setattr(browser, "asking", listening)
    browser.complete()
    mine = [one for one in said if one.startswith(ANSWERED)]
    assert mine == [f"{ANSWERED}=yes; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000"]


def test_an_interview_begun_elsewhere_and_one_under_way_go_on(door):
    first, browser = door.browser(), door.browser()
    first.begin()
    code = first.get("/en/later").text.split('class="return-code" dir="ltr">')[1].split("<")[0]
    browser.complete()
    del browser.cookies["__Host-interview"]
    other = door.browser()
    page = other.get("/en/")
    other.cookies[ANSWERED] = "yes"
    going_on = other.post("/en/begin", other.form(page, "continue", return_code=code))
    assert going_on.location == "/en/screen/0"
    assert "Do you walk?" in other.follow(going_on).text


def test_another_browser_knows_nothing_of_it(door):
    """A private window, another browser, a deleted cookie: it is a wish, and no lock."""
    for _ in range(2):
        door.browser().complete()
    assert counted(door) == 2


def test_whoever_withdraws_may_answer_again(door):
    browser = door.browser()
    thanks = browser.complete()
    code = thanks.text.split('class="return-code" dir="ltr">')[1].split("<")[0]
    page = browser.post("/en/withdraw", {"return_code": code, "go": "withdraw"})
    assert page.heading == "Your answers have been deleted"
    assert browser.complete().heading == "Thank you"


@pytest.mark.parametrize("level", ["codes", "exchange"])
def test_where_people_have_a_pass_that_is_what_counts_once(tmp_path, level):
    survey = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n")
    settings = replace(published(tmp_path / "responses.db", survey), once=True)
    with OpenDoor(settings) as door:
        browser = door.browser()
        browser.cookies[ANSWERED] = "yes"
        page = browser.get("/en/")
    assert page.heading != "Answers were sent from this browser"
    assert "answers were sent from this browser" not in page.text


def test_the_page_names_a_second_cookie_where_there_is_one():
    invited = replace(INSTRUMENT.questionnaire, participation=Participation.BLIND)
    instrument = replace(INSTRUMENT, questionnaire=invited)
    for pauses in (True, False):
        pages = compile_pages(instrument, notes=BrowserNotes(pauses=pauses))
        assert ("A second one says" in pages.privacy("en").decode()) is pauses
    assert "A second one says" not in compile_pages(INSTRUMENT).privacy("en").decode()
