"""`rundfrage data-protection`: the files that a data-protection officer asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InFolder, open_survey
from rundfrage.cli.console import bar, results
from rundfrage.locales import message


def data_protection(
    survey: InFolder,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help=message("The folder; out/data-protection in DIR else.")
        ),
    ] = None,
) -> None:
    """Write record, measures, impact assessment, contract annex and notice as DOCX and PDF."""
    with bar() as progress:
        files = services.write_data_protection(open_survey(survey), output, progress)
    for file in files:
        results.print(str(file))
    results.print(
        message(
            "What stands between ‹ and › only your organisation knows; let somebody who answers "
            "for it "
            "read all of it."
        )
    )
