"""Clocks that jump lose nothing: the server, and its database's, under a clock that is moved.

An entry has no time finer than the week, and its place is a number that counts. Here that is tried
out: the clock jumps between any two requests of an interview, or while many answer at once.
"""

import asyncio
import random
import re
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from door_server import Server, run
from door_survey import SURVEY
from moved_clock import Clock

import postgresql
from patience import until
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.services.survey import KEY, PARTICIPATION, RESPONSES

pytestmark = pytest.mark.trial

HEAD = "language: en\nparticipation: codes\nfield: 2026-10-01 .. 2027-04-30\n"
READINGS = {
    "2026-11-18 12:00:00": "2026-W47",
    "2026-11-18 19:00:00": "2026-W47",
    "2026-11-18 05:00:00": "2026-W47",
    "2026-11-22 23:59:59": "2026-W47",
    "2026-11-23 01:00:01": "2026-W48",
    "2026-10-25 02:59:59": "2026-W43",
    "2026-10-25 03:00:00": "2026-W43",
    "2027-01-01 00:59:58": "2026-W53",
    "2027-01-04 01:00:01": "2027-W01",
    "2027-03-28 01:59:59": "2027-W12",
    "2026-10-01 00:00:00": "2026-W40",
    "2027-04-30 23:59:00": "2027-W17",
    "2026-12-31 23:59:58": "2026-W53",
}
"""What the clock shows by turns, within the field, and the week in universal time."""
ANSWERS = ({"q1": "yes"}, {"q2": "7"}, {"q3": "b"}, {"q4": "Air"}, {"q5": "good"})


@dataclass(frozen=True)
class Field:
    """A survey in the field of a machine whose clock is moved."""

    folder: Path
    clock: Clock
    journal: str
    options: tuple[str, ...]
    codes: list[str]

    def server(self, *options):
        return Server(self.folder, *self.options, *options)

    def status(self):
        journal = self.options[:2]
        return run("status", str(self.folder), *journal)

    def begin(self, browser):
        """Begin with a code, which is used up; the first page."""
        return browser.begin(code=self.codes.pop())

    def interviews(self):
        """The entries of every interview."""

        async def read():
            journal = await open_journal(self.journal)
            found = [list(entries) async for entries in journal.interviews()]
            await journal.shut()
            return found

        return asyncio.run(read())


@contextmanager
def database_server(clock):
    server = postgresql.Server(clock.environment)
    try:
        yield server.start()
        server.stop()
    finally:
        server.remove()


@pytest.fixture(name="field", params=["sqlite", "postgresql"])
def field_of_a_moved_clock(request, tmp_path):
    """Answers in each of the databases; all that is started within looks at the clock."""
    (tmp_path / "questionnaire.md").write_text(SURVEY.replace("language: en\n", HEAD), "utf-8")
    with tempfile.TemporaryDirectory(prefix="clock-", dir="/tmp") as folder:
        # The database's server runs as another user.
        Path(folder).chmod(0o755)
        clock = Clock(Path(folder))
        clock.show("2026-11-18 12:00:00")
        if request.param == "sqlite":
            places = [str(tmp_path / RESPONSES), str(tmp_path / PARTICIPATION)]
            with field_at(tmp_path, clock, places) as field:
                yield field
            return
        with database_server(clock) as server:
            places = [server.database(), server.database()]
            options = ("--journal", places[0], "--participation", places[1])
            with field_at(tmp_path, clock, places, options) as field:
                yield field


@contextmanager
def field_at(folder, clock, places, options=()):
    codes = draw_codes(8)

    async def allow():
        register = open_participation(places[1], folder / KEY, make=True)
        await register.allow(codes)
        await register.shut()

    asyncio.run(allow())
    with clock.keeper() as environment, pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        yield Field(folder, clock, places[0], options, codes)


def test_an_interview_keeps_every_page_in_order_though_the_clock_jumps_all_the_time(field):
    clock, readings = field.clock, iter(READINGS)
    with field.server() as server:
        browser = server.browser()
        clock.show(next(readings))
        page, weeks = field.begin(browser), [READINGS["2026-11-18 12:00:00"]]
        for number, answers in enumerate(ANSWERS):
            path, form = f"/en/screen/{number}", browser.form(page, **answers)
            for again in range(2):
                reading = next(readings)
                clock.show(reading)
                sent = browser.post(path, form)
                assert sent.status == 303
                weeks += [] if again else [READINGS[reading]]
            page = browser.follow(sent)
            assert page.status == 200
        clock.show("2026-10-02 12:00:00")
        assert browser.follow(browser.send("/en/submit", page)).heading == "Thank you"
        clock.show("2027-04-29 12:00:00")
        assert browser.get("/en/thanks").heading == "Thank you"
    (entries,) = field.interviews()
    assert [(entry.event.value, entry.screen) for entry in entries] == [
        ("entered", -1),
        *(("sent", number) for number in range(5)),
        ("completed", -1),
    ]
    # The weeks show that the clock was wrong indeed; a duration can't be told then.
    assert [entry.week for entry in entries] == [*weeks, "2026-W40"]
    assert entries[-1].minutes == -1
    assert re.search(r"completed +1\n", field.status())


def test_an_interview_goes_on_when_a_clock_that_left_the_days_of_the_field_is_right_again(field):
    with field.server() as server:
        browser = server.browser()
        page = field.begin(browser)
        page = browser.follow(browser.send("/en/screen/0", page, q1="yes"))
        form = browser.form(page, q2="7")
        for reading, words in (("1970-01-02", "has not started yet"), ("2038-02-01", "has ended")):
            field.clock.show(reading)
            for answer in (browser.get("/en/screen/1"), browser.post("/en/screen/1", form)):
                assert words in browser.follow(answer).text
            assert re.search(r"begun +1\n", field.status())
        field.clock.show("2026-11-18 12:30:00")
        assert browser.get("/en/screen/1").status == 200
        assert browser.post("/en/screen/1", form).location == "/en/screen/2"
    (entries,) = field.interviews()
    assert [entry.screen for entry in entries] == [-1, 0, 1]


def test_many_who_answer_at_once_while_the_clock_jumps_lose_nothing(field):
    chance = random.Random(1)

    def answer(browser):
        page = field.begin(browser)
        for number, answers in enumerate(ANSWERS):
            page = browser.follow(browser.send(f"/en/screen/{number}", page, **answers))
        return browser.follow(browser.send("/en/submit", page)).heading

    with field.server() as server, ThreadPoolExecutor(4) as pool:
        ends = [pool.submit(answer, server.browser()) for _ in range(6)]
        while not all(end.done() for end in ends):
            field.clock.show(chance.choice(list(READINGS)))
            time.sleep(0.01)
        assert [end.result() for end in ends] == ["Thank you"] * 6
    found = field.interviews()
    assert [[entry.screen for entry in entries] for entries in found] == [
        [-1, 0, 1, 2, 3, 4, -1]
    ] * 6
    assert len({entry.week for entries in found for entry in entries}) > 1
    assert re.search(r"completed +6\n", field.status())


@pytest.mark.parametrize("field", ["sqlite"], indirect=True)
def test_a_server_hears_of_what_others_did_though_its_clock_went_back(field):
    with field.server() as server:
        browser = server.browser()
        field.clock.show("2027-04-29 12:00:00")
        page = field.begin(browser)
        field.clock.show("2026-10-02 12:00:00")
        run("close", str(field.folder))
        until(lambda: browser.get("/en/screen/0").status != 200)
        sent = browser.send("/en/screen/0", page, q1="yes")
        assert (sent.status, "has ended in the meantime" in sent.text) == (410, True)
