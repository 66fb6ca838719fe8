"""How rows begin that stand below the answers and are nobody's: totals and notes, by language."""

from __future__ import annotations

import re

from rundfrage.dataset.words.vocabulary import fold, listed
from rundfrage.patterns import pattern

TOTALS = listed(
    "total|totals|grand total|sum|subtotal|sub-total|overall|overall total|column total|mean"
    "|average|avg|median|std|std dev|std. dev|standard deviation|count|all respondents|base|valid n"
    "|min|minimum|max|maximum|sd|s.d|se|variance|range|missing|sum of all",
    "summe|ergebnis|gesamt|gesamtsumme|insgesamt|zwischensumme|mittelwert|durchschnitt|anzahl|mittel"
    "|standardabweichung|alle befragten|gesamtergebnis|stabw|stdabw|ø|varianz|spannweite|fehlend",
    "total général|somme|ensemble|moyenne|médiane|effectif|sous-total|écart-type|écart type"
    "|variance|étendue",
    "total general|suma|promedio|media|mediana|recuento|subtotal|desviación estándar|mínimo|máximo|varianza",
    "total geral|soma|média|mediana|contagem|desvio padrão|variância",
    "totale|totale generale|somma|media|mediana|conteggio|totale complessivo|minimo|massimo|deviazione standard",
    "razem|suma|ogółem|łącznie|średnia|mediana|suma końcowa|liczba",
    "toplam|genel toplam|ortalama|ortanca|sayı|ara toplam",
    "المجموع|الإجمالي|المجموع الكلي|المتوسط|المعدل|اجمالي",
    "итого|всего|общий итог|сумма|среднее|медиана|количество",
    "разом|всього|усього|сума|середнє|загальний підсумок",
    "总计|合计|总和|平均|平均值|總計|合計|小计",
    "합계|총계|평균|총합|소계",
)
"""What stands in the first cell of a row that sums up those above it."""
_SUMMARIES = listed(
    "var|stdev|stddev|std error|standard error|std err|sem|mode|percent|percentage|pct|share|proportion"
    "|skewness|kurtosis|iqr|cv|row total|valid|nps|net promoter score|top box|bottom box|ci|lower ci"
    "|upper ci",
    "standardabw|std abweichung|standardfehler|prozent|anteil|modus|modalwert|schiefe|häufigkeit|mittelw"
    "|gültig|gültige|fallzahl|in prozent",
    "é-t|et|pourcentage|pourcent|mode|erreur type|nombre|part",
    "desv típ|desv tip|desv est|desv estándar|desviación típica|desviación típ|porcentaje|moda|rango"
    "|error estándar|error típico",
    "desv pad|desv padrão|dp|porcentagem|percentagem|moda|erro padrão",
    "dev std|dev standard|dev st|scarto quadratico medio|percentuale|moda|errore standard",
    "odch std|odch stand|odchylenie std|odchylenie standardowe|procent|maksimum|wariancja|dominanta"
    "|rozstęp",
    "standart sapma|std sapma|ss|yüzde|en az|en çok|maksimum|varyans|mod",
    "الانحراف المعياري|الوسيط|النسبة|النسبة المئوية|الحد الأدنى|الحد الأقصى|العدد",
    "ст откл|стд откл|стандартное отклонение|станд откл|процент|минимум|максимум|мода|дисперсия",
    "медіана|кількість|стандартне відхилення|станд відх|ст відх|відсоток|мінімум|максимум|мода|дисперсія",
    "标准差|標準差|中位数|中位數|百分比|最小值|最大值|方差|人数",
    "표준편차|중앙값|백분율|최소값|최대값|분산|빈도",
)
"""What else stands there at the end of a sheet; elsewhere some of them are answers: Mode, Part."""
_JOINTS = pattern(r"[\s._:=()/–-]+")
_JOINED = frozenset(_JOINTS.sub("", word) for word in TOTALS | _SUMMARIES)
_SHARE = pattern(
    r"%(?: ?[^\W\d].*)?|in ?%|(?:top|bottom|low)[ -]?(?:\d|two|three|box).*|[tb][1-5]b"
)
""""% male", "Top-2", "Bottom 3 box", "T2B"."""
_NOTES = listed(
    "source|sources|note|notes|filter|filters|base|n|weighting|weighted by|weight|legend|survey"
    "|exported|export|generated|created|downloaded|copyright|remark|remarks|data|date|field period",
    "quelle|quellen|anmerkung|anmerkungen|hinweis|filter|basis|stand|gewichtung|legende|erstellt"
    "|exportiert|datenquelle|feldzeit|erhebung|fußnote|bemerkung",
    "source|sources|remarque|remarques|filtre|légende|champ|exporté|note de lecture|lecture",
    "fuente|fuentes|nota|notas|filtro|leyenda|exportado",
    "fonte|fontes|nota|notas|filtro|legenda|exportado",
    "fonte|fonti|nota|note|filtro|legenda|esportato",
    "źródło|źródła|uwaga|uwagi|filtr|podstawa|legenda",
    "kaynak|kaynaklar|not|notlar|filtre|taban|dışa aktarıldı",
    "المصدر|ملاحظة|ملاحظات|تصفية|القاعدة",
    "источник|источники|примечание|примечания|фильтр|база|выгружено",
    "джерело|джерела|примітка|примітки|фільтр|база",
    "来源|数据来源|注|备注|筛选|來源|資料來源|備註",
    "출처|자료|주|비고|필터|참고",
)
_NOTE = pattern(
    rf"(?:{'|'.join(sorted(map(re.escape, _NOTES), key=lambda word: (-len(word), word)))})"
    r"(?: [^\W\d]\S*)?\s*[:：=].*|©.*|\(c\) .*|\*+ ?\D.*",
    re.DOTALL,
)


def is_total(label: str) -> bool:
    """True for "Total", "Summe:" and the like; "N" counts, and "n" is an answer."""
    word = label.rstrip(" :=.")
    return word == "N" or fold(word) in TOTALS


def is_summary(label: str) -> bool:
    """True for these, and at the end of a sheet for "Std. Dev.", "% male" and the like."""
    folded = fold(label.rstrip(" :=."))
    joined = _JOINTS.sub("", folded)
    return is_total(label) or joined in _JOINED - {""} or _SHARE.fullmatch(folded) is not None


def total_of(label: str) -> str:
    """What a folded label is the total of: "north" of "north total"; else nothing."""
    before, _, last = label.rstrip(" :=.").rpartition(" ")
    if last in TOTALS:
        return before.rstrip(" :-–")
    first, _, after = label.partition(" ")
    return after.lstrip(" -–") if first.rstrip(":") in TOTALS else ""


def is_note(label: str) -> bool:
    """True for what begins as notes do: "Source: …", "n = 120", "© …"."""
    return _NOTE.fullmatch(fold(label)) is not None
