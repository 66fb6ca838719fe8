"""QR codes of addresses."""

from __future__ import annotations

import io

import segno


def qr_svg(address: str, *, border: int = 4) -> bytes:
    """The address as an SVG picture; `border` is the quiet zone in modules, 4 by the standard."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(
        picture, kind="svg", border=border, scale=4, xmldecl=False, title=address
    )
    return picture.getvalue()


def qr_png(address: str) -> bytes:
    """The address as a PNG picture."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="png", scale=10)
    return picture.getvalue()
