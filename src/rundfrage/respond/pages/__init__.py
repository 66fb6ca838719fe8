"""The pages respondents see, compiled once per published version and filled per request.

A *skeleton* is a page's HTML with *slots*; a *filling* is what a request puts into them.
"""

from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.pages import Opening, Pages, compile_pages
from rundfrage.respond.pages.phrases import DoorPhrases

__all__ = ["DoorPhrases", "Filling", "Opening", "Pages", "compile_pages"]
