"""How many interviews an attacker links who has both databases and every hourly backup.

Run it with `python benchmarks/linking.py [fields]`. Each field has 300 invited, in two batches, and
five answers a day for four weeks. The attacker practises on the first quarter of the fields and is
counted on the others. Printed are the shares linked, by layout, database and target, with the
chance of guessing; the attack itself is tests/fieldwork/linking_attacker.py.

The target: over 75 % in the naive layout, and at most chance plus one point in ours. Whoever knows
when the letters went out, which is no secret, is right in about 0.55 %: the lately invited answer
sooner. With 16 fields the standard error of that is 0.2 points.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "fieldwork")]

from linking_attacker import linked_after_practice  # noqa: E402 - found by the line above
from linking_field import A_DAY, DAYS, INVITED, Loot, Truth, naive, ours  # noqa: E402

from postgresql import Server  # noqa: E402

FIELDS = 16
ENOUGH = 0.75
MARGIN = 0.01
MEMORY = Path("/dev/shm")

Simulation = Callable[[str, str, Path, random.Random], tuple[Loot, Truth]]


def fields(simulate: Simulation, server: Server | None, count: int) -> list[tuple[Loot, Truth]]:
    """That many fields, on SQLite files if there is no server."""
    made = []
    for seed in range(count):
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            names = ("participation.db", "responses.db")
            people, answers = (
                server.database() if server else str(Path(folder) / name) for name in names
            )
            made.append(simulate(people, answers, Path(folder), random.Random(seed)))
    return made


def main(count: int) -> int:
    """Attack every layout; 1 if a target is missed."""
    practice = max(1, count // 4)
    answers = (count - practice) * DAYS * A_DAY
    print(f"chance: {100 / INVITED:.2f} %; {answers} interviews, {practice} fields of practice")
    missed = 0
    server = Server().start()
    try:
        for name, simulate, targets in (
            ("naive", naive, ("people",)),
            ("exchange", ours, ("people", "passes")),
            ("codes", partial(ours, codes=True), ("passes",)),
        ):
            for database, at in (("sqlite", None), ("postgresql", server)):
                made = fields(simulate, at, count)
                for target in targets:
                    linked = linked_after_practice(made[:practice], made[practice:], target)
                    shares = {guess: hits / answers for guess, hits in linked.items()}
                    said = ", ".join(f"{guess} {100 * one:.2f} %" for guess, one in shares.items())
                    print(f"{name:9} {database:11} {target:7} {said}", flush=True)
                    best = max(shares.values())
                    missed += best < ENOUGH if name == "naive" else best > 1 / INVITED + MARGIN
    finally:
        server.remove()
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else FIELDS))
