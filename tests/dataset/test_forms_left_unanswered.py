"""What forms, panels and archives write where a question wasn't answered, in every language."""

import numpy as np
import pandas as pd
import pytest

from rundfrage.codebook import Missing, Study, VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.labels import by_labels
from rundfrage.dataset.labelled import Labelled
from rundfrage.text import EMPTY

PROMPTS = (
    "-- Select --", "Please choose...", "bitte wählen", "Sélectionnez", "Seleccione una opción",
    "Selecione…", "Scegli un'opzione", "- wybierz -", "Lütfen seçiniz", "اختر", "Выберите ответ",
    "Оберіть варіант", "请选择", "선택하세요", "لطفاً انتخاب کنید",
    "(空)", "[keine Antwort]", "Refusal*",
)  # fmt: skip
NOT_SHOWN = (
    "[Not Displayed]", "Question not asked in this country", "nicht gefragt (Filter)",
    "question non posée dans ce pays", "no se preguntó en este país", "вопрос не задавался",
    "该国未询问", "이 국가에서 질문하지 않음", "در این کشور پرسیده نشد", "bu ülkede sorulmadı",
)  # fmt: skip
APPLIES_NOT = {
    "ja|nein": "entfällt", "oui|non": "s.o.", "yes|no": "Not applicable", "sí|no": "no aplica",
    "да|нет": "не применимо", "tak|nie": "nie dotyczy", "sì|no": "non applicabile",
    "evet|hayır": "uygulanamaz", "예|아니오": "해당 없음", "sim|não": "não se aplica",
}  # fmt: skip


def read(folder, columns, said=""):
    path = folder / "a.csv"
    cut = {name: words.split("|") for name, words in columns.items()}
    frame = {name: [words[n % len(words)] for n in range(60)] for name, words in cut.items()}
    pd.DataFrame({"person": [1000 + 7 * n for n in range(60)], **frame}).to_csv(path, index=False)
    (folder / "a.codebook.toml").write_text(said, encoding="utf-8")
    return read_dataset(path)


def labelled(labels, **measures):
    """What columns with these labels are, each of whose codes comes again and again."""
    columns = []
    for name, words in labels.items():
        said = {float(code): word for code, word in words.items()}
        codes = np.array([*said] * 20)
        blank = np.zeros(len(codes), np.int8)
        measure = measures.get(name, "nominal")
        columns.append(Labelled(name, "", codes[:60], blank[:60], said, measure=measure))
    return by_labels(columns, (), Study("", EMPTY), "a.sav")


def missing(dataset, column):
    (found,) = (one.missing for one in dataset.account.entries if one.column == column)
    return [word for word, _ in found]


def codes(dataset, name):
    return {int(one.value): one.reason for one in dataset.codebook[name].missing}


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


def test_what_forms_leave_is_no_answer_in_any_language(tmp_path):
    words = (*PROMPTS, *NOT_SHOWN)
    dataset = read(tmp_path, {f"way {n}": f"Bus|Tram|{word}" for n, word in enumerate(words)})
    assert [missing(dataset, f"way {n}") for n in range(len(words))] == [[word] for word in words]
    shown = {why for n in range(len(PROMPTS), len(words)) for why in reasons(dataset, f"way {n}")}
    assert shown == {Missing.NOT_ASKED}


def reasons(dataset, name):
    return {one.reason for one in dataset.codebook[name].missing}


def test_beside_yes_and_no_what_does_not_apply_is_no_answer(tmp_path):
    columns = {f"q{n}": f"{pair}|{word}" for n, (pair, word) in enumerate(APPLIES_NOT.items())}
    dataset = read(tmp_path, columns)
    assert [missing(dataset, name) for name in columns] == [[one] for one in APPLIES_NOT.values()]
    assert {why for name in columns for why in reasons(dataset, name)} == {Missing.NOT_ASKED}


def test_beside_two_poles_of_a_scale_nothing_offered_is_an_answer(tmp_path):
    columns = {
        "q1": "Agree|Disagree|I have no opinion|Rather not say",
        "q2": "zufrieden|unzufrieden|betrifft mich nicht",
        "q3": "important|not important|hard to say",
        "q4": "Yes|No|Don't know",
        "q5": "Male|Female|Prefer not to say",
    }
    dataset = read(tmp_path, columns)
    assert [len(missing(dataset, name)) for name in columns] == [2, 1, 0, 0, 0]


def test_beside_other_answers_what_does_not_apply_is_doubted_until_it_is_said(tmp_path):
    columns = {"way": "Bus|Tram|Walk|Not applicable", "done": "Done|Half|skipped"}
    dataset = read(tmp_path, columns)
    assert "“Not applicable” was read as an answer" in doubts(dataset, "way")[0]
    assert missing(dataset, "done") == ["skipped"]
    assert "may be an answer" in doubts(dataset, "done")[0]
    said = (
        '[columns.way]\nmissing = {"Not applicable" = "not_asked"}\n[columns.done]\nmissing = {}\n'
    )
    dataset = read(tmp_path, columns, said)
    assert (missing(dataset, "way"), missing(dataset, "done")) == (["Not applicable"], [])
    assert doubts(dataset, "way") == doubts(dataset, "done") == []


@pytest.mark.parametrize(
    "words", ["Done|Skipped", "Answered|Unanswered", "DK|RF|SE|FR|NO", "No response needed|Call"]
)
def test_honest_answers_stay(tmp_path, words):
    assert missing(read(tmp_path, {"q": words}), "q") == []


def test_abbreviations_of_interviewers_tell_each_other(tmp_path):
    columns = {"one": "Bus|Tram|DK", "two": "Bus|Tram|DK|RF|INAP"}
    dataset = read(tmp_path, columns)
    assert (missing(dataset, "one"), len(missing(dataset, "two"))) == ([], 3)


def test_alone_in_cells_of_several_answers_they_are_none(tmp_path):
    dataset = read(tmp_path, {
        "way": "Bus|Tram|Bus; Tram|Tram; Walk|Walk|keine Angabe|Weiß nicht",
        "why": "Price|Time|Price; Time|Time; Don't know|Price; Habit|Don't know|Habit",
        "who": "Ann|Bob|Ann; Bob|Bob; Eve|Eve|Don't know;|Ann; Eve",
    })  # fmt: skip
    assert sorted(missing(dataset, "way")) == ["Weiß nicht", "keine Angabe"]
    assert (missing(dataset, "why"), missing(dataset, "who")) == ([], ["Don't know"])
    assert len(dataset.codebook["who"].categories) == 3
    said = '[columns.way]\nmissing = {"keine Angabe" = "refused"}\n'
    again = read(tmp_path, {"way": "Bus|Tram|Bus; Tram|Tram; Bus|keine Angabe|Weiß nicht"}, said)
    assert missing(again, "way") == ["keine Angabe"]


def test_codes_behind_a_gap_say_what_their_labels_say():
    labels = {
        "vote": {1: "Yes", 2: "No", 7: "INAP", 8: "DK", 9: "RF"},
        "many": {0: "none", 1: "one", 2: "more", 96: "Question not asked in this country"},
        "party": {1: "Red", 2: "Blue", 97: "Spoilt vote", 98: "Don´t know", 99: "Refusal*"},
        "plan": {1: "Red", 2: "Blue", 3: "Don't know"},
    }  # fmt: skip
    dataset = labelled(labels)
    dont_know, refused, not_asked = Missing.DONT_KNOW, Missing.REFUSED, Missing.NOT_ASKED
    assert codes(dataset, "vote") == {7: not_asked, 8: dont_know, 9: refused}
    assert codes(dataset, "many") == {96: not_asked}
    assert codes(dataset, "party") == {98: dont_know, 99: refused}
    assert codes(dataset, "plan") == {}


LEVELS = {1: "First", 2: "Second", 3: "Third"}
AGREEMENT = {1: "agree", 2: "neither", 3: "disagree"}
WAYS = {1: "Bus", 2: "Tram", 3: "Walk"}


def test_where_measures_were_chosen_nominal_words_are_no_scale_in_silence():
    labels = {"class": LEVELS, "view": AGREEMENT, "way": WAYS, "rank": WAYS}
    chosen = labelled(labels, rank="ordinal")
    assert chosen.codebook["class"].type is VariableType.CATEGORICAL
    assert [one.code for one in chosen.codebook["class"].categories] == [1, 2, 3]
    assert chosen.codebook["view"].type is VariableType.ORDINAL
    assert doubts(chosen, "view") == [
        "The file says nominal, and its labels are the steps of a scale."
    ]
    program = labelled(labels)
    assert (doubts(program, "view"), len(doubts(program, "class"))) == ([], 1)
