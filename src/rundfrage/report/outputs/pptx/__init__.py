"""The deck as PowerPoint: native charts and tables that people can edit."""

from pathlib import Path

from rundfrage.report.outputs.output import Output, Report


def write(report: Report, path: Path) -> None:
    """Write the report's .pptx; its library is loaded only then, for it takes a while."""
    from rundfrage.report.outputs.pptx.write import write as write_pptx  # noqa: PLC0415

    write_pptx(report, path)


OUTPUT = Output("pptx", ".pptx", write)
