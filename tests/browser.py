"""The browser of the tests: Chromium as the system has it, else the one that playwright brings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from patience import PATIENCE

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--no-first-run",
]  # fmt: skip


def is_snap(program: str) -> bool:
    """Ubuntu's Chromium, or what stands in for it: it sees no file that a test makes."""
    file = Path(program).resolve()
    return file.name == "snap" or b"/snap/" in file.read_bytes()[:10_000]


def program() -> str | None:
    """The system's Chromium; None if playwright's own is to be taken."""
    found = filter(None, map(shutil.which, NAMES))
    return next((one for one in found if not is_snap(one)), None)


def which() -> dict[str, str]:
    """Which browser playwright is to launch; of its own the whole, as people have it."""
    found = program()
    return {"executable_path": found} if found else {"channel": "chromium"}


HOW = {**which(), "args": FLAGS, "timeout": PATIENCE * 1000}
"""How playwright launches it."""


@contextmanager
def open_browser(**more: Any) -> Iterator[Browser]:
    """A browser, closed when the block ends."""
    with sync_playwright() as play:
        browser = play.chromium.launch(**HOW, **more)
        try:
            yield browser
        finally:
            browser.close()
