"""Names of columns that only programs write, and of those that they write beside these.

A name that nobody gives a question needs nothing else (`hflip`, `filter_$`, `_mi_m`). Names that
questions have as well (Status, Finished) tell it where several of one program stand together.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from rundfrage.dataset.account import Certainty
from rundfrage.dataset.intake.layout import Heading, Layout, Part
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.patterns import pattern

_COMPANY = 3
"""So many names of a program show that the file is one of its exports."""
_SURE = pattern(
    # SPSS, Stata and R
    r"filter_\$|_mi_(?:m|id|miss)|_merge|_est_\w+|\.(?:imp|id)"
    # Qualtrics
    r"|(?:.*[ _.-])?(?:first|last)[ _]click|(?:.*[ _.-])?(?:page[ _]submit|click[ _]count)"
    # Unipark
    r"|external[ _]lfdn|page[ _]history|[hv]flip|output[ _]mode|quota_(?:assignment|rejected_id)"
    r"|rts\d{3,}|relative timestamp for page \d+|date[ _]of[ _](?:last[ _]access|first[ _]mail)"
    r"|participant_(?:browser(?:_version)?|os|device|brand|model|isbot|continent|country|region"
    r"|city|latitude|longitude)|dispcode|disposition code"
    # SoSci Survey
    r"|[a-z]{2}\d{2}_cp|questnnr|q_viewer|missrel|time_rsi|deg_(?:time|miss)"
    # KoboToolbox and ODK
    r"|_xform_id_string|_bamboo_dataset_id|_submission__\w+|_parent_(?:index|table_name)"
)
_TOGETHER = (
    listed(
        "StartDate|EndDate|Status|IPAddress|Progress|Duration (in seconds)|Duration__in_seconds_",
        "Finished|RecordedDate|ResponseId|RecipientLastName|RecipientFirstName|RecipientEmail",
        "ExternalReference|LocationLatitude|LocationLongitude|LocationAccuracy|DistributionChannel|UserLanguage",
        "Duration..in.seconds.|ExternalDataReference|ResponseSet",
    ),
    listed(
        "lfdn|external_lfdn|tester|dispcode|lastpage|quality|duration|page_history|hflip|vflip",
        "output_mode|javascript|flash|session_id|language|cleaned|ats|datetime|quota|browser",
        "referer|device_type|quota_assignment|quota_rejected_id|date_of_last_access|ext_host",
        "date_of_first_mail",
    ),
    listed(
        "CASE|SERIAL|REF|QUESTNNR|MODE|STARTED|LASTDATA|FINISHED|Q_VIEWER|LASTPAGE|MAXPAGE",
        "MISSING|MISSREL|TIME_RSI|TIME_SUM|MAILSENT|DEG_TIME|DEG_MISS",
    ),
    # SurveyMonkey, in its languages
    listed(
        "Respondent ID|Collector ID|Start Date|End Date|Date Created|Date Modified|IP Address"
        "|Email Address|First Name|Last Name",
        "Befragten-ID|Teilnehmer-ID|Collector-ID|Kollektor-ID|Startdatum|Enddatum|IP-Adresse"
        "|E-Mail-Adresse",
        "ID du répondant|ID de répondant|ID du collecteur|Date de début|Date de fin"
        "|Adresse IP|Adresse e-mail",
        "ID del encuestado|ID de encuestado|ID del recopilador|ID de recopilador|Fecha de inicio"
        "|Fecha de finalización|Dirección IP|Dirección de correo electrónico",
        "ID do respondente|ID do coletor|Data de início|Data de término|Data de fim"
        "|Endereço IP|Endereço de e-mail",
        "ID rispondente|ID intervistato|ID del rispondente|ID collettore|ID raccoglitore"
        "|Data di inizio|Data inizio|Data di fine|Data fine|Indirizzo IP|Indirizzo e-mail",
        "Respondent-ID|Collector-ID|Begindatum|Startdatum|Einddatum|IP-adres|E-mailadres",
        "ID respondenta|ID kolektora|Data rozpoczęcia|Data zakończenia|Adres IP|Adres e-mail",
        "Katılımcı Kimliği|Yanıtlayan Kimliği|Toplayıcı Kimliği|Başlangıç Tarihi|Bitiş Tarihi"
        "|IP Adresi|E-posta Adresi",
        "Respondent-ID|Insamlar-ID|Startdatum|Slutdatum|IP-adress|E-postadress",
    ),
)
"""What a program writes beside the answers: some of it are names that questions have as well."""
_QUESTIONS_TOO = listed(
    "status|progress|finished|quality|duration|language|cleaned|quota|browser|device_type|mode|case|ref"
    "|missing|started|tester"
)
"""Those of them, of which it is said aloud that they are taken for a program's."""


def noted_surely(name: str) -> Certainty:
    """How surely a column is a program's that is named so, folded, in a program's company."""
    return Certainty.LIKELY if name in _QUESTIONS_TOO else Certainty.SURE


@lru_cache(1 << 12)
def is_program_name(name: str) -> bool:
    """True if nobody but a program calls a column so."""
    return _SURE.fullmatch(folded(name)) is not None


def names_in_company(names: Collection[str]) -> frozenset[str]:
    """The names, folded, that are a program's since enough of its own stand beside them."""
    words = frozenset(map(folded, names))
    found = (words & some for some in _TOGETHER)
    return frozenset().union(*(some for some in found if len(some) >= _COMPANY))


def with_program_names(layout: Layout) -> Layout:
    """The layout in which no column with a program's own name is part of a question."""
    headings = [
        _alone(heading, name) if heading.group and is_program_name(name) else heading
        for heading, name in zip(layout.headings, layout.sheet.names, strict=True)
    ]
    return replace(layout, headings=headings)


def _alone(heading: Heading, name: str) -> Heading:
    return replace(heading, name=name, label=name, group="", part=Part.ANSWER)
