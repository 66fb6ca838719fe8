"""The wordings of a deck in German."""

from rundfrage.report.words.catalogue import Plural, Words

DE = Words(
    language="de",
    quotes=("„", "“"),
    comma=", ",
    last=" und ",
    either=" oder ",
    ribbon="Simulierte Antworten – keine echten Befragten",
    question="Frage {name}",
    on_question="Zu Frage {name}",
    part="Teil {part} von {parts}",
    took_part=Plural(
        "de", {"one": "{n} Person hat teilgenommen", "other": "{n} Menschen haben teilgenommen"}
    ),
    field_days="Befragt vom {start} bis {end}",
    field_day="Befragt am {start}",
    not_representative="Die Umfrage stand allen offen. Ihre Ergebnisse sind nicht repräsentativ.",
    not_representative_short="nicht repräsentativ",
    base="Basis: n = {n} Antwortende von {asked} Befragten",
    base_routed="Basis: n = {n} Antwortende von {asked}, denen die Frage gestellt wurde "
    "({interviews} Befragte insgesamt)",
    base_range="Basis: je Zeile n = {low} bis {high} Antwortende von {asked} Befragten",
    base_mentions="Mehrere Antworten waren möglich",
    weighted="Gewichtet mit {weight}, n ungewichtet",
    effective="effektives n = {n}",
    interval_lines="Linien: 95-%-Konfidenzintervall ({method})",
    brackets="In eckigen Klammern: weniger als 30 Antwortende",
    mean_scale="Mittelwert (Ø): {first} = {best}, {last} = {worst}",
    mean_rank="Mittlerer Rang (Ø): 1 = vorderster Platz",
    nps_rule="Net Promoter Score: Anteil der Stufen 9 und 10 minus Anteil der Stufen 0 bis 6",
    not_shown=Plural(
        "de",
        {
            "one": "{n} weitere Zeile steht in der Excel-Datei",
            "other": "{n} weitere Zeilen stehen in der Excel-Datei",
        },
    ),
    groups_not_shown=Plural(
        "de",
        {
            "one": "{n} Gruppe wird nicht gezeigt, da Einzelne erkennbar wären",
            "other": "{n} Gruppen werden nicht gezeigt, da Einzelne erkennbar wären",
        },
    ),
    answer_net=Plural(
        "de", {"one": "{share} antwortet {answers}", "other": "{share} antworten {answers}"}
    ),
    answer_caption=Plural("de", {"one": "antwortet {answers}.", "other": "antworten {answers}."}),
    answer_item_caption=Plural(
        "de",
        {
            "one": "antwortet zu {item} mit {answers}.",
            "other": "antworten zu {item} mit {answers}.",
        },
    ),
    choose_caption=Plural("de", {"one": "wählt {answer}.", "other": "wählen {answer}."}),
    net="{label}: {share}",
    most_frequent="Häufigste Antwort: {list}",
    most_mentioned="Am häufigsten genannt: {list}",
    next_one="An zweiter Stelle: {answer} mit {share}.",
    equally_often="Ebenso oft: {answer} mit {share}.",
    leading="An der Spitze: {list}",
    leading_and_trailing="An der Spitze: {list}; am Ende: {rest}",
    leading_item="An der Spitze: {item} (Ø {mean})",
    front_and_back="An der Spitze: {item} (Ø {mean}), am Ende: {other} (Ø {worst})",
    span="Mittelwerte von {best} bis {worst}, an der Spitze: {item}",
    first_rank="Am weitesten vorn: {item} (mittlerer Rang {mean})",
    mean="Mittelwert {mean}",
    mean_median="Mittelwert {mean}, Median {median}",
    nps="Net Promoter Score: {nps}",
    nps_name="Net Promoter Score",
    nobody="Auf diese Frage gibt es keine Antworten.",
    too_few="Hier haben so wenige geantwortet, dass Einzelne erkennbar wären. "
    "Deshalb zeigen wir kein Ergebnis.",
    share="Anteil",
    top_heading="Oberste zwei",
    mean_heading="Ø",
    rank_heading="Ø Rang",
    first_heading="Auf Platz 1",
    interval_heading="95-%-Intervall",
    letters_heading="Über",
    letters_note="Über: Gruppen, deren Zahl signifikant kleiner ist (klein 5 %, groß 1 %; ≠ der "
    "übliche Test sagt anderes)",
    open_answers=Plural(
        "de",
        {"one": "Antwort auf diese offene Frage.", "other": "Antworten auf diese offene Frage."},
    ),
    one_of=Plural("de", {"one": "{n} Antwort", "other": "Eine von {n} Antworten"}),
    selection="Eine Auswahl aus {n} Antworten",
    alt_bars="Balkendiagramm zu: {title} {rows}.",
    alt_stacked="Gestapeltes Balkendiagramm zu: {title} {rows}.",
    alt_means="Balkendiagramm der Mittelwerte zu: {title} {rows}.",
    alt_row="{label}: {figure}",
    summary="Das Wichtigste auf einen Blick",
    summary_line="{question} {answer}.",
    method="Wie die Umfrage gemacht ist",
    method_field="{took_part}. {field}.",
    method_open="Die Umfrage stand allen offen. Wer mitmachte, hat sich selbst dafür entschieden. "
    "Die Ergebnisse sind deshalb nicht repräsentativ, und eine Fehlerspanne lässt sich nicht "
    "angeben.",
    method_list="Eingeladen waren die Menschen auf einer Liste. Die Ergebnisse beschreiben "
    "diejenigen, die geantwortet haben.",
    method_probability="Die Befragten wurden nach dem Zufall ausgewählt.",
    method_undesigned="Wie genau sie ausgewählt wurden, geht in diesen Bericht nicht ein. Deshalb "
    "gibt er keine Fehlerspannen an.",
    method_intervals="Linien in Diagrammen sind Konfidenzintervalle. Würde man immer wieder neu "
    "auswählen, enthielten sie den wahren Wert in 95 von hundert Fällen. Sätze, die zwei Zahlen "
    "vergleichen, sind auf fünf Prozent geprüft.",
    method_effective="Das effektive n sagt, wie viele gleich gewichtete Menschen ebenso viel "
    "aussagen würden.",
    method_unweighted="Die Ergebnisse sind nicht gewichtet.",
    method_weighted="Die Ergebnisse sind mit {weight} gewichtet. Fallzahlen (n) zählen Menschen "
    "und sind ungewichtet.",
    method_bases="Prozente beziehen sich auf alle, die die Frage beantwortet haben. Wo mehrere "
    "Antworten möglich waren, zählen Menschen und nicht Nennungen. Die Anteile ergeben dann "
    "zusammen mehr als hundert Prozent.",
    method_rounding="Prozente sind ganze Zahlen. Sie sind so gerundet, dass die Teile eines "
    "Ganzen zusammen hundert ergeben und Summen zu ihren Teilen passen; eine Hälfte wird "
    "aufgerundet.",
    method_means="Ein Mittelwert (Ø) rechnet mit den Stufen der Skala. Welche Zahl für welche "
    "Stufe steht, sagt die Folie. Fehlende Antworten zählen nicht mit.",
    method_disclosure="Ergebnisse von weniger als 30 Menschen stehen in eckigen Klammern. Wo so "
    "wenige geantwortet haben, dass Einzelne erkennbar wären, zeigen wir nichts, und auch nicht, "
    "was es durch Abziehen verraten würde.",
    method_quotes="Zitate stehen im Wortlaut. Ein Mensch hat sie ausgewählt und freigegeben; ihre "
    "Reihenfolge ist zufällig.",
    method_simulated="Alle Antworten in diesem Bericht hat ein Programm erzeugt. Sie sagen nichts "
    "über wirkliche Menschen.",
    ledger="Wer welche Frage beantwortet hat",
    ledger_question="Frage",
    ledger_asked="gefragt",
    ledger_answered="beantwortet",
    ledger_dont_know="weiß nicht",
    ledger_refused="verweigert",
    ledger_left_blank="offen gelassen",
    note_wording="Wortlaut der Frage: {title}",
    note_hint="Hinweis zur Frage: {hint}",
    note_base="{label}: {interviews} Befragte, {not_asked} nicht gefragt, {asked} gefragt, "
    "{answered} beantwortet, {dont_know} weiß nicht, {refused} verweigert, {left_blank} offen "
    "gelassen",
    note_labels="Antworten im vollen Wortlaut: {list}",
    note_figure="{binding} = {figure}",
    note_simulated="Die Antworten sind simuliert.",
    nothing="–",
)
