"""Questions that ask who somebody is are warned of, and questions about opinions are not."""

from pathlib import Path

import pytest

from rundfrage.fieldwork.published import ready
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.identity import check_identity
from rundfrage.questionnaire.checks.personal import VOCABULARIES, Identifier, identifier_asked
from rundfrage.questionnaire.checks.uniqueness import check_uniqueness
from rundfrage.questionnaire.json.form import from_json, to_json
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.respond.pages.pages import compile_pages
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.text import Text

ASKED = {
    "en": {
        Identifier.NAME: ("Name", "Your name:", "First name, surname (optional)", "Who are you?",
                          "What is your full name?", "Please tell us your name and address."),
        Identifier.ADDRESS: ("Home address", "Please enter your address here.",
                             "How can we reach you?"),
        Identifier.EMAIL: ("E-mail", "If you like, leave your e-mail address.",
                           "Under which e-mail address may we send you the results?"),
        Identifier.PHONE: ("Mobile number", "What's your phone number?"),
        Identifier.BIRTH_DATE: ("Date of birth", "When were you born?"),
        Identifier.NUMBER: ("Staff number", "What is your student ID?", "Customer number:"),
        Identifier.ACCOUNT: ("IBAN", "Please give us your bank details."),
        Identifier.INSURANCE: ("Your health insurance number",),
        Identifier.PLATE: ("What is your number plate?", "Licence plate"),
    },
    "de": {
        Identifier.NAME: ("Name", "Ihr Name:", "Vor- und Nachname (freiwillig)", "Wie heißen Sie?",
                          "Wie lautet Ihr Name?", "Würden Sie uns Ihren Namen verraten?",
                          "Wenn Sie nicht anonym bleiben möchten, nennen Sie Ihren Namen."),
        Identifier.ADDRESS: ("Anschrift", "Straße, Hausnummer", "Wie können wir Sie erreichen?",
                             "Bitte geben Sie Ihre private Adresse an."),
        Identifier.EMAIL: ("E-Mail-Adresse", "Ihre E-Mail (freiwillig)",
                           "Tragen Sie Ihre Mailadresse ein, wenn Sie die Ergebnisse möchten.",
                           "Unter welcher E-Mail-Adresse dürfen wir Ihnen schreiben?"),
        Identifier.PHONE: ("Telefonnummer", "Unter welcher Handynummer erreichen wir Sie?"),
        Identifier.BIRTH_DATE: ("Geburtsdatum", "Wann sind Sie geboren?"),
        Identifier.NUMBER: ("Personalnummer", "Bitte Ihre Matrikelnummer angeben",
                            "Wie ist Ihre Kundennummer?"),
        Identifier.ACCOUNT: ("IBAN", "Ihre Bankverbindung"),
        Identifier.INSURANCE: ("Krankenversichertennummer", "Ihre Versichertennummer:"),
        Identifier.PLATE: ("Kfz-Kennzeichen", "Wie lautet das Kennzeichen? Ihr Autokennzeichen:"),
    },
    "fr": {
        Identifier.NAME: ("Nom et prénom", "Comment vous appelez-vous ?", "Quel est votre nom ?"),
        Identifier.EMAIL: ("Veuillez indiquer votre adresse e-mail", "Courriel"),
        Identifier.BIRTH_DATE: ("Votre date de naissance :",),
        Identifier.NUMBER: ("Numéro d'étudiant", "Matricule"),
    },
    "pl": {
        Identifier.NAME: ("Imię i nazwisko", "Jak się nazywasz?", "Proszę podać swoje imię"),
        Identifier.EMAIL: ("Adres e-mail",),
        Identifier.NUMBER: ("PESEL", "Numer albumu"),
    },
    "ru": {
        Identifier.NAME: ("ФИО", "Как вас зовут?", "Укажите, пожалуйста, ваше имя"),
        Identifier.PHONE: ("Номер телефона", "Ваш телефон"),
        Identifier.BIRTH_DATE: ("Дата рождения",),
    },
    "uk": {
        Identifier.NAME: ("Прізвище та ім’я", "Як вас звати?"),
        Identifier.EMAIL: ("Вкажіть вашу електронну пошту",),
    },
    "tr": {
        Identifier.NAME: ("Adınız Soyadınız", "Adınız nedir?", "Ad Soyad"),
        Identifier.EMAIL: ("Lütfen e-posta adresinizi yazınız",),
        Identifier.NUMBER: ("TC kimlik numarası", "Öğrenci numaranız"),
    },
    "ar": {
        Identifier.NAME: ("الاسم", "ما اسمك؟", "يرجى كتابة اسمك الكامل"),
        Identifier.PHONE: ("رقم الهاتف",),
        Identifier.BIRTH_DATE: ("تاريخ الميلاد",),
    },
    "fa": {
        Identifier.NAME: ("نام و نام خانوادگی", "لطفاً نام خود را بنویسید"),
        Identifier.EMAIL: ("ایمیل",),
        Identifier.NUMBER: ("کد ملی",),
    },
}  # fmt: skip

HONEST = {
    "en": (
        "How do you like the name of our town?",
        "Which name should the new bridge have?",
        "What do you think of your name being printed on your door?",
        "What bothers you about having to give your name at the desk?",
        "Name the three most important tasks.",
        "Please don't give your name.",
        "How could our address book be better?",
        "What is your address book missing?",
        "Why do you use e-mail?",
        "How often do we call you?",
        "Whom would you name as a role model?",
        "What should this meeting address?",
        "What would you like to tell us?",
        "What is your team's biggest success?",
    ),
    "de": (
        "Wie gefällt Ihnen der Name unserer Stadt?",
        "Welchen Namen soll die neue Brücke haben?",
        "Bitte nennen Sie keine Namen und nichts, woran man Sie erkennt.",
        "Was stört Sie daran, dass Sie Ihren Namen angeben müssen?",
        "Warum nutzen Sie Ihre E-Mail-Adresse so selten?",
        "Welche Vorteile hat Ihre Adresse?",
        "Nennen Sie drei wichtige Aufgaben.",
        "Was verbinden Sie mit dem Namen unseres Hauses?",
        "Wie oft rufen wir Sie an?",
        "Was ist das Kennzeichen guter Arbeit?",
        "Wie finden Sie es, dass die Personalnummer auf dem Ausweis steht?",
        "Was spricht aus Ihrer Sicht dafür oder dagegen?",
        "Was sollte Ihnen das Bündnis außerdem bringen?",
    ),
    "fr": ("Que pensez-vous du nom de notre ville ?", "Ne donnez aucun nom."),
    "pl": ("Jak podoba się Państwu nazwa naszego miasta?", "Proszę nie podawać imienia."),
    "ru": ("Как вам нравится имя нашего города?", "Не указывайте ваше имя."),
    "uk": ("Як вам подобається назва нашого міста?", "Не вказуйте ваше ім'я."),
    "tr": ("Şehrimizin adı hakkında ne düşünüyorsunuz?", "Lütfen adınızı yazmayın."),
    "ar": ("ما رأيك في اسم مدينتنا؟", "يرجى عدم كتابة اسمك."),
    "fa": ("نظر شما درباره نام شهر ما چیست؟", "نام خود را ننویسید."),
}


@pytest.mark.parametrize("language", ASKED)
def test_what_identifies_somebody_is_told_by_the_words_of_the_question(language):
    wrong = [
        (words, found)
        for which, questions in ASKED[language].items()
        for words in questions
        if (found := identifier_asked(Text.of(words, language))) is not which
    ]
    assert wrong == []


@pytest.mark.parametrize("language", HONEST)
def test_questions_about_opinions_ask_for_nothing_that_identifies(language):
    found = [(words, identifier_asked(Text.of(words, language))) for words in HONEST[language]]
    assert [one for one in found if one[1] is not None] == []


def test_every_language_of_the_program_has_its_trials():
    assert set(ASKED) == set(HONEST) == set(VOCABULARIES)


QUESTIONS = """\
---
survey: identity
title: Identity
language: en
---

# One

## a: Your name

____

## b: What is your staff number?

[0..99999]

## c: Date of birth

[date]

## d: May we call you?

- ( ) Yes, my phone number: ____
- ( ) No

## e: What is your name? {identifying}

____

## f: Is your name on the door?

- ( ) Yes
- ( ) No

## g: How do you like the name of our town?

____
____
"""


def warned(words: str) -> list[tuple[str, str, str]]:
    found = check(read(words, KINDS), "q.md")
    return [
        (one.where.name, str(one.found), one.severity)
        for one in found
        if one.code == "asks-identity"
    ]


def test_each_such_question_is_warned_of_unless_it_is_marked():
    """What is chosen among options names nobody, but what is written beside one does."""
    assert warned(QUESTIONS) == [
        ("a", "a asks for a name.", "warning"),
        ("b", "b asks for a number that one person alone has.", "warning"),
        ("c", "c asks for a date of birth.", "warning"),
        ("d", "Yes, my phone number: … asks for a phone number.", "warning"),
    ]


def test_what_the_program_brings_along_asks_for_nothing_that_identifies():
    """The examples, the starters and the samples of every kind: no false alarm."""
    root = Path(__file__).parents[2]
    files = [
        *(root / "examples").rglob("questionnaire.md"),
        *(root / "src" / "rundfrage" / "questionnaire" / "starters").glob("*.md"),
        *(root / "tests" / "earlier").rglob("questionnaire.md"),
    ]
    grounds = [Ground(read(file.read_bytes(), KINDS), file.parent.name) for file in files]
    found = [
        (ground.file, one.code, str(one.found))
        for ground in grounds
        for one in (*check_identity(ground), *check_uniqueness(ground))
    ]
    assert len(files) >= 4
    assert found == []


def test_the_mark_goes_through_both_forms_and_the_notice_tells_of_it():
    marked = read(QUESTIONS, KINDS)
    assert [one.name for one in marked.questions if one.identifying] == ["e"]
    assert read(write(marked), KINDS) == marked == from_json(to_json(marked), KINDS)
    plain = read(QUESTIONS.replace(" {identifying}", ""), KINDS)
    assert "identifying" not in canonical(plain)
    said = DoorPhrases("en")("identifying").encode()
    pages = [compile_pages(ready("v", one)) for one in (plain, marked)]
    assert [said in one.privacy("en") for one in pages] == [False, True]
