"""German."""

from rundfrage.questionnaire.checks.personal.vocabulary import Identifier, Vocabulary

GERMAN = Vocabulary(
    own="Ihr|Ihre|Ihren|Ihrer|Ihrem|Ihres|dein|deine|deinen|deiner|deinem|euer|eure|euren|mein"
    "|meine|meinen|meiner",
    nouns={
        Identifier.NAME: "Name|Namen|Vorname|Vornamen|Nachname|Nachnamen|Familienname"
        "|Familiennamen|Zuname|Geburtsname|Rufname|Vor- und Nachname|Vor und Zuname"
        "|Vor- und Familienname|Unterschrift|Initialen",
        Identifier.ADDRESS: "Adresse|Anschrift|Wohnadresse|Wohnanschrift|Postanschrift"
        "|Postadresse|Privatadresse|Privatanschrift|Straße|Hausnummer|Straße und Hausnummer"
        "|Meldeadresse",
        Identifier.EMAIL: "E-Mail|Email|Mail|E-Mail-Adresse|E-Mailadresse|Emailadresse"
        "|Email-Adresse|Mailadresse|Mail-Adresse",
        Identifier.PHONE: "Telefon|Telefonnummer|Telefon-Nummer|Handy|Handynummer|Mobilnummer"
        "|Mobilfunknummer|Mobiltelefon|Rufnummer|Festnetznummer|Tel|Telefon Nr|WhatsApp-Nummer",
        Identifier.BIRTH_DATE: "Geburtsdatum|Geburtstag|Tag der Geburt",
        Identifier.NUMBER: "Personalnummer|Mitarbeiternummer|Personal-Nr|Matrikelnummer"
        "|Matrikel-Nr|Kundennummer|Kunden-Nr|Mitgliedsnummer|Patientennummer|Fallnummer"
        "|Aktenzeichen|Schülernummer|Steuernummer|Steuer-ID|Steueridentifikationsnummer"
        "|Sozialversicherungsnummer|Rentenversicherungsnummer|Ausweisnummer|Passnummer"
        "|Personalausweisnummer|Benutzername|Nutzername|Benutzerkennung|Dienstausweisnummer",
        Identifier.ACCOUNT: "IBAN|Kontonummer|Bankverbindung|Kontoverbindung|Kreditkartennummer",
        Identifier.INSURANCE: "Versichertennummer|Versicherungsnummer|Krankenversicherungsnummer"
        "|Krankenversichertennummer|Krankenkassennummer|KVNR|KV-Nummer",
        Identifier.PLATE: "Kennzeichen|Autokennzeichen|Kfz-Kennzeichen|Nummernschild"
        "|amtliches Kennzeichen",
    },
    asking="lautet|lauten|wie ist|was ist|geben|gib|gebt|nennen|nenne|nennt|angeben|anzugeben"
    "|tragen|trage|eintragen|einzutragen|notieren|notiere|hinterlassen|hinterlasse|mitteilen"
    "|teilen|schreiben|schreibe|verraten|verrate|sagen|sage|eingeben|tippen|benötigen|brauchen"
    "|haben|erfahren|wissen|vermerken|ergänzen|ausfüllen|füllen",
    which="welche|welcher|welchem|welchen",
    reaching="erreichen|erreichbar|kontaktieren|anrufen|schreiben|schicken|senden|zusenden"
    "|zuschicken",
    around="bitte|mein|meine|meinen|meiner|Ihr|Ihre|Ihren|Ihrer|Ihrem|dein|deine|deinen|vollständig|vollständige"
    "|vollständiger|vollständigen|aktuelle|aktueller|private|privat|dienstliche|dienstlich"
    "|persönliche|persönlicher|hier|angeben|an|ein|eintragen|eingeben|mit|mitteilen|nennen|geben"
    "|tragen|notieren|freiwillig|freiwillige|optional|Angabe|und|oder|sowie|der|die|das|den|Sie"
    "|uns|nochmals|verraten|sagen|hinterlassen|Nr|Nummer|auch|dazu|erneut|des|Patienten|haben"
    "|lautet|lauten|Person|erfahren|wissen|dürfen|wir",
    opinion="zufrieden|Zufriedenheit|gefällt|gefallen|finden|findest|halten|hältst|meinen|denken"
    "|denkst|wichtig|warum|weshalb|wieso|wie oft|wie gut|wie sehr|wie häufig|wünschen|wünscht"
    "|sollte|sollten|soll|vertrauen|verbinden|stört|ärgert|erwarten|bewerten|beurteilen"
    "|einschätzen|schätzen|bevorzugen|mögen|magst|lieber|bedeutet|verbessern|besser|Meinung"
    "|Erfahrungen|Eindruck|empfinden|geändert|ändern|darüber|daran|davon|hilft|fehlt",
    negation="kein|keine|keinen|keinem|keiner|keinerlei|nicht|nie|niemals|ohne|nichts|anonym",
    subordinate="dass|daß|ob|weil|wenn|falls|sofern|obwohl|damit",
    you="Sie|Ihr|Ihre|Ihren|Ihrer|Ihrem|Ihres|Ihnen|du|dein|deine|deiner|deinem|deinen|dich|dir",
    phrases={
        Identifier.NAME: "wie heißen Sie|wie heißt du|wer sind Sie|wer bist du",
        Identifier.ADDRESS: "wie können wir Sie erreichen|wie erreichen wir Sie|Kontaktdaten"
        "|Ihre Kontaktdaten|wo sind Sie gemeldet",
        Identifier.BIRTH_DATE: "wann sind Sie geboren|wann bist du geboren|wann wurden Sie geboren"
        "|an welchem Tag sind Sie geboren",
    },
    attributes="Alter|Altersgruppe|Altersklasse|Jahrgang|Geburtsjahr|Geschlecht|Abteilung|Referat"
    "|Team|Organisationseinheit|Dezernat|Amt|Fachbereich|Fakultät|Institut|Standort"
    "|Dienststelle|Filiale|Niederlassung|Dienstort|Arbeitsort|Wohnort|Postleitzahl|PLZ|Stadtteil"
    "|Bezirk|Gemeinde|Landkreis|Bundesland|Region|Land|Geburtsland|Herkunftsland"
    "|Staatsangehörigkeit|Nationalität|Migrationshintergrund|Religion|Konfession"
    "|Religionszugehörigkeit|Muttersprache|Erstsprache|Sprache|Schulabschluss|Bildungsabschluss"
    "|Abschluss|Bildungsstand|Beruf|Tätigkeit|Funktion|Laufbahn"
    "|Laufbahngruppe|Dienstgrad|Besoldungsgruppe|Entgeltgruppe|Gehalt|Einkommen"
    "|Haushaltseinkommen|Beschäftigungsverhältnis|Arbeitszeit|Familienstand|Haushalt"
    "|Haushaltsgröße|Behinderung|Schwerbehinderung|sexuelle Orientierung|Studiengang|Studienfach"
    "|Semester|Fachsemester|Klassenstufe|Betriebszugehörigkeit|Dienstjahre",
    attribute_phrases="wie alt sind Sie|wie alt bist du|in welchem Jahr sind Sie geboren"
    "|wie lange arbeiten Sie|seit wann arbeiten Sie|wie lange sind Sie schon"
    "|wie viele Kinder haben Sie|wie viele Personen leben in Ihrem Haushalt"
    "|wo wohnen Sie|wo leben Sie|wo sind Sie geboren|wo arbeiten Sie|haben Sie Kinder"
    "|sind Sie Führungskraft|haben Sie Personalverantwortung|haben Sie eine Führungsposition",
)
