"""Words that say what the rows and columns of a sheet are: test runs, people, how often; by language."""

from __future__ import annotations

from rundfrage.dataset.words.vocabulary import fold, listed
from rundfrage.patterns import pattern

STATES = pattern(
    r"status|response ?(?:type|status|state)|survey ?(?:mode|status)|interview ?(?:mode|type|status)|mode"
    r"|distribution ?channel|validation status|review ?state|state|tester|(?:is )?test(?: ?(?:data|run|response"
    r"|interview|mode))?|(?:is )?preview|modus|antworttyp|teststatus|testmodus|testlauf|etat|état|statut|estado"
    r"|stato|durum|статус|状态|狀態|상태|وضعیت|الحالة"
)
"""Names of the columns in which programs note what sort of run a row is, folded, without marks."""
_TESTS = listed(
    "survey preview|preview|survey test|test|tests|testing|spam|survey preview spam|pretest|pre-test"
    "|admin|debug|developer|test response|test data|test run|test interview|test mode|dry run"
    "|not approved|validation status not approved|rejected|deleted|duplicate|possible duplicate"
    "|possible spam|offline survey preview|offline preview|training|practice|demo",
    "vorschau|testlauf|testinterview|testdaten|testantwort|testmodus|probelauf|abgelehnt|gelöscht"
    "|schulung|pretest|dublette|duplikat",
    "aperçu|essai|prévisualisation|rejeté|supprimé|non approuvé|doublon",
    "vista previa|prueba|rechazado|eliminado|no aprobado|duplicado|anteprima|prova|respinto"
    "|eliminato|non approvato|pré-visualização|teste|rejeitado|excluído|não aprovado",
    "podgląd|odrzucony|usunięty|próba|önizleme|deneme|reddedildi|silindi|onaylanmadı",
    "тест|предпросмотр|спам|отклонено|удалено|тестовый|перегляд|відхилено|видалено|тестовий",
    "预览|测试|已拒绝|已删除|垃圾|預覽|測試|미리보기|테스트|거부됨|삭제됨|스팸",
    "معاينة|اختبار|مرفوض|محذوف|پیش نمایش|آزمایشی|رد شده|حذف شده",
)
_YES = listed("1|yes|true|ja|oui|sí|si|sim|tak|evet|да|так|是|예|نعم|بله")
_ASKS_TEST = pattern(
    r"tester|(?:is )?(?:test (?:data|run|response|interview)|preview)|is test|testlauf"
)
PEOPLE = listed(
    "person|persons|people|respondent|respondents|participant|subject|interviewee|interview|case|r"
    "|response|resp|student|member|p",
    "teilnehmer|teilnehmerin|befragter|befragte|proband|fall|fragebogen|tn|vp",
    "personne|répondant|participant|sujet|persona|participante|encuestado|sujeto|intervistato"
    "|partecipante|pessoa|entrevistado|osoba|respondent|uczestnik|kişi|katılımcı",
    "человек|респондент|участник|особа|учасник|респондентка|受访者|参与者|人|응답자|참가자|شخص|نفر",
)
"""How columns are called that are a person each, before a number."""
QUESTIONS = listed(
    "question|questions|item|items|variable|indicator|frage|fragen|aussage|merkmal|pregunta|ítem"
    "|domanda|pergunta|pytanie|soru|вопрос|питання|问题|問題|문항|질문|سؤال"
)
COUNTS = listed(
    "count|counts|n|freq|freq.|frequency|frequencies|number of respondents|respondents|cases"
    "|number of people|tally|total",
    "anzahl|häufigkeit|häufigkeiten|fälle|nennungen|anz|anz.|h|absolut|anzahl befragte",
    "effectif|effectifs|nombre|fréquence|conteo|frecuencia|recuento|cantidad|frequenza|conteggio"
    "|frequência|contagem|liczba|liczebność|częstość|sayı|adet|frekans|sıklık",
    "количество|частота|число|кількість|чисельність|数量|人数|频数|人數|數量|빈도|인원|العدد|التكرار"
    "|تعداد|فراوانی",
)
"""Headings above how often the answers beside them were given."""
_GIVEN = (
    "responses?|answers?|respondents?|participants?|people|persons|cases|votes|mentions|replies|interviews"
    "|antworten|befragte[nr]?|teilnehmer\\w*|personen|fälle|stimmen|nennungen|rückmeldungen|interviews"
    "|réponses?|répondant\\w*|personnes|participants?|citations|votants"
    "|respuestas|encuestad\\w+|personas|participantes|menciones|votos|casos"
    "|risposte|rispondenti|intervistati|persone|partecipanti|voti|casi"
    "|respostas|respondentes|inquiridos|pessoas"
    "|antwoorden|respondenten|deelnemers|personen|stemmen"
    "|odpowiedzi|respondentów|osób|głosów|wskazań|ankiet"
    "|yanıt\\w*|cevap\\w*|katılımcı\\w*|kişi|oy|ответ\\w*|респондент\\w*|человек|голос\\w*"
    "|відповід\\w*|людей|الإجابات|الردود|المشاركين|الأشخاص|الأصوات|پاسخ‌?ها|نفر|svar|respondenter"
)
_HOW_MANY = (
    "(?:total )?(?:number|count|no|total|sum)(?: of)?|anzahl(?: der)?|zahl der|summe(?: der)?|häufigkeit(?: der)?"
    "|(?:nombre|nb|effectif|total)(?: des?| d)?|(?:número|numero|nº|total|cantidad|recuento)(?: de| di| das| dos)?"
    "|(?:numero|totale|conteggio)(?: di| delle| dei)?|aantal|antal|liczba|ilość|suma|toplam"
    "|(?:количество|число|кол во|кількість|число)|عدد|تعداد|العدد"
)
_HOW_OFTEN = pattern(
    rf"(?:{_HOW_MANY}) (?:{_GIVEN})|(?:responses?|answers?|respondents?|votes?) ?(?:count|total|n)?"
    rf"|(?:{_GIVEN}) (?:sayısı|count|total|gesamt|insgesamt|n)|(?:absolute|abs) (?:häufigkeit|zahl|frequency)"
    r"|(?:count|anzahl|effectif|freq|frequency|häufigkeit|total) n|n count|aantal|antal|frequentie|ilość"
    r"|fréquences|quantité|quantidade|número|nº|totaal|głosy|stimmen|nennungen|voti|votos|voix|oy"
)
PERCENT = listed(
    "%|in %|en %|w %|percent|per cent|percentage|percentages|pct|share|proportion|% of responses|% of total",
    "prozent|in prozent|prozentsatz|anteil|anteil in|anteile|pourcentage|pourcentages|pour cent|proportion|part",
    "porcentaje|porcentajes|proporción|percentuale|percentuali|quota|porcentagem|percentagem|proporção",
    "percentages|aandeel|procent|odsetek|udział|yüzde|oran|yüzdesi|процент|проценты|доля|відсоток|частка",
    "النسبة|النسبة المئوية|نسبة|درصد|百分比|比例|占比|비율|퍼센트|andel",
)
"""Headings above shares of a whole."""
MEASURED = listed(
    "nominal|ordinal|interval|ratio|scale|metric|continuous|discrete|categorical|binary|dichotomous|numeric"
    "|numerical|quantitative|qualitative|text|textual|string|date|boolean|integer|float|identifier",
    "nominal|ordinal|metrisch|verhältnis|verhältnisskala|intervall|intervallskala|nominalskala|ordinalskala"
    "|stetig|diskret|kategorial|dichotom|numerisch|textuell|datum|freitext",
    "nominale|ordinale|intervalle|rapport|métrique|continue|discrète|catégorielle|binaire|numérique"
    "|textuelle|texte|quantitative|qualitative",
    "ordinal|intervalo|razón|métrica|continua|discreta|categórica|binaria|numérica|texto|fecha|cuantitativa"
    "|cualitativa",
    "intervallo|rapporto|categorica|numerica|testo|testuale|quantitativa|qualitativa|razão|contínua"
    "|quantitativo|qualitativo",
    "nominaal|ordinaal|interval|ratio|metrisch|continu|discreet|categorisch|numeriek|tekst|tekstueel|datum",
    "nominalna|porządkowa|przedziałowa|ilorazowa|ilościowa|jakościowa|liczbowa|tekstowa|isimsel|sıralı|aralık"
    "|oran|sayısal|metin",
    "номинальная|порядковая|интервальная|шкала отношений|количественная|качественная|числовая|текст"
    "|номінальна|порядкова|інтервальна|кількісна|якісна",
    "名义|定类|定序|定距|定比|连续|分类|文本|名義|順序|명목|순서|등간|비율|서열|اسمي|ترتيبي|فئوي|نسبي|اسمی|ترتیبی|فاصله‌ای|نسبی",
)
"""Levels of measurement and kinds of data, in a row that says how each column was measured."""
SAID_AGAIN = listed(
    "value|values|code|codes|coded|label|labels|text|copy|numeric|numerical|num|number|recoded|raw|string",
    "wert|werte|etikett|beschriftung|kopie|numerisch|codiert|kodiert|valeur|libellé|étiquette|numérique|copie",
    "valor|etiqueta|texto|código|copia|numérico|valore|etichetta|codice|testo|rótulo|numerico|cópia",
    "wartość|etykieta|kod|kopia|tekst|waarde|label|değer|etiket|kopya|metin|значение|метка|код|копия|значення|мітка",
    "值|代码|标签|編碼|標籤|값|코드|라벨|القيمة|الرمز|مقدار|کد|برچسب",
)
"""What stands behind the name of a column that says again what another one says."""
TERMS_OF_MEASUREMENT = pattern(
    r"nomin|ordin|metri|métri|categ|catég|kategor|dichotom|interval|intervall|numeri|continuous|discrete|porządk"
    r"|przedzia|номин|поряд|интерв|категор|числов|количеств|isimsel|sıralı|名义|有序|定类|定序|明目|서열|اسمي|ترتيبي"
)
"""How those of them begin, folded, that are answers to hardly any question."""
_MARKS = pattern(r"[\W_]+")


def plain(name: str) -> str:
    """A name folded, with blanks for all marks in it."""
    return _MARKS.sub(" ", fold(name)).strip()


def is_how_often(name: str) -> bool:
    """True for a heading above numbers of how many people gave each answer."""
    return plain(name) in COUNTS or _HOW_OFTEN.fullmatch(plain(name)) is not None


def is_test(column: str, word: str) -> bool:
    """True if a cell of a column of that name says that the row is no interview."""
    if fold(word) in _TESTS or plain(word) in _TESTS:
        return True
    return plain(word) in _YES and _ASKS_TEST.fullmatch(plain(column)) is not None
