"""The deck as a workbook: every question's table with its charts, and every printed figure."""

from dataclasses import replace
from pathlib import Path

from rundfrage.report.deck import Claim, SlideRole
from rundfrage.report.outputs.output import Output, Report


def write(report: Report, path: Path) -> None:
    """Write the report's workbook to `path`; its library is loaded only then."""
    from rundfrage.report.outputs.xlsx.write import xlsx  # noqa: PLC0415

    path.write_bytes(xlsx(report.printed))


def reads(report: Report) -> Report:
    """The report with all figures, without sentences, quotations, pictures and notes of slides.

    Those of the title and of the method say what was asked, of whom and how.
    """
    report = report.printed
    slides = tuple(
        slide
        if slide.role in {SlideRole.TITLE, SlideRole.METHOD}
        else replace(
            slide,
            claims=tuple(Claim(claim.figures) for claim in slide.claims),
            footer=tuple(Claim(claim.figures) for claim in slide.footer),
            quotations=(),
            notes=(),
            speech=(),
            picture=None,
        )
        for slide in report.deck.slides
    )
    return replace(report, deck=replace(report.deck, slides=slides))


OUTPUT = Output("xlsx", ".xlsx", write, reads)
