"""The deck as a workbook: every question's table with its charts, and every printed figure."""

from pathlib import Path

from rundfrage.report.outputs.output import Output, Report


def write(report: Report, path: Path) -> None:
    """Write the report's workbook to `path`; its library is loaded only then."""
    from rundfrage.report.outputs.xlsx.write import xlsx  # noqa: PLC0415

    path.write_bytes(xlsx(report.printed))


OUTPUT = Output("xlsx", ".xlsx", write)
