"""The words of the dossier in English and German; other languages get the English ones."""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.text import Text


def _both(english: str, german: str) -> Text:
    return Text((("en", english), ("de", german)))


WORDS: Mapping[str, Text] = {
    "title": _both("Weighting", "Gewichtung"),
    "summary": _both("At a glance", "Auf einen Blick"),
    "respondents": _both("Respondents", "Befragte"),
    "with_weight": _both("With a weight above zero", "Mit einem Gewicht über null"),
    "unanswered": _both("Left out for a missing answer", "Ohne Antwort weggelassen"),
    "outside": _both("Left out because their target is zero", "Weggelassen, da ihr Ziel null ist"),
    "method": _both("Method", "Verfahren"),
    "rake": _both(
        "Raking (iterative proportional fitting; Deming and Stephan 1940)",
        "Raking (iterative proportionale Anpassung; Deming und Stephan 1940)",
    ),
    "rake_bounded": _both(
        "Raking within bounds (calibration; Deville and Särndal 1992)",
        "Raking in Schranken (Kalibrierung; Deville und Särndal 1992)",
    ),
    "poststratify": _both("Post-stratification", "Nachschichtung"),
    "linear": _both(
        "Linear calibration (Deville and Särndal 1992)",
        "Lineare Kalibrierung (Deville und Särndal 1992)",
    ),
    "logit": _both(
        "Logit calibration (Deville and Särndal 1992)",
        "Logit-Kalibrierung (Deville und Särndal 1992)",
    ),
    "base": _both("Base weights", "Ausgangsgewichte"),
    "equal": _both("none (1 for everybody)", "keine (alle 1)"),
    "bounds": _both("Bounds of the ratio to the base weight", "Schranken zum Ausgangsgewicht"),
    "trimming": _both("Trimmed to", "Gestutzt auf"),
    "trimmed": _both(
        "{low} to {high} times the mean: {raised} raised, {lowered} lowered, {moved} of all weight "
        "moved",
        "{low}- bis {high}-faches Mittel: {raised} angehoben, {lowered} gesenkt, {moved} des "
        "Gewichts bewegt",
    ),
    "range": _both("{low} to {high}", "{low} bis {high}"),
    "converged": _both("Rounds until all targets were met", "Runden bis zu allen Zielen"),
    "furthest": _both(
        "Largest deviation from a target (points)", "Größte Abweichung vom Ziel (Punkte)"
    ),
    "least": _both("Smallest and largest weight", "Kleinstes und größtes Gewicht"),
    "design_effect": _both("Design effect (Kish)", "Designeffekt (Kish)"),
    "effective": _both("Effective n", "Effektives n"),
    "margins": _both("Margins before and after", "Randverteilungen vorher und nachher"),
    "category": _both("Category", "Kategorie"),
    "n": _both("n", "n"),
    "before": _both("Before", "Vorher"),
    "target": _both("Target", "Ziel"),
    "after": _both("After", "Nachher"),
    "mean_weight": _both("Mean weight", "Mittleres Gewicht"),
    "deff": _both("Design effect", "Designeffekt"),
    "sum": _both(
        "The figures given sum to {sum}; they were scaled to 100 %.",
        "Die gegebenen Zahlen ergeben {sum}; sie wurden auf 100 % gebracht.",
    ),
    "counted": _both(
        "The targets are counts of {sum} people.", "Die Ziele sind Zahlen von {sum} Personen."
    ),
    "kept": _both(
        "{n} respondents gave no answer. They keep the share that their base weights give them; "
        "the shares above are of those who answered.",
        "{n} Befragte gaben keine Antwort. Sie behalten den Anteil ihrer Ausgangsgewichte; die "
        "Anteile oben gelten für jene mit Antwort.",
    ),
    "dropped": _both(
        "{n} respondents gave no answer and have a weight of zero.",
        "{n} Befragte gaben keine Antwort und haben das Gewicht null.",
    ),
    "collapsed": _both("Joined categories", "Zusammengelegte Kategorien"),
    "none_joined": _both(
        "No categories were joined.", "Es wurden keine Kategorien zusammengelegt."
    ),
    "convergence": _both("Convergence", "Konvergenz"),
    "rounds": _both("How far the targets were after each round", "Abstand zu den Zielen je Runde"),
    "round": _both("Round", "Runde"),
    "missed": _both("Largest deviation (points)", "Größte Abweichung (Punkte)"),
    "distribution": _both("Distribution of the weights", "Verteilung der Gewichte"),
    "quantiles": _both("Quantiles", "Quantile"),
    "quantile": _both("Share of respondents below", "Anteil der Befragten darunter"),
    "weight": _both("Weight", "Gewicht"),
    "classes": _both("Weights by class", "Gewichte in Klassen"),
    "by": _both("What the weights cost, by group", "Was die Gewichte kosten, nach Gruppen"),
    "everybody": _both("Everybody", "Alle"),
    "how": _both("How to read this", "Wie dies zu lesen ist"),
    "kish": _both(
        "The design effect after Kish, n · Σw² / (Σw)², is how much the variance of a mean grows "
        "because weights differ; the effective n is n divided by it. Weights have the mean 1.",
        "Der Designeffekt nach Kish, n · Σw² / (Σw)², sagt, um wie viel die Varianz eines "
        "Mittelwerts durch ungleiche Gewichte wächst; das effektive n ist n geteilt durch ihn. Die "
        "Gewichte haben das Mittel 1.",
    ),
    "open": _both(
        "The survey was open to everybody. Weights bring it to these margins and do no more: "
        "nothing follows for other properties, and there is no margin of error.",
        "Die Umfrage stand allen offen. Gewichte bringen sie auf diese Randverteilungen und sonst "
        "nichts: Für andere Merkmale folgt daraus nichts, und es gibt keine Fehlerspanne.",
    ),
    "after_trimming": _both(
        "Trimming came last, so that the margins after weighting may differ from their targets.",
        "Gestutzt wurde zuletzt; die Randverteilungen können daher von den Zielen abweichen.",
    ),
    "simulated": _both(
        "The answers are simulated. No person gave them.",
        "Die Antworten sind simuliert. Kein Mensch hat sie gegeben.",
    ),
    "page": _both("Page", "Seite"),
}
LANGUAGES = ("en", "de")


def word(key: str, language: str, **values: str) -> str:
    """The word of that key in `language`, its gaps filled."""
    return WORDS[key].into(language).format(**values)
