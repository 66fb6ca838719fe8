"""At the level open a beginning costs some work, or some waiting, and nothing is kept of either."""

from dataclasses import replace
from hashlib import sha256

import pytest
from door_survey import SURVEY, OpenDoor, proof, published

from rundfrage.respond import waiting
from rundfrage.respond.allowance import Rate, Rates
from rundfrage.respond.door import new_key
from rundfrage.respond.proof import is_proved
from rundfrage.respond.settings import Settings

BITS = 8
WAITED = "begins after a short wait"


@pytest.fixture
def door(tmp_path):
    with OpenDoor(replace(published(tmp_path / "responses.db"), proof_of_work=BITS)) as opened:
        yield opened


@pytest.fixture
def clock(monkeypatch):
    """The seconds that have gone by, which a test moves."""
    passed = [0.0]
    monkeypatch.setattr(waiting.time, "monotonic", lambda: 1000.4 + passed[0])
    return passed


def without_script(browser):
    """The form of a browser that runs no script."""
    return {**browser.form(browser.get("/en/"), "begin"), "proof": ""}


def handed(page):
    """The form of the page that asks somebody to wait."""
    names = ("token", "key", "keep", "proof", "ticket")
    return {**{name: page.hidden(name) for name in names}, "go": "begin"}


def pressed(browser, page):
    return browser.post("/en/begin", handed(page))


def waited(browser, clock, form):
    page = browser.post("/en/begin", form)
    assert WAITED in page.text
    clock[0] += waiting.SECONDS + 1
    return browser.post("/en/begin", handed(page))


@pytest.mark.parametrize("bits", [1, 7, 8, 12])
def test_a_proof_is_for_one_form(bits):
    token, key = "a" * 32, "b" * 32
    digits = proof(token, key, bits)
    assert is_proved(token, key, digits, bits)
    found = sha256(f"{token}{key}{digits}".encode()).digest()
    assert f"{int.from_bytes(found):0256b}".startswith("0" * bits)
    assert not is_proved(token, key, digits, 60)
    for wrong in (digits.upper() + "0", digits[:-1], f" {digits[1:]}", "", "٠" * 8):
        assert not is_proved(token, key, wrong, 0)


def test_a_browser_that_worked_begins_and_the_same_form_begins_once(door):
    browser = door.browser()
    form = browser.form(browser.get("/en/"), "begin")
    twice = door.together(*(browser.posting("/en/begin", form) for _ in range(2)))
    assert [one.location for one in twice] == ["/en/screen/0"] * 2
    assert len(door.rows()) == 1


def test_a_proof_begins_no_second_interview(door):
    browser = door.browser()
    form = browser.form(browser.get("/en/"), "begin")
    # By chance one of 256 proofs is that of another key as well.
    keys = iter(new_key, None)
    other_key = next(key for key in keys if not is_proved(form["token"], key, form["proof"], BITS))
    for key in (other_key, "", "x" * 32, form["key"][:-1], "F" * 32):
        other = door.browser()
        other.cookies = dict(browser.cookies)
        assert WAITED in other.post("/en/begin", {**form, "key": key}).text
    assert door.rows() == []
    browser.post("/en/begin", form)
    # The interview's own token with the old proof.
    again = {**form, "token": browser.get("/en/screen/0").hidden("token"), "key": new_key()}
    browser.cookies["__Host-interview"] = browser.cookies["__Host-interview"].split(".")[0]
    assert browser.post("/en/begin", again).location == "/en/screen/0"
    assert len(door.rows()) == 1


def test_without_scripts_somebody_waits_and_begins(door, clock):
    browser = door.browser()
    page = browser.post("/en/begin", {**without_script(browser), "keep": "yes"})
    assert (page.status, page.heading) == (200, "One moment, please")
    assert "ten seconds" in page.text
    assert "http-equiv" not in page.text
    early = browser.post("/en/begin", handed(page))
    assert "a little too early" in early.text
    assert 'role="alert"' in early.text
    assert handed(early) == handed(page), "the time goes on"
    clock[0] += waiting.SECONDS + 1
    assert browser.post("/en/begin", handed(early)).location == "/en/screen/0"
    assert len(door.rows()) == 1


def test_a_ticket_is_for_one_form_and_one_start(door, clock):
    browser = door.browser()
    page = browser.post("/en/begin", without_script(browser))
    clock[0] += 60
    form = handed(page)
    moment, _, seal = form["ticket"].partition(".")
    forged = [f"{int(moment) - 60}.{seal}", seal, f"{moment}.", f"-1.{seal}", "9" * 5000, "٣.x"]
    for wrong in ({"ticket": one} for one in forged):
        assert WAITED in browser.post("/en/begin", {**form, **wrong}).text
    assert WAITED in browser.post("/en/begin", {**form, "key": new_key()}).text
    with OpenDoor(replace(door.settings, seal=Settings("").seal)) as restarted:
        other = restarted.browser()
        other.cookies = dict(browser.cookies)
        again = other.post("/en/begin", form)
        assert "too early" not in again.text, "it waits once more"
        clock[0] += waiting.SECONDS + 1
        assert other.post("/en/begin", handed(again)).location == "/en/screen/0"


def test_all_processes_of_a_start_take_its_tickets(door, clock):
    with OpenDoor(replace(door.settings)) as beside:
        browser = door.browser()
        page = browser.post("/en/begin", without_script(browser))
        there = beside.browser()
        there.cookies = dict(browser.cookies)
        clock[0] += waiting.SECONDS + 1
        assert there.post("/en/begin", handed(page)).location == "/en/screen/0"


def test_many_who_wait_at_once_come_in_one_by_one_and_hold_nobody_up_who_worked(tmp_path, clock):
    rates = Rates(waited=Rate(3, 0.5))
    settings = replace(published(tmp_path / "r.db"), proof_of_work=BITS, rates=rates)
    with OpenDoor(settings) as door:
        browsers = [door.browser() for _ in range(6)]
        pages = [browser.post("/en/begin", without_script(browser)) for browser in browsers]
        clock[0] += waiting.SECONDS + 1
        sent = [pressed(*one) for one in zip(browsers, pages, strict=True)]
        assert [answer.status for answer in sent] == [303] * 3 + [200] * 3
        assert all("Many people are beginning" in answer.text for answer in sent[3:])
        assert "Do you walk?" in door.browser().begin().text
        clock[0] += 4
        sent = [pressed(*one) for one in zip(browsers[3:], sent[3:], strict=True)]
        assert [answer.status for answer in sent] == [303] * 2 + [200]


def test_a_ticket_that_is_sent_again_keeps_nobody_else_out(tmp_path, clock):
    rates = Rates(waited=Rate(2, 0.5))
    settings = replace(published(tmp_path / "r.db"), proof_of_work=BITS, rates=rates)
    with OpenDoor(settings) as door:
        one, other = door.browser(), door.browser()
        pages = [browser.post("/en/begin", without_script(browser)) for browser in (one, other)]
        clock[0] += waiting.SECONDS + 1
        cookies = dict(one.cookies)
        for _ in range(5):
            one.cookies = dict(cookies)
            assert pressed(one, pages[0]).status == 303
        assert pressed(other, pages[1]).location == "/en/screen/0"
        assert len(door.rows()) == 2, "each began one interview"


def test_a_form_of_an_earlier_version_is_asked_to_wait_and_loses_nothing(door, clock):
    browser = door.browser()
    form = without_script(browser)
    del form["proof"]
    assert waited(browser, clock, {**form, "keep": "yes"}).location == "/en/screen/0"


def test_a_proof_that_was_refused_does_not_send_a_browser_round(door):
    browser = door.browser()
    form = without_script(browser)
    assert "data-pressed" in browser.post("/en/begin", form).text
    tried = (f"{number:08x}" for number in range(1 << 16))
    wrong = next(one for one in tried if not is_proved(form["token"], form["key"], one, BITS))
    refused = browser.post("/en/begin", {**form, "proof": wrong}).text
    assert WAITED in refused
    assert "data-pressed" not in refused


def test_who_has_begun_and_who_comes_back_by_a_code_work_no_more(door):
    browser = door.browser()
    browser.begin()
    assert "data-proof" not in browser.get("/en/").text
    code = browser.get("/en/later").text.split('class="return-code" dir="ltr">')[1].split("<")[0]
    other = door.browser()
    form = {**other.form(other.get("/en/"), "continue", return_code=code)}
    assert other.post("/en/begin", form).location == "/en/screen/0"


@pytest.mark.parametrize("level", ["open", "codes"])
def test_only_the_level_open_asks_for_it_and_a_setting_turns_it_off(tmp_path, level):
    survey = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n")
    settings = published(tmp_path / "responses.db", survey)
    for bits in (0, BITS):
        with OpenDoor(replace(settings, proof_of_work=bits)) as door:
            page = door.browser().get("/en/")
            assert ("data-proof" in page.text) is bool(bits and level == "open")
            assert ("proof.js" in page.text) is bool(bits and level == "open")


def test_a_script_may_run_on_the_page_and_none_in_it(door):
    browser = door.browser()
    for page in (browser.get("/en/"), browser.post("/en/begin", without_script(browser))):
        policy = dict(page.headers)["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        script = page.text.split('<script type="module" src="')[1].split('"')[0]
        assert b"data-proof" in browser.get(script).body
