"""Reasons for no answer in Polish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

POLISH = ReasonWords(
    offered=reasons(
        dont_know="nie wiem|trudno powiedzieć|nie mam zdania|nie wiem/trudno powiedzieć"
        "|nie wiem / trudno powiedzieć|nie jestem pewien|nie jestem pewna|nie jestem pewien/pewna"
        "|nie potrafię powiedzieć|brak zdania|trudno ocenić|nie pamiętam|nie umiem powiedzieć"
        "|nie potrafię ocenić|nie wie|nie mam opinii|brak opinii|nw|nie znam|nieznane"
        "|nie wiem, trudno powiedzieć|trudno mi powiedzieć|n.w.|nie mam zdania na ten temat"
        "|nie mam na ten temat zdania|nie mam wyrobionej opinii|nie wiem / nie mam zdania"
        "|nie wiem/nie mam zdania|nie wiem, nie pamiętam|nie potrafię odpowiedzieć"
        "|nie umiem odpowiedzieć|nie umiem ocenić|trudno określić|ciężko powiedzieć"
        "|nie mam pojęcia|nie jestem w stanie ocenić|nie jestem w stanie powiedzieć"
        "|nie mogę ocenić|nie jestem pewny|nie mam pewności|nie wiadomo",
        refused="wolę nie odpowiadać|nie chcę odpowiadać|odmawiam odpowiedzi|wolę nie mówić"
        "|nie chcę podawać|wolę nie podawać|nie chcę powiedzieć|odmawiam podania"
        "|nie chcę udzielać odpowiedzi|nie chcę ujawniać|wolę nie ujawniać|nie chcę mówić"
        "|nie chcę o tym mówić|nie chcę udzielić odpowiedzi|nie chcę odpowiadać na to pytanie"
        "|wolę nie udzielać odpowiedzi|nie chcę podać|wolałbym nie odpowiadać"
        "|wolałabym nie odpowiadać|wolałbym nie mówić|wolałabym nie mówić",
        left_blank="bd|bo",
        not_asked="nie dotyczy|nie dotyczy mnie|mnie nie dotyczy|nd.|nie ma zastosowania"
        "|nie odnosi się do mnie|to mnie nie dotyczy",
    ),
    technical=reasons(
        refused="odmowa|odmowa odpowiedzi|odmówił|odmówiła|odmówił odpowiedzi",
        left_blank="brak odpowiedzi|brak danych|nie udzielono odpowiedzi|brak informacji"
        "|bez odpowiedzi|pominięto|b.d.|b/d|b.o.|b/o|nie podano|brak wartości|braki danych|b. d."
        "|nie odpowiedział|nie odpowiedziała|nie udzielił odpowiedzi|nie udzieliła odpowiedzi"
        "|nie odpowiedziano|bez odp.|brak odp.|brak odp|brak wyboru|nie wybrano odpowiedzi"
        "|nie wybrano żadnej odpowiedzi|pominięte|pytanie pominięte|nieprawidłowa odpowiedź"
        "|nie wypełniono|niewypełnione|dane niedostępne|nie określono|wybierz|proszę wybrać"
        "|proszę wybierz|wybierz opcję|wybierz odpowiedź|wybierz jedną odpowiedź"
        "|wybierz jedną opcję|wybierz jedną z następujących odpowiedzi|wybierz z listy"
        "|proszę wybrać odpowiedź|proszę wybrać opcję|proszę wybrać jedną odpowiedź"
        "|proszę wybrać z listy|wybierz element|wybór…|wybrać…|dokonaj wyboru"
        "|proszę dokonać wyboru|zaznacz…",
        not_asked="nie pytano|nie zadano|pytanie niezadane|nie wyświetlono|pytania nie zadano"
        "|niewyświetlono|nie wyświetlone|pytanie nie wyświetlone|pytanie niewyświetlone"
        "|pytanie nie zostało zadane|nie zadawano|pytania nie zadawano|nie zadano w tym kraju"
        "|nie pytano w tym kraju|pytanie niezadane w tym kraju|nie pokazano",
    ),
    steps=listed(
        "nie jestem pewien|nie jestem pewna|nie jestem pewien/pewna|nie pamiętam|nie znam"
        "|nieznane|nie jestem pewny|nie mam pewności|nie wiadomo"
    ),
    answers=listed(
        "odmowa|odmówił|odmówiła|pominięto|brak informacji|nie podano|pominięte|nie pokazano"
        "|nie wyświetlono|nie wyświetlone|nie określono|nie wypełniono|niewypełnione|brak wyboru"
    ),
    opposites=listed(
        "pominięto|pominięte|nie pokazano|nie wyświetlono|nie wyświetlone|nie wypełniono"
        "|niewypełnione|brak wyboru"
    ),
    begins=listed("nie dotyczy|nie ma zastosowania"),
)
