"""The code of a link in a real browser: it reaches its field, and no address that a log keeps."""

import asyncio
from urllib.parse import urlsplit

import pytest
from door_server import Server
from door_survey import SURVEY
from playwright.sync_api import expect

from browser import open_browser
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, make_signer
from rundfrage.fieldwork.participation.passes import draw_codes, link_with
from rundfrage.services.survey import KEY, PARTICIPATION

pytestmark = pytest.mark.trial


@pytest.fixture(params=["exchange", "codes", "blind"])
def field(request, tmp_path):
    """The folder of a survey at the level, and three of its codes."""
    head = f"language: en\nparticipation: {request.param}\n"
    (tmp_path / "questionnaire.md").write_text(SURVEY.replace("language: en\n", head), "utf-8")
    codes = draw_codes(3)
    if request.param == "blind":
        make_signer(tmp_path / SIGNING_KEY)
        (tmp_path / "settings.toml").write_text("[door]\npause = 0\n", encoding="utf-8")

    async def allow():
        register = open_participation(tmp_path / PARTICIPATION, tmp_path / KEY, make=True)
        await register.allow(codes)
        await register.shut()

    asyncio.run(allow())
    return tmp_path, codes


def opened(browser, **settings):
    """A page whose requests are written down as a web server's log would."""
    page = browser.new_context(locale="en-GB", **settings).new_page()
    log = []
    page.on("request", lambda request: log.append(urlsplit(request.url)))
    return page, log


def logged(log):
    return " ".join(f"{one.path}?{one.query}" for one in log)


def test_the_code_of_a_link_is_in_no_address_that_a_server_is_asked_for(field):
    folder, codes = field
    with Server(folder) as server, open_browser() as browser:
        origin = f"http://localhost:{server.port}"
        page, log = opened(browser)
        # The control: links of earlier versions told it to every log on the way.
        page.goto(f"{origin}/in/{codes[0]}")
        assert codes[0] in logged(log)
        page, log = opened(browser)
        page.goto(link_with(codes[1], origin))
        expect(page.locator("[name=code], [name=invitation]")).to_have_value(codes[1])
        page.get_by_role("link", name="Deutsch").click()
        expect(page.locator("[name=code], [name=invitation]")).to_have_value(codes[1])
        assert codes[1] not in page.url
        page.get_by_role("button", name="Jetzt beginnen").click()
        expect(page.get_by_text("Do you walk?").first).to_be_visible()
        assert codes[1] not in logged(log)
        # The next person at this browser, with a link of their own.
        page.get_by_label("Yes").check()
        page.locator("button.next").last.click()
        page.goto(f"{origin}/en/")
        expect(page.get_by_text("You have already started")).to_be_visible()
        page.goto(link_with(codes[2], origin))
        expect(page.locator("[name=code], [name=invitation]")).to_have_value(codes[2])
        expect(page.get_by_text("You have already started")).to_have_count(0)
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_text("Do you walk?").first).to_be_visible()
        assert page.locator(":checked").count() == 0


@pytest.mark.parametrize("field", ["exchange", "codes"], indirect=True)
def test_without_scripts_the_code_is_typed(field):
    folder, codes = field
    with Server(folder) as server, open_browser() as browser:
        page, _ = opened(browser, java_script_enabled=False)
        page.goto(link_with(codes[0], f"http://localhost:{server.port}"))
        page.get_by_label("Access code").fill(codes[0])
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_text("Do you walk?").first).to_be_visible()
