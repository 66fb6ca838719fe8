"""Which test files share a worker process, and which begin first.

The tests of a file stay together, because they share what it builds. So do the files of a *room*:
they share something that costs more than a file (a Spark session, the demo), or wait for clocks and
restarts more than they work. There are two processes more than processors, so that others work
while that room waits. Rooms begin first, then the longest files: the last to end is a short one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent
MOST_PROCESSES = 5
ROOMS = {
    "waiting": (
        "fieldwork/test_durability",
        "fieldwork/test_every_journal",
        "fieldwork/test_every_gate",
        "fieldwork/test_database_rights",
        "fieldwork/test_journal_places",
        "fieldwork/test_linking_attack",
        "fieldwork/test_sealing",
        "fieldwork/test_server_settings",
        "respond/test_clock_jumps",
        "respond/test_door_server",
        "respond/test_door_limits",
    ),
    "engines": (
        "tables/test_stored",
        "tables/test_stored_designs",
        "stats/test_every_engine",
        "cli/test_tables",
    ),
    "demo": ("cli/test_demo", "cli/test_demo_outputs", "cli/test_watch"),
}
LONGEST = (
    "respond/test_field_to_deck",
    "earlier/test_earlier_versions",
    "cli/test_processes",
    "dataset/test_every_format",
    "dataset/test_broken_files",
    "report/outputs/test_update_property",
    "questionnaire/test_routing_proofs_at_random",
    "respond/test_accessibility",
    "respond/test_door_security",
    "cli/test_design",
    "audit/test_planting",
)
"""Single files that take long, the longest first; where one stands wrongly, nothing breaks."""

_ROOM_OF = {file: room for room, files in ROOMS.items() for file in files}
_FIRST = [file for files in ROOMS.values() for file in files] + list(LONGEST)


def begin_first(items: list[pytest.Item]) -> None:
    """Put the tests into the order in which their files begin; within a file it stays."""
    place = {file: at for at, file in enumerate(_FIRST)}
    items.sort(key=lambda item: place.get(_file(str(item.path.relative_to(TESTS))), len(place)))


def processes() -> int:
    """How many worker processes there are for `--numprocesses auto`."""
    return min((os.cpu_count() or 1) + 2, MOST_PROCESSES)


def scheduler(config: pytest.Config, log: Any) -> Any:
    """What gives each worker a room or a file at a time, in the order of the tests."""
    # Only where pytest-xdist runs does it need to be there.
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415

    class Rooms(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = _file(nodeid.partition("::")[0].partition("tests/")[2])
            return _ROOM_OF.get(file, file)

    config.option.loadscopereorder = False
    return Rooms(config, log)


def absent() -> Sequence[str]:
    """The files named here that aren't there any more."""
    return [file for file in _FIRST if not (TESTS / f"{file}.py").is_file()]


def _file(path: str) -> str:
    return path.removesuffix(".py").replace(os.sep, "/")
