"""Tables of how many people gave each answer, and rows that are there twice: doubted."""

import csv

import pandas as pd
import pytest

from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.edits import beside

PARTIES = [("red", 41), ("green", 30), ("blue", 22), ("none of them", 7)]


def write(path, names, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *rows])
    return path


def of_rows(path):
    """The doubts about rows, with what settles them."""
    return [(str(one.found), str(one.settle)) for one in read_dataset(path).account.doubts
            if one.rows]  # fmt: skip


def tabled(path):
    return [one for one, _ in of_rows(path) if one.startswith("Each row holds another answer")]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Answer", "Number of responses"), ("Answer", "Responses"), ("Option", "No. of votes"),
        ("Antwort", "Anzahl der Antworten"), ("Partei", "Stimmen"), ("Antwort", "Häufigkeit"),
        ("Réponse", "Effectif"), ("Réponse", "Nombre de réponses"), ("Réponse", "Nb de citations"),
        ("Respuesta", "Número de respuestas"), ("Respuesta", "Frecuencia"),
        ("Risposta", "Numero di risposte"), ("Odpowiedź", "Liczba odpowiedzi"),
        ("Odpowiedź", "Liczebność"), ("Yanıt", "Kişi sayısı"), ("Yanıt", "Sayı"),
        ("Antwoord", "Aantal"), ("Antwoord", "Aantal respondenten"), ("Resposta", "Contagem"),
        ("الإجابة", "العدد"), ("الإجابة", "عدد الإجابات"), ("Ответ", "Количество ответов"),
        ("Відповідь", "Кількість"), ("Svar", "Antal svar"),
    ],
)  # fmt: skip
def test_answers_with_how_often_they_were_given_are_a_table(tmp_path, first, name):
    path = write(tmp_path / "a.csv", [first, name, "%"],
                 [(word, count, f"{count} %") for word, count in PARTIES])  # fmt: skip
    assert len(tabled(path)) == 1
    beside(path).write_text(f'[columns."{name}"]\nuse = "weight"\n', encoding="utf-8")
    assert tabled(path) == []


@pytest.mark.parametrize(
    "total", ["Total", "Gesamt", "Summe", "Razem", "Toplam", "Totale", "المجموع"]
)
@pytest.mark.parametrize(
    "words", [["North", "South", "East", "West"], ["18-24", "25-34", "35-60", "75+"]]
)
def test_sums_of_the_columns_beside_them_are_a_table(tmp_path, total, words):
    counts = [(12, 8), (30, 0), (7, 19), (4, 4)]
    rows = [(word, one, two, one + two) for word, (one, two) in zip(words, counts, strict=True)]
    path = write(tmp_path / "a.csv", ["Region", "Yes", "No", total], rows)
    ((found, settle),) = of_rows(path)
    assert found.startswith("Each row holds another answer")
    beside(path).write_text(f'[columns."{total}"]\nsure = true\n', encoding="utf-8")
    assert of_rows(path) == []
    assert settle.endswith("sure = true.")


@pytest.mark.parametrize(
    "name", ["%", "Prozent", "Percent", "Pourcentage", "Procent", "Yüzde", "in %"]
)
@pytest.mark.parametrize("shares", [["41%", "30%", "22%", "7%"], [41.3, 30.2, 21.4, 7]])
def test_shares_of_a_whole_are_a_table(tmp_path, name, shares):
    rows = zip((word for word, _ in PARTIES), shares, strict=True)
    assert len(tabled(write(tmp_path / "a.csv", ["Which?", name], rows))) == 1


def test_people_with_numbers_are_no_table(tmp_path):
    two = [(w, a, n) for (w, _), (a, n) in zip(
        PARTIES, [(34, 2), (51, 0), (28, 1), (60, 3)], strict=True)]  # fmt: skip
    for names, rows in {
        ("Town", "Age", "How many children?"): two,
        ("Name", "German", "Maths", "Total"): [(*one, sum(one[1:])) for one in two],
        ("person", "n"): [one[:2] for one in two],
        ("Comment", "Share of meat (%)"): [("a", 10), ("b", 20), ("c", 90), ("d", 5)],
        ("Comment", "Percent"): [("a", 10), ("b", 20), ("c", 90), ("d", 5)],
        ("code", "Total"): [(f"K{n}", n * 7) for n in range(8)],
        ("Region", "Yes", "No", "Cars"): [("N", 1, 2, 3), ("S", 2, 2, 4), ("E", 0, 2, 2)],
        ("Region", "Yes", "No", "Total"): [("N", 1, 2, 3), ("S", 2, 2, 5), ("E", 0, 2, 2)],
        ("Region", "Number of visits"): [("N", 1), ("S", 2), ("E", 5)],
        ("Wohnort", "Anzahl Kinder"): [("N", 1), ("S", 2), ("E", 5)],
        ("Ville", "Nombre d'enfants"): [("N", 1), ("S", 2), ("E", 5)],
        ("Town", "Responses"): [("N", 1), ("S", 2), ("N", 5)],
        # Organisations that say how many they are, and answer.
        ("Firm", "Anzahl Personen", "Satisfied"): [
            ("A", 10, "yes"), ("B", 25, "no"), ("C", 7, "yes"), ("D", 31, "yes")],
        ("Club", "Responses", "How was it?"): [
            ("A", 10, "good"), ("B", 25, "bad"), ("C", 7, "good"), ("D", 31, "bad")],
    }.items():  # fmt: skip
        assert tabled(write(tmp_path / "a.csv", names, rows)) == [], names


def people(n, *, tokens=True):
    return [[*([f"{1000 + at * 37}"] if tokens else []), 18 + at * 29 % 61, "abcdefg"[at * 5 % 7],
             at * at % 11, "xyz"[at % 3], at * 17 % 23] for at in range(n)]  # fmt: skip


NAMES = ["number", "age", "town", "rating", "way", "hours"]
COPIES = "repeat others cell by cell"


@pytest.mark.parametrize(("start", "count"), [(0, 5), (17, 9), (48, 2), (0, 60)])
def test_people_who_are_there_twice_are_doubted(tmp_path, start, count):
    rows = people(60)
    path = write(tmp_path / "a.csv", NAMES, rows + rows[start : start + count])
    ((found, _),) = of_rows(path)
    assert found.startswith(f"{count} rows {COPIES}")
    beside(path).write_text("[file]\nsure = true\n", encoding="utf-8")
    assert of_rows(path) == []


def test_so_is_a_block_of_rows_without_any_number(tmp_path):
    rows = people(60, tokens=False)
    pasted = write(tmp_path / "a.csv", NAMES[1:], rows[:30] + rows[4:14] + rows[30:])
    assert [found for found, _ in of_rows(pasted)] == [
        f"10 rows {COPIES}, and were counted as well."
    ]
    assert of_rows(write(tmp_path / "b.csv", NAMES[1:], rows)) == []


@pytest.mark.trial
@pytest.mark.parametrize("ending", [".xlsx", ".parquet", ".dta"])
def test_copies_are_found_in_every_format(tmp_path, ending):
    rows = people(40)
    frame = pd.DataFrame(rows + rows[3:8], columns=NAMES)
    path = tmp_path / f"a{ending}"
    match ending:
        case ".xlsx":
            frame.to_excel(path, index=False)
        case ".parquet":
            frame.to_parquet(path)
        case _:
            frame.to_stata(path, write_index=False)
    assert [found for found, _ in of_rows(path)] == [f"5 rows {COPIES}, and were counted as well."]


def test_people_who_answered_alike_are_different_people(tmp_path):
    ticks = [[at % 2, at // 2 % 2, at * at % 3 % 2] for at in range(24)]
    straight = [[2, 2, 2, 2] if at % 3 else [1 + at % 5, 3, 1 + at % 4, 2] for at in range(60)]
    few = [[18 + at * 29 % 61, "ab"[at % 2], 1 + at * 7 % 5] for at in range(60)]
    once = [[18 + at % 23, *row[1:]] for at, row in enumerate(people(60, tokens=False))]
    once.append(once[7])
    for names, rows in (
        ("a,b,c", ticks), ("a,b,c,d", straight), ("a,b,c,d", sorted(straight)),
        ("age,sex,mark", few), ("age,sex,mark", sorted(few)), ("a,b,c,d,e", once),
        ("a,b,c,d,e", [["", "", "", "", one] for one in range(30)]),
    ):  # fmt: skip
        path = write(tmp_path / "a.csv", names.split(","), rows)
        assert [one for one, _ in of_rows(path) if COPIES in one or "repeats" in one] == [], names


@pytest.mark.parametrize("name", ["E-Mail", "email address", "Adresse e-mail", "kontakt"])
def test_addresses_that_come_twice_are_people_who_do(tmp_path, name):
    def doubted(different):
        rows = [(f"p{at % different}@example.org", 18 + at * 29 % 61) for at in range(60)]
        return [one for one, _ in of_rows(write(tmp_path / "a.csv", [name, "age"], rows))]

    for different in (59, 50, 31):
        assert doubted(different) == [
            f"60 rows name only {different} respondents; each row was counted as one."
        ]
    # Those of interviewers come up again and again.
    assert doubted(60) == doubted(4) == doubted(12) == []


@pytest.mark.parametrize("name", ["ID", "Respondent ID", "Teilnehmer-Nr", "participant"])
def test_one_number_of_a_person_that_comes_twice_is_doubted(tmp_path, name):
    rows = [(4000 + 13 * (at % 58), 18 + at * 29 % 61) for at in range(60)]
    ((found, _),) = of_rows(write(tmp_path / "a.csv", [name, "age"], rows))
    assert found == "60 rows name only 58 respondents; each row was counted as one."
    assert of_rows(write(tmp_path / "a.csv", [name, "age"], rows[:58])) == []
