"""The demo is built once for all tests that look at it."""

from pathlib import Path

import pytest

from commands import run


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "alliance"
    result = run("demo", folder)
    assert result.returncode == 0, result.stderr
    return folder
