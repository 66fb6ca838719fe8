"""How commands write a file: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from rundfrage.errors import Problem, Where


def write_file(target: Path, content: bytes) -> None:
    """Write the file in one step; folders above it are made. Raises a Problem if it can't be."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".rundfrage-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise Problem(
            "output-not-writable",
            where=Where(str(target)),
            found=f"The file can't be written ({error.strerror or error}).",
            expected="a folder that may be made and written.",
            mend="Name another one with -o.",
        ) from error
