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
from rundfrage.fieldwork.participation.passes import draw_tokens
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
    return browser.post("/en/begin", {"token": page.hidden("token"), "go": "begin", "code": code})


def follow(browser, code):
    """The welcome page behind the link on a slip."""
    return browser.get(browser.get(f"/in/{code}", **{"Accept-Language": "en"}).location)


def field_with_code(page):
    tag = next(tag for tag in re.findall(r"<input[^>]*>", page.text) if 'name="code"' in tag)
    return re.search(r'value="([^"]*)"', tag)[1]


def test_a_code_lets_one_person_in_once(codes, tmp_path):
    with Server(tmp_path) as server:
        first = server.browser()
        page = follow(first, codes[0])
        assert field_with_code(page) == codes[0]
        assert begin(first, page, codes[0]).location == "/en/screen/0"

        another = server.browser()
        refused = begin(another, follow(another, codes[0]), codes[0])
        assert refused.status == 422
        assert field_with_code(refused) == codes[0]
        for wrong in ("", "AAAA-AAAA-AAAAA", codes[1][:-1]):
            assert begin(another, another.get("/en/"), wrong).status == 422
        typed = codes[1].lower().replace("-", " ")
        assert begin(another, another.get("/en/"), typed).location == "/en/screen/0"


def test_the_next_person_at_a_shared_computer_has_an_interview_of_their_own(codes, tmp_path):
    with Server(tmp_path) as server:
        browser = server.browser()
        page = follow(browser, codes[0])
        page = browser.get(begin(browser, page, codes[0]).location)
        location = browser.send("/en/screen/0", page, q1="no").location
        while "/screen/" in location:
            page = browser.get(location)
            location = browser.send(location, page).location
        page = browser.get("/en/review")
        browser.post("/en/submit", {"token": page.hidden("token"), "key": page.hidden("key")})
        assert browser.get("/en/").location == "/en/thanks"

        page = follow(browser, codes[1])
        assert field_with_code(page) == codes[1]
        assert begin(browser, page, codes[1]).location == "/en/screen/0"
        assert browser.get("/en/screen/0").status == 200
    said = run("status", tmp_path).stdout
    assert re.search(r"begun\s+2\n", said)
    assert re.search(r"completed\s+1\n", said)


def test_an_invitation_lets_one_person_in_once(tmp_path):
    survey = SURVEY.replace("language: en\n", "language: en\nparticipation: exchange\n")
    (tmp_path / "questionnaire.md").write_text(survey, encoding="utf-8")
    tokens = draw_tokens(2)

    async def allow():
        register = open_participation(tmp_path / PARTICIPATION, tmp_path / KEY, make=True)
        await register.allow(tokens)
        await register.shut()

    def begin_by(browser, page):
        form = {name: page.hidden(name) for name in ("token", "invitation")}
        return browser.post("/en/begin", {**form, "go": "begin"})

    asyncio.run(allow())
    with Server(tmp_path) as server:
        first = server.browser()
        page = follow(first, tokens[0])
        assert begin_by(first, page).location == "/en/screen/0"
        # The same again, as after a broken connection, begins nothing else.
        assert begin_by(first, page).location == "/en/screen/0"
        another = server.browser()
        assert begin_by(another, follow(another, tokens[0])).status == 422
        assert begin_by(another, another.get("/en/")).status == 422
        assert begin_by(another, follow(another, tokens[1])).location == "/en/screen/0"


def test_one_code_sent_by_many_at_once_lets_in_one_of_them(codes, tmp_path):
    with Server(tmp_path, "--workers", "2") as server:
        browsers = [server.browser() for _ in range(12)]
        pages = [browser.get("/en/") for browser in browsers]
        with ThreadPoolExecutor(len(browsers)) as pool:
            answers = pool.map(begin, browsers, pages, [codes[0]] * len(browsers))
            statuses = sorted(answer.status for answer in answers)
    assert statuses == [303] + [422] * 11
