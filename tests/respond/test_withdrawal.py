"""Whoever has the return code of an interview has its answers deleted, and nobody else can."""

import re
from html import unescape

import pytest
from door_server import Server
from door_survey import SURVEY, OpenDoor, published
from test_levels_at_the_door import drawn_codes, review, submit

from commands import run
from patience import until
from rundfrage.respond.credential import new_credential

__all__ = ["drawn_codes"]

LEVELS = ("open", "codes", "exchange", "blind")


@pytest.fixture
def door(tmp_path):
    with OpenDoor(published(tmp_path / "responses.db")) as opened:
        yield opened


def code_on(page):
    found = re.search(r'<p class="return-code" dir="ltr">([^<]*)</p>', page.text)
    return found[1] if found else ""


def withdraw(browser, code, go="withdraw"):
    return browser.post("/en/withdraw", {"return_code": code, "go": go})


def test_answers_are_deleted_by_the_code_that_the_last_page_shows(door):
    """On any other device, without a cookie, and after a question back that deletes nothing."""
    others = door.browser().complete()
    browser = door.browser()
    thanks = browser.complete()
    code = code_on(thanks)
    assert code
    assert 'href="/en/withdraw"' in thanks.text
    assert code_on(others) not in ("", code)
    before = door.rows()

    elsewhere = door.browser()
    asked = elsewhere.get("/en/withdraw")
    assert asked.field("return_code") == ""
    confirm = withdraw(elsewhere, code.lower(), "look")
    assert (confirm.status, confirm.heading) == (200, "Delete all answers under this code?")
    assert door.rows() == before
    gone = withdraw(elsewhere, confirm.hidden("return_code"))
    assert (gone.status, gone.heading) == (200, "Your answers have been deleted")
    assert elsewhere.cookies == {}
    (left,) = door.rows()
    assert left in before
    assert withdraw(elsewhere, code).heading == "Your answers have been deleted"

    # The browser that it was begun in has no interview any more, and a page left open stores none.
    late = browser.send("/en/submit", thanks)
    assert late.status == 403
    assert browser.follow(browser.get("/en/thanks")).heading == "A walk"
    assert code_on(browser.complete()) not in ("", code)
    assert len(door.rows()) == 2


@pytest.mark.parametrize("out", [False, True], ids=["thanked", "screened out"])
def test_whoever_comes_to_a_shared_browser_is_not_shown_the_code_of_the_last_person(tmp_path, out):
    away = "# Sorry {screenout if='q1 == \"no\"'}\nThat is all.\n\n# Ways\n"
    survey = SURVEY.replace("# Ways\n", away) if out else SURVEY
    with OpenDoor(published(tmp_path / "responses.db", survey)) as door:
        browser = door.browser()
        if out:
            last = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="no"))
        else:
            last = browser.complete()
        # The control: the last page shows it to whoever sent the answers, so it could be shown.
        code = code_on(last)
        assert code
        # Somebody else opens the survey, and looks where the link on that page leads.
        page = browser.follow(browser.get("/en/"))
        assert (page.heading, code_on(page)) == (last.heading, "")
        assert 'href="/en/withdraw"' in page.text
        asked = browser.get("/en/withdraw")
        for other in (page, asked):
            assert not {code, code.replace(" ", "-"), code.replace(" ", "")} & set(
                re.findall(r"[0-9A-Z -]{26,}", other.text)
            )
        assert asked.field("return_code") == ""
        # Whoever noted it down is understood.
        assert withdraw(browser, code).heading == "Your answers have been deleted"


@pytest.mark.parametrize("at", ["/en/screen/0", "/en/later", "/en/review"])
def test_an_interview_that_is_not_finished_is_withdrawn_in_its_own_browser(door, at):
    browser = door.browser()
    page = browser.begin()
    browser.send("/en/screen/0", page, q1="other", **{"q1.other": "these words"})
    browser.get(at)
    own = code_on(browser.get("/en/later"))
    cookies = dict(browser.cookies)
    assert withdraw(browser, own).status == 200
    assert browser.cookies.keys() == cookies.keys()
    assert browser.cookies != cookies
    assert door.rows() == []
    # Another tab is shown what was typed, and stores nothing.
    assert browser.send("/en/screen/0", page, q1="yes").status == 403
    assert door.rows() == []


UNKNOWN = "2WSTZ-18ZHV-SJ2G7-6SFNP-TTVPV-M"
"""A code that could be one, and is nobody's."""


@pytest.mark.parametrize("code", ["", "nonsense", UNKNOWN, "0" * 26, "x" * 5000])
def test_a_code_that_nobody_has_deletes_nothing_and_tells_nothing(door, code):
    door.browser().complete()
    before = door.rows()
    for go in ("look", "withdraw"):
        answer = withdraw(door.browser(), code, go)
        assert answer.status == 422
        assert "We do not know this return code" in unescape(answer.text)
        assert answer.field("return_code") == code[:100]
    assert door.rows() == before


def test_no_other_site_withdraws_and_following_a_link_deletes_nothing(door):
    browser = door.browser()
    code = code_on(browser.complete())
    form = {"return_code": code, "go": "withdraw"}
    foreign = browser.post("/en/withdraw", form, origin="https://evil.example")
    assert foreign.status == 403
    assert browser.get(f"/en/withdraw?return_code={code}&go=withdraw").status == 200
    assert len(door.rows()) == 1
    # The control: from here it works.
    assert browser.post("/en/withdraw", form).status == 200
    assert door.rows() == []


@pytest.mark.trial
def test_a_used_code_stays_used_and_the_closed_page_leads_to_the_withdrawal(codes, tmp_path):
    with Server(tmp_path) as server:
        browser = server.browser()
        assert submit(browser, review(browser, codes[0])) == "/en/thanks"
        code = code_on(browser.get("/en/thanks"))
        confirm = withdraw(browser, code, "look")
        assert "stays used" in confirm.text
        assert withdraw(browser, code).heading == "Your answers have been deleted"
        # The same pages as for everybody, and it counts no more.
        again = server.browser()
        assert submit(again, review(again, codes[0])) == "/en/thanks"
        last = server.browser()
        assert submit(last, review(last, codes[1])) == "/en/thanks"
        code = code_on(last.get("/en/thanks"))
        said = run("status", tmp_path).stdout
        assert re.search(r"completed +1\n", said)
        assert re.search(r"withdrawn, in none of these +1\n", said)
        run("close", tmp_path)
        # A process hears of it a few seconds later.
        until(lambda: 'href="/en/withdraw"' in server.browser().get("/en/closed").text)
        assert withdraw(server.browser(), code).heading == "Your answers have been deleted"
    exported = run("export", tmp_path).stdout
    assert "0 respondents" in exported
    assert "2 interviews were withdrawn and are not in it." in exported


@pytest.mark.parametrize("level", LEVELS)
def test_at_every_level_the_notice_says_how_and_the_page_says_what_stays(tmp_path, level):
    text = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n", 1)
    with OpenDoor(published(tmp_path / "responses.db", text)) as door:
        for path in ("/en/", "/en/privacy"):
            page = door.browser().get(path)
            assert 'href="/en/withdraw"' in page.text
            assert "With the return code" in page.text
        for language in ("en", "de", "ar"):
            assert door.browser().get(f"/{language}/withdraw").status == 200


def test_the_command_deletes_what_somebody_tells_the_code_of(tmp_path):
    settings = published(tmp_path / "responses.db")
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    with OpenDoor(settings) as door:
        code = code_on(door.browser().complete())
        door.browser().complete()
    refused = run("withdraw", tmp_path, new_credential().code)
    assert refused.returncode == 1
    assert "return-code-unknown" in refused.stderr
    done = run("withdraw", tmp_path, code)
    assert (done.returncode, "deleted" in done.stdout) == (0, True)
    assert run("withdraw", tmp_path, code).returncode == 0
    with OpenDoor(settings) as door:
        assert len(door.rows()) == 1
