"""What is acknowledged is on the disk: system calls show it, and kills, full disks and crashes.

Killing a process proves nothing about the disk, for the kernel still writes what it was given. So
the first tests watch the system calls, and show that they would see a sync that is missing.
"""

import asyncio
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from killing import Toll, kill_at_random
from storing_process import ACKNOWLEDGED, CLIENTS, entry_of

from patience import PATIENCE
from postgresql import Server
from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event, Outcome
from rundfrage.fieldwork.journals import open_journal

pytestmark = pytest.mark.trial

STORING = Path(__file__).with_name("storing_process.py")
CALLS = "fsync,fdatasync,sync_file_range,write,pwrite64,pwritev,writev"
ENTRIES = 20


def trace(folder: Path, address: str, mode: str, *watched: int) -> list[str]:
    """The system calls by which a process stores ENTRIES entries, one after the other.

    `watched` are other processes to trace besides: those of a database server.
    """
    calls = folder / f"calls-{mode}"
    # With -I 2 strace can be ended by a signal; it would follow the server as long as that runs.
    command = ["strace", "-f", "-y", "-I", "2", "-e", f"trace={CALLS}", "-o", str(calls)]
    for process in watched:
        command += ["-p", str(process)]
    command += [sys.executable, str(STORING), address, mode, str(ENTRIES)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    errors = folder / "errors"
    with (
        errors.open("w") as complaints,
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=complaints, text=True
        ) as storing,
    ):
        said = [line for line, _ in zip(storing.stdout, range(ENTRIES), strict=False)]
        storing.terminate()
    if "Operation not permitted" in errors.read_text(encoding="utf-8"):
        pytest.skip("this user may not trace the database server")
    assert said == [f"{ACKNOWLEDGED} {number}\n" for number in range(ENTRIES)]
    return calls.read_text(encoding="utf-8", errors="replace").splitlines()


def synced_acknowledgements(calls: list[str], log: str) -> list[bool]:
    """Of each acknowledgement: was the database's log written, and then synced, before it?

    `log` is a pattern of the log's file name. A call that another thread interrupts stands on two
    lines; a sync counts from the line where it ends, if it began after the write had ended.
    """
    seen: list[bool] = []
    written = synced = False
    syncing: dict[str, bool] = {}
    for call in calls:
        process, _, rest = call.partition(" ")
        rest = rest.strip()
        if re.match(rf"(pwrite64|write|pwritev|writev)\(\d+<[^>]*{log}", rest):
            written = True
        elif re.match(rf"(fdatasync|fsync)\(\d+<[^>]*{log}", rest):
            if rest.endswith("<unfinished ...>"):
                syncing[process] = written
            elif rest.endswith("= 0"):
                synced |= written
        elif re.match(r"<\.\.\. (fdatasync|fsync) resumed>.*= 0$", rest):
            synced |= syncing.pop(process, False)
        elif re.match(rf'write\(1<[^>]*>, "{ACKNOWLEDGED} ', rest):
            seen.append(synced)
            written = synced = False
            syncing.clear()
    assert len(seen) == ENTRIES
    return seen


def family(process: int) -> list[int]:
    """A process and its children."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [process, *map(int, children.split())]


def test_sqlite_syncs_before_every_acknowledgement(tmp_path):
    address = str(tmp_path / "responses.db")
    assert synced_acknowledgements(trace(tmp_path, address, "synced"), "-wal") == [True] * ENTRIES


def test_the_trace_sees_that_sqlite_does_not_sync(tmp_path):
    address = str(tmp_path / "responses.db")
    seen = synced_acknowledgements(trace(tmp_path, address, "unsynced"), "-wal")
    assert seen == [False] * ENTRIES


def test_postgresql_syncs_before_every_acknowledgement(tmp_path, postgresql_server, postgresql):
    server = family(postmaster(postgresql_server))
    calls = trace(tmp_path, postgresql, "synced", *server)
    assert synced_acknowledgements(calls, "/pg_wal/") == [True] * ENTRIES


def test_the_trace_sees_that_postgresql_does_not_sync(tmp_path, postgresql_server, postgresql):
    server = family(postmaster(postgresql_server))
    calls = trace(tmp_path, postgresql, "unsynced", *server)
    # The server still syncs now and then, by itself.
    assert sum(synced_acknowledgements(calls, "/pg_wal/")) <= ENTRIES // 2


def postmaster(server) -> int:
    """The number of the server's first process."""
    lines = (server.folder / "data" / "postmaster.pid").read_text(encoding="utf-8")
    return int(lines.split()[0])


@pytest.fixture(scope="module")
def frail_server() -> Iterator[Server]:
    """A server that may be treated badly: no other test works with it."""
    server = Server()
    try:
        yield server.start()
    finally:
        server.remove()


KILLS = 20


@pytest.mark.parametrize("journal", ["sqlite", "postgresql"])
def test_kills_under_load_lose_and_double_nothing(journal, tmp_path, request):
    address = (
        str(tmp_path / "responses.db")
        if journal == "sqlite"
        else request.getfixturevalue("postgresql")
    )
    toll = kill_at_random(address, KILLS, seed=1)
    assert toll == Toll(KILLS, toll.acknowledged, lost=0, twice=0, quotas_agree=True)
    assert toll.acknowledged > KILLS * CLIENTS


PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "back-up-and-restore.md"


@pytest.mark.parametrize("by_the_page", [True, False])
def test_a_backup_comes_back_after_a_crash_if_what_lies_beside_it_goes_first(tmp_path, by_the_page):
    """Otherwise SQLite mixes the log of the crash into the restored file, which destroys it."""
    file, backup, machine = tmp_path / "responses.db", tmp_path / "backup.db", tmp_path / "machine"
    machine.mkdir()

    async def crash():
        journal = await open_journal(str(file))
        for number in range(100):
            await journal.append(entry_of(0, 0, number))
        before = await everything(journal)
        with closing(sqlite3.connect(file)) as database:
            database.execute("VACUUM INTO ?", (str(backup),))
        for number in range(100, 400):
            await journal.append(entry_of(0, 0, number))
        for left in tmp_path.glob("responses.db*"):
            shutil.copy(left, machine)
        await journal.shut()
        return before

    async def restored():
        journal = await open_journal(str(machine / "responses.db"))
        found = await everything(journal)
        await journal.shut()
        return found

    before = asyncio.run(crash())
    assert len(list(machine.iterdir())) == 3
    if by_the_page:
        (remove,) = re.findall(r"^ *rm -f (.*)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
        for name in remove.split():
            (machine / name).unlink(missing_ok=True)
    shutil.copy(backup, machine / "responses.db")
    if by_the_page:
        assert asyncio.run(restored()) == before
    else:
        with closing(sqlite3.connect(machine / "responses.db")) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]


LARGE = 40_000


def large(number: int) -> Entry:
    """An entry of 40,000 characters that can't be compressed."""
    answers = os.urandom(LARGE // 2).hex()
    return Entry(f"{number:032x}", "0" * 32, Event.SENT, "v1", "de", "2026-W47", 0, answers)


async def fill(journal, numbers) -> tuple[list[int], list[str]]:
    """The numbers of the entries that were stored, and the codes of the Problems of the others."""
    stored, codes = [], []
    for number in numbers:
        try:
            await journal.append(large(number))
        except Problem as problem:
            codes.append(problem.code)
            if len(codes) == 2:
                break
        else:
            stored.append(number)
    return stored, codes


async def numbers_in(journal) -> list[int]:
    """The numbers of the large entries that are there and whole."""
    found = await everything(journal)
    return [int(entry.interview, 16) for entry in found if len(entry.answers) == LARGE]


async def everything(journal) -> list[Entry]:
    return [entry async for entries in journal.interviews() for entry in entries]


@contextmanager
def file_size_limit(most: int) -> Iterator[None]:
    """No file of this process, or of one that it starts, can grow further: writes fail."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_a_problem_that_ends_with_it(tmp_path):
    address = str(tmp_path / "responses.db")

    async def act():
        journal = await open_journal(address)
        with file_size_limit(2_000_000):
            stored, codes = await fill(journal, range(1000))
        assert codes == ["journal-unavailable"] * 2
        assert len(stored) > 10
        assert await numbers_in(journal) == stored
        later, codes = await fill(journal, range(1000, 1010))
        assert codes == []
        assert await numbers_in(journal) == stored + later
        await journal.shut()
        with sqlite3.connect(address) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    asyncio.run(act())


def test_what_a_long_export_makes_the_log_grow_by_goes_with_it(tmp_path):
    address = str(tmp_path / "responses.db")

    def size() -> int:
        return (tmp_path / "responses.db-wal").stat().st_size

    async def act():
        journal = await open_journal(address)
        await fill(journal, range(10))
        reading = journal.interviews()
        await anext(reading)
        await fill(journal, range(10, 500))
        during = size()
        await reading.aclose()
        await fill(journal, range(500, 503))
        after = size()
        whole = await numbers_in(journal) == list(range(503))
        await journal.shut()
        return during > 16_000_000, after <= 16_000_000, whole

    assert asyncio.run(act()) == (True, True, True)


def test_a_full_disk_of_the_server_is_a_problem_that_ends_with_it(frail_server):
    address = frail_server.database()

    async def act():
        journal = await open_journal(address)
        # Segments of the write-ahead log have 16 MB; a table that outgrows them can't be written.
        with file_size_limit(1 << 24):
            frail_server.restart()
        stored, codes = await fill(journal, range(1000))
        assert codes == ["journal-unavailable"] * 2
        assert len(stored) > 100
        assert await numbers_in(journal) == stored
        frail_server.restart()
        later = list(range(1000, 1010))
        for number in later:
            await in_the_end(journal.append, large(number))
        assert await in_the_end(numbers_in, journal) == stored + later
        await journal.shut()

    asyncio.run(act())


async def in_the_end(act, *given):
    """What the act gives, done again while the server is away for longer than a journal waits."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                return await act(*given)
            except Problem as problem:
                if problem.code != "journal-unavailable":
                    raise
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_restart_of_the_server_under_load_loses_nothing(mode, frail_server):
    """`immediate` breaks off as a loss of power would; the server recovers from its log."""
    address = frail_server.database()

    async def act():
        journal = await open_journal(address)
        acknowledged: list[Entry] = []
        going = True

        async def client(number: int) -> None:
            sent = 0
            while going:
                entry = entry_of(0, number, sent)
                await in_the_end(journal.append, entry)
                acknowledged.append(entry)
                assert entry in await in_the_end(journal.entries, entry.interview)
                sent += 1

        async def more_is_stored() -> None:
            known = len(acknowledged)
            while len(acknowledged) == known:  # noqa: ASYNC110 - the clients know of no event
                await asyncio.sleep(0.05)

        # A client that fails ends the group, and with it what waits for more.
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as clients:
            for number in range(CLIENTS):
                clients.create_task(client(number))
            for _ in range(2):
                await more_is_stored()
                await asyncio.to_thread(frail_server.restart, mode)
            await more_is_stored()
            going = False
        stored = await everything(journal)
        await journal.shut()
        assert len(stored) == len(set(stored))
        assert set(stored) == set(acknowledged)

    asyncio.run(act())


def test_a_server_that_stays_away_is_a_problem_and_none_when_it_is_back(frail_server):
    address = frail_server.database()

    async def act():
        journal = await open_journal(address)
        await journal.append(entry_of(0, 0, 0))
        frail_server.stop()
        try:
            answers = await asyncio.gather(
                journal.append(entry_of(0, 0, 1)),
                journal.entries(entry_of(0, 0, 0).interview),
                return_exceptions=True,
            )
        finally:
            frail_server.start()
        again = (
            await in_the_end(journal.append, entry_of(0, 0, 1)),
            await in_the_end(everything, journal),
        )
        await journal.shut()
        return [answer.code for answer in answers], again

    assert asyncio.run(act()) == (
        ["journal-unavailable"] * 2,
        (Outcome.STORED, [entry_of(0, 0, 0), entry_of(0, 0, 1)]),
    )
