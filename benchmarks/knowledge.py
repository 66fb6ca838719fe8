"""Fills the table of who learns what: every attack, in full, on the real program.

Run it with `python benchmarks/knowledge.py [small]`. It takes an hour or more, prints each finding,
and in full writes them to src/rundfrage/fieldwork/knowledge.json, from which notices, letters and
documentation print. After it: `python scripts/knowledge.py`, and look at what the tests say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "fieldwork")]

from attack_suite import FULL, SMALL, suite  # noqa: E402 - found by the line above

from postgresql import Server  # noqa: E402

FILE = ROOT / "src" / "rundfrage" / "fieldwork" / "knowledge.json"


def main(*, small: bool) -> None:
    """Attack, print, and write."""
    server = Server().start()
    try:
        found = suite(SMALL if small else FULL, server)
    finally:
        server.remove()
    lines = ",\n".join(json.dumps(one) for one in found)
    print(lines)
    if not small:
        FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(small="small" in sys.argv[1:])
