"""The names of months and weekdays, in the order of the calendar, by language."""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.dataset.words.vocabulary import fold

_MONTHS = (
    (
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug"
        " september|sep|sept october|oct november|nov december|dec"
    ),
    (
        "januar|jänner|jan februar|feber|feb märz|mär|mrz april|apr mai juni|jun juli|jul august|aug"
        " september|sept|sep oktober|okt november|nov dezember|dez"
    ),
    (
        "janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept"
        " octobre|oct novembre|nov décembre|déc"
    ),
    (
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago"
        " septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic"
    ),
    (
        "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago"
        " setembro|set outubro|out novembro|nov dezembro|dez"
    ),
    (
        "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago"
        " settembre|set ottobre|ott novembre|nov dicembre|dic"
    ),
    (
        "styczeń|stycznia|sty luty|lutego|lut marzec|marca|mar kwiecień|kwietnia|kwi maj|maja"
        " czerwiec|czerwca|cze lipiec|lipca|lip sierpień|sierpnia|sie wrzesień|września|wrz"
        " październik|października|paź listopad|listopada|lis grudzień|grudnia|gru"
    ),
    (
        "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl"
        " ekim|eki kasım|kas aralık|ara"
    ),
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    (
        "январь|января|янв февраль|февраля|февр|фев март|марта|мар апрель|апреля|апр май|мая"
        " июнь|июня|июн июль|июля|июл август|августа|авг сентябрь|сентября|сент|сен"
        " октябрь|октября|окт ноябрь|ноября|нояб|ноя декабрь|декабря|дек"
    ),
    (
        "січень|січня|січ лютий|лютого|лют березень|березня|бер квітень|квітня|квіт травень|травня|трав"
        " червень|червня|черв липень|липня|лип серпень|серпня|серп вересень|вересня|вер"
        " жовтень|жовтня|жовт листопад|листопада|лист грудень|грудня|груд"
    ),
    (
        "一月|1月 二月|2月 三月|3月 四月|4月 五月|5月 六月|6月 七月|7月 八月|8月 九月|9月 十月|10月"
        " 十一月|11月 十二月|12月"
    ),
    "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    (
        "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep"
        " oktober|okt november|nov december|dec"
    ),
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
)
_WEEKDAYS = (
    (
        "monday|mon|mondays tuesday|tue|tues|tuesdays wednesday|wed|wednesdays thursday|thu|thur|thurs"
        "|thursdays friday|fri|fridays saturday|sat|saturdays sunday|sun|sundays"
    ),
    (
        "montag|mo|montags dienstag|di|dienstags mittwoch|mi|mittwochs donnerstag|do|donnerstags"
        " freitag|fr|freitags samstag|sonnabend|sa|samstags sonntag|so|sonntags"
    ),
    "lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam dimanche|dim",
    "lunes|lun martes|mar miércoles|mié jueves|jue viernes|vie sábado|sáb domingo|dom",
    (
        "segunda-feira|segunda|seg terça-feira|terça|ter quarta-feira|quarta|qua quinta-feira|quinta|qui"
        " sexta-feira|sexta|sex sábado|sáb domingo|dom"
    ),
    "lunedì|lun martedì|mar mercoledì|mer giovedì|gio venerdì|ven sabato|sab domenica|dom",
    "poniedziałek|pon wtorek|wt środa|śr czwartek|czw piątek|pt sobota|sob niedziela|niedz|nd",
    "pazartesi|pzt salı|sal çarşamba|çar perşembe|per cuma|cum cumartesi|cmt pazar|paz",
    "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "понедельник|пн вторник|вт среда|ср четверг|чт пятница|пт суббота|сб воскресенье|вс",
    "понеділок|пн вівторок|вт середа|ср четвер|чт пʼятниця|п'ятниця|пт субота|сб неділя|нд",
    (
        "星期一|周一|礼拜一 星期二|周二|礼拜二 星期三|周三|礼拜三 星期四|周四|礼拜四 星期五|周五|礼拜五"
        " 星期六|周六|礼拜六 星期日|星期天|周日|礼拜日"
    ),
    "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za zondag|zo",
    "دوشنبه سه‌شنبه|سه‌شنبه چهارشنبه پنجشنبه|پنج‌شنبه جمعه شنبه یکشنبه",
)


def _numbered(row: str) -> Mapping[str, int]:
    """The names of a row with their places, from 1; those of one place are cut by bars."""
    return {
        fold(name): place for place, names in enumerate(row.split(), 1) for name in names.split("|")
    }


MONTHS = tuple(map(_numbered, _MONTHS))
"""The number of each month by its names, a table for each language and calendar."""
WEEKDAYS = tuple(map(_numbered, _WEEKDAYS))
"""The number of each weekday by its names: 1 for Monday."""
# The last table's calendar is another, whose first month is in our March.
_MONTH_NAMED: Mapping[str, int] = {name: at for table in MONTHS[:-1] for name, at in table.items()}


def month_named(name: str) -> int:
    """The number of a month by a name or abbreviation in any of the languages; 0 for none."""
    return _MONTH_NAMED.get(fold(name).rstrip("."), 0)
