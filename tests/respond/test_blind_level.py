"""The level blind from letter to interview: the real door, a real browser, one interview each."""

import asyncio
import re
import socket
import subprocess
import sys
import urllib.request
from datetime import datetime
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from browser import open_browser
from commands import run
from patience import until
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, make_signer
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.services.survey import KEY
from rundfrage.services.survey import PARTICIPATION as DATABASE

pytestmark = pytest.mark.trial

QUESTIONNAIRE = """---
survey: garden
title: How is your garden?
language: en
languages: [en, de]
participation: blind
---

# Garden

## q1: Do you have a garden?
- ( ) yes: Yes
- ( ) no: No
"""


@pytest.fixture
def survey(tmp_path):
    """A survey whose two invitations are known; the folder and the tokens."""
    tokens = draw_codes(2)
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    make_signer(tmp_path / SIGNING_KEY)

    async def allow():
        register = open_participation(tmp_path / DATABASE, tmp_path / KEY, make=True)
        await register.allow(tokens)
        await register.shut()

    asyncio.run(allow())
    return tmp_path, tokens


@pytest.fixture
def door(survey):
    """The address of the door."""
    folder, _ = survey
    yield from serving(folder)


@pytest.fixture
def hasty_door(survey):
    """The address of a door that lets people begin at once."""
    folder, _ = survey
    (folder / "settings.toml").write_text("[door]\npause = 0\n", encoding="utf-8")
    yield from serving(folder)


def serving(folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "rundfrage", "serve", str(folder), "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://localhost:{port}"
    until(lambda: urllib.request.urlopen(f"{address}/health").read(), not_yet=OSError)
    yield address
    process.terminate()
    process.wait()


def begun(folder):
    """How many interviews have begun, as `status` says it."""
    return re.search(r"^begun +(\d+)$", run("status", folder).stdout, flags=re.MULTILINE)[1]


def test_a_pause_lies_between_exchanging_and_beginning(survey, door):
    folder, (invitation, _) = survey
    with open_browser() as browser:
        page = browser.new_context().new_page()
        page.goto(f"{door}/#code={invitation}")
        expect(page.get_by_role("button", name="Start now")).to_have_count(0)
        page.get_by_role("button", name="answer later").click()
        page.wait_for_url("**/#ticket=*")
        expect(page.get_by_text("Until then this browser does not let you in")).to_be_visible()
        link = page.get_by_role("link", name="Put a reminder into your calendar")
        calendar = unquote(link.get_attribute("href"))
        ticket = page.url.partition("#ticket=")[2]
        assert "BEGIN:VEVENT" in calendar
        assert ticket not in calendar
        starts = re.search(r"DTSTART:(\d{8})T", calendar)[1]
        assert starts > f"{datetime.now().astimezone():%Y%m%d}"
        page.goto("about:blank")
        page.goto(f"{door}/en/#ticket={ticket}")
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_role("alert")).to_contain_text("only a short while ago")
        assert begun(folder) == "0"
        # Some hours later the browser has forgotten that it exchanged anything.
        page.context.clear_cookies(name="__Host-exchanged")
        page.goto(f"{door}/en/#ticket={ticket}")
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_text("Do you have a garden?").first).to_be_visible()
    assert begun(folder) == "1"


def test_two_invited_begin_one_interview_each_now_or_later(survey, hasty_door):
    door = hasty_door
    folder, (now, later) = survey
    with open_browser() as browser:
        page = browser.new_context().new_page()
        page.goto(f"{door}/in/{now}")
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_text("Do you have a garden?").first).to_be_visible()

        page = browser.new_context().new_page()
        page.goto(f"{door}/in/{later}")
        page.get_by_role("button", name="answer later").click()
        page.wait_for_url("**/#ticket=*")
        expect(page.get_by_text("You have been invited")).to_have_count(0)
        bookmark = page.url
        for language, start in (("en", "Start now"), ("de", "Jetzt beginnen")):
            page = browser.new_context().new_page()
            page.goto(bookmark)
            expect(page.get_by_role("button", name="answer later")).to_have_count(0)
            if language == "de":
                page.get_by_role("link", name="Deutsch").click()
            page.get_by_role("button", name=start).click()
            expect(page.get_by_text("Do you have a garden?").first).to_be_visible()

        page = browser.new_context().new_page()
        page.goto(f"{door}/in/{later}")
        page.get_by_role("button", name="Start now").click()
        expect(page.locator("[data-when=spent]")).to_be_visible()
    assert begun(folder) == "2"


def test_without_a_script_or_a_cookie_it_is_said_why_nothing_begins(survey, hasty_door):
    door = hasty_door
    folder, (invitation, _) = survey
    with open_browser() as browser:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{door}/in/{invitation}")
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_role("alert")).to_contain_text("It is still valid")

        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{door}/in/{invitation}")
        context.clear_cookies()
        page.get_by_role("button", name="Start now").click()
        expect(page.locator("[data-when=no-cookie]")).to_contain_text("allow cookies")
    assert begun(folder) == "0"
