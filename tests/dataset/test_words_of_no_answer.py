"""Words, marks and codes among words that say that there is no answer, and answers that look so."""

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import Missing, VariableType
from rundfrage.dataset.columns import ANSWERED
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.labelled_columns import read_column
from rundfrage.dataset.intake.labelled_missing import without_missing
from rundfrage.dataset.labelled import Labelled

FORMATS = ("csv", "xlsx", "sav")


def read(folder, form="csv", said="", **columns):
    """A file of these columns, whose answers are cut by bars and come again and again."""
    cut = {name: words.split("|") for name, words in columns.items()}
    frame = pd.DataFrame(
        {"person": [1000 + 7 * n for n in range(60)]}
        | {name: [words[n % len(words)] for n in range(60)] for name, words in cut.items()}
    )
    path = folder / f"answers.{form}"
    if form == "csv":
        frame.to_csv(path, index=False)
    elif form == "xlsx":
        frame.to_excel(path, index=False)
    else:
        pyreadstat.write_sav(frame, str(path))
    if said:
        path.with_name("answers.codebook.toml").write_text(said, encoding="utf-8")
    return read_dataset(path)


def missing(dataset, name):
    (found,) = (one.missing for one in dataset.account.entries if one.column == name)
    return sorted(word for word, _ in found)


def reasons(dataset, name):
    return {Missing(one) for one in np.unique(dataset.columns[name].reasons).tolist() if one}


def shown(dataset, name):
    return [one.label.source for one in dataset.codebook[name].categories]


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "words",
    ["Oui|Non|Sans réponse", "Tak|Nie|brak danych", "Да|Нет|нет ответа", "نعم|لا|لا إجابة",
     "Evet|Hayır|cevap yok", "Sí|No|sin respuesta", "Sì|No|nessuna risposta", "是|否|拒答",
     "Ja|Nein|k.A.", "Sim|Não|sem resposta", "Так|Ні|немає відповіді", "예|아니오|무응답",
     "Yes|No|skipped", "Yes|No|iap", "Ja|Nein|ungültig"],
)  # fmt: skip
def test_beside_yes_and_no_reasons_are_known_in_every_language(tmp_path, form, words):
    dataset = read(tmp_path, form, q=words)
    assert missing(dataset, "q") == [words.split("|")[2]]
    assert shown(dataset, "q") == words.split("|")[:2]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("words", "reason"),
    [("weiß nicht", "dont_know"), ("keine Angabe", "refused"), ("DK", "dont_know"),
     ("не знаю", "dont_know"), ("затрудняюсь ответить", "dont_know"), ("لا أعرف", "dont_know"),
     ("bilmiyorum", "dont_know"), ("trudno powiedzieć", "dont_know"), ("NSP", "dont_know"),
     ("ne sait pas", "dont_know"), ("NS/NR", "dont_know"), ("dk/na", "dont_know"),
     ("brak danych", "left_blank"), ("N/D", "left_blank"), ("..", "left_blank"),
     ("#NV", "left_blank"), ("#BEZUG!", "left_blank"), ("#ДЕЛ/0!", "left_blank"),
     ("#¡VALOR!", "left_blank"), ("#DIV/0!", "left_blank"), ("?", "dont_know"),
     ("non so", "dont_know"), ("不知道", "dont_know"), ("모름", "dont_know")],
)  # fmt: skip
def test_beside_numbers_they_leave_them_numbers(tmp_path, form, words, reason):
    dataset = read(tmp_path, form, age=f"{words}|18|{words}|33|47|52|61|{words}")
    assert dataset.codebook["age"].type is VariableType.NUMERIC
    assert missing(dataset, "age") == [words]
    assert reasons(dataset, "age") == {Missing.from_word(reason)}
    column = dataset.columns["age"]
    assert column.values[column.answered].min() == 18


def test_beside_dates_they_leave_them_dates(tmp_path):
    dataset = read(tmp_path, day="2024-03-01|2024-05-17|weiß nicht")
    assert dataset.codebook["day"].type is VariableType.DATE
    assert reasons(dataset, "day") == {Missing.DONT_KNOW}


def test_other_words_beside_numbers_are_doubted(tmp_path):
    dataset = read(tmp_path, children="1|2|3|4|keine")
    assert shown(dataset, "children")[-1] == "keine"
    assert doubts(dataset, "children") == ["Beside numbers stand words: “keine”."]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("words", "answers", "left"),
    [
        ("1. Male|2. Female|-9. Refused|-8. Don't know", "1. Male|2. Female", 2),
        ("1 - Catholic|2 - Protestant|9 - Refused", "1 - Catholic|2 - Protestant", 1),
        ("1 = gut|2 = mittel|3 = schlecht|-8 = trifft nicht zu|-9 = k.A.",
         "1 = gut|2 = mittel|3 = schlecht", 2),
        ("1 Strongly agree|2 Agree|3 Disagree|99", "1 Strongly agree|2 Agree|3 Disagree", 1),
        ("1 Agree|2 Neutral|3 Disagree|98 DK|99 Refused", "1 Agree|2 Neutral|3 Disagree", 2),
        ("Strongly agree|Agree|Disagree|97|98", "Strongly agree|Agree|Disagree", 2),
        ("1 - bad|2|3|4|5 - good|99", "1 - bad|2|3|4|5 - good", 1),
        ("Sehr gut|Gut|Schlecht|9", "Sehr gut|Gut|Schlecht", 1),
        ("Bern|Basel|Genf|-99", "Bern|Basel|Genf", 1),
    ],
)  # fmt: skip
def test_codes_among_words_are_no_answers(tmp_path, form, words, answers, left):
    dataset = read(tmp_path, form, q=words)
    assert sorted(shown(dataset, "q")) == sorted(answers.split("|"))
    assert len(missing(dataset, "q")) == left


@pytest.mark.parametrize(
    "words",
    ["18 to 24|25 to 34|35+", "DE|CY|SO|NC|BY|NR", "SPD|CDU|ungültig", "#1|#2|#3",
     "Line 7|Line 9|Line 99", "2 Personen|3 Personen", "Granted|Refused", "Present|Not available",
     "not sure|sure|very sure", "Espresso|Filter|Mocha"],
)  # fmt: skip
def test_answers_that_look_like_reasons_stay_answers(tmp_path, words):
    dataset = read(tmp_path, q=words)
    assert missing(dataset, "q") == []
    assert sorted(shown(dataset, "q")) == sorted(words.split("|"))


@pytest.mark.parametrize("words", ["Catholic|Muslim|None", "Cat|Dog|None", "Keine|Hund|Katze"])
def test_none_is_an_answer_among_others(tmp_path, words):
    dataset = read(tmp_path, q=words)
    assert sorted(shown(dataset, "q")) == sorted(words.split("|"))
    doubted = doubts(dataset, "q")
    assert bool(doubted) == ("None" in words)
    said = read(tmp_path, said="[columns.q]\nmissing = {}\n", q=words)
    assert doubts(said, "q") == []


def test_where_empty_cells_stand_beside_it_none_is_no_riddle(tmp_path):
    dataset = read(tmp_path, q="Cat|Dog|None|")
    assert "None" in shown(dataset, "q")
    assert doubts(dataset, "q") == []


@pytest.mark.parametrize("words", ["Yes|No|None", "Good|Fair|Poor|None", "18|25|None"])
def test_none_is_missing_beside_yes_a_scale_or_numbers(tmp_path, words):
    assert missing(read(tmp_path, q=words), "q") == ["None"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("signs", ["++|+|0|-|--", "+|0|-", "++|+|+/-|-|--", "+|o|–", "+++|++|+|-"])
def test_signs_are_a_rating_best_first(tmp_path, form, signs):
    dataset = read(tmp_path, form, q=signs)
    assert dataset.codebook["q"].type is VariableType.ORDINAL
    assert shown(dataset, "q") == signs.split("|")
    assert bool(doubts(dataset, "q")) == (signs == "+++|++|+|-")


def test_a_column_of_minuses_is_a_rating_beside_one(tmp_path):
    dataset = read(tmp_path, price="++|+|0|-|--", staff="-|0", seats="12|-|15")
    assert sorted(shown(dataset, "staff")) == ["-", "0"]
    assert missing(dataset, "seats") == ["-"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_other_columns_of_a_file_tell_in_every_format(tmp_path, form):
    columns = {"price": "++|+|0|-|--", "staff": "-|0", "pet": "Cat|Dog|None", "age": "18|31|None"}
    dataset = read(tmp_path, form, **columns)
    assert sorted(shown(dataset, "staff")) == ["-", "0"]
    assert missing(dataset, "pet") == ["None"]


def test_which_words_are_no_answer_can_be_said_of_every_format(tmp_path):
    for form in FORMATS:
        dataset = read(tmp_path, form, "[columns.q]\nmissing = {}\n", q="Bern|Genf|NA|k.A.")
        assert sorted(shown(dataset, "q")) == ["Bern", "Genf", "NA", "k.A."]


@pytest.mark.parametrize("cell", [";", "; ", ",", ";;"])
def test_separators_alone_are_no_answer(tmp_path, cell):
    dataset = read(tmp_path, q=f"A; B|A|B|A; C|C|{cell}|B; C|A; B; C")
    assert dataset.codebook["q"].type is VariableType.MULTIPLE
    assert missing(dataset, "q") == [cell.strip()]
    assert reasons(dataset, "q") == {Missing.LEFT_BLANK}


def labelled(labels, values):
    column = Labelled(
        "q", "Q", np.array(values * 10, np.float64), np.zeros(10 * len(values), np.int8), labels
    )
    return read_column(without_missing(column, ())).variable


def test_the_codes_below_zero_beside_a_known_one_are_missing():
    labels = {-1.0: "keine Angabe", -2.0: "trifft nicht zu", 1.0: "Never", 5.0: "Always"}
    found = labelled({**labels, -5.0: "Fragebogen A"}, [-5, -1, -2, 1, 2, 3, 4, 5])
    assert {one.value: one.reason for one in found.missing} == {
        -1.0: Missing.REFUSED, -2.0: Missing.NOT_ASKED, -5.0: Missing.LEFT_BLANK,
    }  # fmt: skip
    assert [one.code for one in found.categories] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "labels",
    [
        {-2.0: "very bad", -1.0: "bad", 0.0: "neither", 1.0: "good", 2.0: "very good"},
        {-1.0: "worse", 0.0: "same", 1.0: "better"},
        {-9.0: "Refused", -1.0: "worse", 0.0: "same", 1.0: "better"},
    ],
)
def test_the_other_half_of_a_scale_stays_whatever_stands_below_it(labels):
    steps = {value: words for value, words in labels.items() if words != "Refused"}
    found = labelled(labels, [*labels])
    assert sorted(one.code for one in found.categories) == sorted(map(int, steps))


@pytest.mark.parametrize(
    ("yes", "no", "word"),
    [
        ("Yes", "No", "Declined to answer"),
        ("Yes", "No", "(empty)"),
        ("Yes", "No", ".a"),
        ("Sim", "Não", "Recusa-se a responder"),
        ("igen", "nem", "nincs válasz"),
        ("Man", "Kvinna", "Uppgift saknas"),
        ("Ja", "Nej", "ubesvaret"),
        ("Ja", "Nei", "ikke besvart"),
        ("Mies", "Nainen", "ei vastausta"),
        ("áno", "nie", "neuvedené"),
        ("Ναι", "Όχι", "δεν απάντησε"),
    ],
)
def test_words_of_no_answer_in_more_languages(tmp_path, yes, no, word):
    dataset = read(tmp_path, q=f"{yes}|{no}|{yes}|{no}|{word}", z="a|b|c|d")
    assert [one.label.source for one in dataset.codebook["q"].categories] == [yes, no]
    assert int((dataset.columns["q"].reasons == ANSWERED).sum()) == 48
    (entry,) = (one for one in dataset.account.entries if one.column == "q")
    assert entry.missing == ((word, 12),)
