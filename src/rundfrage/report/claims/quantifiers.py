"""Finds words that say how many people without a number: "die meisten", "hardly anyone".

What is harmless stays: "vor allem", "am meisten", "alle Felder", "a bus for everyone", "the most
important". "Alle" and "all" count before people and before what people do, nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rundfrage.text import main_part


def _any(words: str) -> str:
    return rf"(?:{'|'.join(words.split())})"


_GERMAN_PEOPLE = _any(
    r"Befragte[nrs]? Teilnehmende[nr]? Teilnehmer(?:innen|n)? Antwortende[nr]? Menschen? Leuten? "
    r"Personen? Partner(?:innen|n)? Mitgliede?r?n? Nutzer(?:innen|n)? Nutzende[nr]? Frauen? "
    r"Männern? Mann Bürger(?:innen|n)? Einwohner(?:innen|n)? Kund(?:en|innen) Beschäftigte[nr]? "
    r"Mitarbeitende[nr]? Mitarbeiter(?:innen|n)? Studierende[nr]? Studenten Schüler(?:innen|n)? "
    r"Lehrkräfte Eltern Kindern? Jugendliche[nr]? Erwachsene[nr]? Haushalten? Familien? "
    r"Fahrgästen? Gästen? Wähler(?:innen|n)? Patient(?:en|innen) Anwohner(?:innen|n)?"
)
_GERMAN_DO = _any(
    "sind waren haben hatten wollen wollten finden fanden sagen sagten meinen meinten nutzen "
    "nutzten kennen kannten fahren fuhren möchten wünschen wünschten können konnten stimmen "
    "stimmten halten hielten sehen sahen glauben glaubten bewerten bewerteten loben lobten "
    "fühlen fühlten leben wohnen arbeiten antworteten"
)
_GERMAN_DOES = _any(
    "ist war hat hatte will wollte findet fand sagt sagte meint meinte nutzt nutzte kennt kannte "
    "fährt fuhr möchte wünscht kann konnte stimmt stimmte hält hielt sieht sah glaubt bewertet "
    "lobt fühlt lebt wohnt arbeitet antwortete"
)
_KIND = r"(?:[^\W\d_]+e[nr]? )?"
_ALONE = rf"(?! {_KIND}(?-i:[A-ZÄÖÜ]))"
"""No noun follows."""
_GERMAN_NEARLY = "(?:fast|beinahe|nahezu|annähernd|praktisch|so gut wie|kaum)"
_GERMAN = (
    r"(?<!am )meisten",
    r"(?:die|den|der) wenigsten",
    r"nur (?:sehr |ganz )?wenige[nr]?",
    rf"{_GERMAN_NEARLY} (?:alle[nr]?|jede[mnr]?|niemande?[mn]?|keine[mnr]?|eine[mnr]?|wer){_ALONE}",
    rf"{_GERMAN_NEARLY} (?:alle[nr]?|jede[mnr]?|keine?[mnr]?|eine?[mnr]?) {_KIND}{_GERMAN_PEOPLE}",
    r"kaum jemande?[mn]?",
    r"niemande?[mn]?",
    r"(?:überwiegende?[nr]?|mehrheitlich|größtenteils|grösstenteils|großteils|ausnahmslos)",
    r"(?:einstimmig|einhellig|großteil|grossteil|gros der|bruchteil)",
    rf"(?:alle[nr]?|jede[mnr]?|keine[nr]?) {_KIND}{_GERMAN_PEOPLE}",
    rf"alle {_GERMAN_DO}",
    rf"{_GERMAN_DO} alle{_ALONE}",
    rf"(?:jede[r]?|keine[r]?) {_GERMAN_DOES}",
    r"jede[mnr]? (?-i:Zweiten?|Dritten?|Vierten?|Fünften?|Zehnten?)",
)
_ENGLISH_PEOPLE = _any(
    "people respondents? persons? participants? partners? members? users? m[ae]n wom[ae]n "
    "citizens? residents? customers? employees? students? pupils? teachers? parents? children "
    "child adults? households? famil(?:y|ies) passengers? riders? guests? voters? patients? "
    "neighbours? colleagues? staff"
)
_ENGLISH_DO = _any(
    "are were have had want wanted find found say said think thought use used know knew like "
    "liked would can could agree agreed see saw believe believed feel felt live work go went "
    "travel rate rated praise praised answered"
)
_ENGLISH = (
    r"(?<!the )(?<!at )most of(?! all\b| the (?:time|day|year|week|month|way|rest|work)\b)",
    rf"(?<!the )(?<!at )most (?:[^\W\d_]+ )?{_ENGLISH_PEOPLE}",
    rf"(?<!the )(?<!at )most {_ENGLISH_DO}",
    r"(?:almost|nearly|virtually|practically) (?:all(?! the (?:time|day|year|week|way)\b)|none)",
    r"(?:almost|nearly|virtually|practically) every(?:one|body)",
    rf"(?:almost|nearly|virtually|practically) every {_ENGLISH_PEOPLE}",
    r"(?:hardly|scarcely|barely) (?:anyone|anybody)",
    rf"(?:hardly|scarcely|barely) any {_ENGLISH_PEOPLE}",
    r"(?:nobody|no one|no-one)",
    r"(?<!for )(?<!to )(?<!with )(?<!thank )(?:everyone|everybody)(?! who\b)",
    rf"none of (?:them|us|those|(?:the |our )?(?:[^\W\d_]+ )?{_ENGLISH_PEOPLE})",
    rf"(?:all|every|no) (?:the |our )?(?:[^\W\d_]+ )?{_ENGLISH_PEOPLE}",
    r"all of (?:them|us|those)",
    rf"all {_ENGLISH_DO}",
    r"(?:very few|only a few|only few|the fewest|the bulk of)",
    rf"(?<!a )few {_ENGLISH_PEOPLE}",
    rf"(?<!a )few {_ENGLISH_DO}",
    r"(?:predominantly|overwhelmingly|unanimously|mostly)",
)
QUANTIFIERS: Mapping[str, re.Pattern[str]] = {
    language: re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)
    for language, ways in {"de": _GERMAN, "en": _ENGLISH}.items()
}
"""What says how many people, by language."""


def quantifiers(words: str, language: str) -> Iterator[tuple[int, int]]:
    """Where such words begin and end."""
    known = QUANTIFIERS.get(main_part(language))
    if known is not None:
        yield from (match.span() for match in known.finditer(words))
