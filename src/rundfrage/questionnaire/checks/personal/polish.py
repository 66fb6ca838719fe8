"""Polish."""

from rundfrage.questionnaire.checks.personal.vocabulary import Identifier, Vocabulary

POLISH = Vocabulary(
    own="twój|twoja|twoje|swój|swoją|swoje|swojego|pana|pani|państwa",
    nouns={
        Identifier.NAME: "imię|imienia|nazwisko|nazwiska|imię i nazwisko|imiona|podpis",
        Identifier.ADDRESS: "adres|adresu|adres zamieszkania|adres domowy|ulica|numer domu",
        Identifier.EMAIL: "e-mail|email|mail|adres e-mail|adres email|adres mailowy"
        "|adres poczty elektronicznej",
        Identifier.PHONE: "telefon|numer telefonu|nr telefonu|telefon komórkowy|numer komórki",
        Identifier.BIRTH_DATE: "data urodzenia|datę urodzenia|dzień urodzenia",
        Identifier.NUMBER: "numer pracownika|numer pracowniczy|numer albumu|numer indeksu"
        "|numer klienta|pesel|numer pesel|nip|numer dowodu|numer dowodu osobistego"
        "|numer paszportu|nazwa użytkownika",
        Identifier.ACCOUNT: "iban|numer konta|numer rachunku",
        Identifier.INSURANCE: "numer ubezpieczenia|numer ubezpieczenia zdrowotnego",
        Identifier.PLATE: "numer rejestracyjny|tablica rejestracyjna|numery rejestracyjne",
    },
    asking="jaki jest|jaka jest|jakie jest|podaj|podać|wpisz|wpisać|napisz|zostaw|zostawić|wskaż"
    "|proszę o|poda",
    which="jaki|jakim|jakiego|który|którym",
    reaching="skontaktować|kontaktować|zadzwonić|napisać|wysłać|przesłać",
    around="proszę|podać|podaj|wpisać|wpisz|swój|swoje|swoją|twój|twoje|twoja|mój|moje|moja|i|oraz|lub|pełne"
    "|pełny|prywatny|służbowy|tutaj|opcjonalnie|dobrowolnie|nam|pana|pani|państwa|o|nr|numer",
    opinion="sądzisz|myślisz|podoba|zadowolony|zadowolona|dlaczego|jak często|jak bardzo|ważne"
    "|ważny|opinia|zdaniem|powinien|powinna|powinno|oceniasz|ocenia|wolisz|chciałby|zmienić"
    "|poprawić|kojarzy|ufasz|przeszkadza",
    negation="nie|żadnych|żadnego|bez|nigdy|anonimowo|ani",
    subordinate="że|czy|jeśli|jeżeli|ponieważ|gdy|aby",
    you="ty|twój|twoja|twoje|swój|swoją|swoje|pan|pani|pana|państwo|państwa|jesteś|masz|pracujesz",
    phrases={
        Identifier.NAME: "jak się nazywasz|jak się pan nazywa|jak się pani nazywa|jak masz na imię"
        "|kim jesteś",
        Identifier.ADDRESS: "jak możemy się z tobą skontaktować|dane kontaktowe",
        Identifier.BIRTH_DATE: "kiedy się urodziłeś|kiedy się urodziłaś|kiedy się pan urodził",
    },
    attributes="wiek|grupa wiekowa|rok urodzenia|płeć|dział|dziale|wydział|zespół|jednostka"
    "|miejsce pracy|kod pocztowy|dzielnica|gmina|powiat|województwo|województwie|miasto|region"
    "|kraj|kraj urodzenia|obywatelstwo|narodowość|religia|wyznanie|język ojczysty|wykształcenie"
    "|zawód|stanowisko|stanowisku|funkcja|wynagrodzenie|dochód|stan cywilny|gospodarstwo domowe"
    "|niepełnosprawność|orientacja seksualna|kierunek studiów|semestr|staż pracy",
    attribute_phrases="ile masz lat|ile ma pan lat|ile ma pani lat|w którym roku się urodziłeś"
    "|jak długo pracujesz|ile masz dzieci|gdzie mieszkasz|gdzie pracujesz",
)
