"""Pages in a real browser, without a server: every address answers with the page under test."""

from contextlib import contextmanager

from patience import PATIENCE

ADDRESS = "http://door.test/here"


class Door:
    """A browser's page that shows what it is handed, and keeps what its forms send."""

    def __init__(self, page, style):
        self.page = page
        self.sent = []
        self._html = b""
        self._style = style
        page.route("**/*", self._answer)

    def _answer(self, route):
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
def door(browser, style, width, **settings):
    """A door of that width in CSS pixels."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield Door(context.new_page(), style)
    finally:
        context.close()
