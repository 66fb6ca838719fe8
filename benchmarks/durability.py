"""What kills cost: journals and doors are killed under load, a thousand times each.

Run it with `python benchmarks/durability.py [kills]`. Half of the kills are on SQLite, half on
PostgreSQL (a server of its own, made for it).

- Journals: sixteen clients store as fast as they can; after some acknowledgements the process gets
  SIGKILL; then each client sends again what it got no answer to, and all that was acknowledged is
  looked for.
- Doors: eight people answer page by page through whole fields, with a new version, the grace after
  the last day and the closing in their course; the door is killed ten times in each.

The target: nothing acknowledged is lost, nothing is stored twice, nothing of those who come too
late is stored, and the counts of quotas agree.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "fieldwork"), str(TESTS / "respond")]

from door_killing import LIVES, course  # noqa: E402 - lies with the tests, which use it too
from killing import Toll, kill_at_random  # noqa: E402 - lies with the tests, which use it too

from postgresql import Server  # noqa: E402

KILLS = 1000
KILLS_A_JOURNAL = 50


def report(name: str, address: str, kills: int, seed: int) -> Toll:
    """Kill so many times on one journal, and print the toll."""
    begun = time.perf_counter()
    toll = kill_at_random(address, kills, seed)
    print(
        f"{name}: {toll.kills} kills, {toll.acknowledged} entries acknowledged, {toll.lost} lost, "
        f"{toll.twice} stored twice, quotas {'agree' if toll.quotas_agree else 'DIFFER'} "
        f"({time.perf_counter() - begun:.0f} s)",
        flush=True,
    )
    return toll


def courses(name: str, make_address: Callable[[int], str], kills: int) -> bool:
    """Kill doors through so many fields, and print the toll; whether all of it is none."""
    begun = time.perf_counter()
    tolls = [course(make_address(seed), seed) for seed in range(-(-kills // len(LIVES)))]
    toll = sum(tolls[1:], start=tolls[0])
    print(f"Doors on {name}: {toll} ({time.perf_counter() - begun:.0f} s)", flush=True)
    return toll.lost == toll.twice == toll.late == 0 and toll.quotas_agree


def main() -> int:
    """0 if nothing was lost or stored twice."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    portions = [KILLS_A_JOURNAL] * (kills // 2 // KILLS_A_JOURNAL)
    portions += [kills // 2 % KILLS_A_JOURNAL] * (kills // 2 % KILLS_A_JOURNAL > 0)
    server = Server().start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            tolls = [
                report(name, address, portion, seed)
                for seed, portion in enumerate(portions)
                for name, address in (
                    ("SQLite", f"{folder}/{seed}.db"),
                    ("PostgreSQL", server.database()),
                )
            ]
            doors_whole = courses(
                "SQLite", lambda seed: f"{folder}/door{seed}.db", kills // 2
            ) & courses("PostgreSQL", lambda _: server.database(), kills // 2)
    finally:
        server.remove()
    lost = sum(toll.lost for toll in tolls)
    twice = sum(toll.twice for toll in tolls)
    print(
        f"All: {sum(toll.kills for toll in tolls)} kills, "
        f"{sum(toll.acknowledged for toll in tolls)} entries acknowledged, {lost} lost, "
        f"{twice} stored twice"
    )
    whole = lost == twice == 0 and all(toll.quotas_agree for toll in tolls)
    return 0 if whole and doors_whole else 1


if __name__ == "__main__":
    sys.exit(main())
