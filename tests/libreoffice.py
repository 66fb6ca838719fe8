"""What LibreOffice makes of a file, with the fonts of the machine or the deck's own beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from patience import PATIENCE
from rundfrage.look.face import SHIPPED


def converted(
    file: Path, folder: Path, form: str = "pdf", *, own_fonts: bool = False, fonts: str = ""
) -> Path:
    """The file in another form, in the folder.

    With `own_fonts` those of decks are there, too; with `fonts` (elements of a fontconfig file)
    those alone.
    """
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice Impress")
    folder.mkdir(exist_ok=True)
    surroundings = dict(os.environ)
    if own_fonts:
        fonts = f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{SHIPPED}</dir>'
    if fonts:
        asked = folder / "fonts.conf"
        asked.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            f"{fonts}<cachedir>{folder}/cache</cachedir></fontconfig>",
            encoding="utf-8",
        )
        surroundings["FONTCONFIG_FILE"] = str(asked)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", form, "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=PATIENCE, env=surroundings,
    )  # fmt: skip
    return folder / f"{file.stem}.{form}"
