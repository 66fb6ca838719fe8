"""The lanes: the paths that nearly every request takes, found without trying route after route.

Whatever goes another way is left to the router, which also refuses.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send


class Lanes:
    """Those of the `routes` that begin with a language, in front of the router of all."""

    def __init__(self, router: ASGIApp, routes: Iterable[Route]) -> None:
        self._router = router
        self._pages: dict[tuple[str, str], ASGIApp] = {}
        self._numbered: dict[tuple[str, str], ASGIApp] = {}
        for route in routes:
            for method in route.methods or ():
                match route.path.split("/"):
                    case ["", "{language}", page]:
                        self._pages[method, page] = route.app
                    case ["", "{language}", page, "{number:int}"]:
                        self._numbered[method, page] = route.app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        app, found = self._lane(scope) if scope["type"] == "http" else (self._router, {})
        if found:
            scope["path_params"] = found
        await app(scope, receive, send)

    def _lane(self, scope: Scope) -> tuple[ASGIApp, dict[str, Any]]:
        match scope["path"].split("/"):
            case ["", language, page] if language:
                app = self._pages.get((scope["method"], page))
                if app is not None:
                    return app, {"language": language}
            case ["", language, page, number] if language and number.isdecimal():
                app = self._numbered.get((scope["method"], page))
                if app is not None and number.isascii():
                    return app, {"language": language, "number": int(number)}
        return self._router, {}
