"""The words that tables bring themselves: headings, reasons, notes, in German and English.

A language without words of its own gets the English ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.tables.table import Note
from rundfrage.text import Text


def _both(english: str, german: str) -> Text:
    return Text((("en", english), ("de", german)))


TOTAL = _both("Total", "Gesamt")
WORDS: Mapping[str, Text] = {
    "answer": _both("Answer", "Antwort"),
    "count": _both("Respondents", "Befragte"),
    "percent": _both("Percent", "Prozent"),
    "share": _both("Share, unrounded", "Anteil, ungerundet"),
    "share_of_mentions": _both("Percent of mentions", "Prozent der Nennungen"),
    "weighted_count": _both("Weighted", "Gewichtet"),
    "base": _both("Base", "Basis"),
    "interviews": _both("interviews", "Interviews"),
    "not_asked": _both("not asked", "nicht gefragt"),
    "asked": _both("asked", "gefragt"),
    "answered": _both("answered", "beantwortet"),
    "dont_know": _both("don't know", "weiß nicht"),
    "refused": _both("refused", "verweigert"),
    "left_blank": _both("left blank", "leer gelassen"),
    "weight": _both("sum of weights", "Summe der Gewichte"),
    "effective": _both("effective base", "effektive Basis"),
    "mean": _both("Mean", "Mittelwert"),
    "sd": _both("Standard deviation", "Standardabweichung"),
    "median": _both("Median", "Median"),
    "low": _both("Lowest", "Kleinster Wert"),
    "high": _both("Highest", "Größter Wert"),
    "quartile1": _both("First quartile", "Erstes Quartil"),
    "quartile3": _both("Third quartile", "Drittes Quartil"),
    "nps": _both("Net promoter score", "Net Promoter Score"),
    "mentions": _both("Mentions per respondent", "Nennungen je Befragte/n"),
    "net": _both("Net", "Zusammengefasst"),
    "contents": _both("Contents", "Inhalt"),
    "table": _both("Table", "Tabelle"),
    "question": _both("Question", "Frage"),
    "notes": _both("Notes", "Hinweise"),
    "tables": _both("Tables", "Tabellen"),
    "variable": _both("Variable", "Variable"),
    "by": _both("by", "nach"),
    "promoters": _both("Promoters (9, 10)", "Promotoren (9, 10)"),
    "passives": _both("Passives (7, 8)", "Passive (7, 8)"),
    "detractors": _both("Detractors (0 to 6)", "Detraktoren (0 bis 6)"),
}
NOTES: Mapping[str, Text] = {
    "weighted": _both(
        "Shares and means are weighted by {weight}; numbers of respondents are not.",
        "Anteile und Mittelwerte sind mit {weight} gewichtet, Zahlen von Befragten nicht.",
    ),
    "simulated": _both(
        "The answers are simulated. No person gave them.",
        "Die Antworten sind simuliert. Kein Mensch hat sie gegeben.",
    ),
    "suppressed": _both(
        "· A base under {threshold}, or one that would reveal such a base, is not shown.",
        "· Eine Basis unter {threshold} oder eine, die eine solche verriete, wird nicht gezeigt.",
    ),
    "small": _both(
        "In brackets: a base under {limit}.",
        "In Klammern: eine Basis unter {limit}.",
    ),
    "overlapping": _both(
        "The columns overlap: respondents could choose several of them.",
        "Die Spalten überschneiden sich: Befragte konnten mehrere wählen.",
    ),
    "mentions": _both(
        "Several answers were possible; percentages are of respondents and may exceed 100.",
        "Mehrere Antworten waren möglich; Prozente beziehen sich auf Befragte und können "
        "zusammen mehr als 100 ergeben.",
    ),
}


def word(key: str, language: str) -> str:
    """The word of that key in `language`."""
    return WORDS[key].into(language)


def sentence(note: Note, language: str) -> str:
    """The note as a sentence in `language`."""
    return NOTES[note.code].into(language).format(**note.values)
