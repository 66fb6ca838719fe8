"""What a process knows of an interview is what the journal holds, whoever else writes there."""

import asyncio
from contextlib import ExitStack

import pytest
from door_survey import SURVEY, OpenDoor, published

from rundfrage.fieldwork.interview import interview
from rundfrage.respond.door import Door
from rundfrage.respond.known import KnownInterviews
from rundfrage.respond.settings import Settings


@pytest.fixture
def journal(tmp_path):
    database = tmp_path / "responses.db"
    published(database, SURVEY)
    return str(database)


@pytest.fixture
def kept(monkeypatch):
    """The interviews that processes know, in the order in which the processes began."""
    found = []

    def known(self, journal, editions):
        found.append(self)
        return init(self, journal, editions)

    init = KnownInterviews.__init__
    monkeypatch.setattr(KnownInterviews, "__init__", known)
    return found


def agrees(known):
    """Whether all that is known, before it is looked at again, is the fold of what is stored."""

    async def stored(name):
        return await known._journal.entries(name)

    for name, one in known._known.items():
        entries = asyncio.run(stored(name))
        assert list(one.entries) == list(entries)
        assert one.state == interview(one.edition.instrument, entries)
        assert one.characters == sum(len(entry.answers) for entry in entries)
    return bool(known._known)


def test_what_was_stored_is_known_as_it_will_be_read(journal, kept):
    with OpenDoor(Settings(journal, proof_of_work=0)) as door:
        browser = door.browser()
        page = browser.begin()
        for number, fields in ((0, {"q1": "yes"}), (1, {}), (0, {"q1": "no"}), (2, {}), (4, {})):
            page = browser.get(f"/en/screen/{number}")
            if page.status != 200:
                continue
            page = browser.send(f"/en/screen/{number}", page, **fields)
            assert agrees(kept[0])


def test_a_page_sent_to_another_process_is_seen_at_once(journal, kept):
    with ExitStack() as stack:
        settings = Settings(journal, proof_of_work=0)
        doors = [stack.enter_context(OpenDoor(settings)) for _ in range(2)]
        here, there = (door.browser() for door in doors)
        first = here.begin()
        there.cookies = here.cookies
        # Both know the interview; then both store, and neither tells the other.
        there.get("/en/screen/0")
        here.send("/en/screen/0", first, q1="yes")
        second = there.get("/en/screen/0")
        there.send("/en/screen/0", second, q1="no")
        for browser in (here, there):
            assert 'value="no" checked' in browser.get("/en/screen/0").text
        assert agrees(kept[0])
        assert agrees(kept[1])


def test_an_entry_that_came_between_is_found(journal, kept, monkeypatch):
    with ExitStack() as stack:
        settings = Settings(journal, proof_of_work=0)
        doors = [stack.enter_context(OpenDoor(settings)) for _ in range(2)]
        here, there = (door.browser() for door in doors)
        first = here.begin()
        there.cookies = here.cookies
        other = there.get("/en/screen/0")
        store = Door.store

        async def overtaken(door, entry, credential):
            # Between reading what is stored and storing, the other process stores a page.
            monkeypatch.setattr(Door, "store", store)
            await asyncio.to_thread(there.send, "/en/screen/0", other, q1="yes")
            return await store(door, entry, credential)

        monkeypatch.setattr(Door, "store", overtaken)
        here.send("/en/screen/0", first, q1="no")
        assert len(next(iter(kept[0]._known.values())).entries) == 2
        assert 'value="no" checked' in here.get("/en/screen/0").text
        assert agrees(kept[0])
        (rows,) = doors[0].rows()
        assert [event for event, *_ in rows] == ["begun", "sent", "sent"]
