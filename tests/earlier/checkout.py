"""The commands of a checkout, and its door, each in a process of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import Self

from patience import PATIENCE, until


class Checkout:
    """A checkout of rundfrage, whose commands run with its own source."""

    def __init__(self, folder: Path) -> None:
        self._environment = {**os.environ, "PYTHONPATH": str(folder.resolve() / "src")}

    def run(self, *words: object, environment: Mapping[str, str] | None = None) -> str:
        """What the command prints; an error if it fails."""
        done = subprocess.run(
            self._command(*words),
            env={**self._environment, **(environment or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        if done.returncode:
            raise AssertionError(done.stdout + done.stderr)
        return done.stdout

    def serve(self, survey: Path, *options: str) -> Door:
        """The public door of the survey, open within `with`."""
        return Door(self._command("serve", survey), options, self._environment)

    def _command(self, *words: object) -> list[str]:
        return [sys.executable, "-m", "rundfrage", *map(str, words)]


class Door:
    """`rundfrage serve`; `port` is where it listens. `kill` ends it as a loss of power would."""

    def __init__(self, command: list[str], options: tuple[str, ...], environment: dict) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._command = [*command, "--port", str(self.port), *options]
        self._environment = environment

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # A server and its workers: what is killed are all of them.
            start_new_session=True,
        )
        if until(self._has_ended_or_answers) == "ended":
            self.kill()
            raise AssertionError(" ".join(self._command))
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(PATIENCE)

    def kill(self) -> None:
        """Without a word of farewell."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)

    def _has_ended_or_answers(self) -> str | bool:
        return "ended" if self._process.poll() is not None else self._answers()

    def _answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()
