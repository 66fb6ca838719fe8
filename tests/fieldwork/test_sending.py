"""A round of letters: it can be cancelled while it waits, however slowly it goes."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from rundfrage.fieldwork.invitations import sending
from rundfrage.fieldwork.invitations.letter import Letter
from rundfrage.fieldwork.invitations.post import Delivery
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_participation

ADDRESSES = ["ana@example.org", "ben@example.org", "eva@example.org"]
SLOWLY = sending.Mailing({"en": Letter("en", "S", "{{ link }}")}, "https://s", personal=True,
                         per_minute=1)  # fmt: skip


class Watched:
    """A mail server and the progress of a round, which is cancelled at the fourth glance."""

    def __init__(self):
        self.letters = []
        self.pauses = []

    async def send(self, _letter, address):
        self.letters.append(address)
        return Delivery.TAKEN

    async def sleep(self, seconds):
        self.pauses.append(seconds)

    @property
    def cancelled(self):
        return len(self.pauses) == 4

    def sent(self, delivery, _address):
        assert delivery is Delivery.TAKEN


@pytest.mark.parametrize("again", [False, True], ids=["invited", "reminded"])
def test_a_slow_round_is_cancelled_between_two_letters(tmp_path: Path, monkeypatch, again):
    register = open_participation(tmp_path / "participation.db", tmp_path / "key", make=True)
    watched = Watched()

    async def rounds():
        await register.enter([Invitation(one, "en") for one in ADDRESSES])
        if again:
            at_once = replace(SLOWLY, per_minute=10**9)
            await sending.invite(register, watched, at_once, watched)
            watched.letters.clear()
            watched.pauses.clear()
        monkeypatch.setattr(sending.asyncio, "sleep", watched.sleep)
        work = sending.remind if again else sending.invite
        await work(register, watched, SLOWLY, watched)
        monkeypatch.undo()
        invitations = await register.invitations()
        await register.shut()
        return invitations

    invitations = asyncio.run(rounds())
    # One letter went at once; the pause of a minute before the second was four glances long.
    assert len(watched.letters) == 1
    assert watched.pauses == [sending.GLANCE] * 4
    done = [one for one in invitations
            if (one.reminders if again else one.state is InvitationState.SENT)]  # fmt: skip
    assert [one.address for one in done] == watched.letters
