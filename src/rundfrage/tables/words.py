"""The words that tables bring themselves: headings, reasons, notes, in German and English.

A language without words of its own gets the English ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.tables.table import Method, Note
from rundfrage.text import Text, number


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
    "interval": _both("95% interval", "95-%-Intervall"),
    "se": _both("Standard error", "Standardfehler"),
    "interval_low": _both("95%, from", "95 %, von"),
    "interval_high": _both("95%, to", "95 %, bis"),
    "sample_size": _both("Effective n", "Effektives n"),
    "letters": _both("Above columns", "Über den Spalten"),
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
    "letters": _both(
        "Letters name the columns that a figure lies above: lower case from 5%, upper case from "
        "1% error probability, tested by the design of the sample{adjusted}.",
        "Buchstaben nennen die Spalten, über denen eine Zahl liegt: klein ab 5 %, groß ab 1 % "
        "Irrtumswahrscheinlichkeit, geprüft nach der Anlage der Stichprobe{adjusted}.",
    ),
    "usual": _both(
        "≠ The usual z test on effective bases would have said otherwise of a column.",
        "≠ Der übliche z-Test auf effektiven Basen hätte von einer Spalte anderes gesagt.",
    ),
}
_ADJUSTED: Mapping[str, Text] = {
    "none": _both("", ""),
    "holm": _both(" and adjusted after Holm", " und nach Holm angepasst"),
    "BH": _both(
        " and adjusted after Benjamini and Hochberg", " und nach Benjamini und Hochberg angepasst"
    ),
}
_INTERVALS: Mapping[str, Text] = {
    "logit": _both("logit for shares", "Logit für Anteile"),
    "wald": _both("Wald for shares", "Wald für Anteile"),
    "arcsine": _both("arcsine for shares", "Arkussinus für Anteile"),
    "beta": _both("Korn and Graubard for shares", "Korn und Graubard für Anteile"),
    "wilson": _both("Wilson for shares", "Wilson für Anteile"),
}
_METHOD = _both(
    "95% confidence intervals ({interval}, t for means): {method}, {df} degrees of freedom.",
    "95-%-Konfidenzintervalle ({interval}, t für Mittelwerte): {method}, {df} Freiheitsgrade.",
)
_TAYLOR = _both("Taylor linearisation", "Taylor-Linearisierung")
_REPLICATES = _both("{kind} replicates", "{kind}-Replikate")
_GIVEN = _both("{count} replicate weights", "{count} Replikatgewichte")
_UNITS = _both("{units} sampling units", "{units} Auswahleinheiten")
_ALONE = _both("respondents drawn one by one", "Befragte einzeln gezogen")
_STRATA = _both("{sample} in {strata} strata", "{sample} in {strata} Schichten")
_CORRECTED = _both(
    "{sample}, corrected for the size of the population", "{sample}, mit Endlichkeitskorrektur"
)


def method_sentence(method: Method, language: str) -> str:
    """By what the intervals are computed, as a sentence in `language`."""
    return _METHOD.into(language).format(
        interval=_INTERVALS[method.interval].into(language),
        method=short_method(method, language),
        df=number(method.df, language),
    )


def short_method(method: Method, language: str) -> str:
    """Linearisation or replicates, and of what: "Taylor linearisation, 15 sampling units"."""
    if method.replicates is not None:
        kind = "" if method.variance == "other" else f" ({method.variance})"
        count = number(method.replicates, language)
        return _GIVEN.into(language).format(count=count) + kind
    variance = _TAYLOR.into(language)
    if method.variance != "taylor":
        variance = _REPLICATES.into(language).format(kind=method.variance)
    sample = _ALONE.into(language)
    if method.units is not None:
        sample = _UNITS.into(language).format(units=number(method.units, language))
    if method.strata:
        strata = number(method.strata, language)
        sample = _STRATA.into(language).format(sample=sample, strata=strata)
    if method.corrected:
        sample = _CORRECTED.into(language).format(sample=sample)
    return f"{variance}, {sample}"


def word(key: str, language: str) -> str:
    """The word of that key in `language`."""
    return WORDS[key].into(language)


def sentence(note: Note, language: str) -> str:
    """The note as a sentence in `language`."""
    values = dict(note.values)
    if "adjusted" in values:
        values["adjusted"] = _ADJUSTED[values["adjusted"]].into(language)
    return NOTES[note.code].into(language).format(**values)
