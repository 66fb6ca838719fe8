"""`rundfrage report --watch`: the HTML in a browser, made again whenever the survey changes.

A small server on this machine alone shows the report in a frame and asks every half second whether
there is a newer one. The report's own file holds no script and stays as it is.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rundfrage.cli.console import results, show_problem
from rundfrage.errors import Problem, Where

_PAUSE = 0.25
_HERE = "127.0.0.1"
_NAMES = ("127.0.0.1", "localhost")
_SHELL = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>rundfrage report --watch</title>
<style>html,body{margin:0;height:100%;display:flex;flex-direction:column;font:16px sans-serif}
iframe{flex:1;border:0}#problem{background:#7a1f1f;color:#fff;padding:1em;white-space:pre-wrap}
#problem:empty{display:none}</style>
<div id="problem" role="alert"></div><iframe src="/report.html" title="The report"></iframe>
<script>
const frame = document.querySelector("iframe"), problem = document.getElementById("problem");
let shown = null;
setInterval(async () => {
  const now = await fetch("/version").then(answer => answer.json()).catch(() => null);
  if (!now) return;
  problem.textContent = now.problem;
  if (shown !== null && now.version !== shown) {
    const place = frame.contentWindow.scrollY;
    frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, place), {once: true});
    frame.contentWindow.location.reload();
  }
  shown = now.version;
}, 500);
</script></html>
"""


@dataclass
class _Shown:
    """What the browser is to see; written by the watcher, read by the server."""

    page: bytes = b""
    version: int = 0
    problem: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)


def watch(sources: tuple[Path, ...], build: Callable[[], Path], port: int) -> None:
    """Build, serve on `port`, and build again on each change, until interrupted.

    `sources` are files, or folders with the files directly in them and below (hidden ones and
    `out` left aside); `build` returns where the HTML is. A Problem of a later build is shown in
    the browser and printed, and the last good report stays. Raises a Problem if the first build
    fails or the port is taken.
    """
    before = _state(sources)
    shown = _Shown(page=build().read_bytes(), version=1)
    server = _server(shown, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    results.print(f"http://{_HERE}:{port}/ shows the report; Ctrl+C ends it.")
    try:
        while True:
            time.sleep(_PAUSE)
            now = _state(sources)
            if now != before:
                before = now
                _again(shown, build)
    except KeyboardInterrupt:
        server.shutdown()


def _again(shown: _Shown, build: Callable[[], Path]) -> None:
    started = time.perf_counter()
    try:
        page = build().read_bytes()
    except Problem as problem:
        show_problem(problem)
        with shown.lock:
            shown.problem = "\n".join(map(str, problem.all))
        return
    with shown.lock:
        shown.page, shown.problem = page, ""
        shown.version += 1
    results.print(f"made again in {time.perf_counter() - started:.1f} s")


def _state(sources: tuple[Path, ...]) -> Mapping[Path, tuple[int, int]]:
    """Size and time of change of every file that the report is made of."""
    state: dict[Path, tuple[int, int]] = {}
    for source in sources:
        for path in _files(source):
            try:
                facts = path.stat()
            except FileNotFoundError:
                continue  # An editor is just replacing it.
            state[path] = (facts.st_mtime_ns, facts.st_size)
    return state


def _files(source: Path) -> list[Path]:
    if not source.is_dir():
        return [source]
    return [
        path
        for entry in source.iterdir()
        if entry.name != "out" and not entry.name.startswith(".")
        for path in ([entry] if entry.is_file() else entry.rglob("*"))
        if path.is_file()
    ]


def _server(shown: _Shown, port: int) -> ThreadingHTTPServer:
    class Pages(BaseHTTPRequestHandler):
        """Three pages: the shell, the report in it, and which report it is."""

        def do_GET(self) -> None:
            host = (self.headers.get("Host") or "").rpartition(":")[0]
            with shown.lock:
                version = json.dumps({"version": shown.version, "problem": shown.problem})
                pages = {
                    "/": ("text/html", _SHELL.encode()),
                    "/report.html": ("text/html", shown.page),
                    "/version": ("application/json", version.encode()),
                }
            # Another name for this address would be another site asking in a reader's name.
            kind, body = pages.get(self.path, ("", b"")) if host in _NAMES else ("", b"")
            if not kind:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Say nothing of each request."""

    try:
        return ThreadingHTTPServer((_HERE, port), Pages)
    except OSError as error:
        raise Problem(
            "port-taken",
            where=Where(name=f"--port {port}"),
            found=f"The report can't be served on port {port} ({error.strerror}).",
            expected="a port that no other program uses.",
            mend="Name another one, for example: --port 8766",
        ) from error
