"""Invitations as the studio sends them: planned, watched, stopped and gone on with."""

import asyncio
import csv
import re
from dataclasses import replace

import pytest

from mail_server import PASSWORD, MailServer
from rundfrage import services
from rundfrage.errors import Problem
from rundfrage.fieldwork.participation import (
    Admission,
    Invitation,
    begin_participation,
    open_participation,
)
from rundfrage.fieldwork.participation.blind import SIGNING_KEY

SITE = "https://garden.example.org"
ADDRESSES = [f"person{n}@example.org" for n in range(8)]


@pytest.fixture
def addresses(tmp_path):
    file = tmp_path / "addresses.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([["email"], *([one] for one in ADDRESSES)])
    return file


@pytest.fixture
def server(tmp_path, monkeypatch):
    with MailServer(tmp_path) as running:
        monkeypatch.setenv("SSL_CERT_FILE", str(running.certificate))
        yield running


class Watched:
    """Notes what it is told, and stops after so many letters."""

    def __init__(self, stop_after=1000):
        self.stop_after = stop_after
        self.planned = None
        self.states = []

    @property
    def cancelled(self):
        return len(self.states) >= self.stop_after

    def begin(self, planned):
        self.planned = planned

    def sent(self, so_far):
        self.states.append(so_far)


def by_mail(survey, server, level="exchange"):
    opened = survey(level, RUNDFRAGE_SMTP_PASSWORD=PASSWORD)
    mail = services.MailSettings(
        server=f"localhost:{server.port}", sender="team@example.org", per_minute=60_000
    )
    door = services.DoorSettings(origin=SITE)
    return replace(opened, settings=replace(opened.settings, mail=mail, door=door))


def test_a_round_that_is_stopped_is_gone_on_with(survey, server, addresses):
    opened = by_mail(survey, server)
    first = Watched(stop_after=3)
    done = services.invite(opened, addresses, first)
    assert (first.planned.letters, first.planned.new, first.planned.waited) == (8, 8, 0)
    assert done == services.Mailed(taken=3, refused=(), left=5, cancelled=True)
    second = Watched()
    done = services.invite(opened, addresses, second)
    assert (second.planned.letters, second.planned.new, second.planned.waited) == (5, 0, 5)
    assert done == services.Mailed(taken=5, refused=(), left=0, cancelled=False)
    assert second.states[-1] == replace(done, cancelled=False)
    assert sorted(recipient for recipient, _ in server.letters) == ADDRESSES
    assert services.forget(opened, ["person1@example.org"]).addresses == 1
    reminded = services.remind(opened, Watched())
    assert reminded.taken == 7
    assert services.forget(opened, []).addresses == 0
    assert services.forget_everybody(opened).addresses == 7


def test_letters_can_be_looked_at_before(survey, server, addresses):
    opened = by_mail(survey, server)
    samples = services.sample_letters(opened, addresses)
    (letter,) = samples.letters
    assert (letter.language, letter.readers, samples.warnings) == ("en", 8, ())
    assert f"{SITE}/#code=EXAMPLE" in letter.text
    assert server.letters == []
    assert [path.name for path in opened.folder.iterdir()] == ["questionnaire.md"]


def test_codes_are_handed_out_at_their_level_alone(survey, server, tmp_path):
    with pytest.raises(Problem) as caught:
        services.hand_out_codes(
            by_mail(survey, server), services.Handout(3, tmp_path / "slips.pdf")
        )
    assert caught.value.code == "wrong-participation"
    table, slips = tmp_path / "codes.csv", tmp_path / "slips.pdf"
    written = services.hand_out_codes(
        by_mail(survey, server, "codes"), services.Handout(3, slips, table)
    )
    assert written == (slips, table)
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    assert [row["link"] for row in rows] == [f"{SITE}/#code={row['code']}" for row in rows]
    assert len({row["code"] for row in rows}) == 3


@pytest.mark.trial
def test_a_lost_signing_key_is_not_replaced_once_somebody_has_begun(survey, server, addresses):
    opened = by_mail(survey, server, "blind")
    services.invite(opened, addresses, Watched())
    file = opened.folder / SIGNING_KEY
    first = file.read_bytes()
    file.unlink()
    # Nobody has anything yet that was signed with it.
    services.remind(opened, Watched())
    assert file.read_bytes() != first
    used = links_in(server.letters)[0]
    asyncio.run(_admitted(opened, used))
    file.unlink()
    with pytest.raises(Problem) as caught:
        services.remind(opened, Watched())
    assert (caught.value.code, file.exists()) == ("signing-key-unreadable", False)


def links_in(letters):
    """The passes in the letters."""
    words = "\n".join(letter.get_content() for _, letter in letters)
    return re.findall(rf"{SITE}/#code=(\S+)", words)


async def _admitted(opened, token):
    register = open_participation(opened.participation, opened.key)
    assert await register.admit(token, "a credential") is Admission.ADMITTED
    await register.shut()


def test_addresses_are_forgotten_in_the_spelling_of_earlier_versions_too(survey):
    """Those turned straße.de into strasse.de, which is another domain today."""
    opened = survey("exchange")
    stored = [
        "amal@strasse.de",
        "bo@xn--strae-oqa.de",
        "cem@xn--mller-kva.example",
        "di@example.org",
    ]

    async def enter():
        register = await begin_participation(opened.participation, opened.key)
        await register.enter([Invitation(one, "de") for one in stored])
        await register.shut()

    asyncio.run(enter())
    given = ["amal@straße.de", "bo@straße.de", "Cem@Müller.example", "cem@müller.example"]
    assert services.forget(opened, given).addresses == 3
    assert services.forget(opened, ["di@example.org"]).addresses == 1
