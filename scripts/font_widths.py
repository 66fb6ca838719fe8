"""Writes how wide letters are in the fonts that offices have, where a deck's own fonts are missing.

    python scripts/font_widths.py FOLDER

FOLDER holds the TrueType files of Liberation Sans (as wide as Arial), Carlito (as wide as Calibri)
and DejaVu Sans, wherever in it. Of each character of IBM Plex Sans the widest of them is written to
src/rundfrage/look/fonts/widths.json, in thousandths of an em.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rundfrage.look.face import Face, shipped_faces

FILE = Path(__file__).parents[1] / "src" / "rundfrage" / "look" / "fonts" / "widths.json"
FILES = {
    "Regular": ("LiberationSans-Regular", "Carlito-Regular", "DejaVuSans"),
    "Bold": ("LiberationSans-Bold", "Carlito-Bold", "DejaVuSans-Bold"),
}


def main() -> None:
    """Measure, and write."""
    folder = Path(sys.argv[1])
    found = {}
    for weight, names in FILES.items():
        faces = [Face(next(folder.rglob(f"{name}.ttf")).read_bytes()) for name in names]
        widths = {
            character: max(wide)
            for character in sorted(shipped_faces()[f"IBMPlexSans-{weight}"].characters)
            if (wide := [_width(face, character) for face in faces if character in face.characters])
        }
        found[weight] = {"characters": "".join(widths), "widths": list(widths.values())}
    FILE.write_text(json.dumps(found, ensure_ascii=True) + "\n", encoding="utf-8")


def _width(face: Face, character: str) -> int:
    return round(face.advances(character)[0] * 1000)


if __name__ == "__main__":
    main()
