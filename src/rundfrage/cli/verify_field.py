"""`rundfrage verify-field`: whether a field holds what was stored there, and nothing else."""

from __future__ import annotations

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InJournal, open_survey
from rundfrage.cli.console import fitted, results
from rundfrage.cli.language import localised
from rundfrage.locales import message


def verify_field(survey: InFolder, *, journal: InJournal = None) -> None:
    """Name what was altered, forged or removed in the field."""
    verified = services.verify_field(open_survey(survey, journal))
    results.print(message("{count} interviews are as they were stored.", count=verified.sound))
    if not verified.digests:
        results.print(
            message(
                "Only impossible entries are found here: in a file, or by a role that may not "
                "compare digests, what looks right can't be told from what is."
            )
        )
    if not verified.findings:
        return
    table = Table(localised(message("interview")), "", box=None, pad_edge=False)
    for one in verified.findings:
        place = "" if one.sequence is None else f" #{one.sequence}"
        table.add_row(f"{one.name}{place}", localised(services.words_for(one)))
    fitted.print(table)
    raise typer.Exit(1)
