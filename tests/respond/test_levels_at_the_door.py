"""The levels codes and exchange from slip or letter to interview, also at a shared computer."""

import asyncio
import csv
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from door_server import Server
from door_survey import SURVEY

from commands import run
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.services.survey import KEY, PARTICIPATION


@pytest.fixture(name="codes")
def drawn_codes(tmp_path):
    """Codes of a survey in the folder, as `rundfrage invite` draws them."""
    survey = SURVEY.replace("language: en\n", "language: en\nparticipation: codes\n")
    (tmp_path / "questionnaire.md").write_text(survey, encoding="utf-8")
    table = tmp_path / "codes.csv"
    options = ("--origin", "http://localhost", "--codes", "3", "--csv", table)
    assert run("invite", tmp_path, *options).returncode == 0
    with table.open(newline="", encoding="utf-8") as file:
        return [row["code"] for row in csv.DictReader(file)]


def begin(browser, page, code):
    return browser.post("/en/begin", browser.form(page, "begin", code=code))


def follow(browser, code):
    """The welcome page behind the link on a slip of an earlier version."""
    return browser.get(browser.get(f"/in/{code}", **{"Accept-Language": "en"}).location)


def field_with_code(page):
    tag = next(tag for tag in re.findall(r"<input[^>]*>", page.text) if 'name="code"' in tag)
    return re.search(r'value="([^"]*)"', tag)[1]


def review(browser, code):
    """An interview up to the review page."""
    page = browser.get(begin(browser, browser.get("/en/"), code).location)
    location = browser.send("/en/screen/0", page, q1="no").location
    while "/screen/" in location:
        page = browser.get(location)
        location = browser.send(location, page).location
    return browser.get(location)


def submit(browser, page):
    return browser.send("/en/submit", page).location


def counted(folder, name):
    said = run("status", folder).stdout
    return int(re.search(rf"{name} +(\d+)\n", said)[1])


@pytest.mark.trial
def test_whoever_has_no_code_of_the_survey_stays_outside(codes, tmp_path):
    with Server(tmp_path) as server:
        browser = server.browser()
        page = follow(browser, codes[0])
        assert field_with_code(page) == codes[0]
        for wrong in ("", "AAAA-AAAA-AAAAA", codes[1][:-1]):
            refused = begin(browser, browser.get("/en/"), wrong)
            assert refused.status == 422
            assert field_with_code(refused) == wrong
        typed = codes[1].lower().replace("-", " ")
        assert begin(browser, browser.get("/en/"), typed).location == "/en/screen/0"


@pytest.mark.trial
def test_the_next_person_at_a_shared_computer_has_an_interview_of_their_own(codes, tmp_path):
    with Server(tmp_path) as server:
        browser = server.browser()
        assert submit(browser, review(browser, codes[0])) == "/en/thanks"
        page = browser.get("/en/")
        assert begin(browser, page, codes[1]).location == "/en/screen/0"
        assert browser.get("/en/screen/0").status == 200
    assert (counted(tmp_path, "begun"), counted(tmp_path, "completed")) == (2, 1)


@pytest.mark.trial
def test_an_invitation_counts_once(tmp_path):
    survey = SURVEY.replace("language: en\n", "language: en\nparticipation: exchange\n")
    (tmp_path / "questionnaire.md").write_text(survey, encoding="utf-8")
    invited = draw_codes(2)

    async def allow():
        register = open_participation(tmp_path / PARTICIPATION, tmp_path / KEY, make=True)
        await register.allow(invited)
        await register.shut()

    asyncio.run(allow())
    with Server(tmp_path) as server:
        for code in (invited[0], invited[0], invited[1]):
            browser = server.browser()
            assert submit(browser, review(browser, code)) == "/en/thanks"
    assert (
        counted(tmp_path, "completed"),
        counted(tmp_path, "a code used before or with none, in none of these"),
    ) == (2, 1)


@pytest.mark.trial
def test_of_many_who_send_with_one_code_at_once_one_counts(codes, tmp_path):
    with Server(tmp_path, "--workers", "2") as server:
        browsers = [server.browser() for _ in range(12)]
        pages = [review(browser, codes[0]) for browser in browsers]
        with ThreadPoolExecutor(len(browsers)) as pool:
            assert set(pool.map(submit, browsers, pages)) == {"/en/thanks"}
    assert (
        counted(tmp_path, "completed"),
        counted(tmp_path, "a code used before or with none, in none of these"),
    ) == (1, 11)
