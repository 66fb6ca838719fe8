"""The deck as PowerPoint: native charts and tables that people can edit."""

from rundfrage.report.outputs.output import Output
from rundfrage.report.outputs.pptx.write import write

OUTPUT = Output("pptx", ".pptx", write)
