"""The language of claims: sentences whose numbers are bound and whose wordings are checked."""

from rundfrage.report.claims.bands import Band, Bands
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.labels import check_label, check_title, label_words
from rundfrage.report.claims.passage import Passage
from rundfrage.report.claims.read import read_binding, read_sentence
from rundfrage.report.claims.sentence import (
    Assertion,
    Binding,
    Bound,
    Closes,
    Mark,
    Opens,
    Piece,
    PlainText,
    QuotedText,
    Sentence,
)
from rundfrage.report.claims.state import state, state_figure
from rundfrage.report.claims.write import write_sentence

__all__ = [
    "Assertion",
    "Band",
    "Bands",
    "Binding",
    "Bound",
    "Closes",
    "Evidence",
    "Mark",
    "Opens",
    "Passage",
    "Piece",
    "PlainText",
    "QuotedText",
    "Sentence",
    "check_label",
    "check_title",
    "label_words",
    "read_binding",
    "read_sentence",
    "state",
    "state_figure",
    "write_sentence",
]
