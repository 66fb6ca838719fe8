"""How long the pages of the alliance survey take on an old telephone line.

    python benchmarks/slow_line.py [LINE…]

Chromium is slowed down to GPRS (50 kbit/s down, 20 kbit/s up, 500 ms of delay) and 2G (250 kbit/s
down, 50 kbit/s up, 300 ms), or to the lines named, and goes the whole way without scripts: one line
a page, with the bytes that came over the line and the seconds until everything was shown.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

EXAMPLE = Path(__file__).parents[1] / "examples" / "alliance-2020"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LINES = {"GPRS": (50, 20, 500), "2G": (250, 50, 300), "DSL": (16_000, 1_000, 20)}
"""Kilobits a second down and up, milliseconds of delay."""
SLOW = ("GPRS", "2G")


def serve(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """The survey, its field open today, and its address."""
    shutil.copytree(EXAMPLE, folder)
    file = folder / "questionnaire.md"
    file.write_text(re.sub(r"(?m)^field: .*\n", "", file.read_text("utf-8")), "utf-8")
    # The ten seconds that people without scripts wait are not the line's.
    (folder / "settings.toml").write_text("[door]\nproof_of_work = 0\n", encoding="utf-8")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "rundfrage", "serve", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/health").close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return process, address
    raise SystemExit("the door didn't open")


def go(page: Page, address: str, name: str) -> None:
    """The whole way on one line."""
    down, up, delay = LINES[name]
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    received = [0]

    def finished(event: dict[str, int]) -> None:
        received[0] += event["encodedDataLength"]

    session.on("Network.loadingFinished", finished)
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": delay,
            "downloadThroughput": down * 1000 / 8,
            "uploadThroughput": up * 1000 / 8,
        },
    )

    def step(what: str, button: str | None) -> float:
        received[0] = 0
        began = time.perf_counter()
        if button is None:
            page.goto(f"{address}/de/")
        else:
            page.locator(button).first.click()
        page.wait_for_load_state("load")
        seconds = time.perf_counter() - began
        print(f"{name:5} {what:10} {received[0] / 1000:6.1f} kB {seconds:6.2f} s")
        return seconds

    times = [step("welcome", None), step("begin", 'form[action$="/begin"] button')]
    while "/screen/" in page.url:
        times.append(step(page.url.rpartition("/de/")[2], "button.next"))
    times.append(step("submit", 'form[action$="/submit"] button'))
    print(f"{name:5} slowest page {max(times):.2f} s")


def main(lines: Sequence[str]) -> None:
    """Print the figures of the lines."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        process, address = serve(Path(folder) / "survey")
        browser = play.chromium.launch(executable_path=BROWSER, args=FLAGS)
        for name in lines:
            context = browser.new_context(java_script_enabled=False)
            go(context.new_page(), address, name)
            context.close()
        browser.close()
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main(sys.argv[1:] or SLOW)
