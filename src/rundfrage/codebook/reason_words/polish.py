"""Reasons for no answer in Polish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

POLISH = ReasonWords(
    offered=reasons(
        dont_know="nie wiem|trudno powiedzieć|nie mam zdania|nie wiem/trudno powiedzieć"
        "|nie wiem / trudno powiedzieć|nie jestem pewien|nie jestem pewna|nie jestem pewien/pewna"
        "|nie potrafię powiedzieć|brak zdania|trudno ocenić|nie pamiętam|nie umiem powiedzieć"
        "|nie potrafię ocenić|nie wie|nie mam opinii|brak opinii|nw|nie znam|nieznane"
        "|nie wiem, trudno powiedzieć|trudno mi powiedzieć|n.w.",
        refused="wolę nie odpowiadać|nie chcę odpowiadać|odmawiam odpowiedzi|wolę nie mówić"
        "|nie chcę podawać|wolę nie podawać|nie chcę powiedzieć|odmawiam podania"
        "|nie chcę udzielać odpowiedzi",
        left_blank="bd|bo",
        not_asked="nie dotyczy|nie dotyczy mnie|mnie nie dotyczy|nd.|nie ma zastosowania",
    ),
    technical=reasons(
        refused="odmowa|odmowa odpowiedzi|odmówił|odmówiła|odmówił odpowiedzi",
        left_blank="brak odpowiedzi|brak danych|nie udzielono odpowiedzi|brak informacji"
        "|bez odpowiedzi|pominięto|b.d.|b/d|b.o.|b/o|nie podano|brak wartości|braki danych|b. d."
        "|nie odpowiedział|nie odpowiedziała",
        not_asked="nie pytano|nie zadano|pytanie niezadane|nie wyświetlono|pytania nie zadano",
    ),
    steps=listed(
        "nie jestem pewien|nie jestem pewna|nie jestem pewien/pewna|nie pamiętam|nie znam|nieznane"
    ),
    answers=listed("odmowa|odmówił|odmówiła|pominięto|brak informacji|nie podano"),
    begins=listed("nie dotyczy"),
)
