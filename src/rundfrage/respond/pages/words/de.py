"""What the public door says in German."""

from __future__ import annotations

from collections.abc import Mapping

GERMAN: Mapping[str, str | tuple[str, ...]] = {
    # Around every page
    "skip": "Zum Inhalt springen",
    "languages": "Sprache",
    "progress": "Schritt {step} von {of}",
    "back": "Zurück",
    "next": "Weiter",
    "later": "Speichern und später weitermachen",
    "privacy-link": "Datenschutz",
    "preview": "Dies ist eine Vorschau. Antworten, die Sie hier geben, zählen nicht.",
    "error": "Fehler:",
    "mistakes": "Bitte prüfen Sie Ihre Angaben",
    "required": "(Pflichtfrage)",
    "remove-answer": "Antwort entfernen",
    # Welcome
    "begin": "Jetzt beginnen",
    "resume-text": "Sie haben schon begonnen. Ihre bisherigen Antworten sind gespeichert.",
    "resume": "Weitermachen",
    "code": "Zugangscode",
    "code-hint": "Die Buchstaben und Ziffern auf Ihrem Zettel. Leerzeichen, Bindestriche und "
    "Groß- oder Kleinschreibung spielen keine Rolle.",
    "invited": "Sie sind eingeladen. Ihre Einladung wird erst eingelöst, wenn Sie beginnen.",
    "blind-script": "Ihre Einladung wird in Ihrem Browser getauscht, damit niemand das Ergebnis "
    "sehen kann. Bitte erlauben Sie JavaScript auf dieser Seite; alle anderen Seiten kommen ohne "
    "aus.",
    "blind-working": "Einen Moment: Ihre Einladung wird getauscht.",
    "blind-later": "Jetzt tauschen, später antworten",
    "blind-kept": "Ihre Einladung ist getauscht. Speichern Sie diese Seite als Lesezeichen: Mit "
    "ihrer Adresse kommen Sie hinein. Kommen Sie an einem anderen Tag wieder, dann lassen sich "
    "Ihre Antworten nur schwer mit Ihrer Einladung verbinden.",
    "blind-failed": "Der Tausch hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch "
    "einmal; Ihre Einladung ist nicht verloren.",
    "continue-title": "Eine begonnene Befragung fortsetzen",
    "continue-text": "Wenn Sie Ihre Antworten gespeichert haben, geben Sie hier den Rückkehrcode "
    "ein.",
    "return-code": "Rückkehrcode",
    "continue": "Befragung fortsetzen",
    # The notice
    "notice-title": "So schützen wir Ihre Daten",
    "asks": "Diese Befragung führt {organisation} durch.",
    "voluntary": "Die Teilnahme ist freiwillig.",
    "open-promise": "Teilnehmen kann jeder Mensch, der den Link hat. Es gibt kein Konto, und das "
    "Programm fragt nicht, wer Sie sind.",
    "codes-promise": "Sie nehmen mit einem Code teil, der zufällig ausgegeben wurde. Niemand hat "
    "aufgeschrieben, wer welchen Code bekommen hat. Die Liste der Codes liegt getrennt von den "
    "Antworten, und nichts verbindet beide.",
    "exchange-promise": "Sie nehmen mit einer persönlichen Einladung teil. Wenn Sie beginnen, "
    "wird sie als eingelöst vermerkt und gegen eine Zufallszahl getauscht, die in keiner "
    "Beziehung zu ihr steht. Einladungen und Antworten liegen in getrennten Datenbanken. Wer die "
    "Daten auswertet oder die Datenbanken oder eine Sicherungskopie in die Hand bekommt, kann "
    "nicht erkennen, welche Antworten von Ihnen sind. Wer den Server betreibt, kann mit dessen "
    "geheimem Schlüssel, dessen Protokollen oder Ihren E-Mails mehr herausfinden: ob und wann Sie "
    "teilgenommen haben, und möglicherweise, welche Antworten von Ihnen sind.",
    "blind-promise": "Sie nehmen mit einer persönlichen Einladung teil. Ihr Browser erzeugt eine "
    "Zufallszahl, und unser Server unterschreibt sie, ohne sie sehen zu können, wie durch einen "
    "verschlossenen Umschlag. Deshalb verraten die Datenbanken allein nicht, welche Antworten von "
    "Ihnen sind. Wer den Server betreibt und Ihre E-Mails lesen kann, kann herausfinden, ob und "
    "wann Sie teilgenommen haben, und, wenn Sie sofort beginnen, möglicherweise auch, welche "
    "Antworten von Ihnen sind. Sicherer ist es, an einem anderen Tag zu antworten.",
    "stored-title": "Was gespeichert wird",
    "stored-answers": "Ihre Antworten, jedes Mal, wenn Sie zur nächsten Seite gehen",
    "stored-language": "die Sprache, in der Sie die Fragen lesen",
    "stored-week": "die Kalenderwoche",
    "stored-duration": "ungefähr, wie lange es gedauert hat, in groben Stufen",
    "not-stored-title": "Was nicht gespeichert wird",
    "not-stored-address": "Ihre Internetadresse (IP)",
    "not-stored-browser": "irgendetwas über Ihren Browser oder Ihr Gerät",
    "not-stored-time": "Tag und Uhrzeit",
    "free-text": "Bitte schreiben Sie in freie Felder nichts, woran man Sie oder andere erkennen "
    "kann.",
    "cookie": "Wir setzen ein einziges Cookie. Es ist unbedingt erforderlich, damit Sie von Seite "
    "zu Seite gehen können. Es dient nicht dazu, Sie zu verfolgen.",
    "stop-title": "Abbrechen und widerrufen",
    "stop": "Sie können jederzeit aufhören, indem Sie die Seite schließen. Was Sie bis dahin "
    "abgeschickt haben, bleibt gespeichert. Weil wir nicht speichern, welche Antworten von Ihnen "
    "sind, lassen sie sich später nicht heraussuchen und löschen.",
    # Review and sending
    "review": "Ihre Antworten im Überblick",
    "review-text": "Sie können noch alles ändern. Schicken Sie Ihre Antworten dann unten ab.",
    "change": "Ändern",
    "no-answer": "Keine Antwort",
    "dont-know": "Weiß nicht",
    "refused": "Keine Angabe",
    "submit": "Antworten absenden",
    # The same browser again
    "another": "Möchte an diesem Gerät noch jemand teilnehmen?",
    "not-you": "Hat jemand anderes begonnen? Dann beginnen Sie als andere Person. Die bisherigen "
    "Antworten bleiben gespeichert; um sie fortzusetzen, braucht man dann den Rückkehrcode.",
    "begin-another": "Als andere Person beginnen",
    # Ends
    "thanks": "Vielen Dank",
    "thanks-text": "Ihre Antworten sind angekommen. Sie können diese Seite jetzt schließen.",
    "screened-out": "Vielen Dank für Ihr Interesse",
    "screened-out-text": "Nach dem, was Sie angegeben haben, richtet sich diese Befragung nicht "
    "an Sie. Sie müssen nichts weiter tun.",
    "quota-full": "Vielen Dank für Ihre Teilnahme",
    "quota-full-text": "Von Menschen in einer ähnlichen Lage wie Ihrer haben wir schon genug "
    "Antworten. Deshalb haben wir keine weiteren Fragen. Sie müssen nichts weiter tun.",
    "closed": "Diese Befragung ist beendet",
    "closed-text": "Eine Teilnahme ist nicht mehr möglich. Vielen Dank für Ihr Interesse.",
    "not-open": "Diese Befragung hat noch nicht begonnen",
    "not-open-text": "Bitte kommen Sie später wieder. Der Link bleibt derselbe.",
    # Continue later
    "saved": "Ihre Antworten sind gespeichert",
    "saved-text": "Bitte schreiben Sie sich diesen Rückkehrcode auf. Mit ihm können Sie auf jedem "
    "Gerät weitermachen.",
    "saved-secret": "Behalten Sie ihn für sich: Wer ihn hat, kann Ihre Antworten sehen und "
    "ändern. Wir können ihn nicht noch einmal schicken, denn wir wissen nicht, wer Sie sind.",
    "saved-here": "Auf diesem Gerät genügt es, die Befragung wieder zu öffnen, solange Sie den "
    "Browser nicht schließen.",
    "go-on": "Jetzt weitermachen",
    # When something is wrong
    "not-saved": "Ihre Antworten auf dieser Seite konnten gerade nicht gespeichert werden. Sie "
    "sind noch hier: Bitte warten Sie einen Moment und schicken Sie die Seite noch einmal ab.",
    "session-unknown": "Wir wissen nicht mehr, zu welcher Befragung diese Seite gehört. Was Sie "
    "geschrieben haben, ist noch hier. Beginnen Sie in einem anderen Tab neu oder geben Sie dort "
    "Ihren Rückkehrcode ein, und schicken Sie dann diese Seite noch einmal ab.",
    "to-start": "Zur Startseite",
    "no-cookie": "Ihr Browser hat unser Cookie nicht behalten",
    "no-cookie-text": "Ohne dieses Cookie können Sie nicht von Seite zu Seite gehen. Wenn Sie die "
    "Befragung innerhalb einer anderen Seite sehen, öffnen Sie sie bitte in einem eigenen Tab. "
    "Hilft das nicht, erlauben Sie bitte in den Einstellungen Ihres Browsers Cookies für diese "
    "Adresse.",
    "own-tab": "Befragung in eigenem Tab öffnen",
    "400": "Das konnten wir nicht lesen",
    "400-text": "An der Anfrage war etwas anders als erwartet. Gehen Sie zurück, laden Sie die "
    "Seite neu und versuchen Sie es noch einmal.",
    "403": "Diese Seite ist abgelaufen",
    "403-text": "Zu Ihrer Sicherheit gilt jede Seite nur für eine Sitzung des Browsers. Öffnen "
    "Sie die Befragung neu; was Sie schon abgeschickt haben, bleibt erhalten.",
    "404": "Seite nicht gefunden",
    "404-text": "Wenn Sie die Adresse eingetippt haben, prüfen Sie sie bitte. Wenn Sie einem Link "
    "gefolgt sind, ist er vielleicht unvollständig.",
    "405": "Das geht hier nicht",
    "405-text": "Diese Adresse lässt sich so nicht öffnen. Bitte beginnen Sie auf der Startseite.",
    "413": "Das ist zu viel Text",
    "413-text": "Die Seite, die Sie geschickt haben, ist größer, als wir annehmen können. Gehen "
    "Sie zurück, kürzen Sie Ihren Text und schicken Sie sie noch einmal ab.",
    "415": "Das konnten wir nicht lesen",
    "415-text": "Die Seite kam in einer Form an, die wir nicht verstehen. Bitte benutzen Sie die "
    "Seiten der Befragung.",
    "421": "Falsche Adresse",
    "421-text": "Unter dieser Adresse gibt es keine Befragung. Bitte benutzen Sie den Link, den "
    "Sie bekommen haben.",
    "500": "Bei uns ist etwas schiefgegangen",
    "500-text": "Das tut uns leid. Was Sie schon abgeschickt haben, bleibt erhalten. Bitte "
    "versuchen Sie es gleich noch einmal.",
    "503": "Die Befragung ist gerade nicht erreichbar",
    "503-text": "Was Sie schon abgeschickt haben, bleibt erhalten. Bitte versuchen Sie es in "
    "einigen Minuten noch einmal.",
    # Mistakes in answers
    "mistake-required": "Bitte beantworten Sie diese Frage.",
    "mistake-too-few": "Bitte wählen Sie mehr Antworten, mindestens {least}.",
    "mistake-too-many": "Sie haben zu viele Antworten gewählt. Möglich sind höchstens {most}.",
    "mistake-excludes": "„{label}“ passt nicht zu weiteren Antworten. Bitte entscheiden Sie sich "
    "für das eine oder das andere.",
    "mistake-not-offered": "Bitte wählen Sie eine der Antworten, die zur Auswahl stehen.",
    "mistake-not-a-number": "Bitte geben Sie eine Zahl in Ziffern ein.",
    "mistake-too-many-decimals": "Bitte verwenden Sie weniger Nachkommastellen, höchstens "
    "{decimals}.",
    "mistake-out-of-range": "Bitte geben Sie eine Zahl von {low} bis {high} ein.",
    "mistake-not-a-date": "Bitte geben Sie ein vollständiges Datum ein, das es gibt: Tag, Monat "
    "und Jahr.",
    "mistake-date-out-of-range": "Bitte geben Sie ein Datum vom {first} bis zum {last} ein.",
    "mistake-too-long": "Bitte kürzen Sie den Text: Möglich sind {most} Zeichen, jetzt sind es "
    "{length}.",
    "mistake-rank-twice": "Den Rang {rank} haben Sie zweimal vergeben. Bitte vergeben Sie jeden "
    "Rang einmal.",
    "mistake-rank-gap": "Bitte vergeben Sie die Ränge ohne Lücke, beginnend mit 1.",
    "mistake-not-text": "Der Text enthält Zeichen, die wir nicht speichern können. Bitte tippen "
    "Sie ihn neu ein.",
    "mistake-code-unknown": "Diesen Code kennen wir nicht. Bitte vergleichen Sie ihn mit Ihrem "
    "Zettel.",
    "mistake-code-used": "Dieser Code wurde schon eingelöst.",
    "mistake-invitation-unknown": "Diese Einladung kennen wir nicht. Bitte benutzen Sie den "
    "ganzen Link aus Ihrer Nachricht.",
    "mistake-invitation-used": "Diese Einladung wurde schon eingelöst.",
    "mistake-no-script": "Ihre Einladung wurde nicht getauscht, weil JavaScript hier nicht erlaubt "
    "oder Ihr Browser zu alt ist. Sie gilt weiterhin: Bitte versuchen Sie es mit einem anderen "
    "Browser.",
    "mistake-return-code-unknown": "Diesen Rückkehrcode kennen wir nicht. Bitte prüfen Sie ihn.",
    # Controls
    "date-day": "Tag",
    "date-month": "Monat",
    "date-year": "Jahr",
    "choose": "Bitte wählen",
    "not-ranked": "Kein Rang",
    "characters": "Höchstens {most} Zeichen",
}
