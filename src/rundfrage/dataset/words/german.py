"""German."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

GERMAN = Vocabulary(
    scales=(
        steps(
            "stimme voll und ganz zu|stimme völlig zu|stimme vollkommen zu|stimme voll zu"
            "|trifft voll und ganz zu|trifft völlig zu|trifft voll zu|trifft genau zu"
            "|stimme sehr zu|stimme vollständig zu|trifft vollständig zu|trifft vollkommen zu|stimme absolut zu"
            "|stimme stark zu|trifft sehr zu",
            "stimme zu|trifft zu",
            "stimme eher zu|trifft eher zu|stimme teilweise zu|trifft teilweise zu"
            "|trifft überwiegend zu|stimme überwiegend zu",
            "weder noch|teils teils|teils/teils|teils, teils|teils-teils|neutral|unentschieden"
            "|teils, teils.|unentschlossen|weder zustimmung noch ablehnung",
            "stimme eher nicht zu|lehne eher ab|trifft eher nicht zu|trifft weniger zu"
            "|stimme weniger zu|trifft kaum zu",
            "stimme nicht zu|lehne ab|trifft nicht zu",
            "stimme überhaupt nicht zu|stimme gar nicht zu|stimme garnicht zu|trifft garnicht zu|lehne völlig ab|lehne stark ab"
            "|trifft überhaupt nicht zu|trifft gar nicht zu|lehne voll und ganz ab"
            "|stimme ganz und gar nicht zu|trifft ganz und gar nicht zu",
        ),
        steps(
            "immer", "fast immer|meistens|meist", "sehr oft|sehr häufig", "oft|häufig|regelmäßig",
            "manchmal|gelegentlich|ab und zu|hin und wieder", "selten", "sehr selten",
            "fast nie|kaum", "nie|niemals",
        ),
        steps(
            "mehrmals täglich|mehrmals am tag", "täglich|jeden tag|einmal täglich|fast täglich"
            "|einmal am tag",
            "mehrmals pro woche|mehrmals in der woche|mehrmals wöchentlich|mehrmals die woche",
            "wöchentlich|einmal pro woche|einmal in der woche|einmal wöchentlich",
            "alle zwei wochen|vierzehntägig|zweiwöchentlich",
            "mehrmals im monat|mehrmals pro monat|mehrmals monatlich",
            "monatlich|einmal im monat|einmal pro monat",
            "vierteljährlich|alle paar monate|einmal im quartal",
            "mehrmals im jahr|mehrmals pro jahr", "jährlich|einmal im jahr|einmal pro jahr",
            "seltener|seltener als einmal im jahr|selten", "nie|niemals|gar nicht",
        ),
        steps(
            "ausgezeichnet|exzellent|hervorragend", "sehr gut", "gut",
            "befriedigend|okay|ok|neutral|mittel|teils teils|mittelmäßig|durchschnittlich|teils/teils",
            "ausreichend|eher schlecht", "schlecht|mangelhaft", "sehr schlecht|ungenügend",
        ),
        steps(
            "sehr wahrscheinlich|ganz sicher|auf jeden fall|bestimmt|ja, auf jeden fall|sicher",
            "wahrscheinlich|eher ja", "eher wahrscheinlich",
            "neutral|vielleicht|teils teils|unentschieden",
            "eher unwahrscheinlich", "unwahrscheinlich|wahrscheinlich nicht|eher nein|eher nicht",
            "sehr unwahrscheinlich|auf keinen fall|bestimmt nicht|nein, auf keinen fall",
        ),
        steps(
            "voll und ganz|völlig|vollständig|vollkommen|in sehr hohem maße",
            "sehr viel|sehr stark|sehr", "weitgehend|überwiegend|viel|stark|ziemlich|in hohem maße",
            "teilweise|teils|etwas|mittelmäßig|einigermaßen|mäßig|zum teil",
            "kaum|wenig|ein wenig|ein bisschen|eher wenig|in geringem maße",
            "gar nicht|überhaupt nicht|gar keine|nichts|keine|keiner|garnicht",
        ),
        steps(
            "stark zugenommen|deutlich gestiegen", "zugenommen|gestiegen|etwas zugenommen",
            "gleich geblieben|unverändert|keine veränderung",
            "abgenommen|gesunken|etwas abgenommen",
            "stark abgenommen|deutlich gesunken",
        ),
        steps(
            "viel besser|deutlich besser|sehr viel besser", "besser|etwas besser|eher besser",
            "gleich|gleich gut|unverändert|genauso", "schlechter|etwas schlechter|eher schlechter",
            "viel schlechter|deutlich schlechter|sehr viel schlechter",
        ),
        steps(
            "viel mehr|deutlich mehr", "mehr|etwas mehr", "gleich viel|genauso viel|gleich",
            "weniger|etwas weniger", "viel weniger|deutlich weniger",
        ),
        steps("ja, sehr|ja, deutlich|ja, auf jeden fall|ja, völlig|ja, voll und ganz",
              "ja, ein wenig|ja, etwas|ja, teilweise|ja, zum teil|ja, ein bisschen|eher ja",
              "nein, nicht wirklich|nein, eher nicht|nein, kaum|eher nein|eher nicht",
              "nein, gar nicht|nein, überhaupt nicht|nein, auf keinen fall|nein"),
        steps("viel zu viel", "zu viel|etwas zu viel", "genau richtig|gerade richtig|angemessen",
              "zu wenig|etwas zu wenig", "viel zu wenig"),
        steps("sehr hoch", "hoch|eher hoch", "mittel|mittelmäßig|teils/teils", "niedrig|gering"
              "|eher niedrig|eher gering", "sehr niedrig|sehr gering", "keine|gar keine"),
    ),
    # Lowest first.
    levels=(
        steps(
            "kein abschluss|kein schulabschluss|ohne abschluss|ohne schulabschluss"
            "|schule beendet ohne abschluss",
            "noch in schulischer ausbildung|schüler/in",
            "hauptschulabschluss|volksschulabschluss|hauptschule|haupt-/volksschulabschluss"
            "|volks- oder hauptschulabschluss",
            "mittlere reife|realschulabschluss|realschule|mittlerer schulabschluss"
            "|mittlerer abschluss",
            "fachhochschulreife|fachabitur",
            "abitur|hochschulreife|allgemeine hochschulreife|matura",
            "berufsausbildung|lehre|abgeschlossene berufsausbildung|abgeschlossene lehre",
            "meister|techniker|meister/techniker|fachschule",
            "bachelor", "hochschulabschluss|universitätsabschluss|studium|fachhochschulabschluss"
            "|abgeschlossenes studium|master|diplom|master/diplom", "promotion|doktor",
        ),
    ),
    grading=Grading(
        degrees={
            "gar nicht": -97, "garnicht": -97, "nicht besonders": -26, "nur ein wenig": 18, "überhaupt nicht": -97, "ganz und gar nicht": -98, "nicht": -55, "kaum": -30,
            "wenig": -20, "nicht sehr": -25, "nicht so": -24, "weniger": -20, "etwas": 30,
            "ein wenig": 22,
            "ein bisschen": 22, "teilweise": 33, "eher": 36, "eher nicht": -36, "mäßig": 34,
            "einigermaßen": 40, "mittelmäßig": 38, "ziemlich": 60, "recht": 58, "überwiegend": 66,
            "größtenteils": 66, "sehr": 75, "besonders": 80, "stark": 78, "voll": 90, "äußerst": 95,
            "extrem": 96, "völlig": 97, "vollkommen": 97, "absolut": 97, "voll und ganz": 98,
            "total": 97, "vollständig": 97, "rundum": 96, "höchst": 95,
        },
        opposites=(
            ("zufrieden", "unzufrieden"), ("einfach", "schwierig"), ("leicht", "schwer"),
            ("einfach", "schwer"), ("leicht", "schwierig"), ("gut", "schlecht"),
            ("wichtig", "unwichtig"), ("wahrscheinlich", "unwahrscheinlich"),
            ("positiv", "negativ"), ("sicher", "unsicher"), ("hoch", "niedrig"), ("hoch", "gering"),
            ("groß", "klein"), ("stark", "schwach"), ("angenehm", "unangenehm"),
            ("hilfreich", "nicht hilfreich"), ("nützlich", "nutzlos"), ("schnell", "langsam"),
            ("verständlich", "unverständlich"), ("klar", "unklar"), ("gerecht", "ungerecht"),
            ("glücklich", "unglücklich"), ("freundlich", "unfreundlich"), ("ja", "nein"),
            ("richtig", "falsch"), ("links", "rechts"), ("optimistisch", "pessimistisch"),
            ("günstig", "teuer"), ("dafür", "dagegen"), ("gern", "ungern"), ("laut", "leise"),
            ("interessant", "langweilig"), ("vertraut", "unbekannt"), ("stimme zu", "lehne ab"),
            ("häufig", "selten"), ("oft", "selten"), ("besser", "schlechter"), ("warm", "kalt"),
            ("viel", "wenig"), ("geeignet", "ungeeignet"), ("zutreffend", "unzutreffend"),
        ),
        prefixes=("un",),
        middles=(
            "neutral", "weder noch", "weder/noch", "teils teils", "teils/teils", "teils, teils",
            "teils-teils", "teils / teils", "unentschieden", "mittel", "mittelmäßig",
            "weder {x} noch {x}", "durchschnittlich", "geht so", "unentschlossen",
        ),
    ),
    yes=listed("ja|j"),
    no=listed("nein"),
    chosen=listed("wahr|ausgewählt|angekreuzt|genannt|gewählt|erwähnt|markiert|angeklickt"
                  "|ausgesucht|zitiert|quotiert"),
    unchosen=listed("falsch|nicht ausgewählt|nicht angekreuzt|nicht genannt|nicht gewählt"
                    "|nicht erwähnt|nicht markiert|nicht angeklickt|ungenannt|abgewählt"
                    "|nicht ausgesucht|nicht zitiert|nicht quotiert"),
    other=listed(
        "andere|anderer|anderes|sonstige|sonstiger|sonstiges|andere/sonstige|etwas anderes"
        "|sonstiges:|sonstiges, und zwar|anderes, und zwar|sonstiges (bitte angeben)"
        "|andere (bitte angeben)|sonstige, und zwar|andere, und zwar|sonstiges (bitte nennen)"
        "|anderes (bitte angeben)|andere antwort|weitere"
    ),
    none=listed(
        "keine|keiner|keines|keine davon|nichts davon|nichts|trifft auf mich nicht zu|keins davon"
        "|keine der genannten|keines davon|nichts von alledem"
    ),
    ranked=("rangordn", "rangplatz", "rangplätze", "rangliste", "ranking", "reihenfolge", "rangfolge", "ordnen sie", "sortier", "priorisier", "platz"),
    mentions=("nennung", "bis zu zwei", "bis zu drei", "bis zu vier", "bis zu fünf", "bis zu 2", "bis zu 3", "bis zu 4", "bis zu 5", "maximal", "höchstens"),
    several=("mehrfachnennung", "mehrfachantwort", "mehrfachauswahl", "mehrere antworten",
             "alle zutreffenden", "alles zutreffende", "alles, was zutrifft", "mehrere nennungen",
             "mehrere möglich", "alle, die zutreffen"),
    below=("unter", "weniger als", "bis zu", "bis", "jünger als", "höchstens", "unterhalb von"),
    above=("nur", "genau", "zwischen", "über", "mehr als", "mindestens", "ab", "älter als", "oberhalb von"),
    spans=spans(
        "sekunde|sekunden",
        "minute|minuten|min",
        "stunde|stunden|std",
        "tag|tage|tagen",
        "woche|wochen",
        "monat|monate|monaten",
        "jahr|jahre|jahren",
    ),
    times=("mal", "male"),
    one=("ein", "eine", "einem", "einer", "einen"),
)  # fmt: skip
