"""The end of the field: whoever is under way may finish, and nothing typed is swallowed."""

import datetime
from dataclasses import replace

import pytest
from door_survey import SURVEY, OpenDoor, published

from rundfrage.fieldwork import period
from rundfrage.fieldwork.journals import open_journal
from rundfrage.respond import door, editions, entrance

WHY = "It took me ten minutes to write this"


@pytest.fixture
def clock(monkeypatch):
    """Sets the time that the door reads; the field's last day is 14 October 2026."""

    def show(words):
        zone = datetime.datetime.now().astimezone().tzinfo
        moment = datetime.datetime.fromisoformat(words).replace(tzinfo=zone)
        for module in (period, door, editions, entrance):
            monkeypatch.setattr(module, "now", lambda: moment)

    return show


def settings(tmp_path, **changes):
    survey = SURVEY.replace("language: en\n", "language: en\nfield: 2026-10-01 .. 2026-10-14\n")
    return replace(published(tmp_path / "responses.db", survey), **changes)


def to_the_why(browser):
    page = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="yes"))
    page = browser.follow(browser.send("/en/screen/1", page, q2="3"))
    page = browser.follow(browser.send("/en/screen/2", page))
    assert "Why?" in page.text
    return page


def test_the_first_page_says_until_when(tmp_path, clock):
    clock("2026-10-07 12:00")
    with OpenDoor(settings(tmp_path)) as door:
        told = door.browser().get("/en/").text
        assert "You can take part until Oct 14, 2026." in told
        assert "you can still finish until Oct 15, 2026, 1:00" in told.replace("\u202f", " ")
    with OpenDoor(settings(tmp_path, grace=0)) as door:
        assert "finish until" not in door.browser().get("/en/").text


def test_whoever_has_begun_finishes_after_midnight_and_nobody_else_begins(tmp_path, clock):
    clock("2026-10-14 23:58")
    with OpenDoor(settings(tmp_path)) as door:
        browser = door.browser()
        page = to_the_why(browser)
        assert "can still finish" not in page.text
        clock("2026-10-15 00:10")
        assert door.browser().get("/en/").location == "/en/closed"
        page = browser.follow(browser.send("/en/screen/3", page, q4=WHY))
        assert "can still finish until Oct 15, 2026, 1:00" in page.text.replace("\u202f", " ")
        page = browser.follow(browser.send("/en/screen/4", page, q5="good"))
        assert browser.send("/en/submit", page).location == "/en/thanks"
        assert [rows[-1][0] for rows in door.rows()] == ["completed"]


@pytest.mark.parametrize("ended", ["by its days", "by close", "by close, not yet heard of"])
def test_what_comes_too_late_is_shown_and_not_thrown_away(tmp_path, clock, ended, monkeypatch):
    clock("2026-10-14 23:58")
    with OpenDoor(settings(tmp_path)) as door:
        browser, late = door.browser(), door.browser()
        page, review = to_the_why(browser), late.begin()
        for number, fields in ((0, {"q1": "no"}), (2, {}), (4, {"q5": "good"})):
            review = late.follow(late.send(f"/en/screen/{number}", review, **fields))
        if ended == "by its days":
            clock("2026-10-15 01:01")
        else:
            door.run(close(door))
        if ended == "by close":
            # As a door hears of it by looking every few seconds.
            monkeypatch.setattr(editions, "NEWS_SECONDS", 0)
        answer = browser.send("/en/screen/3", page, q4=WHY)
        assert (answer.status, WHY in answer.text) == (410, True)
        assert "has ended in the meantime" in answer.text
        answer = late.send("/en/submit", review)
        assert answer.status == 410
        assert "before you sent your answers" in answer.text
        assert "completed" not in {rows[-1][0] for rows in door.rows()}


async def close(door):
    journal = await open_journal(door.settings.journal)
    await journal.close_field()
    await journal.shut()


def test_a_last_day_published_later_is_that_of_all_interviews(tmp_path, clock):
    clock("2026-10-14 23:58")
    with OpenDoor(settings(tmp_path)) as door:
        browser = door.browser()
        page = to_the_why(browser)
        longer = SURVEY.replace("language: en\n", "language: en\nfield: 2026-10-01 .. 2026-10-31\n")
        later = published(tmp_path / "responses.db", longer)
    clock("2026-10-20 12:00")
    with OpenDoor(later) as door:
        browser.door = door
        answer = browser.send("/en/screen/3", page, q4=WHY)
        assert answer.location == "/en/screen/4"


def test_a_correction_in_another_tab_after_sending_is_told_and_kept_in_the_page(tmp_path, clock):
    clock("2026-10-07 12:00")
    with OpenDoor(settings(tmp_path)) as door:
        browser = door.browser()
        tab = to_the_why(browser)
        page = browser.follow(browser.send("/en/screen/3", tab))
        page = browser.follow(browser.send("/en/screen/4", page, q5="good"))
        # At the same moment: the answers are sent while the correction is on its way.
        answers = door.together(
            browser.posting("/en/submit", browser.form(page)),
            *(
                browser.posting("/en/screen/3", browser.form(tab, q4=f"{WHY} {n}"))
                for n in range(9)
            ),
        )
        (rows,) = door.rows()
        at = [event for event, _, _ in rows].index("completed")
        stored = " ".join(words for _, _, words in rows[:at])
        for number, answer in enumerate(answers[1:]):
            taken = f"{WHY} {number}" in stored
            assert (answer.status == 303) == taken
            if not taken:
                assert f"{WHY} {number}" in answer.text
        assert len(rows) == at + 1


def test_the_place_is_kept_until_the_end_for_whoever_wants_it(tmp_path, clock):
    clock("2026-10-07 12:00")

    def cookie(answer):
        return next(value for name, value in answer.headers if name == "set-cookie")

    with OpenDoor(settings(tmp_path)) as door:
        for wish, kept in (({}, False), ({"keep": "yes"}, True)):
            browser = door.browser()
            form = browser.form(browser.get("/en/"), "begin", **wish)
            said = cookie(browser.post("/en/begin", form))
            assert ("Max-Age" in said) == kept
        # From 7 October, 12:00, to 15 October, 1:00.
        assert "Max-Age=651600" in said
