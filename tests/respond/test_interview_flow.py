"""An interview page by page, in plain HTTP against a real application and a real journal."""

import datetime
import json
import sqlite3
from contextlib import closing as closing_of

import pytest
from door_survey import SURVEY, OpenDoor, published

from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.journals.sqlite import SqliteJournal
from rundfrage.fieldwork.secret import name_of
from rundfrage.respond.credential import credential_in


@pytest.fixture
def door(tmp_path):
    with OpenDoor(published(tmp_path / "responses.db")) as opened:
        yield opened


@pytest.fixture
def browser(door):
    return door.browser()


def front(survey, line):
    """The survey with one more line in its front matter."""
    return survey.replace("language: en\n", f"language: en\n{line}\n", 1)


def test_the_whole_way(door, browser):
    page = browser.follow(browser.get("/", accept_language="fr, de-AT;q=0.9, en;q=0.5"))
    assert (page.status, browser.get("/", accept_language="de").location) == (200, "/de/")
    page = browser.begin()
    assert page.heading == "You"
    way = [
        ("/en/screen/0", {"q1": "yes"}, "/en/screen/1"),
        ("/en/screen/1", {"q2": "3"}, "/en/screen/2"),
        ("/en/screen/2", {"q3": ["a", "b"]}, "/en/screen/3"),
        ("/en/screen/3", {"q4": "Fresh air, rain & <b>"}, "/en/screen/4"),
        ("/en/screen/4", {"q5": "good"}, "/en/review"),
        ("/en/submit", {}, "/en/thanks"),
    ]
    for path, fields, following in way:
        answer = browser.send(path, page, **fields)
        assert (answer.status, answer.location) == (303, following)
        page = browser.follow(answer)
    assert page.heading == "Thank you"
    (rows,) = door.rows()
    assert [(event, screen) for event, screen, _ in rows] == [
        ("begun", -1), ("sent", 0), ("sent", 1), ("sent", 2), ("sent", 3), ("sent", 4),
        ("completed", -1),
    ]  # fmt: skip
    answers = {}
    for _, _, words in rows:
        answers |= json.loads(words or "{}")
    assert answers == {
        "q1": "yes", "q1.other.text": {"missing": "left_blank"}, "q2": "3", "q3": ["a", "b"],
        "q4": "Fresh air, rain & <b>", "q5": "good",
    }  # fmt: skip


def test_a_mistake_shows_the_page_again_with_what_was_typed(browser):
    page = browser.begin()
    wrong = browser.send("/en/screen/0", page, **{"q1.other.text": "on my hands"})
    assert wrong.status == 303
    page = browser.begin()
    page = browser.follow(browser.send("/en/screen/0", page, q1="yes"))
    wrong = browser.send("/en/screen/1", page, q2="many")
    assert (wrong.status, wrong.field("q2")) == (422, "many")
    assert "<title>Error:" in wrong.text
    assert "Please enter a number in digits." in wrong.text
    assert browser.send("/en/screen/1", wrong, q2="3").location == "/en/screen/2"


def test_a_required_question_keeps_you_on_the_page(browser, door):
    page = browser.begin()
    assert browser.send("/en/screen/0", page).status == 422
    assert [event for event, _, _ in door.rows()[0]] == ["begun"]


def test_back_keeps_what_was_typed_without_looking_at_it(browser):
    page = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="yes"))
    answer = browser.send("/en/screen/1", page, go="back", q2="not a number")
    assert answer.location == "/en/screen/0"
    page = browser.follow(answer)
    assert 'value="yes" checked' in page.text
    page = browser.follow(browser.send("/en/screen/0", page, q1="yes"))
    assert page.field("q2") == "not a number"


def test_another_language_keeps_what_was_typed(browser):
    page = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="yes"))
    answer = browser.send("/en/screen/1", page, go="language:ar", q2="x")
    assert answer.location == "/ar/screen/1"
    page = browser.follow(answer)
    assert 'lang="ar" dir="rtl"' in page.text
    assert page.field("q2") == "x"


def test_to_go_on_later_gives_a_code_that_goes_on_in_another_browser(door, browser):
    page = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="yes"))
    page = browser.follow(browser.send("/en/screen/1", page, go="later", q2="4"))
    code = credential_in(browser.cookies["__Host-interview"]).code
    assert code.replace("-", " ") in page.text
    other = door.browser()
    welcome = other.get("/en/")
    form = {"token": welcome.hidden("token"), "go": "continue", "return_code": code.lower()}
    answer = other.post("/en/begin", form)
    assert answer.location == "/en/screen/1"
    assert other.follow(answer).field("q2") == "4"


def test_an_interview_that_began_with_an_earlier_version_goes_on_by_cookie_and_by_code(door):
    browser = door.browser()
    page = browser.begin()
    credential = credential_in(browser.cookies["__Host-interview"])
    former = name_of(credential.secret, former=True)
    with closing_of(sqlite3.connect(door.settings.journal)) as database, database:
        database.execute("UPDATE entry SET interview = ?", (former,))
    answer = browser.send("/en/screen/0", page, q1="no")
    assert answer.location == "/en/screen/2"
    another = door.browser()
    welcome = another.get("/en/")
    form = {"token": welcome.hidden("token"), "go": "continue", "return_code": credential.code}
    page = another.follow(another.post("/en/begin", form))
    for number in (2, 4):
        page = another.follow(another.send(f"/en/screen/{number}", page))
    assert another.send("/en/submit", page).location == "/en/thanks"
    with closing_of(sqlite3.connect(door.settings.journal)) as database:
        names = set(database.execute("SELECT interview FROM entry").fetchall())
    assert names == {(former,)}


def test_a_return_code_that_nobody_has_is_a_mistake(door):
    browser = door.browser()
    welcome = browser.get("/en/")
    for code in ("", "nonsense", "0" * 26):
        form = {"token": welcome.hidden("token"), "go": "continue", "return_code": code}
        answer = browser.post("/en/begin", form)
        assert (answer.status, "We do not know this return code" in answer.text) == (422, True)


def test_an_answer_can_be_removed(door, browser):
    page = browser.begin()
    page = browser.follow(browser.send("/en/screen/0", page, q1="no"))
    page = browser.follow(browser.send("/en/screen/2", page))
    page = browser.follow(browser.send("/en/screen/4", page, q5="good"))
    page = browser.get("/en/screen/4?review")
    assert 'name="clear" value="q5"' in page.text
    answer = browser.send("/en/screen/4?review", page, go="", clear="q5", q5="good")
    assert answer.location == "/en/screen/4?review"
    page = browser.follow(answer)
    assert "checked" not in page.text
    assert browser.send("/en/screen/4?review", page).location == "/en/review"
    assert json.loads(door.rows()[0][-1][2]) == {"q5": {"missing": "left_blank"}}


def test_a_change_from_the_review_page_comes_back_to_it_by_what_became_open(browser):
    page = browser.begin()
    for path, fields in (
        ("/en/screen/0", {"q1": "no"}),
        ("/en/screen/2", {}),
        ("/en/screen/4", {}),
    ):
        page = browser.follow(browser.send(path, page, **fields))
    assert page.heading == "Check your answers"
    assert 'href="/en/screen/0?review' in page.text
    page = browser.get("/en/screen/0?review")
    answer = browser.send("/en/screen/0?review", page, q1="yes")
    assert answer.location == "/en/screen/1"
    page = browser.follow(answer)
    page = browser.follow(browser.send("/en/screen/1", page, q2="2"))
    page = browser.follow(browser.send("/en/screen/2", page))
    page = browser.follow(browser.send("/en/screen/3", page))
    assert browser.send("/en/screen/4", page).location == "/en/review"


def test_earlier_answers_are_repeated_escaped_in_later_texts(browser):
    page = browser.begin()
    page = browser.follow(browser.send("/en/screen/0", page, q1="yes"))
    page = browser.follow(browser.send("/en/screen/1", page, q2="12"))
    page = browser.follow(browser.send("/en/screen/2", page))
    assert "You walk 12 walks times." in page.text


def test_nobody_jumps_ahead(browser):
    browser.begin()
    for path in ("/en/screen/1", "/en/screen/4", "/en/review", "/en/thanks", "/en/end"):
        assert browser.get(path).location == "/en/screen/0"
    assert browser.get("/en/screen/99").location == "/en/screen/0"
    assert browser.get("/xx/screen/0").status == 404


def test_without_an_interview_everything_leads_to_the_welcome_page(door):
    for path in ("screen/0", "review", "thanks", "end", "later"):
        assert door.browser().get(f"/en/{path}").location == "/en/"


def test_beginning_twice_is_beginning_once(door, browser):
    form = browser.form(browser.get("/en/"), "begin")
    answers = door.together(*(browser.posting("/en/begin", form) for _ in range(4)))
    assert [answer.location for answer in answers] == ["/en/screen/0"] * 4
    assert browser.post("/en/begin", form).location == "/en/screen/0"
    assert [len(rows) for rows in door.rows()] == [1]
    assert browser.get("/en/").status == 200


def test_a_page_sent_several_times_at_once_is_stored_once(door, browser):
    form = browser.form(browser.begin(), q1="no")
    answers = door.together(*(browser.posting("/en/screen/0", form) for _ in range(5)))
    assert {answer.location for answer in answers} == {"/en/screen/2"}
    assert browser.post("/en/screen/0", form).location == "/en/screen/2"
    assert [event for event, _, _ in door.rows()[0]] == ["begun", "sent"]


def test_a_page_that_the_browser_kept_can_be_changed_and_changed_back(door, browser):
    page = browser.begin()
    for choice in ("no", "yes", "no"):
        browser.send("/en/screen/0", page, q1=choice)
    sent = [json.loads(words)["q1"] for event, _, words in door.rows()[0] if event == "sent"]
    assert sent == ["no", "yes", "no"]


def test_two_tabs_that_contradict_each_other_lose_nothing(browser):
    page = browser.begin()
    first = browser.follow(browser.send("/en/screen/0", page, q1="yes"))
    browser.send("/en/screen/0", page, q1="no")
    answer = browser.send("/en/screen/1", first, q2="5")
    assert answer.location == "/en/screen/2"
    browser.send("/en/screen/0", page, q1="yes")
    assert browser.get("/en/screen/1").field("q2") == "5"


def test_sending_twice_sends_once(door, browser):
    page = browser.begin()
    for number, fields in ((0, {"q1": "no"}), (2, {}), (4, {})):
        page = browser.follow(browser.send(f"/en/screen/{number}", page, **fields))
    form = browser.form(page)
    answers = door.together(*(browser.posting("/en/submit", form) for _ in range(3)))
    assert {answer.location for answer in answers} == {"/en/thanks"}
    assert browser.post("/en/submit", form).location == "/en/thanks"
    assert [event for event, _, _ in door.rows()[0]].count("completed") == 1


def test_a_completed_interview_can_not_be_changed(door, browser):
    first = browser.begin()
    page = first
    for number, fields in ((0, {"q1": "no"}), (2, {}), (4, {})):
        page = browser.follow(browser.send(f"/en/screen/{number}", page, **fields))
    browser.send("/en/submit", page)
    before = door.rows()
    assert browser.send("/en/screen/0", first, q1="no").location == "/en/thanks"
    correction = browser.send("/en/screen/0", first, q1="other", **{"q1.other.text": "Rarely"})
    assert (correction.status, "have been sent already" in correction.text) == (409, True)
    assert "Rarely" in correction.text
    for path in ("/en/screen/0", "/en/review", "/en/later"):
        assert browser.get(path).location == "/en/thanks"
    assert browser.get("/en/").location == "/en/thanks?again"
    assert door.rows() == before


def test_an_expired_session_shows_what_was_typed_and_takes_it_again(browser):
    page = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="yes"))
    kept = dict(browser.cookies)
    browser.cookies.clear()
    expired = browser.send("/en/screen/1", page, q2="7")
    assert (expired.status, expired.field("q2")) == (403, "7")
    assert "We no longer know which interview this page belongs to" in expired.text
    browser.cookies = kept
    again = browser.send("/en/screen/1", expired, q2="7")
    assert (again.status, again.field("q2")) == (403, "7")
    assert browser.send("/en/screen/1", again, q2="7").location == "/en/screen/2"


def test_a_form_goes_to_the_version_its_interview_began_with(door, browser):
    page = browser.begin()
    published(door.settings.journal, SURVEY.replace("Do you walk?", "Do you still walk?"))
    reopened = OpenDoor(door.settings)
    with reopened as newer:
        other = newer.browser()
        assert "Do you still walk?" in other.begin().text
        other.cookies = browser.cookies
        assert "Do you walk?" in other.get("/en/screen/0").text
        assert other.send("/en/screen/0", page, q1="no").location == "/en/screen/2"


def test_a_screen_out_ends_the_interview_in_one_row(tmp_path):
    text = SURVEY.replace(
        "# Ways\n",
        "# Not for you {screenout if='q1 == \"no\"'}\n\nSorry, walkers only.\n\n# Ways\n",
    )
    with OpenDoor(published(tmp_path / "r.db", text)) as door:
        browser = door.browser()
        first = browser.begin()
        answer = browser.send("/en/screen/0", first, q1="no")
        assert answer.location == "/en/end"
        assert "Sorry, walkers only." in browser.follow(answer).text
        assert browser.send("/en/screen/0", first, q1="yes").location == "/en/end"
        (rows,) = door.rows()
        assert [(event, screen) for event, screen, _ in rows] == [
            ("begun", -1), ("screened_out", 0),
        ]  # fmt: skip
        assert json.loads(rows[1][2])["q1"] == "no"


def test_a_full_quota_ends_the_interview_as_soon_as_it_is_known(tmp_path):
    text = front(SURVEY, 'quotas:\n  sitters: 1 if q1 == "no"')
    with OpenDoor(published(tmp_path / "r.db", text)) as door:
        early = door.browser()
        early_page = early.follow(early.send("/en/screen/0", early.begin(), q1="no"))
        assert door.browser().complete().heading == "Thank you"
        for number in (2, 4):
            early_page = early.follow(early.send(f"/en/screen/{number}", early_page))
        assert early.send("/en/submit", early_page).location == "/en/end"
    with OpenDoor(door.settings) as door:
        late = door.browser()
        answer = late.send("/en/screen/0", late.begin(), q1="no")
        assert answer.location == "/en/end"
        assert "enough answers" in late.follow(answer).text
        walker = door.browser()
        assert walker.send("/en/screen/0", walker.begin(), q1="yes").location == "/en/screen/1"


@pytest.mark.parametrize(("days", "heading"), [(1, "not started yet"), (-10, "has ended")])
def test_outside_its_days_the_field_is_closed(tmp_path, days, heading):
    first = datetime.datetime.now().astimezone().date() + datetime.timedelta(days)
    last = first + datetime.timedelta(1)
    text = front(SURVEY, f"field: {first} .. {last}")
    with OpenDoor(published(tmp_path / "r.db", text)) as door:
        answer = door.browser().get("/en/")
        assert answer.location == "/en/closed"
        assert heading in door.browser().follow(answer).heading


def test_a_field_that_was_closed_lets_nobody_go_on(door, browser):
    page = browser.begin()
    door.run(closing(door.settings))
    with OpenDoor(door.settings) as closed:
        browser.door = closed
        late = browser.send("/en/screen/0", page, q1="other", **{"q1.other.text": "Rarely"})
        assert (late.status, "has ended in the meantime" in late.text) == (410, True)
        assert "Rarely" in late.text
        assert closed.browser().get("/en/").location == "/en/closed"
        assert "has ended" in browser.get("/en/closed").heading


async def closing(settings):
    journal = await open_journal(settings.journal)
    await journal.close_field()
    await journal.shut()


def test_the_style_may_be_kept_and_is_compressed(browser):
    page = browser.get("/en/")
    path = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    style = browser.get(path)
    assert dict(style.headers)["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in dict(style.headers)["cache-control"]
    assert browser.get("/assets/0/style.css").status == 404
    packed = browser.get(path, accept_encoding="gzip, br")
    assert dict(packed.headers)["content-encoding"] == "gzip"
    assert len(packed.body) < len(style.body)
    assert browser.get("/health").body == b"ok"


def test_each_request_reads_what_is_new_alone(browser, monkeypatch):
    """However far the interview is: of what is known, one entry is read again."""
    read = []
    entries = SqliteJournal.entries

    async def counted(journal, interview, since=0):
        found = await entries(journal, interview, since)
        read.append(len(found))
        return found

    monkeypatch.setattr(SqliteJournal, "entries", counted)
    page = browser.begin()
    for number, fields in ((0, {"q1": "yes"}), (1, {"q2": "2"}), (2, {}), (3, {"q4": "W"})):
        page = browser.follow(browser.send(f"/en/screen/{number}", page, **fields))
    assert read
    assert max(read) <= 2


def test_what_another_process_stores_is_seen_by_one_that_knows_the_interview(door, browser):
    page = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="yes"))
    with OpenDoor(door.settings) as other:
        elsewhere = other.browser()
        elsewhere.cookies = dict(browser.cookies)
        elsewhere.send("/en/screen/1", page, q2="7")
    assert browser.get("/en/screen/1").field("q2") == "7"
