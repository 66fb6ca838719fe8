"""A PostgreSQL of the tests' own: in a new folder, on a free port, gone when they end.

`Server().start()` takes about a second; each call of `database()` makes an empty database and gives
its address. PostgreSQL refuses to run as root, so as root it runs as another user.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Mapping
from pathlib import Path

import psycopg

from patience import PATIENCE

OLDEST = 13
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    # Answers are on disk before they are confirmed, as respondents are promised.
    "fsync": "on",
    "synchronous_commit": "on",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    # What a session doesn't sync by itself stays so, however slow the machine is.
    "wal_writer_delay": "10s",
    # Nor does the server read a table of its own accord, which leaves marks on its pages.
    "autovacuum": "off",
}


def programs() -> Path | None:
    """The folder of the newest server's programs, at least version 13; None if there is none."""
    found = {
        int(folder.parent.name): folder
        for folder in Path("/usr/lib/postgresql").glob("*/bin")
        if folder.parent.name.isdigit() and (folder / "initdb").exists()
    }
    if found:
        newest = max(found)
        return found[newest] if newest >= OLDEST else None
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


class Server:
    """One server with an empty folder for its data; `start`, `stop`, `restart` as often as wanted.

    `stop(mode="immediate")` breaks off as a loss of power would; the next start recovers.
    `environment` are variables that the server's processes have besides those of the tests.
    """

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        folder = programs()
        if folder is None:
            raise RuntimeError(f"no PostgreSQL server of version {OLDEST} or newer is installed")
        self._programs = folder
        self._as_user = _as_user()
        variables = {"PGCTLTIMEOUT": PATIENCE, **(environment or {})}
        self._environment = [f"{name}={value}" for name, value in variables.items()]
        self.folder = Path(tempfile.mkdtemp(prefix="postgresql-", dir="/tmp"))
        if self._as_user:
            shutil.chown(self.folder, "postgres", "postgres")
        self.port = _free_port()

    @property
    def address(self) -> str:
        """The server's own database."""
        return self._address("postgres")

    def start(self) -> Server:
        """Make the data folder if there is none, and wait until the server answers."""
        data = self.folder / "data"
        if not (self.folder / "made").exists():
            self._run(
                "initdb", "--pgdata", data, "--username", "tester", "--auth", "trust",
                "--encoding", "UTF8", "--locale", "C", "--no-sync",
            )  # fmt: skip
            (self.folder / "made").touch()
        settings = {**SETTINGS, "port": self.port, "unix_socket_directories": self.folder}
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        log = self.folder / "log"
        self._run("pg_ctl", "start", "--wait", "-D", data, "-l", log, "-o", options)
        return self

    def stop(self, mode: str = "fast") -> None:
        """Stop: `smart`, `fast` or `immediate`, as pg_ctl calls them."""
        self._run("pg_ctl", "stop", "--wait", "-D", self.folder / "data", "-m", mode)

    def restart(self, mode: str = "fast") -> None:
        """Stop and start on the same port with the same data."""
        self.stop(mode)
        self.start()

    def remove(self) -> None:
        """Stop if it runs, and remove the data."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def log_segments(self) -> list[bytes]:
        """The write-ahead log's files as they lay there at one time, by their names.

        A server removes and renames what is no longer used whenever it writes a checkpoint.
        """
        folder = self.folder / "data" / "pg_wal"
        while True:
            before = sorted(folder.glob("0*"))
            with contextlib.suppress(FileNotFoundError):
                contents = [file.read_bytes() for file in before if file.is_file()]
                if sorted(folder.glob("0*")) == before:
                    return contents

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"test_{uuid.uuid4().hex}"
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f'create database "{name}"')
        return self._address(name)

    def _address(self, database: str) -> str:
        return f"postgresql://tester@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: object) -> None:
        command = [*self._as_user, "env", *self._environment, str(self._programs / program)]
        command += map(str, arguments)
        # The server outlives pg_ctl and would keep a pipe open; so its words go to a file.
        with tempfile.TemporaryFile("w+") as words:
            done = subprocess.run(
                command, cwd="/", stdin=subprocess.DEVNULL, stdout=words, stderr=words, check=False
            )
            if done.returncode:
                words.seek(0)
                raise RuntimeError(f"{program} failed:\n{words.read()}")


def _as_user() -> list[str]:
    if os.geteuid() != 0:
        return []
    pwd.getpwnam("postgres")
    return ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
