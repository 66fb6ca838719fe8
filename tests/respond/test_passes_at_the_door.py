"""Invitations and codes at the door: whose interview it is, what counts, and what can't be asked.

Attacks are shown to work first on a door that spends a pass at the beginning, as earlier versions
did.
"""

import asyncio
import secrets
from dataclasses import replace
from pathlib import Path

import pytest
from door_survey import SURVEY, OpenDoor, published

from rundfrage.fieldwork.participation import Admission, open_participation
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.respond import editions, entrance
from rundfrage.respond.credential import credential_in, new_credential

COOKIE = "__Host-interview"


@pytest.fixture(params=["exchange", "codes"])
def level(request):
    return request.param


@pytest.fixture
def made(tmp_path, level):
    """Makes the settings of a door where these passes are valid."""

    def make(*passes, end=""):
        survey = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n{end}")
        settings = published(tmp_path / "responses.db", survey)
        place, key = tmp_path / "participation.db", tmp_path / "participation.key"

        async def allow():
            register = open_participation(place, key, make=True)
            await register.allow(passes)
            await register.shut()

        asyncio.run(allow())
        return replace(settings, participation=str(place), participation_key=str(key))

    return make


def begin(browser, code, page=None):
    """Press Start with the code in its field."""
    page = page or browser.get("/en/")
    return browser.post("/en/begin", browser.form(page, "begin", code=code))


def go_through(browser, answer):
    """From the first screen to the review; the review page."""
    page = browser.follow(answer)
    for number, fields in ((0, {"q1": "no"}), (2, {}), (4, {"q5": "good"})):
        page = browser.follow(browser.send(f"/en/screen/{number}", page, **fields))
    assert page.heading == "Check your answers"
    return page


def complete(browser, code):
    page = go_through(browser, begin(browser, code))
    return browser.send("/en/submit", page)


def ends(door):
    return sorted(rows[-1][0] for rows in door.rows())


def spending_at_the_beginning(monkeypatch):
    """A door as it was: whoever begins spends the pass, and is told if it is spent."""

    async def is_valid(door, typed):
        return await door.gate.admit(typed, new_credential().secret) is Admission.ADMITTED

    monkeypatch.setattr(entrance, "is_valid", is_valid)


def two_at_one_browser(made):
    """The second of two invited people follows their own link after the first wrote something."""
    first, second = draw_codes(2)
    with OpenDoor(made(first, second)) as door:
        browser = door.browser()
        page = browser.follow(begin(browser, first))
        page = browser.follow(browser.send("/en/screen/0", page, q1="yes"))
        page = browser.follow(browser.send("/en/screen/1", page, q2="3"))
        browser.send("/en/screen/2", page, go="later", q3="a")
        mine = credential_in(browser.cookies[COOKIE])
        # The script puts the code of the link into the field, and takes the offer to resume away.
        page = browser.follow(begin(browser, second))
        return page, mine, credential_in(browser.cookies[COOKIE]), door.rows()


def test_the_link_of_another_person_leads_to_an_interview_of_their_own(made):
    page, mine, theirs, rows = two_at_one_browser(made)
    assert "Do you walk?" in page.text
    assert 'value="yes" checked' not in page.text
    assert mine.interview != theirs.interview
    assert len(rows) == 2


def test_a_door_that_goes_on_by_its_cookie_alone_would_show_the_first_ones(made, monkeypatch):
    async def by_cookie(_, visit, __):
        return visit.interview is not None

    monkeypatch.setattr(entrance, "is_own", by_cookie)
    page, mine, theirs, rows = two_at_one_browser(made)
    assert "What do you meet?" in page.text
    assert mine.interview == theirs.interview
    assert len(rows) == 1


def test_ones_own_link_leads_back_to_ones_own_interview(made):
    [code] = draw_codes(1)
    with OpenDoor(made(code)) as door:
        browser = door.browser()
        page = browser.follow(begin(browser, code))
        browser.send("/en/screen/0", page, q1="no")
        welcome = browser.get("/en/")
        assert 'href="/en/screen/2"' in welcome.text
        assert begin(browser, code.lower(), welcome).location == "/en/screen/2"
        assert len(door.rows()) == 1


def test_a_closed_browser_locks_nobody_out(made):
    [code] = draw_codes(1)
    with OpenDoor(made(code)) as door:
        browser = door.browser()
        browser.follow(begin(browser, code))
        browser.cookies.clear()
        assert complete(browser, code).location == "/en/thanks"
        assert ends(door) == ["completed", "entered"]


def test_answers_sent_with_one_code_count_once_and_look_the_same(made):
    [code] = draw_codes(1)
    with OpenDoor(made(code)) as door:
        browsers = [door.browser() for _ in range(3)]
        pages = [go_through(one, begin(one, code)) for one in browsers]
        sent = door.together(
            *(
                one.posting("/en/submit", one.form(page))
                for one, page in zip(browsers, pages, strict=True)
            )
        )
        assert [one.location for one in sent] == ["/en/thanks"] * 3
        assert {one.get("/en/thanks").heading for one in browsers} == {"Thank you"}
        assert ends(door) == ["completed", "repeated", "repeated"]


def test_whoever_is_screened_out_doesnt_come_in_again_by_other_answers(tmp_path, made, level):
    survey = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n")
    out = "# Sorry {screenout if='q1 == \"other\"'}\nThat is all.\n\n# Ways\n"
    [code] = draw_codes(1)
    settings = made(code)
    published(tmp_path / "responses.db", survey.replace("# Ways\n", out))
    with OpenDoor(settings) as door:
        first, second = door.browser(), door.browser()
        page = first.follow(begin(first, code))
        answer = first.send("/en/screen/0", page, q1="other", **{"q1.other.text": "by train"})
        assert answer.location == "/en/end"
        page = second.follow(begin(second, code))
        for number, fields in ((0, {"q1": "no"}), (3, {}), (5, {"q5": "good"})):
            page = second.follow(second.send(f"/en/screen/{number}", page, **fields))
        assert second.send("/en/submit", page).location == "/en/thanks"
        assert ends(door) == ["repeated", "screened_out"]


SCREENOUT = "# Sorry {screenout if='q1 == \"other\"'}\nThat is all.\n\n# Ways\n"
QUOTA = 'language: en\nquotas:\n  sitters: 1 if q1 == "no"\n'


def elsewhere(door, browser):
    """The same interview at another browser, by the return code; its page and the browser."""
    other = door.browser()
    back = credential_in(browser.cookies[COOKIE]).code
    form = other.form(other.get("/en/"), "continue", return_code=back)
    return other.follow(other.post("/en/begin", form)), other


def turned_away(browser, page):
    """The page after the answer that screens out, or by which the quota is full."""
    answer = browser.send("/en/screen/0", page, q1="other", **{"q1.other.text": "by train"})
    return browser.follow(answer)


@pytest.mark.parametrize("how", ["code again", "return code"])
def test_one_pass_counts_as_one_person_however_often_it_is_screened_out(tmp_path, made, how, level):
    survey = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n")
    [code] = draw_codes(1)
    settings = made(code)
    published(tmp_path / "responses.db", survey.replace("# Ways\n", SCREENOUT))
    with OpenDoor(settings) as door:
        pages = []
        for _ in range(3):
            browser = door.browser()
            page = browser.follow(begin(browser, code))
            if how == "return code":
                page, browser = elsewhere(door, browser)
            # The control: until then the code lies in the browser where it was typed.
            held = credential_in(browser.cookies[COOKIE]).pass_
            assert bool(held) is (how == "code again")
            pages.append(turned_away(browser, page).heading)
            assert credential_in(browser.cookies[COOKIE]).pass_ == ""
        # What is shown tells nothing of it.
        assert pages == ["Sorry"] * 3
        counted = {"code again": ["repeated", "repeated", "screened_out"],
                   "return code": ["repeated"] * 3}  # fmt: skip
        assert ends(door) == counted[how]


def test_a_pass_that_meets_a_full_quota_again_counts_once(tmp_path, made, level, monkeypatch):
    monkeypatch.setattr(editions, "NEWS_SECONDS", 0)
    survey = SURVEY.replace("language: en\n", f"language: en\nparticipation: {level}\n")
    first, again = draw_codes(2)
    settings = made(first, again)
    published(tmp_path / "responses.db", survey.replace("language: en\n", QUOTA, 1))
    with OpenDoor(settings) as door:
        early = [door.browser() for _ in range(3)]
        reviews = [go_through(one, begin(one, again)) for one in early]
        assert complete(door.browser(), first).location == "/en/thanks"
        # The quota is full by now: for those who stand at their review, and for who comes.
        for one, review in zip(early, reviews, strict=True):
            assert one.send("/en/submit", review).location == "/en/end"
        late = door.browser()
        page = late.follow(begin(late, again))
        assert late.send("/en/screen/0", page, q1="no").location == "/en/end"
        assert [credential_in(one.cookies[COOKIE]).pass_ for one in (*early, late)] == [""] * 4
        told = {one.get("/en/end").heading for one in (*early, late)}
        assert len(told) == 1
        assert {one.get("/en/thanks").location for one in (*early, late)} == {"/en/end"}
        assert ends(door) == ["completed", "quota_full"] + ["repeated"] * 3


def test_whoever_goes_on_at_another_device_types_the_code_at_the_end(made):
    [code] = draw_codes(1)
    with OpenDoor(made(code)) as door:
        phone, desk = door.browser(), door.browser()
        page = phone.follow(begin(phone, code))
        phone.send("/en/screen/0", page, q1="no")
        code_back = credential_in(phone.cookies[COOKIE]).code
        form = desk.form(desk.get("/en/"), "continue", return_code=code_back)
        page = desk.follow(desk.post("/en/begin", form))
        page = desk.follow(desk.send("/en/screen/2", page))
        page = desk.follow(desk.send("/en/screen/4", page, q5="good"))
        assert page.field("code") == ""
        wrong = desk.send("/en/submit", page, code="7K3M-9QX2-HD4TV")
        assert (wrong.status, wrong.field("code")) == (422, "7K3M-9QX2-HD4TV")
        assert 'href="#code"' in wrong.text
        assert ends(door) == ["sent"]
        assert desk.send("/en/submit", wrong, code=code).location == "/en/thanks"
        assert ends(door) == ["completed"]


def pressed(door, codes):
    """What somebody sees who reads everybody's mail and presses Start with each code."""
    answers = [begin(door.browser(), code) for code in codes]
    return [(one.status, one.location) for one in answers]


def test_a_door_that_spends_at_the_beginning_tells_who_took_part(made, monkeypatch):
    spending_at_the_beginning(monkeypatch)
    codes = draw_codes(20)
    with OpenDoor(made(*codes)) as door:
        for code in codes[:10]:
            begin(door.browser(), code)
        said = pressed(door, codes)
        assert said == [(422, "")] * 10 + [(303, "/en/screen/0")] * 10
        # And whoever hadn't taken part by then can't any more.
        assert pressed(door, codes[10:]) == [(422, "")] * 10


def test_pressing_start_tells_nobody_who_took_part_and_uses_no_invitation_up(made):
    codes = draw_codes(20)
    with OpenDoor(made(*codes)) as door:
        for code in codes[:10]:
            complete(door.browser(), code)
        assert set(pressed(door, codes)) == {(303, "/en/screen/0")}
        for code in codes[10:]:
            complete(door.browser(), code)
        assert ends(door).count("completed") == 20


def test_after_sending_a_used_code_begins_as_an_unused_one_does(made):
    """Whoever goes on by a return code has no code in the cookie that could tell whose it is."""
    used, unused = draw_codes(2)
    with OpenDoor(made(used, unused)) as door:
        first, browser = door.browser(), door.browser()
        review = go_through(first, begin(first, used))
        back = credential_in(first.cookies[COOKIE]).code
        form = browser.form(browser.get("/en/"), "continue", return_code=back)
        review = browser.follow(browser.post("/en/begin", form))
        assert browser.send("/en/submit", review, code=used).location == "/en/thanks"
        ended = dict(browser.cookies)
        said = []
        for code in (used, unused):
            browser.cookies = dict(ended)
            answer = begin(browser, code)
            said.append((answer.status, answer.location))
        assert said == [(303, "/en/screen/0")] * 2


def test_what_is_shown_on_the_way_is_the_same_whether_the_pass_was_used(made):
    used, unused = draw_codes(2)
    with OpenDoor(made(used, unused)) as door:
        complete(door.browser(), used)
        seen = []
        for code in (used, unused):
            browser = door.browser()
            pages = [begin(browser, code)]
            page = browser.follow(pages[0])
            for number, fields in ((0, {"q1": "no"}), (2, {}), (4, {"q5": "good"})):
                pages.append(browser.send(f"/en/screen/{number}", page, **fields))
                page = browser.follow(pages[-1])
            pages.append(browser.send("/en/submit", page))
            pages.append(browser.follow(pages[-1]))
            seen.append([(one.status, one.location, one.heading) for one in pages])
    assert seen[0] == seen[1]


def test_links_of_earlier_versions_and_interviews_begun_by_them_go_on(made):
    token, other = secrets.token_urlsafe(32), draw_codes(1)[0]
    settings = made(token, other)
    with OpenDoor(settings) as door:
        browser = door.browser()
        page = browser.get(browser.get(f"/in/{token}", accept_language="en").location)
        assert page.field("code") == token
        page = browser.follow(begin(browser, token, page))
        # As an earlier version left it: spent at the beginning, and no pass in the cookie.
        browser.cookies[COOKIE] = browser.cookies[COOKIE].rpartition(".")[0]
        credential = credential_in(browser.cookies[COOKIE])
        assert door.run(door_admits(settings, token, credential.secret)) is Admission.ADMITTED
        browser.send("/en/screen/0", page, q1="no")
        assert begin(browser, token).location == "/en/screen/2"
        assert begin(browser, other).location == "/en/screen/0"


async def door_admits(settings, pass_, secret):
    register = open_participation(settings.participation, Path(settings.participation_key))
    try:
        return await register.admit(pass_, secret)
    finally:
        await register.shut()


def test_a_credential_left_in_a_shared_browser_leads_to_nobodys_answers(made):
    """Session fixation: somebody opens the first page, notes the cookie, and goes away."""
    [code] = draw_codes(1)
    with OpenDoor(made(code)) as door:
        browser, attacker = door.browser(), door.browser()
        browser.get("/en/")
        attacker.cookies = dict(browser.cookies)
        page = browser.follow(begin(browser, code))
        browser.send("/en/screen/0", page, q1="no")
        planted = credential_in(attacker.cookies[COOKIE])
        held = credential_in(browser.cookies[COOKIE])
        assert planted.secret != held.secret
        assert attacker.get("/en/screen/0").location == "/en/"
        assert attacker.get("/en/review").location == "/en/"
