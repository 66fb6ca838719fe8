"""All outputs of a report, in the order in which they are written."""

from rundfrage.report.outputs import html, pdf, pptx, xlsx
from rundfrage.report.outputs.output import Output, Report

OUTPUTS: tuple[Output, ...] = (pptx.OUTPUT, pdf.OUTPUT, html.OUTPUT, xlsx.OUTPUT)

__all__ = ["OUTPUTS", "Output", "Report"]
