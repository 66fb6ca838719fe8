"""The browser of the tests: Chromium as the system has it, else the one that playwright brings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from patience import PATIENCE

SHELLS = ("chromium-headless-shell",)
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--no-first-run",
]  # fmt: skip


def is_snap(program: str) -> bool:
    """Ubuntu's Chromium, or what stands in for it: it sees no file that a test makes."""
    file = Path(program).resolve()
    return file.name == "snap" or b"/snap/" in file.read_bytes()[:10_000]


def program(names: Sequence[str] = NAMES) -> str | None:
    """The first of these programs that the system has; None if playwright's own is to be taken."""
    found = filter(None, map(shutil.which, names))
    return next((one for one in found if not is_snap(one)), None)


def whole() -> dict[str, str]:
    """Which browser playwright is to launch, as people have it; of its own the whole."""
    found = program()
    return {"executable_path": found} if found else {"channel": "chromium"}


def shell() -> dict[str, str]:
    """Chromium's engine without its windows: a page takes it a third of the time of the whole."""
    found = program(SHELLS)
    return {"executable_path": found} if found else whole()


PLAIN = {"args": FLAGS, "timeout": PATIENCE * 1000}
HOW = {**whole(), **PLAIN}
"""How playwright launches a browser that keeps a profile, with the settings people make."""


@contextmanager
def open_browser(**more: Any) -> Iterator[Browser]:
    """A browser, closed when the block ends."""
    with sync_playwright() as play:
        browser = play.chromium.launch(**shell(), **PLAIN, **more)
        try:
            yield browser
        finally:
            browser.close()
