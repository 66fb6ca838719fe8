"""Doors that are killed lose and double nothing, from the field's days to its closing."""

import random

import pytest
from door_killing import LIVES, Toll, course

from rundfrage.fieldwork.journal import Outcome
from rundfrage.fieldwork.period import Period, Phase
from rundfrage.respond.door import Door

pytestmark = pytest.mark.trial


@pytest.mark.parametrize("journal", ["sqlite", "postgresql"])
def test_what_a_killed_door_acknowledged_is_there_once(journal, tmp_path, request):
    address = (
        str(tmp_path / "responses.db")
        if journal == "sqlite"
        else request.getfixturevalue("postgresql")
    )
    toll = course(address, seed=1)
    assert toll == Toll(len(LIVES), toll.acknowledged, 0, 0, 0, quotas_agree=True)
    assert toll.acknowledged > 2 * len(LIVES)


def test_a_door_that_acknowledges_what_it_does_not_store_is_found_out(tmp_path, monkeypatch):
    store, chance = Door.store, random.Random(1)

    async def forgetful(door, entry, credential):
        if '"q2"' in entry.answers and chance.random() < 0.2:
            return Outcome.STORED
        return await store(door, entry, credential)

    monkeypatch.setattr(Door, "store", forgetful)
    assert course(str(tmp_path / "responses.db"), seed=1).lost > 0


def test_a_door_that_stays_open_is_found_out(tmp_path, monkeypatch):
    monkeypatch.setattr(
        Period, "phase", lambda _self, _now, *, closed: Phase.CLOSED if closed else Phase.OPEN
    )
    assert course(str(tmp_path / "responses.db"), seed=1).late > 0
