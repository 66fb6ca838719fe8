"""Two thousand people at two processes on PostgreSQL, with quotas, and all that goes on beside.

Run it with `python benchmarks/crowd.py [people]`. Meanwhile the answers are exported, a backup is
made with pg_dump, and a new version is published. The target: nothing is lost, stored twice, mixed
with another's or over quota.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "respond")]

from door_crowd import crowd  # noqa: E402 - lies with the tests, which use it too

from postgresql import Server  # noqa: E402

PEOPLE = 2000


def main() -> int:
    """0 if all of it held."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    server = Server().start()
    begun = time.perf_counter()
    try:
        with tempfile.TemporaryDirectory() as folder:
            outcome = crowd(Path(folder), server.database(), people)
    finally:
        server.remove()
    print(f"{people} people: {outcome} ({time.perf_counter() - begun:.0f} s)")
    held = outcome.lost == outcome.twice == outcome.mixed == outcome.over == 0
    everybody = outcome.completed + outcome.full == people
    return 0 if held and everybody and all(outcome.acts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
