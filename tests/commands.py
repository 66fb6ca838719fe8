"""The command line as a user runs it: in this process, or in one of its own.

`run` takes a small part of the time that a process takes to start, and is for what commands do;
tests/cli/test_processes.py shows that it prints and returns what a process does. `in_a_process` is
for what belongs to a process: signals, a server, a pipe that breaks.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import subprocess
import sys
import traceback
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from patience import PATIENCE
from rundfrage import cli


@dataclass(frozen=True)
class Done:
    """What a command printed, and the exit status."""

    returncode: int
    stdout: str
    stderr: str


def run(
    *words: object, cwd: Path | None = None, environment: Mapping[str, str] | None = None
) -> Done:
    """Run the command in this process, of which it finds and leaves everything as it was."""
    out, errors = _stream(), _stream()
    with (
        _kept(cwd, environment or {}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(errors),
    ):
        status = _status([str(word) for word in words])
    return Done(status, _words(out), _words(errors))


def in_a_process(
    *words: object, cwd: Path | None = None, environment: Mapping[str, str] | None = None
) -> Done:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "rundfrage", *map(str, words)],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
        timeout=PATIENCE,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def _status(words: list[str]) -> int:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return _run(words)
    # A browser of Playwright has a loop of its own in this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_run, words).result()


def _run(words: list[str]) -> int:
    try:
        return cli.run(words)
    except Exception:  # noqa: BLE001 - as the interpreter does with --debug
        traceback.print_exc()
        return 1


@contextlib.contextmanager
def _kept(cwd: Path | None, environment: Mapping[str, str]) -> Iterator[None]:
    """Environment and folder of the process, and what is shown of warnings, for a while."""
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        with contextlib.chdir(cwd or Path.cwd()), warnings.catch_warnings():
            warnings.resetwarnings()
            for of_programmers in (DeprecationWarning, PendingDeprecationWarning, ImportWarning):
                warnings.simplefilter("ignore", of_programmers)
            warnings.simplefilter("ignore", ResourceWarning)
            warnings.showwarning = _show
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _show(*warning: object, **_: object) -> None:
    sys.stderr.write(warnings.formatwarning(*warning[:4]))


def _stream() -> io.TextIOWrapper:
    # A command writes files to the output's buffer, and lines to the output itself.
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _words(stream: io.TextIOWrapper) -> str:
    return stream.buffer.getvalue().decode("utf-8").replace("\r\n", "\n")
