"""The application: which path leads to which handler."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rundfrage.respond.door import Door, Handler, page
from rundfrage.respond.ending import Ending
from rundfrage.respond.entrance import Entrance
from rundfrage.respond.guard import Guard
from rundfrage.respond.lanes import Lanes
from rundfrage.respond.lines import end_silent_lines
from rundfrage.respond.screens import Screens
from rundfrage.respond.settings import Settings
from rundfrage.respond.withdrawal import Withdrawal
from rundfrage.respond.workers import end_with_parent


def application(settings: Settings, opened: Callable[[], None] = lambda: None) -> Starlette:
    """The public door, which opens its databases when it starts up, and calls `opened` then."""
    door = Door(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await door.open()
        end_with_parent()
        watching = asyncio.create_task(end_silent_lines(settings.port, settings.lines))
        opened()
        try:
            yield
        finally:
            watching.cancel()
            await door.shut()

    async def refused(request: Request, error: Exception) -> Response:
        """What no route takes."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        return page(request, await door.plain_page(status), status)

    routes = _routes(door)
    app = Starlette(routes=routes, lifespan=lifespan)
    # A path that is almost right is a wrong path, and not a reason to tell where the right one is.
    app.router.redirect_slashes = False
    # Instead of the layers that Starlette would build: the guard answers for every fault, and a
    # request goes straight to its handler.
    router = ExceptionMiddleware(app.router, {HTTPException: refused})
    app.middleware_stack = Guard(Lanes(router, routes), settings, door.plain_page)
    return app


def _routes(door: Door) -> list[Route]:
    entrance, screens, ending = Entrance(door), Screens(door), Ending(door)
    withdrawal = Withdrawal(door)

    def get(path: str, handler: Handler) -> Route:
        return Route(path, door.plainly(handler), methods=["GET"])

    def post(path: str, handler: Handler) -> Route:
        return Route(path, door.plainly(handler), methods=["POST"])

    return [
        get("/{language}/screen/{number:int}", screens.show),
        post("/{language}/screen/{number:int}", screens.take),
        get("/{language}/review", ending.review),
        post("/{language}/submit", ending.submit),
        post("/{language}/begin", entrance.begin),
        post("/{language}/sign", entrance.sign),
        post("/{language}/anew", entrance.anew),
        get("/{language}/", entrance.welcome),
        get("/", entrance.choose_language),
        get("/in/{token}", entrance.choose_language),
        get("/in/{token}/{language}/", entrance.welcome),
        get("/{language}/privacy", entrance.privacy),
        get("/{language}/thanks", ending.thanks),
        get("/{language}/end", ending.end),
        get("/{language}/later", ending.later),
        get("/{language}/closed", ending.closed),
        get("/{language}/withdraw", withdrawal.ask),
        post("/{language}/withdraw", withdrawal.take),
        get("/assets/{name}/{file}", door.asset),
        get("/favicon.ico", door.no_icon),
        get("/health", door.health),
    ]
