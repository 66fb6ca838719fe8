"""The words that tables bring themselves: headings, reasons, notes.

A language without words of its own gets the English ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.tables.table import Method, Note
from rundfrage.text import Text, number


def _text(english: str, german: str, arabic: str) -> Text:
    return Text((("en", english), ("de", german), ("ar", arabic)))


TOTAL = _text("Total", "Gesamt", "الإجمالي")
WORDS: Mapping[str, Text] = {
    "answer": _text("Answer", "Antwort", "الإجابة"),
    "count": _text("Respondents", "Befragte", "المشاركون"),
    "percent": _text("Percent", "Prozent", "بالمئة"),
    "share": _text("Share, unrounded", "Anteil, ungerundet", "النسبة دون تقريب"),
    "share_of_mentions": _text(
        "Percent of mentions", "Prozent der Nennungen", "بالمئة من الاختيارات"
    ),
    "weighted_count": _text("Weighted", "Gewichtet", "مرجَّح"),
    "base": _text("Base", "Basis", "الأساس"),
    "interviews": _text("interviews", "Interviews", "مقابلات"),
    "not_asked": _text("not asked", "nicht gefragt", "لم يُسألوا"),
    "asked": _text("asked", "gefragt", "سُئلوا"),
    "answered": _text("answered", "beantwortet", "أجابوا"),
    "dont_know": _text("don't know", "weiß nicht", "لا يعرفون"),
    "refused": _text("refused", "verweigert", "رفضوا"),
    "left_blank": _text("left blank", "leer gelassen", "تركوه فارغًا"),
    "weight": _text("sum of weights", "Summe der Gewichte", "مجموع الأوزان"),
    "effective": _text("effective base", "effektive Basis", "الأساس الفعّال"),
    "mean": _text("Mean", "Mittelwert", "المتوسط"),
    "sd": _text("Standard deviation", "Standardabweichung", "الانحراف المعياري"),
    "median": _text("Median", "Median", "الوسيط"),
    "low": _text("Lowest", "Kleinster Wert", "أصغر قيمة"),
    "high": _text("Highest", "Größter Wert", "أكبر قيمة"),
    "quartile1": _text("First quartile", "Erstes Quartil", "الربيع الأول"),
    "quartile3": _text("Third quartile", "Drittes Quartil", "الربيع الثالث"),
    "nps": _text("Net promoter score", "Net Promoter Score", "صافي نقاط الترويج"),
    "mentions": _text("Mentions per respondent", "Nennungen je Befragte/n", "الاختيارات لكل مشارك"),
    "net": _text("Net", "Zusammengefasst", "مجموع"),
    "contents": _text("Contents", "Inhalt", "المحتويات"),
    "table": _text("Table", "Tabelle", "جدول"),
    "question": _text("Question", "Frage", "السؤال"),
    "notes": _text("Notes", "Hinweise", "ملاحظات"),
    "tables": _text("Tables", "Tabellen", "الجداول"),
    "variable": _text("Variable", "Variable", "المتغير"),
    "by": _text("by", "nach", "حسب"),
    "interval": _text("95% interval", "95-%-Intervall", "فترة ثقة 95%"),
    "se": _text("Standard error", "Standardfehler", "الخطأ المعياري"),
    "interval_low": _text("95%, from", "95 %, von", "95%، من"),
    "interval_high": _text("95%, to", "95 %, bis", "95%، إلى"),
    "sample_size": _text("Effective n", "Effektives n", "العدد الفعّال n"),
    "letters": _text("Above columns", "Über den Spalten", "أعلى من الأعمدة"),
    "promoters": _text("Promoters (9, 10)", "Promotoren (9, 10)", "المروّجون (9، 10)"),
    "passives": _text("Passives (7, 8)", "Passive (7, 8)", "المحايدون (7، 8)"),
    "detractors": _text("Detractors (0 to 6)", "Detraktoren (0 bis 6)", "المنتقدون (0 إلى 6)"),
}
NOTES: Mapping[str, Text] = {
    "weighted": _text(
        "Shares and means are weighted by {weight}; numbers of respondents are not.",
        "Anteile und Mittelwerte sind mit {weight} gewichtet, Zahlen von Befragten nicht.",
        "النسب والمتوسطات مرجَّحة بالمتغير {weight}، أما أعداد المشاركين فليست مرجَّحة.",
    ),
    "simulated": _text(
        "The answers are simulated. No person gave them.",
        "Die Antworten sind simuliert. Kein Mensch hat sie gegeben.",
        "الإجابات مُحاكاة ولم يقدمها أي إنسان.",
    ),
    "suppressed": _text(
        "· A base under {threshold}, or one that would reveal such a base, is not shown.",
        "· Eine Basis unter {threshold} oder eine, die eine solche verriete, wird nicht gezeigt.",
        "· لا يُعرض أساس أقل من {threshold} ولا أساس يكشف مثله.",
    ),
    "small": _text(
        "In brackets: a base under {limit}.",
        "In Klammern: eine Basis unter {limit}.",
        "بين قوسين: أساس أقل من {limit}.",
    ),
    "overlapping": _text(
        "The columns overlap: respondents could choose several of them.",
        "Die Spalten überschneiden sich: Befragte konnten mehrere wählen.",
        "الأعمدة متداخلة: كان يمكن للمشاركين اختيار أكثر من واحد منها.",
    ),
    "mentions": _text(
        "Several answers were possible; percentages are of respondents and may exceed 100.",
        "Mehrere Antworten waren möglich; Prozente beziehen sich auf Befragte und können "
        "zusammen mehr als 100 ergeben.",
        "كان يمكن اختيار أكثر من إجابة؛ والنسب من المشاركين وقد يزيد مجموعها على 100.",
    ),
    "letters": _text(
        "Letters name the columns that a figure lies above: lower case from 5%, upper case from "
        "1% error probability, tested by the design of the sample{adjusted}.",
        "Buchstaben nennen die Spalten, über denen eine Zahl liegt: klein ab 5 %, groß ab 1 % "
        "Irrtumswahrscheinlichkeit, geprüft nach der Anlage der Stichprobe{adjusted}.",
        "تدل الحروف على الأعمدة التي يعلوها الرقم: حرف صغير عند احتمال خطأ 5% "
        "وحرف كبير عند 1%، مختبرة وفق تصميم العينة{adjusted}.",
    ),
    "usual": _text(
        "≠ The usual z test on effective bases would have said otherwise of a column.",
        "≠ Der übliche z-Test auf effektiven Basen hätte von einer Spalte anderes gesagt.",
        "≠ كان اختبار z المعتاد على الأسس الفعّالة سيقول خلاف ذلك عن أحد الأعمدة.",
    ),
}
_ADJUSTED: Mapping[str, Text] = {
    "none": _text("", "", ""),
    "holm": _text(" and adjusted after Holm", " und nach Holm angepasst", " ومعدَّلة بطريقة هولم"),
    "BH": _text(
        " and adjusted after Benjamini and Hochberg",
        " und nach Benjamini und Hochberg angepasst",
        " ومعدَّلة بطريقة بنجاميني وهوخبرغ",
    ),
}
_INTERVALS: Mapping[str, Text] = {
    "logit": _text("logit for shares", "Logit für Anteile", "لوجيت للنسب"),
    "wald": _text("Wald for shares", "Wald für Anteile", "فالد للنسب"),
    "arcsine": _text("arcsine for shares", "Arkussinus für Anteile", "جيب القوس للنسب"),
    "beta": _text(
        "Korn and Graubard for shares", "Korn und Graubard für Anteile", "كورن وغراوبارد للنسب"
    ),
    "wilson": _text("Wilson for shares", "Wilson für Anteile", "ويلسون للنسب"),
}
_METHOD = _text(
    "95% confidence intervals ({interval}, t for means): {method}, {df} degrees of freedom.",
    "95-%-Konfidenzintervalle ({interval}, t für Mittelwerte): {method}, {df} Freiheitsgrade.",
    "فترات ثقة 95% ({interval}، وتوزيع t للمتوسطات): {method}، درجات الحرية: {df}.",
)
_TAYLOR = _text("Taylor linearisation", "Taylor-Linearisierung", "التقريب الخطي لتايلور")
_REPLICATES = _text("{kind} replicates", "{kind}-Replikate", "عينات مكررة {kind}")
_GIVEN = _text("{count} replicate weights", "{count} Replikatgewichte", "أوزان مكررة عددها {count}")
_UNITS = _text("{units} sampling units", "{units} Auswahleinheiten", "وحدات معاينة عددها {units}")
_ALONE = _text(
    "respondents drawn one by one", "Befragte einzeln gezogen", "مشاركون سُحبوا فردًا فردًا"
)
_LINEAR = _text("{variance}, {sample}", "{variance}, {sample}", "{variance}، {sample}")
_STRATA = _text(
    "{sample} in {strata} strata",
    "{sample} in {strata} Schichten",
    "{sample} في طبقات عددها {strata}",
)
_CORRECTED = _text(
    "{sample}, corrected for the size of the population",
    "{sample}, mit Endlichkeitskorrektur",
    "{sample}، مع تصحيح حجم المجتمع",
)
_CALIBRATED = _text(
    "{sample}, calibrated to margins",
    "{sample}, nach Kalibrierung an Randverteilungen",
    "{sample}، بعد المعايرة على التوزيعات الهامشية",
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
    if method.calibrated:
        sample = _CALIBRATED.into(language).format(sample=sample)
    return _LINEAR.into(language).format(variance=variance, sample=sample)


def word(key: str, language: str) -> str:
    """The word of that key in `language`."""
    return WORDS[key].into(language)


def sentence(note: Note, language: str) -> str:
    """The note as a sentence in `language`."""
    values = dict(note.values)
    if "adjusted" in values:
        values["adjusted"] = _ADJUSTED[values["adjusted"]].into(language)
    return NOTES[note.code].into(language).format(**values)
