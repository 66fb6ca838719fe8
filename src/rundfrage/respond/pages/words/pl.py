"""What the public door says in Polish."""

from __future__ import annotations

from collections.abc import Mapping

POLISH: Mapping[str, str | tuple[str, ...]] = {
    # Around every page
    "skip": "Przejdź do treści",
    "languages": "Język",
    "progress": "Krok {step} z {of}",
    "back": "Wstecz",
    "next": "Dalej",
    "later": "Zapisz i dokończ później",
    "privacy-link": "Ochrona danych",
    "preview": "To jest podgląd. Udzielone tu odpowiedzi nie są liczone.",
    "error": "Błąd:",
    "mistakes": "Proszę sprawdzić odpowiedzi",
    "required": "(pytanie obowiązkowe)",
    "remove-answer": "Usuń odpowiedź",
    # Welcome
    "begin": "Rozpocznij",
    "resume-text": "Ankieta jest już rozpoczęta. Dotychczasowe odpowiedzi są zapisane.",
    "resume": "Kontynuuj",
    "code": "Kod dostępu",
    "code-hint": "Litery i cyfry z otrzymanej kartki. Odstępy, łączniki i wielkość liter nie mają "
    "znaczenia.",
    "invited": "Otrzymali Państwo zaproszenie. Zostanie wykorzystane dopiero po rozpoczęciu "
    "ankiety.",
    "blind-script": "Zaproszenie jest wymieniane w Państwa przeglądarce, aby nikt nie widział "
    "wyniku. Proszę zezwolić na JavaScript na tej stronie; żadna inna strona go nie potrzebuje.",
    "blind-working": "Chwileczkę: zaproszenie jest wymieniane.",
    "blind-later": "Wymień teraz, odpowiedz później",
    "blind-kept": "Zaproszenie zostało wymienione. Proszę zapisać tę stronę w zakładkach: jej "
    "adres pozwala wejść do ankiety. Proszę wrócić innego dnia, wtedy odpowiedzi trudno będzie "
    "powiązać z zaproszeniem.",
    "blind-failed": "Tym razem wymiana się nie udała. Proszę spróbować ponownie za chwilę; "
    "zaproszenie nie przepadło.",
    "continue-title": "Dokończenie rozpoczętej ankiety",
    "continue-text": "Jeśli odpowiedzi zostały zapisane do dokończenia później, proszę wpisać tu "
    "kod powrotu.",
    "return-code": "Kod powrotu",
    "continue": "Kontynuuj ankietę",
    # The notice
    "notice-title": "Jak chronimy Państwa prywatność",
    "asks": "Ankietę prowadzi {organisation}.",
    "voluntary": "Udział jest dobrowolny.",
    "open-promise": "Udział może wziąć każdy, kto ma link. Konto nie jest potrzebne, a program "
    "nie pyta, kto odpowiada.",
    "codes-promise": "Udział odbywa się za pomocą kodu rozdanego losowo. Nikt nie zapisał, kto "
    "otrzymał który kod. Lista kodów jest przechowywana osobno od odpowiedzi i nic ich nie łączy.",
    "exchange-promise": "Udział odbywa się na podstawie osobistego zaproszenia. W chwili "
    "rozpoczęcia zaproszenie jest oznaczane jako wykorzystane i zastępowane losową liczbą, która "
    "nie ma z nim żadnego związku. Zaproszenia i odpowiedzi są przechowywane w oddzielnych bazach "
    "danych. Osoby analizujące dane lub takie, które zdobędą bazy danych albo kopię zapasową, nie "
    "mogą ustalić, które odpowiedzi są Państwa. Ten, kto prowadzi serwer, może za pomocą jego "
    "tajnego klucza, jego dzienników lub Państwa e-maili dowiedzieć się więcej: czy i kiedy "
    "wzięli Państwo udział, a być może także, które odpowiedzi są Państwa.",
    "blind-promise": "Udział odbywa się na podstawie osobistego zaproszenia. Przeglądarka tworzy "
    "losową liczbę, a nasz serwer ją podpisuje, nie widząc jej, jak przez zaklejoną kopertę. "
    "Dlatego same bazy danych nie zdradzają, które odpowiedzi są Państwa. Ten, kto prowadzi "
    "serwer i może czytać Państwa e-maile, może ustalić, czy i kiedy wzięli Państwo udział, a "
    "jeśli ankieta zostanie rozpoczęta od razu, być może także, które odpowiedzi są Państwa. "
    "Bezpieczniej jest odpowiedzieć innego dnia.",
    "stored-title": "Co jest zapisywane",
    "stored-answers": "odpowiedzi, przy każdym przejściu na inną stronę",
    "stored-language": "język, w którym czytane są pytania",
    "stored-week": "tydzień kalendarzowy",
    "stored-duration": "przybliżony czas wypełniania",
    "not-stored-title": "Co nie jest zapisywane",
    "not-stored-address": "adres internetowy (IP)",
    "not-stored-browser": "jakiekolwiek dane o przeglądarce lub urządzeniu",
    "not-stored-time": "data i godzina",
    "free-text": "Prosimy nie wpisywać w polach tekstowych niczego, po czym można rozpoznać "
    "Państwa lub inne osoby.",
    "cookie": "Zapisujemy jeden plik cookie. Jest on niezbędny, aby można było przechodzić między "
    "stronami. Nie służy do śledzenia.",
    "stop-title": "Przerwanie i rezygnacja",
    "stop": "Ankietę można przerwać w każdej chwili, zamykając stronę. Wysłane do tego czasu "
    "strony pozostają zapisane. Ponieważ nie zapisujemy, które odpowiedzi są Państwa, nie można "
    "ich później odszukać i usunąć.",
    # Review and sending
    "review": "Proszę sprawdzić odpowiedzi",
    "review-text": "Wszystko można jeszcze zmienić. Następnie proszę wysłać odpowiedzi "
    "przyciskiem poniżej.",
    "change": "Zmień",
    "no-answer": "Brak odpowiedzi",
    "dont-know": "Nie wiem",
    "refused": "Wolę nie odpowiadać",
    "submit": "Wyślij odpowiedzi",
    # The same browser again
    "another": "Czy ktoś jeszcze chce wziąć udział na tym urządzeniu?",
    "not-you": "Zaczął ktoś inny? Proszę wtedy rozpocząć jako inna osoba. Dotychczasowe "
    "odpowiedzi pozostaną zapisane; aby je kontynuować, potrzebny będzie wtedy kod powrotu.",
    "begin-another": "Rozpocznij jako inna osoba",
    # Ends
    "thanks": "Dziękujemy",
    "thanks-text": "Odpowiedzi do nas dotarły. Można teraz zamknąć tę stronę.",
    "screened-out": "Dziękujemy za zainteresowanie",
    "screened-out-text": "Z podanych informacji wynika, że ta ankieta nie jest skierowana do "
    "Państwa. Nie trzeba robić nic więcej.",
    "quota-full": "Dziękujemy za udział",
    "quota-full-text": "Mamy już dość odpowiedzi od osób w podobnej sytuacji, dlatego nie mamy "
    "dalszych pytań. Nie trzeba robić nic więcej.",
    "closed": "Ta ankieta jest zakończona",
    "closed-text": "Udział nie jest już możliwy. Dziękujemy za zainteresowanie.",
    "not-open": "Ta ankieta jeszcze się nie rozpoczęła",
    "not-open-text": "Prosimy wrócić później. Link pozostanie ten sam.",
    # Continue later
    "saved": "Odpowiedzi są zapisane",
    "saved-text": "Proszę zapisać ten kod powrotu. Dzięki niemu można kontynuować na dowolnym "
    "urządzeniu.",
    "saved-secret": "Proszę nikomu go nie pokazywać: kto ma ten kod, może zobaczyć i zmienić "
    "odpowiedzi. Nie możemy wysłać go ponownie, ponieważ nie wiemy, kto odpowiada.",
    "saved-here": "Na tym urządzeniu wystarczy ponownie otworzyć ankietę, dopóki przeglądarka "
    "nie zostanie zamknięta.",
    "go-on": "Kontynuuj teraz",
    # When something is wrong
    "not-saved": "Odpowiedzi z tej strony nie udało się teraz zapisać. Nadal tu są: proszę chwilę "
    "poczekać i wysłać stronę jeszcze raz.",
    "session-unknown": "Nie wiemy już, do której ankiety należy ta strona. Wpisany tekst nadal tu "
    "jest. Proszę rozpocząć od nowa w innej karcie lub wpisać tam kod powrotu, a potem wysłać tę "
    "stronę jeszcze raz.",
    "to-start": "Do strony początkowej",
    "no-cookie": "Przeglądarka nie zachowała naszego pliku cookie",
    "no-cookie-text": "Bez niego nie można przechodzić między stronami. Jeśli ankieta jest "
    "wyświetlana wewnątrz innej strony, proszę otworzyć ją w osobnej karcie. Jeśli to nie pomoże, "
    "proszę w ustawieniach przeglądarki zezwolić na pliki cookie dla tego adresu.",
    "own-tab": "Otwórz ankietę w osobnej karcie",
    "400": "Nie mogliśmy tego odczytać",
    "400-text": "W żądaniu było coś nieoczekiwanego. Proszę wrócić, odświeżyć stronę i spróbować "
    "jeszcze raz.",
    "403": "Ta strona wygasła",
    "403-text": "Dla bezpieczeństwa każda strona działa tylko w jednej sesji przeglądarki. Proszę "
    "otworzyć ankietę ponownie; to, co zostało wysłane, jest zachowane.",
    "404": "Nie znaleziono strony",
    "404-text": "Jeśli adres został wpisany ręcznie, proszę go sprawdzić. Jeśli prowadził tu "
    "link, być może jest niepełny.",
    "405": "Tutaj nie jest to możliwe",
    "405-text": "Tego adresu nie można otworzyć w ten sposób. Proszę zacząć od strony początkowej.",
    "413": "Za dużo tekstu",
    "413-text": "Wysłana strona jest większa, niż możemy przyjąć. Proszę wrócić, skrócić tekst i "
    "wysłać ją jeszcze raz.",
    "415": "Nie mogliśmy tego odczytać",
    "415-text": "Strona dotarła w formie, której nie rozumiemy. Proszę korzystać ze stron ankiety.",
    "421": "Niewłaściwy adres",
    "421-text": "Pod tym adresem nie ma ankiety. Proszę użyć otrzymanego linku.",
    "500": "Po naszej stronie wystąpił błąd",
    "500-text": "Przepraszamy. To, co zostało wysłane, jest zachowane. Proszę spróbować ponownie "
    "za chwilę.",
    "503": "Ankieta jest teraz niedostępna",
    "503-text": "To, co zostało wysłane, jest zachowane. Proszę spróbować ponownie za kilka minut.",
    # Mistakes in answers
    "mistake-required": "Proszę odpowiedzieć na to pytanie.",
    "mistake-too-few": "Proszę wybrać więcej odpowiedzi, co najmniej {least}.",
    "mistake-too-many": "Wybrano za dużo odpowiedzi. Można wybrać najwyżej {most}.",
    "mistake-excludes": "Odpowiedzi „{label}” nie można łączyć z innymi. Proszę wybrać jedno albo "
    "drugie.",
    "mistake-not-offered": "Proszę wybrać jedną z podanych odpowiedzi.",
    "mistake-not-a-number": "Proszę wpisać liczbę cyframi.",
    "mistake-too-many-decimals": "Za dużo cyfr po przecinku. Można podać najwyżej {decimals}.",
    "mistake-out-of-range": "Proszę wpisać liczbę od {low} do {high}.",
    "mistake-not-a-date": "Proszę wpisać pełną, istniejącą datę: dzień, miesiąc i rok.",
    "mistake-date-out-of-range": "Proszę wpisać datę od {first} do {last}.",
    "mistake-too-long": (
        "Proszę skrócić tekst: najwyżej {most} znak, teraz {length}.",
        "Proszę skrócić tekst: najwyżej {most} znaki, teraz {length}.",
        "Proszę skrócić tekst: najwyżej {most} znaków, teraz {length}.",
    ),
    "mistake-rank-twice": "Miejsce {rank} podano dwa razy. Proszę podać każde miejsce jeden raz.",
    "mistake-rank-gap": "Proszę podać miejsca bez przerw, zaczynając od 1.",
    "mistake-not-text": "Tekst zawiera znaki, których nie można zapisać. Proszę wpisać go "
    "ponownie.",
    "mistake-code-unknown": "Nie znamy tego kodu. Proszę porównać go z otrzymaną kartką.",
    "mistake-code-used": "Ten kod został już wykorzystany.",
    "mistake-invitation-unknown": "Nie znamy tego zaproszenia. Proszę użyć całego linku z "
    "otrzymanej wiadomości.",
    "mistake-invitation-used": "To zaproszenie zostało już wykorzystane.",
    "mistake-no-script": "Zaproszenie nie zostało wymienione, ponieważ JavaScript jest tu "
    "wyłączony albo przeglądarka jest zbyt stara. Jest nadal ważne: proszę spróbować w innej "
    "przeglądarce.",
    "mistake-return-code-unknown": "Nie znamy tego kodu powrotu. Proszę go sprawdzić.",
    # Controls
    "date-day": "Dzień",
    "date-month": "Miesiąc",
    "date-year": "Rok",
    "choose": "Proszę wybrać",
    "not-ranked": "Bez miejsca",
    "characters": ("Najwyżej {most} znak", "Najwyżej {most} znaki", "Najwyżej {most} znaków"),
}
