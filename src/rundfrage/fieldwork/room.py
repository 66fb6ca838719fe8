"""Room on the disk of a database: whether another page would fit there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_PAGES = 512 * 1024
"""In bytes: two of the longest pages that anybody may send."""


def require_room(folder: Path) -> None:
    """Write a file of that size to the disk and remove it; raises OSError if that can't be done."""
    with tempfile.TemporaryFile(dir=folder) as probe:
        probe.write(bytes(_PAGES))
        probe.flush()
        os.fsync(probe.fileno())
