"""Draws the README's picture from a report: four pages of the real PDF side by side.

    .venv/bin/python scripts/picture.py rundfrage-demo/out/report.pdf 3 10 18 34

Needs pdftoppm (package poppler-utils). Pages count from 1.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PICTURE = Path(__file__).parents[1] / "docs" / "images" / "deck.png"
GAP = 16
GROUND = "#c9d3d3"


def draw(report: Path, pages: list[int]) -> None:
    """Write the picture: two pages a row."""
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            only = ["-f", str(page), "-l", str(page), "-singlefile"]
            subprocess.run(  # noqa: S603
                ["pdftoppm", "-r", "54", "-png", *only, str(report), f"{folder}/{page}"],  # noqa: S607
                check=True,
            )
        images = [Image.open(f"{folder}/{page}.png") for page in pages]
        width, height = images[0].size
        rows = (len(images) + 1) // 2
        sheet = Image.new("RGB", (2 * width + 3 * GAP, rows * (height + GAP) + GAP), GROUND)
        for place, image in enumerate(images):
            x = GAP + place % 2 * (width + GAP)
            sheet.paste(image, (x, GAP + place // 2 * (height + GAP)))
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        sheet.quantize(128).save(PICTURE, optimize=True)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), [int(page) for page in sys.argv[2:]])
