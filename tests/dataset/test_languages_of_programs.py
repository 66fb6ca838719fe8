"""What SurveyMonkey and Google Forms write beside the answers, in the languages that they have."""

import csv

import pytest

from rundfrage.codebook import Use
from rundfrage.dataset.files import read_dataset

SURVEYMONKEY = {
    "en": "Respondent ID|Collector ID|Start Date|End Date",
    "de": "Befragten-ID|Collector-ID|Startdatum|Enddatum",
    "fr": "ID du répondant|ID du collecteur|Date de début|Date de fin",
    "es": "ID del encuestado|ID del recopilador|Fecha de inicio|Fecha de finalización",
    "pt": "ID do respondente|ID do coletor|Data de início|Data de término",
    "it": "ID rispondente|ID collettore|Data di inizio|Data di fine",
    "nl": "Respondent-ID|Collector-ID|Begindatum|Einddatum",
    "pl": "ID respondenta|ID kolektora|Data rozpoczęcia|Data zakończenia",
    "tr": "Katılımcı Kimliği|Toplayıcı Kimliği|Başlangıç Tarihi|Bitiş Tarihi",
    "sv": "Respondent-ID|Insamlar-ID|Startdatum|Slutdatum",
}


def uses(folder, names, rows):
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *rows])
    dataset = read_dataset(folder / "a.csv")
    return [(one.name, one.use) for one in dataset.codebook.variables]


@pytest.mark.parametrize("language", SURVEYMONKEY)
@pytest.mark.parametrize("headings", [1, 2])
def test_what_surveymonkey_notes_is_no_question(tmp_path, language, headings):
    names = SURVEYMONKEY[language].split("|")
    day = [f"{1 + at % 28:02}.05.2025" for at in range(40)]
    rows = [(118_000_000 + at * 7, 4400, day[at], day[at], "abc"[at % 3]) for at in range(40)]
    below = [["", "", "", "", "Response"]] if headings > 1 else []
    found = uses(tmp_path, [*names, "How?"], [*below, *rows])
    assert [use for _, use in found[:2]] == [Use.ID, Use.ID]
    assert {use for _, use in found[2:4]} == {Use.ASIDE}
    assert [name for name, use in found if use is Use.ANSWER] == ["How?"]


@pytest.mark.parametrize("name", ["Data rozpoczęcia", "Fecha de inicio", "Bitiş Tarihi"])
def test_one_such_name_alone_may_be_a_question(tmp_path, name):
    rows = [
        (at * 7 % 41 + 20, f"{1 + at % 28:02}.0{1 + at % 9}.20{10 + at % 14}") for at in range(60)
    ]
    assert uses(tmp_path, ["age", name], rows)[1][1] is Use.ANSWER


@pytest.mark.parametrize(
    "name", ["ID kolektora", "Collector-ID", "ID de campaña", "Form ID", "Toplayıcı Kimliği"]
)
def test_one_number_everywhere_under_an_id_is_no_question(tmp_path, name):
    rows = [(4400, at * 7 % 41 + 20) for at in range(30)]
    assert [use for _, use in uses(tmp_path, [name, "age"], rows)] == [Use.ID, Use.ANSWER]
    for other in ("Collector", "Do you carry an ID card with you today?", "Humidity", "idea"):
        assert uses(tmp_path, [other, "age"], rows)[0][1] is Use.ANSWER


STAMPS = ["Tidstämpel", "Sygnatura czasowa", "Carimbo de data/hora", "Tijdstempel", "Časová značka",
          "タイムスタンプ", "타임스탬프", "时间戳记"]  # fmt: skip


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_stamp_of_google_forms_is_no_question(tmp_path, stamp):
    rows = [(f"2025/05/{1 + at % 28:02} 10:{at:02}:07", "abc"[at % 3]) for at in range(40)]
    assert [use for _, use in uses(tmp_path, [stamp, "How?"], rows)] == [Use.ASIDE, Use.ANSWER]
