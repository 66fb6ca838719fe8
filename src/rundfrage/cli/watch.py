"""`rundfrage report --watch`: the HTML in a browser, made again whenever the survey changes.

A small server on this machine alone shows the report in a frame and asks every half second whether
there is a newer one. The report's own file knows nothing of it and stays as it is.

The operating system tells of changes. It does so of folders rather than files, for an editor puts a
new file in the place of the old one.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path

from rundfrage import services
from rundfrage.cli.console import results, show_problem
from rundfrage.cli.interrupts import was_interrupted
from rundfrage.errors import Problem, Where
from rundfrage.locales import message, rounded

_SETTLED = 50
"""Milliseconds without a further change: an editor has written all it writes."""

_Changes = Iterator[set[tuple[object, str]]]

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
    changes = _changes(sources)
    shown = _Shown(page=build().read_bytes(), version=1)
    server = _server(shown, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    results.print(
        message("{address} shows the report; Ctrl+C ends it.", address=f"http://{_HERE}:{port}/")
    )
    try:
        while True:
            next(changes)
            # Anew, as there may be new folders; before the build, so that it misses no change.
            changes = _changes(sources)
            _again(shown, build)
    except (KeyboardInterrupt, services.Cancelled):
        # So it is meant to end.
        was_interrupted()
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
    results.print(
        message(
            "made again in {seconds} s",
            seconds=rounded(time.perf_counter() - started, ".1f"),
        )
    )


@dataclass(frozen=True)
class _Watched:
    """What the report is made of, by its real paths: files, and folders whose files all count.

    `places` are the folders to be watched: those of the sources, or the nearest above them that is
    there. `awaited` is what such a folder lacks.
    """

    files: frozenset[Path]
    folders: frozenset[Path]
    places: frozenset[Path]
    awaited: frozenset[Path]

    def concerns(self, path: str) -> bool:
        """Whether a change at the path is one of the report."""
        place = Path(path)
        return place in self.files or (place.parent in self.folders and _visible(place.name))

    def moves(self, path: str) -> bool:
        """Whether after a change at the path other folders may have to be watched."""
        return Path(path) in self.places | self.awaited

    def matters(self, _change: object, path: str) -> bool:
        """Whether a change at the path has to be looked at."""
        return self.concerns(path) or self.moves(path)

    def there(self) -> frozenset[tuple[Path, int]]:
        """Which of the files are there, and when they were last written."""
        found = set()
        for file in self.files:
            with suppress(OSError):
                found.add((file, file.stat().st_mtime_ns))
        return frozenset(found)


def _visible(name: str) -> bool:
    return name != "out" and not name.startswith(".")


def _watched(sources: tuple[Path, ...]) -> _Watched:
    files: set[Path] = set()
    folders: set[Path] = set()
    left = list(sources)
    while left:
        source = left.pop().resolve()
        if not source.is_dir():
            files.add(source)
        elif source not in folders:
            folders.add(source)
            left += [entry for entry in source.iterdir() if _visible(entry.name)]
    places = set(folders)
    awaited = set()
    for place in {file.parent for file in files}:
        there = place
        while not there.is_dir():
            awaited.add(there)
            there = there.parent
        places.add(there)
    return _Watched(*map(frozenset, (files, folders, places, awaited)))


def _changes(sources: tuple[Path, ...]) -> _Changes:
    """Watches from now on, and gives the next changes of the sources when there are some."""
    watched, seen = _begun(sources)
    return _relevant(sources, watched, seen, watched.there())


def _relevant(
    sources: tuple[Path, ...],
    watched: _Watched,
    seen: _Changes,
    before: frozenset[tuple[Path, int]],
) -> _Changes:
    """The changes of the sources; folders that come and go are followed.

    `before` are the files as they were.
    """
    while True:
        changes = next(seen)
        found = {(change, path) for change, path in changes if watched.concerns(path)}
        if len(found) < len(changes):
            watched, seen = _begun(sources)
            found |= {("", str(file)) for file, _ in watched.there() - before}
        if found:
            yield found


def _begun(sources: tuple[Path, ...]) -> tuple[_Watched, _Changes]:
    """What is watched from now on, and its changes."""
    while True:
        try:
            watched = _watched(sources)
            return watched, _seen(watched)
        except FileNotFoundError:
            # A folder went while it was looked at; the next look finds what is there.
            continue


def _seen(watched: _Watched) -> _Changes:
    # Importing it takes longer than telling an unchanged report from a changed one.
    from watchfiles import watch as watch_files  # noqa: PLC0415

    seen = watch_files(
        *watched.places,
        watch_filter=watched.matters,
        step=_SETTLED,
        rust_timeout=_SETTLED,
        yield_on_timeout=True,
        recursive=False,
    )
    first = next(seen)
    return (set(changes) for changes in chain([first], seen) if changes)


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
            where=Where(name=str(port), argument="port"),
            found=message(
                "The report can't be served on port {port} ({reason}).",
                port=str(port),
                reason=error.strerror,
            ),
            expected=message("a port that no other program uses."),
            mend=message("Choose another."),
        ) from error
