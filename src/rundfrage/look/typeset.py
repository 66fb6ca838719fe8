"""Typst, called in one way: a template and its data become a PDF for everybody, an SVG a PNG.

The PDF is tagged and follows PDF/UA-1 and PDF/A-2a; Typst refuses to write one that doesn't. Only
the shipped fonts and those given are used, so that every machine makes the same bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

import typst

from rundfrage.look.face import SHIPPED

_PICTURE = """
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context {
  let drawn = image("picture.svg", height: HIGHpt)
  if measure(drawn).width > 960pt { image("picture.svg", width: 960pt) } else { drawn }
}
"""
_SHARP = 288
"""Dots an inch: a picture is then at most 3840 by 384 dots, however large it says it is."""


class Refused(Exception):
    """Typst wrote nothing; the message says why, in its own words."""


def typeset(template: Traversable, files: Mapping[str, bytes], fonts: Path | None = None) -> bytes:
    """The PDF that the template makes of the files, which it reads by their names.

    `fonts` is a folder of more fonts. Raises Refused if the template or a standard forbids it.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in {**files, template.name: template.read_bytes()}.items():
            (root / name).write_bytes(content)
        try:
            return typst.compile(
                root / template.name,
                root=root,
                font_paths=_fonts(fonts),
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                timestamp=0,
            )
        except typst.TypstError as error:
            raise Refused(error.message) from error


def drawn(svg: bytes, *, high: int = 96, sharp: int = _SHARP) -> bytes:
    """The SVG as a PNG on no ground, in its proportions; raises Refused if it is none.

    It is `high` points high and at most 960 wide, with `sharp` dots an inch.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "picture.svg").write_bytes(svg)
        (root / "picture.typ").write_text(_PICTURE.replace("HIGH", str(high)), encoding="utf-8")
        try:
            return typst.compile(
                root / "picture.typ",
                root=root,
                font_paths=_fonts(None),
                ignore_system_fonts=True,
                format="png",
                ppi=sharp,
            )
        except typst.TypstError as error:
            raise Refused(error.message) from error


def _fonts(folder: Path | None) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[SHIPPED, *([folder] if folder else [])],
    )
