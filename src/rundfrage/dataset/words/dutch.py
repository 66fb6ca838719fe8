"""Dutch."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

DUTCH = Vocabulary(
    scales=(
        steps(
            "helemaal mee eens|volledig mee eens|zeer mee eens|sterk mee eens|geheel mee eens"
            "|volkomen mee eens|helemaal eens|zeer eens|sterk eens|volledig eens|helemaal waar",
            "mee eens|eens|waar",
            "een beetje mee eens|enigszins mee eens|beetje mee eens|enigszins eens"
            "|eerder mee eens|beetje eens",
            "neutraal|niet mee eens, niet mee oneens|niet mee eens niet mee oneens|niet eens, niet oneens"
            "|noch mee eens, noch mee oneens|noch mee eens noch mee oneens|noch eens, noch oneens"
            "|niet eens niet oneens|niet mee eens / niet mee oneens|niet mee eens/niet mee oneens"
            "|noch eens noch oneens|niet eens/niet oneens",
            "een beetje mee oneens|enigszins mee oneens|beetje mee oneens|enigszins oneens"
            "|eerder mee oneens|beetje oneens",
            "mee oneens|niet mee eens|oneens|niet waar",
            "helemaal mee oneens|volledig mee oneens|zeer mee oneens|sterk mee oneens"
            "|geheel mee oneens|volkomen mee oneens|helemaal niet mee eens|helemaal oneens"
            "|zeer oneens|sterk oneens|volledig oneens|helemaal niet waar",
        ),
        steps("altijd|steeds", "bijna altijd|meestal|doorgaans", "heel vaak|zeer vaak", "vaak"
              "|regelmatig", "soms|af en toe|nu en dan|wel eens", "zelden", "heel zelden"
              "|zeer zelden", "bijna nooit|vrijwel nooit", "nooit"),
        steps(
            "meerdere keren per dag|vaker per dag|meerdere malen per dag",
            "dagelijks|elke dag|iedere dag|bijna elke dag|een keer per dag",
            "meerdere keren per week|enkele keren per week|een paar keer per week",
            "wekelijks|elke week|een keer per week|één keer per week",
            "meerdere keren per maand|enkele keren per maand|een paar keer per maand",
            "maandelijks|elke maand|een keer per maand|één keer per maand",
            "meerdere keren per jaar|enkele keren per jaar|een paar keer per jaar",
            "jaarlijks|elk jaar|een keer per jaar|één keer per jaar",
            "minder vaak|zelden|minder dan een keer per jaar", "nooit",
        ),
        steps("uitstekend|uitmuntend", "zeer goed|heel goed|erg goed", "goed", "redelijk|voldoende"
              "|neutraal|gemiddeld|matig|niet goed, niet slecht", "onvoldoende|slecht"
              "|niet zo goed", "zeer slecht|heel slecht|erg slecht"),
        steps("zeker wel|zeker", "waarschijnlijk wel|waarschijnlijk", "misschien|weet niet|neutraal",
              "waarschijnlijk niet", "zeker niet"),
        steps("volledig|helemaal|geheel", "zeer veel|heel veel|in sterke mate|in hoge mate",
              "veel|grotendeels|behoorlijk", "enigszins|deels|gedeeltelijk|redelijk|in enige mate",
              "weinig|een beetje|nauwelijks|in geringe mate", "helemaal niet|niet|niets|geen"),
        steps("veel beter", "beter|iets beter", "hetzelfde|gelijk|gelijk gebleven|onveranderd",
              "slechter|iets slechter", "veel slechter"),
        steps("veel meer", "meer|iets meer", "evenveel|hetzelfde|gelijk", "minder|iets minder",
              "veel minder"),
        steps("zeer hoog|heel hoog", "hoog", "gemiddeld|middelmatig|matig", "laag", "zeer laag"
              "|heel laag"),
    ),
    # Lowest first.
    levels=(
        steps("geen opleiding|geen diploma|geen onderwijs", "basisonderwijs|basisschool"
              "|lager onderwijs", "vmbo|lbo|mavo|vmbo/mavo|lager secundair onderwijs|lbo/vmbo",
              "havo|vwo|havo/vwo|hoger secundair onderwijs", "mbo", "hbo|hogeschool|bachelor"
              "|hbo bachelor", "wo|universiteit|master|universitair", "doctoraat|phd|promotie"),
    ),
    grading=Grading(
        degrees={
            "helemaal niet": -97, "totaal niet": -97, "volstrekt niet": -97, "niet": -55,
            "nauwelijks": -30, "weinig": -20, "niet zo": -24, "niet erg": -25, "niet zeer": -25,
            "een beetje": 22, "beetje": 22, "iets": 25, "enigszins": 30, "deels": 33,
            "redelijk": 42, "tamelijk": 45, "nogal": 45, "vrij": 45, "eerder": 36, "behoorlijk": 60,
            "overwegend": 62, "heel": 76, "erg": 75, "zeer": 78, "sterk": 80, "bijzonder": 82,
            "buitengewoon": 94, "uiterst": 95, "extreem": 96, "volledig": 97, "helemaal": 97,
            "volkomen": 97, "totaal": 97, "geheel": 97,
        },
        opposites=(
            ("tevreden", "ontevreden"), ("belangrijk", "onbelangrijk"), ("eens", "oneens"),
            ("mee eens", "mee oneens"), ("mee eens", "niet mee eens"), ("goed", "slecht"),
            ("makkelijk", "moeilijk"), ("gemakkelijk", "moeilijk"), ("eenvoudig", "moeilijk"),
            ("waarschijnlijk", "onwaarschijnlijk"), ("positief", "negatief"), ("hoog", "laag"),
            ("veilig", "onveilig"), ("duidelijk", "onduidelijk"), ("nuttig", "nutteloos"),
            ("snel", "langzaam"), ("links", "rechts"), ("vaak", "zelden"), ("veel", "weinig"),
            ("gelukkig", "ongelukkig"), ("gezond", "ongezond"), ("voor", "tegen"),
            ("groot", "klein"), ("warm", "koud"), ("duur", "goedkoop"), ("prettig", "onprettig"),
        ),
        prefixes=("on",),
        middles=("neutraal", "niet {x}, niet {x}", "niet {x} en niet {x}", "noch {x}, noch {x}",
                 "noch {x} noch {x}", "niet {x} / niet {x}", "gemiddeld"),
    ),
    yes=listed("ja"),
    no=listed("nee|neen"),
    chosen=listed("waar|geselecteerd|aangevinkt|gekozen|genoemd|aangekruist"),
    unchosen=listed("onwaar|niet geselecteerd|niet aangevinkt|niet gekozen|niet genoemd"
                    "|niet aangekruist"),
    other=listed("anders|andere|ander|overig|overige|anders, namelijk|anders, namelijk:|iets anders"
                 "|anders (specificeer)|andere (specificeer)|anders, nl.|anders namelijk"),
    none=listed("geen|geen van deze|geen van bovenstaande|geen enkele|niets|geen van allen"
                "|geen van beide|geen van de bovenstaande"),
    ranked=("rangschik", "rangorde", "volgorde"),
    mentions=("maximaal", "hooguit", "tot drie", "tot twee"),
    several=("meerdere antwoorden", "alles wat van toepassing", "alle antwoorden die",
             "meer antwoorden mogelijk", "meerdere opties"),
    below=("minder dan", "onder", "tot", "jonger dan", "hooguit", "maximaal"),
    above=("meer dan", "boven", "vanaf", "ouder dan", "minstens", "minimaal"),
    spans=spans("seconde|seconden", "minuut|minuten", "uur|uren", "dag|dagen", "week|weken",
                "maand|maanden", "jaar|jaren"),
    times=("keer", "maal"),
    one=("een", "één"),
)  # fmt: skip
