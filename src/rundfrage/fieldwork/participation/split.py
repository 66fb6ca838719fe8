"""The note that the participation key was split, beside where the key lay.

It says how many shares there are and how many of them are needed, and holds a *check*, by which a
key that was joined is known and of which nothing of the key follows.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.writing import write_whole


@dataclass(frozen=True)
class Split:
    """How many shares there are, how many of them are needed, and by what the key is known."""

    shares: int
    needed: int
    check: str


def note_of(key_file: Path) -> Path:
    """Where it is noted that the key was split."""
    return key_file.with_suffix(".split")


def read_split(key_file: Path) -> Split | None:
    """What was noted when the key was split; None if it wasn't."""
    file = note_of(key_file)
    if not file.exists():
        return None
    try:
        found = Split(**json.loads(file.read_text("utf-8")))
        if type(found.shares) is int and type(found.needed) is int and type(found.check) is str:
            return found
    except (OSError, ValueError, TypeError, RecursionError):
        pass
    raise Problem(
        "split-unreadable",
        where=Where(str(file)),
        found=message("It can't be read how the key was split."),
        expected=message("the file as it was written."),
        mend=message("Put it back from a copy, or delete it: the shares are the key without it."),
    )


def write_split(key_file: Path, noted: Split) -> None:
    """Note beside the key that it was split."""
    write_whole(note_of(key_file), json.dumps(asdict(noted), indent=1) + "\n", private=True)
