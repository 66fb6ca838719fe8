"""Draws a Vega-Lite specification as SVG, once: what was drawn before is taken from the cache.

Drawing is dear: the first chart of a process takes most of a second, each further one some fifty
milliseconds. The cache is keyed by the specification and by the version of the program that drew.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import vl_convert

from rundfrage.look.measure import SHIPPED
from rundfrage.manuscript.writing import write_whole
from rundfrage.report.outputs.vega import Specification

_FAMILY = re.compile(r' font-family="[^"]*"')


def draw(specification: Specification, cache: Path | None, fonts: Path | None = None) -> str:
    """The SVG of a specification, drawn with the shipped fonts and those in `fonts`.

    `cache` is a folder, made where it is missing; a file in it that is no whole SVG is replaced.
    Nothing is fetched, whatever the specification asks for.
    """
    return _drawn(json.dumps(specification, sort_keys=True, ensure_ascii=False), cache, fonts)


@lru_cache(maxsize=256)
def _drawn(specification: str, cache: Path | None, fonts: Path | None) -> str:
    """As `draw`; remembers what it drew, so that PDF and HTML share their charts."""
    if cache is None:
        return _draw(specification, fonts)
    engine = version("vl-convert-python")
    key = hashlib.sha256(f"{engine}\n{specification}".encode()).hexdigest()[:32]
    path = cache / f"{key}.svg"
    svg = _cached(path)
    if not svg:
        svg = _draw(specification, fonts)
        write_whole(path, svg)
    return svg


def _cached(path: Path) -> str:
    """The SVG in the file, or nothing if it is not there or not whole."""
    try:
        svg = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return svg if svg.startswith("<svg") and svg.endswith("</svg>") else ""


def _draw(specification: str, fonts: Path | None) -> str:
    for folder in (SHIPPED, fonts):
        if folder is not None:
            _register(folder)
    return _family_once(vl_convert.vegalite_to_svg(specification, allowed_base_urls=[]))


def _family_once(svg: str) -> str:
    """The same picture with its font named on the root instead of on every text."""
    found = _FAMILY.search(svg)
    if found is None:
        return svg
    return svg.replace(found[0], "").replace("<svg", f"<svg{found[0]}", 1)


@lru_cache(maxsize=8)
def _register(folder: Path) -> None:
    vl_convert.register_font_directory(str(folder))
