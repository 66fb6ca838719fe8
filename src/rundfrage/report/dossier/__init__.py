"""The dossier of a weighting: what an institute files, as a web page and as a PDF for everybody."""

from rundfrage.report.dossier.contents import Dossier, dossier_of
from rundfrage.report.dossier.html import html
from rundfrage.report.dossier.pdf import pdf

__all__ = ["Dossier", "dossier_of", "html", "pdf"]
