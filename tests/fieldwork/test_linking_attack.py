"""Nobody can be found: an attacker with everything links no better than by chance.

The attack is first shown to work: on the layout that is often found it links most interviews to
the person who gave them. benchmarks/linking.py runs it on many more fields and prints the shares.
"""

import random
import tempfile
from pathlib import Path

import pytest
from linking_attacker import attack, evidence, hits, learn
from linking_field import A_DAY, DAYS, INVITED, naive, ours
from scipy.stats import binom

MEMORY = Path("/dev/shm")
CHANCE = 1 / INVITED
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
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def found(fields, target):
    """How many each of the attacker's guesses links in the later fields, learned from the first."""
    chance = random.Random(7)
    known = [
        (evidence(loot, target), truth.address if target == "people" else truth.pass_)
        for loot, truth in fields
    ]
    learned = learn(known[:1], chance)
    linked = {"best method": 0, "regression": 0}
    for one, truth in known[1:]:
        for name, guess in zip(linked, attack(one, learned, chance).values(), strict=True):
            linked[name] += hits(one, guess, truth)
    return linked


def test_the_attacker_finds_people_in_the_layout_that_is_often_found(databases):
    fields = [naive(*databases(), random.Random(seed)) for seed in (1, 2)]
    linked = found(fields, "people")
    assert {name: count > 0.75 * ANSWERS for name, count in linked.items()} == {
        "best method": True,
        "regression": True,
    }


@pytest.mark.parametrize("level", ["exchange", "codes"])
def test_the_attacker_finds_nobody_in_ours(databases, level):
    fields = [ours(*databases(), random.Random(seed), codes=level == "codes") for seed in (1, 2, 3)]
    # More than this happens once in 10,000 runs if links are found by chance plus one point.
    most = binom.ppf(0.9999, 2 * ANSWERS, CHANCE + 0.01)
    linked = [
        found(fields, target) for target in (["people"] if level == "exchange" else []) + ["passes"]
    ]
    assert [count for one in linked for count in one.values() if count > most] == []
