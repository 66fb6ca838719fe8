"""How rows begin that stand below the answers and are nobody's: totals and notes, by language."""

from __future__ import annotations

import re

from rundfrage.dataset.words.vocabulary import fold, listed

TOTALS = listed(
    "total|totals|grand total|sum|subtotal|sub-total|overall|overall total|column total|mean"
    "|average|avg|median|std|std dev|std. dev|standard deviation|count|all respondents|base|valid n"
    "|min|minimum|max|maximum|sd|s.d|se|variance|var|range|missing|sum of all|stdev|stddev|std error"
    "|standard error|std err|sem|mode|percent|percentage|pct|share|proportion|skewness|kurtosis|iqr"
    "|cv|row total|valid|nps|net promoter score|top box|bottom box|ci|lower ci|upper ci",
    "summe|ergebnis|gesamt|gesamtsumme|insgesamt|zwischensumme|mittelwert|durchschnitt|anzahl|mittel"
    "|standardabweichung|alle befragten|gesamtergebnis|stabw|stdabw|ø|varianz|spannweite|fehlend"
    "|standardabw|std abweichung|standardfehler|prozent|anteil|modus|modalwert|schiefe|häufigkeit"
    "|mittelw|gültig|gültige|fallzahl|in prozent",
    "total général|somme|ensemble|moyenne|médiane|effectif|sous-total|écart-type|écart type"
    "|variance|étendue|é-t|et|pourcentage|pourcent|mode|erreur type|minimum|maximum|nombre|part",
    "total general|suma|promedio|media|mediana|recuento|subtotal|desviación estándar|mínimo|máximo|varianza"
    "|desv típ|desv tip|desv est|desv estándar|desviación típica|desviación típ|porcentaje|moda|rango"
    "|error estándar|error típico",
    "total geral|soma|média|mediana|contagem|desvio padrão|variância|desv pad"
    "|desv padrão|dp|porcentagem|percentagem|mínimo|máximo|moda|erro padrão",
    "totale|totale generale|somma|media|mediana|conteggio|totale complessivo|minimo|massimo|deviazione standard"
    "|dev std|dev standard|dev st|scarto quadratico medio|percentuale|moda|varianza|errore standard",
    "razem|suma|ogółem|łącznie|średnia|mediana|suma końcowa|liczba|odch std|odch stand"
    "|odchylenie std|odchylenie standardowe|sd|procent|minimum|maksimum|wariancja|dominanta|rozstęp",
    "toplam|genel toplam|ortalama|ortanca|sayı|ara toplam|standart sapma|std sapma|ss"
    "|yüzde|en az|en çok|minimum|maksimum|varyans|mod",
    "المجموع|الإجمالي|المجموع الكلي|المتوسط|المعدل|اجمالي"
    "|الانحراف المعياري|الوسيط|النسبة|النسبة المئوية|الحد الأدنى|الحد الأقصى|العدد",
    "итого|всего|общий итог|сумма|среднее|медиана|количество|ст откл|стд откл"
    "|стандартное отклонение|станд откл|процент|минимум|максимум|мода|дисперсия",
    "разом|всього|усього|сума|середнє|загальний підсумок|медіана|кількість"
    "|стандартне відхилення|станд відх|ст відх|відсоток|мінімум|максимум|мода|дисперсія",
    "总计|合计|总和|平均|平均值|總計|合計|小计|标准差|標準差|中位数|中位數|百分比|最小值|最大值|方差|人数",
    "합계|총계|평균|총합|소계|표준편차|중앙값|백분율|최소값|최대값|분산|빈도",
)
"""What stands in the first cell of a row that sums up those above it."""
_JOINTS = re.compile(r"[\s._:=()/–-]+")
_JOINED = frozenset(_JOINTS.sub("", word) for word in TOTALS)
_SHARE = re.compile(
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
_NOTE = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, _NOTES), key=lambda word: (-len(word), word)))})"
    r"(?: [^\W\d]\S*)?\s*[:：=].*|©.*|\(c\) .*|\*+ ?\D.*",
    re.DOTALL,
)


def is_total(label: str) -> bool:
    """True for "Total", "Std. Dev.", "% male" and the like; "N" counts, and "n" is an answer."""
    word = label.rstrip(" :=.")
    if word == "N":
        return True
    folded = fold(word)
    joined = _JOINTS.sub("", folded)
    return bool(joined) and (joined in _JOINED or _SHARE.fullmatch(folded) is not None)


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
