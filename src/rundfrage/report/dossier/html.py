"""The dossier as one web page that needs nothing from anywhere else and no script."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from rundfrage.report.dossier.contents import Dossier
from rundfrage.text import direction


def html(dossier: Dossier) -> bytes:
    """The page, in UTF-8."""
    environment = Environment(
        loader=PackageLoader("rundfrage.report.dossier", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("dossier.html").render(
        dossier=dossier, direction=direction(dossier.language)
    )
    return page.encode()
