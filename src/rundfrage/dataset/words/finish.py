"""Words by which programs say that an interview was or wasn't finished, by language."""

from __future__ import annotations

from rundfrage.dataset.words.vocabulary import listed
from rundfrage.patterns import pattern

TURNED_AWAY = listed(
    "partial|partially completed|partially complete|partial complete|partial response|partial save"
    "|partially answered|disqualified|disqualify|screened out|screen out|screenout|screened|screen-out"
    "|terminated by logic|quota full|over quota|overquota|quota full disqualified|quota exceeded|quota closed"
    "|quotafull|not qualified|not eligible|ineligible|break off|breakoff|break-off|not completed"
    "|not complete|not finished|not submitted|drop out|dropped out|[not completed]",
    "teilweise|teilweise ausgefüllt|teilweise beantwortet|unvollständig|abgebrochen|ausgescreent"
    "|ausgefiltert|disqualifiziert|quote voll|quote erfüllt|abgewiesen|nicht abgeschlossen"
    "|nicht beendet|nicht abgeschickt|unterbrochen",
    "partiel|partielle|partiellement|partiellement rempli|disqualifié|exclu|hors quota|quota atteint"
    "|abandonné|non terminé|inachevé|incomplète|incomplet|interrompu",
    "descalificado|descalificada|cuota llena|cuota completa|incompleto|incompleta|abandonado"
    "|no completado|no finalizado|no terminado|parcialmente completado",
    "parziale|squalificato|escluso|fuori quota|incompleto|abbandonato|non completato|interrotto",
    "parcial|desqualificado|desclassificado|cota excedida|incompleto|não concluído|não finalizado",
    "częściowo|częściowa|częściowy|zdyskwalifikowany|odrzucony|niekompletny|niekompletna|przerwany"
    "|niedokończony|niezakończony",
    "kısmi|kısmen tamamlandı|elendi|diskalifiye|kota dolu|yarıda kaldı|tamamlanmadı|eksik",
    "частично|частично заполнено|не завершено|не завершена|незавершено|прервано|отсеян|скрининг"
    "|квота заполнена|не закончено",
    "частково|не завершено|незавершено|перервано|відсіяно|квоту заповнено",
    "部分完成|未完成|被甄别|甄别|配额满|配额已满|无效|不合格|中途退出|部分|未完了|스크린아웃|부분 완료|미완료|쿼터 초과|중도 포기",
    "جزئي|غير مكتمل|مستبعد|غير مؤهل|ناقص|ناتمام|رد صلاحیت|تکمیل نشده",
)
"""What stands in a column of states for a row that ends before the end, or was turned away."""
BEGUN = listed(
    "started|in progress|incomplete|ongoing|active|open|opened|draft|saved|abandoned|terminated|viewed|unfinished"
    "|suspended|expired|pending",
    "begonnen|gestartet|in bearbeitung|offen|entwurf|angefangen",
    "commencé|en cours|brouillon|iniciado|en curso|en progreso|parcial|borrador|iniziato|in corso|bozza",
    "em andamento|rascunho|rozpoczęty|w toku|başladı|devam ediyor|taslak",
    "начато|в процессе|черновик|розпочато|у процесі|чернетка|进行中|草稿|已开始|진행 중|시작됨|قيد التنفيذ|بدأ|در حال انجام",
)
"""The same where the column says of other rows that they are `ENDED`; elsewhere they may be answers."""
ENDED = listed(
    "complete|completed|finished|submitted|closed|done",
    "abgeschlossen|beendet|vollständig|komplett|fertig|abgeschickt|vollendet",
    "terminé|terminée|complet|complète|achevé|fini|soumis|completo|completa|completado|completada"
    "|finalizado|finalizada|terminado|enviado|completato|completata|terminato|concluído|concluída|enviada",
    "zakończony|zakończona|kompletny|kompletna|ukończony|ukończona|wypełniona|tamamlandı|tamamlanmış|bitti",
    "завершено|завершена|завершен|закончено|заполнено|полностью|закінчено|заповнено|повністю",
    "已完成|完成|提交|已提交|完了|완료|완료됨|제출됨|مكتمل|مكتملة|تم الإرسال|تکمیل شده|کامل",
)
FINISHES = pattern(
    r"(?:(?:is|survey|interview|response|questionnaire) ?)?(?:finished|completed?|submitted)"
    r"|abgeschlossen|beendet|vollständig|fertig|terminé|complet|achevé|completo|completado|finalizado"
    r"|terminado|completato|terminato|concluído|finalizada|zakończone|ukończone|kompletne|tamamlandı"
    r"|завершено|завершен|завершена|закінчено|已完成|是否完成|완료|مكتمل|تکمیل شده"
)
"""Names of columns that say no, folded and without marks, where somebody didn't come to the end."""
ENDS_EARLY = pattern(
    r"(?:is )?(?:partial|incomplete|screened ?out|screen ?out|disqualified|over ?quota|quota ?full|terminated ?early"
    r"|abandoned|screener ?fail(?:ed)?)|abgebrochen|ausgescreent|disqualifiziert|disqualifié|abandonné"
    r"|descalificado|incompleto|squalificato|desqualificado|zdyskwalifikowany|przerwane|прервано|未完成"
)
"""Names of columns that say yes there."""
SUBMITTED = pattern(
    r"(?:date|time) ?(?:submitted|completed)|(?:submit|submission|completion) ?(?:date|time)(?: utc)?|submitted|completed"
    r"|(?:submitted|completed|finished) ?(?:at|on)(?: utc)?|datum abgeschickt|abgeschickt am|abgeschlossen am"
    r"|fertigstellungszeit|date de soumission|soumis le|fecha de envío|hora de finalización|data di invio|data wysłania"
    r"|data de envio|gönderim tarihi|дата отправки|дата завершения|дата надсилання|提交时间|提交答卷时间|제출 시간"
)
"""Names of columns that hold when somebody sent the answers, and nothing where nobody did."""
PROGRESS = pattern(
    r"progress|fortschritt|(?:percent|%) ?complete|completion(?: ?(?:rate|percentage))?|progreso|progression|postęp"
)
"""Names of columns that hold how many percent of the way somebody went."""
LAST_PAGE = pattern(
    r"last ?page|letzte seite|dernière page|última página|ultima pagina|ostatnia strona"
)
STATES = pattern(
    r"(?:completion|finish|quota|screening|screener|panel|link|respondent|participant|session|questionnaire|case)"
    r" ?(?:status|state|type)|completion|disposition(?: ?code)?|disp ?code"
    r"|(?:abschluss|bearbeitungs|antwort|fragebogen|teilnahme|interview)-? ?status"
    r"|(?:statut|état|etat) (?:de la |du )?(?:réponse|questionnaire)|estado (?:de la |da )?(?:respuesta|resposta|encuesta)"
    r"|stato (?:della )?risposta|status (?:odpowiedzi|ankiety)|yanıt durumu|статус (?:ответа|анкеты|відповіді)"
    r"|答题状态|问卷状态|응답 상태|حالة الاستجابة"
)
"""Names of columns of states besides those that also know of test runs; see rows.py."""
