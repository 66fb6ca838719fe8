"""The command line as a user runs it: in a process of its own."""

import subprocess
import sys

from patience import PATIENCE


def run(*words, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "rundfrage", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
        timeout=PATIENCE,
    )
