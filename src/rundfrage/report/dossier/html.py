"""The dossier as one web page that needs nothing from anywhere else and no script."""

from __future__ import annotations

from rundfrage.look.templates import page_template
from rundfrage.report.dossier.contents import Dossier
from rundfrage.text import direction


def html(dossier: Dossier) -> bytes:
    """The page, in UTF-8."""
    page = page_template("rundfrage.report.dossier", "templates", "dossier.html").render(
        dossier=dossier, direction=direction(dossier.language)
    )
    return page.encode()
