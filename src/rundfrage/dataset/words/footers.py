"""How rows begin that stand below the answers and are nobody's: totals and notes, by language."""

from __future__ import annotations

import re

from rundfrage.dataset.words.vocabulary import fold, listed

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
    """True for "Total", "Summe:" and the like; "N" counts, and "n" is an answer."""
    word = label.rstrip(" :=.")
    return word == "N" or fold(word) in TOTALS


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
