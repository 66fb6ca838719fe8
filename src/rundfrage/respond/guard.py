"""The guard: stands before every request, and behind every answer.

Hosts that aren't ours are turned away, forms of other sites as well. Each answer gets the headers
that keep browsers from running, framing, sending on or keeping what they shouldn't. A fault of
ours becomes a plain page and one line in the log that tells nothing of the request.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from pathlib import PurePath
from traceback import extract_tb
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rundfrage.respond.settings import Settings

log = logging.getLogger("rundfrage.respond")

PlainPage = Callable[[int], Awaitable[bytes]]
"""Makes the page that says an HTTP status."""

_FOREIGN = frozenset({b"cross-site", b"same-site"})
_CHANGING = "POST"
_LONGEST_PATH = 2000
"""In characters; the paths of our own pages have some 60."""
_METHODS = frozenset({"GET", "HEAD", "POST"})
_Headers = list[tuple[bytes, bytes]]


SCRIPTED = "rundfrage.scripted"
"""Set in the scope of a request whose answer is a page with a script of ours."""


def security_headers(settings: Settings, *, scripted: bool = False) -> _Headers:
    """The headers of every answer; a `scripted` page may run scripts of this host."""
    embedders = " ".join(settings.embedders) or "'none'"
    policy = [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        f"frame-ancestors {embedders}",
    ]
    if settings.scripts:
        policy += ["script-src 'self'", "connect-src 'self'"]
    elif scripted:
        policy += ["script-src 'self'"]
    headers = {
        "content-security-policy": "; ".join(policy),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }
    if not settings.embedders:
        # For browsers that don't know frame-ancestors; it can't name who may.
        headers["x-frame-options"] = "DENY"
    if settings.origin.startswith("https://"):
        headers["strict-transport-security"] = "max-age=31536000"
    return [(name.encode(), value.encode()) for name, value in headers.items()]


class Guard:
    """ASGI middleware around the whole door."""

    def __init__(self, app: ASGIApp, settings: Settings, plain_page: PlainPage) -> None:
        self._app = app
        self._hosts = frozenset(host.encode() for host in settings.hosts)
        self._origins = frozenset(origin.encode() for origin in settings.origins)
        self._headers = security_headers(settings)
        self._unkept = [*self._headers, (b"cache-control", b"no-store")]
        scripted = security_headers(settings, scripted=True)
        self._scripted = [*scripted, (b"cache-control", b"no-store")]
        self._plain_page = plain_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                own: _Headers = message.get("headers", [])
                kept = b"cache-control" in dict(own)
                unkept = self._scripted if scope.get(SCRIPTED) else self._unkept
                message["headers"] = own + (self._headers if kept else unkept)
            await send(message)

        status = self._refusal(scope)
        try:
            if status is None:
                await self._app(scope, receive, guarded)
                return
        except Exception as fault:  # noqa: BLE001 - the last one who can answer
            log.error("fault: %s", place_of(fault))  # noqa: TRY400 - a traceback may tell answers
            status = 500
        if not begun:
            await self._answer(scope, guarded, status)

    def _refusal(self, scope: Scope) -> int | None:
        """The status of a request that isn't let in."""
        if scope["method"] not in _METHODS:
            return 405
        if len(scope["path"]) > _LONGEST_PATH:
            return 404
        found: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name == b"host" and name in found:
                return 400
            found[name] = value
        if scope["path"] != "/health" and found.get(b"host", b"").lower() not in self._hosts:
            return 421
        if scope["method"] == _CHANGING:
            # Our own pages send "null": they forbid browsers to say where a request comes from.
            origin = found.get(b"origin", b"null")
            if origin not in self._origins and origin != b"null":
                return 403
            if found.get(b"sec-fetch-site") in _FOREIGN:
                return 403
        return None

    async def _answer(self, scope: Scope, send: Send, status: int) -> None:
        try:
            page = await self._plain_page(status)
        except Exception as fault:  # noqa: BLE001 - even without a database there is an answer
            log.error("fault: %s", place_of(fault))  # noqa: TRY400
            page = str(status).encode()
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(page)).encode()),
        ]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else page
        await send({"type": "http.response.body", "body": body})


def place_of(fault: BaseException) -> str:
    """What went wrong and where, without a word of what anybody sent."""
    frames = extract_tb(fault.__traceback__)
    place = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    code: Any = getattr(fault, "code", "")
    return f"{type(fault).__name__}{f' {code}' if isinstance(code, str) and code else ''}{place}"
