"""What a column is for besides being an answer: an identifier, a weight, or what a program noted.

It is told by its name, by how unique its cells are, and by what they hold. Such columns stay
variables, that weigh, cluster or link; tables and reports leave them out unless they are named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from rundfrage.codebook import Use
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import parsed_number
from rundfrage.dataset.intake.counted_moments import are_timed
from rundfrage.dataset.intake.dates import read_dates
from rundfrage.dataset.intake.persons_named import MAIL, are_mails, persons_repeated
from rundfrage.dataset.intake.program_names import is_program_name, noted_surely
from rundfrage.dataset.intake.quantities import asks_amount
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.telephones import are_telephones
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern


def _names(*rows: str) -> re.Pattern[str]:
    """Any of these names; ~ stands for blanks, dots, underscores and hyphens, or for nothing."""
    return pattern("|".join(f"(?:{row})" for row in rows).replace("~", "[ ._-]*"))


_WHO = (
    "(?:respondent|response|record|submission|case|participant|interview|person|subject|user"
    "|student|teilnehmer|befragten|fall|antwort|worker|panelist|member|household)"
)
_IDENTIFIERS = _names(
    f"{_WHO}?~(?:ids?|uuid|guid|nr|no|num|number|nummer|key|code|token|kennung|identifier)\\.?",
    "_?(?:id|uuid|index|submission__id|instance_?id|instancename|rowid|row|caseid)|_index|_id",
    "case|lfdn|lfd\\.? ?nr\\.?|token|seed|external_?reference|externaldatareference|serial|ser",
    "meta[/_]?instanceid|external|dispcode|last|lastpage|startlanguage|refurl|rnd|tester|quality",
    "rts\\d*|ref|refer|rid|seqn|seqno|registro|folio",
    "n[uú]mero de (?:registro|folio|cuestionario|encuesta)|fragebogennummer",
    "num[eé]ro de (?:r[eé]pondant|questionnaire)|numer (?:ankiety|respondenta)",
    "номер (?:анкеты|респондента)|anket no|序号|編號|编号",
    "id (?:respondenta|(?:du|de) r[eé]pondant|del? encuestado|do respondente|(?:del )?rispondente)"
    "|(?:katilimci|yanitlayan) kimliği",
)
_PERSONS = _names(
    "(?:respondent|participant|person|subject|teilnehmer|befragten|response|interview|case)"
    "~(?:ids?|nr|no|number|nummer|code)|respondent|participant|subject|_?id|uuid",
)
"""Names of columns that tell one person from another, so that nobody stands there twice."""
_FEWEST_PERSONS = 10
_CLOCKED = "(?:~\\(?(?:in~)?(?:ms|s|secs?|seconds?|sekunden|mins?|minutes?|minuten)\\)?)?"
"""The unit in which programs say how long somebody took."""
_NOTED = _names(
    "(?:start|end|completion|submission|submit|submitted|created|updated|modified|recorded|begin"
    "|started|ended|finished|last (?:action|update|modified|access)|interview)?~"
    "(?:date|time|timestamp|datetime|stamp|datum|zeit|zeitstempel|at)(?: ?\\((?:utc|gmt.*)\\))?",
    "startdate|enddate|recordeddate|starttime|endtime|submitdate|datestamp|submissiontime",
    "start|end|today|_submission_time|_submitted_by|_status|_tags|_notes|_validation_status",
    "__?version__?|deviceid|subscriberid|simid|phonenumber|username|audit|_attachments?",
    "horodateur|marca temporal|informazioni cronologiche|zaman damgası|sygnatura czasowa",
    "ip~address|ipaddress|ip|ipaddr|ip-adresse|user ?agent|browser|operating system",
    "(?:response|survey|completion|collector|user)~(?:type|status|language|source)",
    "device(?: type)?",
    "status|progress|finished|total~time|interview~time|temps total|tiempo total|tempo total"
    "|gesamtzeit|czas całkowity|toplam süre|общее время|total de temps",
    "(?:referr?ing|referr?er|source) url|response~set",
    "(?:.* [-–] )?seq(?:uence)?~(?:#|no\\.?|number)",
    "(?:[a-z]{2}-)*fl_\\d+\\w*|zufalls\\w*startwert|.*random\\w*~seed",
    "(?:(?:interview|survey|response|completion|total|page)~)?(?:duration|dauer)"
    f"{_CLOCKED}|time (?:taken|spent)(?: to complete)?{_CLOCKED}",
    "recipient ?(?:last ?name|first ?name|email)|distribution ?channel|user ?language",
    "collector ?id",
    "(?:loc(?:ation)?)?(?:latitude|longitude|lat|lon|lng)",
    "(?:gps|_?geolocation)(?:[:_./ -]?(?:coordinates?|location|position|point|\\d|lat|lon|lng))?",
    ".*[:_./ -](?:latitude|longitude)|(?:_.+_|\\S+[:-])(?:altitude|accuracy|precision)",
    "\\S*(?:gps|geo|loc|location|coordinates?)[:_./-](?:altitude|accuracy|precision)",
    "e-?mail(?: ?address)?|e-mail-adresse|first ?name|last ?name|name|full name|vorname|nachname",
    "custom data(?: \\d+)?|referr?er|network id|tags|session(?: id)?|language(?: used)?|sprache",
    "country code|grouptime\\d+|q\\d+_?time|questiontime\\d*|(?:q\\d+|fl_\\d+)\\w*_do(?:_\\d+)?",
    "randomi[sz]ation(?:~(?:\\d+|id|group|order|seed|arm|code|number|no))?",
    "(?:completed|started)(?: at)?|is[ _]?(?:complete|finished|test)|form_?id",
    "redcap_\\w+|v_\\d+_dauer|submission date|points|total points|quiz ?feedback|punktzahl|punkte",
    "score feedback.*|metadata|meta[_/.:-]\\S+|url|contact info(?:rmation)?",
)
_WEIGHTS = _names(
    "(?:\\w*[_. -])?(?:weight(?:ing|s)?|wgt|wt|wts|gewicht(?:ung)?|pond(?:eration|erador|)|peso"
    "|poids|(?:d|p|an|psp|pop|hh)weight|(?:psp|pop|d|p)?wght|finalwt|rakeweight|hhwt|perwt)"
    "(?:[_. -]?\\w{0,8})?",
)
_STRATA = _names(
    "(?:sample|design|sampling|variance|pseudo|var)?~(?:strat(?:um|a)|schicht)(?:~(?:ids?|no|nr|number|var))?"
)
_CLUSTERS = _names(
    "(?:sample|design|sampling|variance|pseudo|var)?~(?:psu|ssu|cluster|primary~sampling~unit|klumpen)"
    "s?(?:~(?:ids?|no|nr|number|var))?"
)
"""Names of columns that number the units of a sample."""
_WEIGHTS_OF = pattern(
    r"(?<![^\W_])(?:sampl\w+|survey|design|population|post-?strat\w*|equilibration|analysis|final"
    r"|person|household|non-?response|calibrat\w+|normali[sz]ed|base|national)(?:[ _-]\w+){0,2}"
    r"[ _-]weights?(?![^\W_])"
)
_MAY_WEIGH = pattern(r"w_\w+|\w+_w|\w*wgt\w*")
_WEIGHED = pattern(
    r"(?<![^\W_])(?:kgs?|kilos?|kilogram\w*|kilogramos?|lbs?|pounds?|gram(?:s|m|mes?|os?)?|g|pfund"
    r"|st|stones?|libras?|livres?|кг|body|birth|geburts\w*|körper\w*)(?![^\W_])"
)
"""What people are weighed in, and what of them; no weights of answers have a unit."""
_FORMS = pattern(r".*_complete")
_FORM_STATES = frozenset(["0", "1", "2", "incomplete", "unverified", "complete"])
_POSTAL = _names(
    "zip~(?:codes?)?|postal~codes?|post~codes?|plz|postleitzahl(?:en)?|code~postal|cap|cep",
    "c[oó]digo~postal|codice~(?:di~avviamento~)?postale|kod~pocztowy|posta~kodu|почтовый~индекс",
)
_PLACES = pattern(
    r"(?:.*[^\W_])?[ _.-]ids?|(?:.* )?(?:identifier|kennziffer|identifikator|identifiant)"
)
"""Names and labels of columns that tell groups apart: of towns, of classes, of sites."""
_MANY_PLACES = 10
_NUMBERED = pattern(
    r"(?:[^\W\d]+[ _.-]){0,3}(?:ids?|kimliği|identyfikator|identifikator|identifiant|identificador)"
    r"(?:[ _.-][^\W\d]+){0,3}"
)
"""Names that say "ID" in few words, and ask nothing."""
_POSTAL_CODE = pattern(r"(?=.*\d)[A-Za-z\d][A-Za-z\d -]{2,9}")
_MOMENT = pattern(r"(?=.*\d[/.-]\d).*\d[T, ]\s*\d{1,2}[:.]\d\d([:.]\d\d)?.*", re.DOTALL)
_TIMED = pattern(
    r"(?<![^\W_])(?:date|time|time ?stamp|datum|zeit|zeitpunkt|data|fecha|hora|heure|tarih|saat"
    r"|дата|время|started|submitted|recorded|created|updated|ended|completed)(?![^\W_])"
)
_MIDNIGHT = pattern(r".*[T ](?:0?0[:.]00([:.]00)?|12:00(:00)? ?AM)\b.*")
_LASTED = _names(
    f"minutes?|minuten|seconds?|sekunden|(?:duration|dauer){_CLOCKED}|(?:total|elapsed)~time"
)
_CLOCK = pattern(r"\d{1,3}:\d\d(?::\d\d)?")
_ADDRESS = pattern(r"\d{1,3}(\.\d{1,3}){3}|([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}", re.IGNORECASE)
_UUID = pattern(
    r"(uuid:)?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}|(?=.*[a-f])(?=.*\d)[0-9a-f]{24}",
    re.IGNORECASE,
)
"""Also the ids of panels such as Prolific: 24 digits to the base 16."""
_ROUNDED = pattern(r"\d(?:[.,]\d+)?e\+?(?:1[5-9]|[2-9]\d)", re.IGNORECASE)
"""What spreadsheets make of long digits: 1.15292E+18."""
_CODE = pattern(r"(?=.*\d)[A-Za-z]{0,6}[_-]?\d{2,}[A-Za-z0-9_-]*|[A-Za-z0-9]{8,}")
_SERIAL = pattern(r"\d{4,}[A-Za-z]{1,3}|[A-Za-z]{1,4}[-_]?\d{4,}")
_QUANTITY = pattern(
    r"(?:1\d|20)\d0s|\d+(?:er|th|eur?|euro?|usd|gbp|chf|pln|zl|tl|kr|rub|inr|k|m|mm|cm|km|mi|ft|kg|g|mg|t|lbs?"
    r"|l|ml|h|hrs?|min|sec|ms|w|kw|kwh|kb|mb|gb|tb|hz|mhz|px|kcal|cal|pm|am|ad|bc)"
    r"|(?:eur|usd|gbp|chf|rs|inr|kr|tl)[-_]?\d+|[a-z]{1,4}[-_]?(?:19|20)\d\d",
    re.IGNORECASE,
)
"""Decades, sums and measures, terms and years: "1950s", "1000EUR", "WS2019"."""
_URL = pattern(r"https?://\S+")
_PLACE = pattern(r"-?\d{1,3}\.\d{4,}([ ,;]+-?\d{1,3}\.\d{4,})?([ ,;]+-?\d+(\.\d+)?){0,2}")
_UNIQUE = 0.98
_FEWEST = 5
_MOSTLY = 0.9
_MEAN_WEIGHTS = (0.2, 5)
"""Between these lies the mean of weights that aren't made to add up to a population."""
_OFTEN = 0.6
_FEWEST_MOMENTS = 10
_LONG_NUMBER = 7
_ROUND = 0.3
_LONG = 5
"""Digits of a number that is no year."""

NOTED = message("Its name is that of what a program notes by itself.")
_UNITS = message("Its name is that of numbers of a sample's units or strata.")
_NUMBERS_PLACES = message("Its name is that of numbers of places or groups.")


@dataclass(frozen=True)
class Purpose:
    """What a column is for, and why that is thought."""

    use: Use
    why: Message
    certainty: Certainty = Certainty.SURE
    doubts: tuple[tuple[Message, Message], ...] = ()


def purpose_of(
    name: str, label: str, counts: Mapping[str, int], company: Collection[str] = ()
) -> Purpose | None:
    """What a column is for if it is no answer; `counts` are its cells with how often they stand.

    `company` are the names, folded, that a program is known to have written in this file.
    """
    words = [folded(name).rstrip(" :"), folded(label).rstrip(" :")]
    if not any(map(_WEIGHED.search, words)) and (weights := _weighing(words, counts)) is not None:
        return weights
    found = _identifying(words, counts) or _noting(words, counts, company)
    if found is not None:
        return found
    if any(_POSTAL.fullmatch(word) for word in words) and all(
        _POSTAL_CODE.fullmatch(word) for word in counts
    ):
        return Purpose(Use.ASIDE, message("It holds postal codes."))
    amounts = asks_amount(name, label)
    if not amounts and are_telephones(words, counts):
        return Purpose(Use.ASIDE, message("It holds telephone numbers."), Certainty.LIKELY)
    often = len(counts) >= max(_OFTEN * sum(counts.values()), _FEWEST_MOMENTS)
    if often and any(map(_TIMED.search, words)) and _moments(list(counts)[:200]):
        why = message("It holds moments with their time of day, as programs note them.")
        return Purpose(Use.ASIDE, why, Certainty.LIKELY)
    return _by_content(counts, amounts=amounts)


def _identifying(words: Sequence[str], counts: Mapping[str, int]) -> Purpose | None:
    """The purpose of a column that is named as those that tell people or places apart."""
    given, different = sum(counts.values()), len(counts)
    why = message("Its name is that of an identifier.")
    if any(map(_IDENTIFIERS.fullmatch, words)) and (
        different >= _MOSTLY * given or not counts or different == 1
    ):
        return Purpose(Use.ID, why)
    if any(map(_PERSONS.fullmatch, words)) and _FEWEST_PERSONS <= different < _MOSTLY * given:
        doubt = persons_repeated(given, different)
        return Purpose(Use.ID, why, Certainty.DOUBTFUL, (doubt,))
    if counts and all(map(str.isdecimal, islice(counts, 200))):
        for pattern, use in ((_STRATA, Use.STRATUM), (_CLUSTERS, Use.CLUSTER)):
            if any(map(pattern.fullmatch, words)):
                return Purpose(use, _UNITS, Certainty.LIKELY)
    if different == 1 < given and any(map(str.isdecimal, counts)) and _NUMBERED.fullmatch(words[0]):
        return Purpose(Use.ID, why, Certainty.LIKELY)
    numbered = different >= _MANY_PLACES and all(map(str.isdecimal, islice(counts, 200)))
    if numbered and any(map(_PLACES.fullmatch, words)):
        return Purpose(Use.ASIDE, _NUMBERS_PLACES, Certainty.LIKELY)
    return None


def _noting(
    words: Sequence[str], counts: Mapping[str, int], company: Collection[str]
) -> Purpose | None:
    """The purpose of a column that is named as those in which programs note something."""
    if any(map(is_program_name, words)):
        return Purpose(Use.ASIDE, NOTED)
    if words[0] in company:
        surely = Certainty.SURE if _told(counts) else noted_surely(words[0])
        return Purpose(Use.ASIDE, NOTED, surely)
    noted = any(map(_NOTED.fullmatch, words)) and _noted(counts)
    if noted or (_FORMS.fullmatch(words[0]) and {folded(word) for word in counts} <= _FORM_STATES):
        return Purpose(Use.ASIDE, NOTED, Certainty.SURE if _told(counts) else Certainty.LIKELY)
    if any(_LASTED.fullmatch(word) for word in words) and all(map(_CLOCK.fullmatch, counts)):
        return Purpose(Use.ASIDE, NOTED)
    return None


def names_persons(name: str) -> bool:
    """True if a column of that name tells one person from another."""
    return _PERSONS.fullmatch(folded(name).rstrip(" :")) is not None


def _by_content(counts: Mapping[str, int], *, amounts: bool) -> Purpose | None:
    """What a column is for by its cells; `amounts` if it is named as sums or counts are."""
    given, different = sum(counts.values()), len(counts)
    sample = list(islice(counts, 200))
    if are_mails(counts):
        sure = all(map(MAIL.fullmatch, sample))
        certainty = Certainty.SURE if sure else Certainty.LIKELY
        return Purpose(Use.ASIDE, message("It holds e-mail addresses."), certainty)
    for form, why in (
        (_ADDRESS, message("It holds addresses of computers.")),
        (_UUID, message("It holds identifiers.")),
    ):
        if sample and all(form.fullmatch(word) for word in sample):
            return Purpose(Use.ASIDE if form is not _UUID else Use.ID, why)
    if sample and all(map(_ROUNDED.fullmatch, sample)):
        why = message("It holds large numbers that a program has rounded, as of identifiers.")
        settle = message("If it identifies somebody, export it again as text.")
        return Purpose(Use.ID, why, Certainty.DOUBTFUL, ((why, settle),))
    serial = all(_SERIAL.fullmatch(word) for word in sample)
    if given >= _FEWEST and different > 1 and serial and not all(map(_QUANTITY.fullmatch, sample)):
        return Purpose(
            Use.ID, message("It holds codes such as “{code}”.", code=sample[0]), Certainty.LIKELY
        )
    if different >= _FEWEST and not amounts and _long_numbers(sample):
        why = message(
            "It holds numbers of {count} digits, as identifiers are.", count=len(sample[0])
        )
        return Purpose(Use.ID, why, Certainty.LIKELY)
    if different < max(_UNIQUE * given, _FEWEST):
        return None
    return _by_uniqueness(counts, sample, amounts=amounts)


def _moments(sample: Sequence[str]) -> bool:
    numbers = [number for word in sample if (number := parsed_number(word)) is not None]
    if len(numbers) == len(sample):
        return are_timed(numbers)
    return all(map(_MOMENT.fullmatch, sample)) and not all(map(_MIDNIGHT.fullmatch, sample))


def _long_numbers(sample: Sequence[str]) -> bool:
    """True if all are about as long, and not as round as sums of money are."""
    lengths = {len(word) for word in sample}
    if not all(map(str.isdecimal, sample)) or max(lengths) - min(lengths) > 1:
        return False
    if min(lengths) < _LONG_NUMBER:
        return False
    return sum(word.endswith("00") for word in sample) <= _ROUND * len(sample)


def _by_uniqueness(
    counts: Mapping[str, int], sample: Sequence[str], *, amounts: bool
) -> Purpose | None:
    """What a column is for in which hardly a cell comes twice."""
    if all(_PLACE.fullmatch(word) and ("," in word or " " in word) for word in sample):
        return Purpose(Use.ASIDE, message("It holds places on the map."))
    if all(_URL.fullmatch(word) for word in sample):
        return Purpose(Use.ASIDE, message("It holds addresses of pages."))
    if _counting(counts):
        return Purpose(Use.ID, message("It counts the rows."), Certainty.LIKELY)
    codes = all(_CODE.fullmatch(word) and not word.isdecimal() for word in sample)
    # Days look like codes, and so do sums with their currency.
    if codes and read_dates(sample) is None and not all(map(_QUANTITY.fullmatch, sample)):
        why = message("Everybody has a code of their own.")
        return Purpose(Use.ID, why, Certainty.LIKELY)
    # Sums of money differ as identifiers do, but people round them.
    round_ones = sum(word.endswith("0") for word in sample) > len(sample) / 2
    long = all(word.isdecimal() and len(word) == len(sample[0]) >= _LONG for word in sample)
    if long and not round_ones and not amounts:
        return Purpose(Use.ID, message("Everybody has a number of their own."), Certainty.LIKELY)
    return None


def _counting(counts: Mapping[str, int]) -> bool:
    """True if the cells are whole numbers one after the other, in the order of the rows."""
    if not all(word.isdecimal() and len(word) < 10 for word in counts):  # noqa: PLR2004
        return False
    numbers = [int(word) for word in counts]
    return all(later - one == 1 for one, later in pairwise(numbers))


def _noted(counts: Mapping[str, int]) -> bool:
    """False for what looks like the answers to a question after all: a few words often given."""
    if not counts:
        return True
    words = list(islice(counts, 200))
    worded = all(re.fullmatch(r"[^\W\d_][\w' -]*", word) for word in words)
    return (
        not worded
        or len(counts) == 1
        or max(counts.values()) <= 1
        or all(len(word.split()) == 1 for word in words)
    )


def _told(counts: Mapping[str, int]) -> bool:
    """True if the cells say too that a program noted them, or say nothing."""
    sample = list(islice(counts, 200))
    forms = (_MOMENT, _ADDRESS, MAIL, _UUID, _URL, _PLACE)
    return (
        len(counts) <= 1
        or any(all(map(form.fullmatch, sample)) for form in forms)
        or read_dates(sample) is not None
    )


def _weighing(words: Sequence[str], counts: Mapping[str, int]) -> Purpose | None:
    """The purpose of a column whose name or label says that it weighs, or may say so."""
    parts = [part for word in words for part in (word, *word.split(": "))]
    if any(map(_WEIGHTS.fullmatch, parts)):
        return _weights(counts)
    if any(map(_WEIGHTS_OF.search, parts)) or any(map(_MAY_WEIGH.fullmatch, parts)):
        found = _weights(counts)
        sure = found is not None and found.certainty is not Certainty.DOUBTFUL
        return replace(found, certainty=Certainty.LIKELY) if found is not None and sure else None
    return None


def _weights(counts: Mapping[str, int]) -> Purpose | None:
    """The purpose of a column named as weights are; None if it can't hold any."""
    cells = list(islice(zip(counts, counts.values(), strict=True), 2000))
    try:
        numbers = [(float(word.replace(",", ".")), count) for word, count in cells]
    except ValueError:
        return None
    if not numbers or min(numbers)[0] < 0 or all(number.is_integer() for number, _ in numbers):
        return None
    total = sum(count for _, count in numbers)
    mean = sum(number * count for number, count in numbers) / total
    if _MEAN_WEIGHTS[0] <= mean <= _MEAN_WEIGHTS[1]:
        why = message("Its name is that of weights, and it holds numbers.")
        return Purpose(Use.WEIGHT, why)
    why = message("Its name is that of weights, though their mean is {mean}.", mean=f"{mean:.4g}")
    return Purpose(Use.WEIGHT, why, Certainty.DOUBTFUL)
