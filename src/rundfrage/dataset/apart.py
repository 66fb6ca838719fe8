"""Files read in a process of their own, whose reader may crash, run on, or swell.

The libraries that read some formats are written in other languages and crash on some broken files,
and a crash must not take the program along. So a child process reads the file and writes what it
holds to its output; if it dies, the file is damaged and that is all.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from mmap import ACCESS_READ, mmap
from pathlib import Path

from rundfrage.locales import message
from rundfrage.reading import damaged

PATIENCE = 60.0
"""Seconds that any file may take, and one more for each of its megabytes."""
SWELLING = 60
"""How many times the size of its file a reader may take of memory, beyond the least it gets."""

# What each child runs first. It imports nothing of this package.
_BEGIN = """
import json, sys
sys.path[:] = json.loads(sys.argv[2])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[3]),) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, OSError, ValueError):
    pass
"""


def read_apart(program: str, path: Path, least: int, *arguments: str) -> mmap | bytes:
    """What the program writes, in a file that is there as long as it is looked at.

    The file to read is its `sys.argv[1]`, arguments come from 4 on. It may take `least` bytes of
    memory, and more for a large file. Raises a Problem if it fails: what it says last, if it ends
    by itself, is the reason.
    """
    size = path.stat().st_size
    memory = max(least, SWELLING * size)
    command = [
        sys.executable, "-c", _BEGIN + program, str(path.absolute()), json.dumps(sys.path),
        str(memory), *arguments,
    ]  # fmt: skip
    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(  # noqa: S603  the program is our own, the path an argument
                command,
                stdout=output,
                stderr=subprocess.PIPE,
                check=False,
                stdin=subprocess.DEVNULL,
                timeout=PATIENCE + size / 1e6,
            )
        except subprocess.TimeoutExpired:
            raise damaged(
                "file-damaged", path, message("reading it doesn't come to an end")
            ) from None
        if done.returncode:
            words = done.stderr.decode(errors="replace").strip().splitlines()
            by_itself = words and done.returncode > 0
            raise damaged(
                "file-damaged",
                path,
                words[-1][:200] if by_itself else message("its reader breaks off"),
            )
        written = output.seek(0, os.SEEK_END)
        return mmap(output.fileno(), 0, access=ACCESS_READ) if written else b""
