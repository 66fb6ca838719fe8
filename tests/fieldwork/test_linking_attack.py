"""Nobody can be found: an attacker with everything links no better than by chance.

The attack is first shown to work: on the layout that is often found it links most interviews to
the person who gave them. benchmarks/linking.py runs it on many more fields and prints the shares.
"""

import asyncio
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import psycopg
import pytest
from linking_attacker import evidence, linked_after_practice
from linking_field import A_DAY, INVITED, OURS, Thief, naive, ours
from scipy.stats import binom

from proofs import part, repeated
from rundfrage.fieldwork.participation import Admission, open_participation
from rundfrage.fieldwork.participation.key import read_key
from rundfrage.fieldwork.participation.passes import draw_codes

pytestmark = pytest.mark.trial

MEMORY = Path("/dev/shm")
CHANCE = 1 / INVITED
DAYS = part(20)
ANSWERS = DAYS * A_DAY


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request):
    """Makes the addresses of two new databases, and a folder."""

    def make():
        folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        folders.append(folder)
        if request.param == "sqlite":
            return str(folder / "participation.db"), str(folder / "responses.db"), folder
        server = request.getfixturevalue("postgresql_server")
        return server.database(), server.database(), folder

    folders = []
    yield make
    for folder in folders:
        shutil.rmtree(folder)


@repeated
def test_the_attacker_finds_people_in_the_layout_that_is_often_found(databases):
    first, second = [naive(*databases(), random.Random(seed), days=DAYS) for seed in (1, 2)]
    linked = linked_after_practice([first], [second], "people")
    assert [name for name, count in linked.items() if count <= 0.75 * ANSWERS] == []


@repeated
@pytest.mark.parametrize("codes", [False, True], ids=["exchange", "codes"])
def test_the_attacker_finds_nobody_in_ours(databases, codes):
    first, second = [
        ours(*databases(), random.Random(seed), days=DAYS, codes=codes) for seed in (1, 2)
    ]
    # Whoever comes leaves no trace at all on the rows of passes and addresses. (PostgreSQL tidies
    # up behind the letters when the rows are first read: for a day that isn't counted.)
    for loot, _ in (first, second):
        tidied = {letter + hour for letter in loot.letters for hour in range(24)}
        for target in ["passes"] if codes else ["people", "passes"]:
            targets = evidence(loot, target).targets
            assert [seen for seen in targets if set(seen.touched) - tidied] == []
    # More than this happens once in 10,000 runs to one who is right by chance and a point more.
    most = binom.ppf(0.9999, ANSWERS, CHANCE + 0.01)
    linked = {
        target: linked_after_practice([first], [second], target)
        for target in (["passes"] if codes else ["people", "passes"])
    }
    assert [linked for counts in linked.values() if max(counts.values()) > most] == []


def bits(server, fill):
    """What the pages of a new database say of each admission after ten of a hundred were used."""
    address = server.database()
    tokens = draw_codes(100)

    async def use(folder):
        register = open_participation(address, Path(folder) / "key", make=True)
        await register.counts()
        await fill(register, address, tokens, read_key(Path(folder) / "key"))
        for token in tokens[:10]:
            assert await register.admit(token, "a credential") is Admission.ADMITTED
        await register.shut()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(use(folder))
    thief = Thief({"participation": address}, {"interviews": OURS["passes"]})
    thief.come(0)
    return [row.marks["bits"] for row in thief.backups[0].tables["interviews"]]


def test_a_copy_of_postgresqls_files_does_not_show_which_passes_came(postgresql_server):
    async def plainly(_register, address, tokens, key):
        rows = [(key.admission(token.replace("-", "")),) for token in tokens]
        with psycopg.connect(address) as connection:
            connection.cursor().executemany("insert into admissions values (%s)", rows)

    async def as_we_do(register, _address, tokens, _key):
        await register.allow(tokens)

    # Reading a row for the first time leaves a mark on it: ten stand out of a hundred.
    assert sorted(Counter(bits(postgresql_server, plainly)).values()) == [10, 90]
    assert len(set(bits(postgresql_server, as_we_do))) == 1
