"""Pages in a real browser, without a server: every address answers with the page under test.

The scripts of questions are there too, unless none are wanted.
"""

from contextlib import contextmanager

from patience import PATIENCE
from rundfrage.respond.pages.script import QUESTIONS

ADDRESS = "http://door.test/here"


class Door:
    """A browser's page that shows what it is handed, and keeps what its forms send."""

    def __init__(self, page, style, *, scripts):
        self.page = page
        self.sent = []
        self._html = b""
        self._style = style
        self._scripts = scripts
        page.route("**/*", self._answer)

    def _answer(self, route):
        if self._scripts and route.request.url.endswith("/questions.js"):
            route.fulfill(body=QUESTIONS, content_type="text/javascript")
            return
        if route.request.url.endswith(".js"):
            route.abort()
            return
        if route.request.url.endswith("/style.css"):
            route.fulfill(body=self._style, content_type="text/css; charset=utf-8")
            return
        if route.request.method == "POST":
            self.sent.append(route.request.post_data)
        route.fulfill(body=self._html, content_type="text/html; charset=utf-8")

    def show(self, html):
        self._html = html
        self.page.goto(ADDRESS)
        return self.page


@contextmanager
def door(browser, style, width, *, scripts=True, **settings):
    """A door of that width in CSS pixels."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield Door(context.new_page(), style, scripts=scripts)
    finally:
        context.close()
