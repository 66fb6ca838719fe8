"""Polish."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

POLISH = Vocabulary(
    scales=(
        steps("zdecydowanie się zgadzam|całkowicie się zgadzam|zdecydowanie zgadzam się"
              "|w pełni się zgadzam|całkowicie zgadzam się|zgadzam się całkowicie"
              "|zgadzam się w pełni|zgadzam się zdecydowanie|bardzo się zgadzam", "zgadzam się",
              "raczej się zgadzam|raczej zgadzam się|częściowo się zgadzam",
              "ani się zgadzam, ani się nie zgadzam|ani się zgadzam ani nie zgadzam"
              "|trudno powiedzieć|ani się zgadzam, ani nie zgadzam|neutralnie|nie mam zdania"
              "|ani tak, ani nie|ani tak ani nie|ani zgadzam się, ani nie zgadzam się"
              "|ani się zgadzam ani się nie zgadzam", "raczej się nie zgadzam"
              "|raczej nie zgadzam się|częściowo się nie zgadzam", "nie zgadzam się",
              "zdecydowanie się nie zgadzam|całkowicie się nie zgadzam|zdecydowanie nie zgadzam się"
              "|w ogóle się nie zgadzam|zupełnie się nie zgadzam|całkowicie nie zgadzam się"),
        steps("zdecydowanie tak|na pewno tak|na pewno|z pewnością tak|oczywiście", "tak",
              "raczej tak|prawdopodobnie tak|chyba tak|prawdopodobnie", "trudno powiedzieć"
              "|ani tak, ani nie|ani tak ani nie|być może|może|nie wiem", "raczej nie"
              "|prawdopodobnie nie|chyba nie", "nie", "zdecydowanie nie|na pewno nie"
              "|z pewnością nie|w ogóle nie"),
        steps("zawsze|cały czas", "prawie zawsze|zazwyczaj|zwykle|przeważnie|najczęściej"
              "|przez większość czasu", "bardzo często", "często|regularnie|dość często", "czasami"
              "|czasem|niekiedy|od czasu do czasu|okazjonalnie", "rzadko|nieczęsto|raczej rzadko",
              "bardzo rzadko|sporadycznie", "prawie nigdy", "nigdy|wcale"),
        steps("kilka razy dziennie|wiele razy dziennie|częściej niż raz dziennie", "codziennie"
              "|raz dziennie|każdego dnia|prawie codziennie|codziennie lub prawie codziennie",
              "kilka razy w tygodniu|parę razy w tygodniu", "raz w tygodniu|co tydzień"
              "|raz na tydzień|przynajmniej raz w tygodniu", "co dwa tygodnie|raz na dwa tygodnie",
              "kilka razy w miesiącu|parę razy w miesiącu", "raz w miesiącu|co miesiąc"
              "|raz na miesiąc|przynajmniej raz w miesiącu", "raz na kwartał|co kwartał"
              "|raz na trzy miesiące", "kilka razy w roku|parę razy w roku|kilka razy do roku",
              "raz w roku|raz na rok|co roku", "rzadziej|rzadziej niż raz w roku"
              "|rzadziej niż raz w miesiącu|rzadko", "tylko raz", "nigdy|wcale"),
        steps("doskonale|doskonała|doskonały|znakomicie|znakomita|znakomity|celujący|wyśmienity",
              "bardzo dobrze|bardzo dobra|bardzo dobry|bardzo dobre", "dobrze|dobra|dobry|dobre",
              "raczej dobrze|raczej dobra|raczej dobry|raczej dobre", "średnio|średnia|średni"
              "|przeciętnie|przeciętna|przeciętny|ani dobrze, ani źle|dostatecznie"
              "|ani dobra, ani zła|ani dobry, ani zły|dostateczny|dostateczna|średnie|przeciętne"
              "|zadowalająca|zadowalający|ani dobrze ani źle|ani dobra ani zła|ani dobre, ani złe",
              "raczej źle|raczej zła|raczej zły|raczej złe|słabo|słaba|słaby|mierny", "źle|zła|zły"
              "|złe|niedostateczny", "bardzo źle|bardzo zła|bardzo zły|bardzo złe|bardzo słaby"
              "|bardzo słaba|bardzo słabo", "fatalnie|fatalna|fatalny"),
        steps("całkowicie|w pełni|w bardzo dużym stopniu|zdecydowanie|ogromnie", "bardzo"
              "|bardzo dużo|bardzo mocno", "w dużym stopniu|dużo|znacznie|w znacznym stopniu|mocno",
              "w średnim stopniu|umiarkowanie|częściowo|średnio|w pewnym stopniu|do pewnego stopnia"
              "|trochę|w umiarkowanym stopniu", "w małym stopniu|mało|nieznacznie"
              "|w niewielkim stopniu|niewiele", "bardzo mało|w bardzo małym stopniu|prawie wcale",
              "wcale|w ogóle|w ogóle nie|wcale nie|nic|ani trochę"),
        steps("znacznie wzrosło|znacznie wzrosła|znacznie wzrósł|bardzo wzrosło", "wzrosło|wzrosła"
              "|wzrósł|nieco wzrosło|nieco wzrosła|nieco wzrósł", "bez zmian|nie zmieniło się"
              "|nie zmieniła się|nie zmienił się|pozostało bez zmian", "spadło|spadła|spadł|zmalało"
              "|nieco spadło|zmniejszyło się|nieco zmalało", "znacznie spadło|znacznie spadła"
              "|znacznie spadł|znacznie zmalało|bardzo spadło"),
        steps("znacznie lepiej|dużo lepiej|o wiele lepiej|znacznie lepszy|znacznie lepsza"
              "|dużo lepsza", "lepiej|trochę lepiej|nieco lepiej|lepszy|lepsza|raczej lepiej"
              "|lepsze", "tak samo|bez zmian|podobnie|taki sam|taka sama|ani lepiej, ani gorzej"
              "|takie samo", "gorzej|trochę gorzej|nieco gorzej|gorszy|gorsza|raczej gorzej|gorsze",
              "znacznie gorzej|dużo gorzej|o wiele gorzej|znacznie gorszy|znacznie gorsza"
              "|dużo gorsza"),
        steps("znacznie więcej|dużo więcej|o wiele więcej", "więcej|trochę więcej|nieco więcej",
              "tyle samo|tak samo|bez zmian", "mniej|trochę mniej|nieco mniej", "znacznie mniej"
              "|dużo mniej|o wiele mniej"),
        steps("zdecydowanie za dużo|o wiele za dużo", "za dużo|trochę za dużo", "w sam raz"
              "|odpowiednio|tyle, ile trzeba|akurat", "za mało|trochę za mało",
              "zdecydowanie za mało|o wiele za mało"),
        steps("bardzo wysoki|bardzo wysoka|bardzo wysokie|bardzo duży|bardzo duża", "wysoki|wysoka"
              "|wysokie|duży|duża", "średni|średnia|średnie|umiarkowany|umiarkowana", "niski|niska"
              "|niskie|mały|mała", "bardzo niski|bardzo niska|bardzo niskie|bardzo mały"
              "|bardzo mała", "żaden|żadna|brak"),
    ),
    # Lowest first.
    levels=(
        steps("brak wykształcenia|bez wykształcenia|niepełne podstawowe|brak", "podstawowe"
              "|wykształcenie podstawowe|szkoła podstawowa", "gimnazjalne|gimnazjum"
              "|wykształcenie gimnazjalne", "zasadnicze zawodowe|zawodowe|wykształcenie zawodowe"
              "|szkoła zawodowa|zasadnicza zawodowa|zasadnicze", "średnie|wykształcenie średnie"
              "|liceum|technikum|średnie ogólnokształcące|średnie techniczne|średnie zawodowe"
              "|matura", "policealne|pomaturalne|wykształcenie policealne|szkoła policealna",
              "niepełne wyższe|wyższe niepełne", "licencjat|licencjackie|inżynierskie"
              "|wyższe licencjackie|wyższe i stopnia|licencjat/inżynier|inżynier", "wyższe"
              "|wykształcenie wyższe|magister|wyższe magisterskie|magisterskie|wyższe ii stopnia"
              "|studia wyższe", "podyplomowe|studia podyplomowe", "doktorat|doktor|doktoranckie"
              "|wyższe iii stopnia"),
    ),
    grading=Grading(
        degrees={
            "w ogóle nie": -97, "wcale nie": -97, "zupełnie nie": -97, "zdecydowanie nie": -85,
            "niezbyt": -25, "nie bardzo": -26, "nie za bardzo": -24, "mało": -20,
            "bardzo mało": -40, "raczej nie": -36, "trochę": 25, "nieco": 22, "lekko": 20,
            "częściowo": 33, "raczej": 36, "umiarkowanie": 38, "średnio": 34, "w miarę": 40,
            "dość": 42, "dosyć": 42, "całkiem": 45, "bardzo": 75, "naprawdę": 74,
            "zdecydowanie": 85, "niezwykle": 94, "ogromnie": 93, "całkowicie": 97, "w pełni": 97,
            "absolutnie": 98, "zupełnie": 97, "skrajnie": 96, "niezmiernie": 94, "wyjątkowo": 92,
        },
        opposites=(
            ("zadowolony", "niezadowolony"), ("zadowolona", "niezadowolona"),
            ("zadowolony/a", "niezadowolony/a"), ("ważny", "nieważny"), ("ważna", "nieważna"),
            ("przydatne", "nieprzydatne"), ("zadowolona/y", "niezadowolona/y"),
            ("zgadzam się", "nie zgadzam się"), ("się zgadzam", "się nie zgadzam"),
            ("dobry", "zły"), ("łatwo", "trudno"), ("łatwe", "trudne"), ("łatwy", "trudny"),
            ("łatwa", "trudna"), ("dobra", "zła"), ("dobrze", "źle"), ("dobre", "złe"),
            ("pozytywnie", "negatywnie"), ("pozytywny", "negatywny"), ("pozytywna", "negatywna"),
            ("mocny", "słaby"), ("wysoki", "niski"), ("wysoka", "niska"), ("wysokie", "niskie"),
            ("szybko", "wolno"), ("bezpiecznie", "niebezpiecznie"), ("za", "przeciw"),
            ("duży", "mały"), ("duże", "małe"), ("prawdopodobne", "mało prawdopodobne"),
            ("ważne", "mało ważne"), ("tani", "drogi"), ("szczęśliwy", "nieszczęśliwy"),
            ("prosty", "skomplikowany"), ("ciekawy", "nudny"), ("ciepło", "zimno"),
            ("popieram", "sprzeciwiam się"),
        ),
        prefixes=("nie ", "nie"),
        middles=("neutralnie", "neutralny", "neutralna", "neutralne", "ani {x}, ani {x}",
                 "ani {x} ani {x}", "obojętne", "obojętnie", "obojętny", "trudno powiedzieć",
                 "średnio", "przeciętnie", "umiarkowanie", "ani jedno, ani drugie", "średni",
                 "średnia"),
    ),
    yes=listed("tak"),
    no=listed("nie"),
    chosen=listed("prawda|zaznaczono|zaznaczone|zaznaczona|zaznaczony|wybrano|wybrane|wybrana"
                  "|wybrany|wskazano|wskazane|wskazana|wymieniono|wymienione|wymieniona"
                  "|wspomniano"),
    unchosen=listed("fałsz|nieprawda|nie zaznaczono|nie zaznaczone|niezaznaczone|niezaznaczona"
                    "|niezaznaczony|nie wybrano|nie wybrane|niewybrane|niewybrana|niewybrany"
                    "|nie wskazano|niewskazane|nie wskazane|nie wymieniono|niewymienione"
                    "|nie wymienione|nie wspomniano"),
    other=listed("inne|inny|inna|inne:|inne (jakie?)|inne, jakie?|inne (proszę podać)|coś innego"
                 "|inne (proszę określić)|inny (jaki?)|inna odpowiedź|inne, proszę podać|ktoś inny"
                 "|inne (proszę wpisać)|inna (jaka?)|inny, jaki?"),
    none=listed("żadne|żaden|żadna|żadne z powyższych|żadna z powyższych|żaden z powyższych|nic"
                "|żadne z nich|żadna z nich|żaden z nich|żadne z wymienionych|nic z powyższych"),
    ranked=("ranking", "uszereguj", "uporządkuj", "w kolejności", "kolejność", "ranga"),
    mentions=("wskazan", "wymień", "do trzech", "do dwóch", "do pięciu", "maksymalnie", "co najwyżej", "nie więcej niż"),
    several=("wszystkie pasujące", "wszystkie odpowiedzi", "kilka odpowiedzi",
             "wielokrotnego wyboru", "wszystkie, które", "więcej niż jedną odpowiedź",
             "wielokrotny wybór", "wszystkie właściwe", "wszystko, co pasuje"),
    # The short ones end with a blank: DO1 is a code, and no bound.
    below=("poniżej", "mniej niż", "do ", "najwyżej", "maksymalnie", "co najwyżej",
           "nie więcej niż"),
    above=("powyżej", "ponad", "więcej niż", "co najmniej", "od ", "przynajmniej", "minimum"),
    spans=spans(
        "sekunda|sekundy|sekund",
        "minuta|minuty|minut",
        "godzina|godziny|godzin|godzinę",
        "dzień|dni|dnia",
        "tydzień|tygodnie|tygodni|tygodnia|tygodniu",
        "miesiąc|miesiące|miesięcy|miesiąca|miesiącu",
        "rok|lata|lat|roku",
    ),
    times=("raz", "razy"),
    one=("jeden", "jednego", "jedna", "jednej"),
)  # fmt: skip
