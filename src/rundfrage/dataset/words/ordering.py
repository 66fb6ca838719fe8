"""Words of answers that mostly stand in some order, though no list of a scale has them.

They say how far somebody went (schooling, rank, class), how much, how long or which in turn. Where
most answers to a question hold one, the question may be a scale. `ORDERING` are whole words,
`WITHIN` parts of words in scripts and languages that join them; those of `PLACES_TOO` name places
as well as levels, and tell it beside others only.
"""

from __future__ import annotations

from rundfrage.dataset.words.vocabulary import listed

ORDERING = listed(
    # English
    "degree|diploma|bachelor|bachelors|bachelor's|master's|masters|doctorate|doctoral|phd|ph.d"
    "|graduate|undergraduate|postgraduate|primary|elementary|secondary|tertiary|a-levels|gcse",
    "junior|mid|mid-level|senior|intern|entry|trainee|lower|upper|higher|low|high|middle|medium",
    "basic|intermediate|advanced|some|lot|lots|few|fewer|less|more|most|half|quarter|majority",
    "strongly|weakly|poor|rich|wealthy|complete|incomplete|under|over|above|below|tens|dozens|hundreds|thousands|millions|every|each|sometimes|daily",
    "weekly|monthly|yearly|partly|partially|mostly|slightly|improved|worsened|better|worse",
    "increased|decreased|left|centre|center|right|conservative|liberal",
    "first|second|third|fourth|fifth|sixth|one|two|three|four|five|six|seven|eight|nine|ten",
    # German
    "abitur|fachabitur|hauptschule|hauptschulabschluss|realschule|realschulabschluss|promotion",
    "gymnasium|hochschulabschluss|bachelor|master|diplom|doktor|meister|reife|grundschule",
    "gering|geringe|mittel|mittlere|hoch|hohe|niedrig|gute|umfassende|wenig|viel|mehr|weniger",
    "arm|reich|hälfte|manche|einige|teilweise|teils|etwas|links|mitte|rechts|unterschicht|mittelschicht",
    "oberschicht|kaum|eher|sehr|stark|schwach|häufiger|seltener|kleine|große|erste|zweite|dritte",
    # French
    "baccalauréat|bac|brevet|licence|doctorat|maîtrise|primaire|secondaire|supérieur|plus|moins",
    "beaucoup|peu|parfois|moitié|gauche|centre|droite|faible|moyen|moyenne|élevé|élevée|haute",
    "pauvre|riche|bas|basse|premier|première|deuxième|troisième|quatrième|assez|très|presque|débutant",
    # Spanish, Portuguese
    "primaria|secundaria|bachillerato|preparatoria|licenciatura|maestría|máster|doctorado|posgrado",
    "grado|más|menos|mucho|poco|bastante|mitad|izquierda|derecha|baja|media|alta|bajo|medio|alto",
    "pobre|rico|bien|completa|incompleta|básico|avanzado|primero|segundo|tercero|cuarto|primer|tercer|a veces|algo|básica|avanzada",
    "fundamental|médio|graduação|mestrado|doutorado|doutoramento|bacharelado|mais|muito|pouco",
    "metade|esquerda|direita|média|baixo|baixa|superior|primeiro|terceiro|quarto|às vezes",
    # Italian
    "elementare|laurea|dottorato|diploma|licenza|più|meno|molto|metà|sinistra|destra|basso|alta",
    "primo|secondo|terzo|quarto|quinto|sesto|prima|seconda|terza|quarta|quinta|talvolta|inferiore",
    # Dutch and the languages of the north
    "basisschool|basisonderwijs|vmbo|mavo|havo|vwo|mbo|hbo|wo|lager|middelbaar|hoger|meer|minder",
    "soms|weinig|veel|helft|grundskola|gymnasium|universitetsutbildning|mer|mindre",
    # Turkish
    "ilkokul|ortaokul|lise|lisans|önlisans|ön|yüksek|doktora|az|çok|yarısı|düşük|orta|bazen|ilk",
    # Polish, Russian, Ukrainian
    "bardzo|raczej|więcej|mniej|większość|połowa|niższe|wyższe|średnie|czasem|czasami|prawie",
    "больше|меньше|более|менее|половина|иногда|скорее|очень|высшее|среднее|начальное|неполное",
    "низкий|средний|высокий|бакалавр|магистр|більше|менше|половина|іноді|дуже|вища|середня",
    # Arabic, Persian
    "أكثر|فأكثر|أقل|فأقل|أحيانا|أحياناً|ابتدائي|اعدادي|إعدادي|متوسط|ثانوي|جامعي|بكالوريوس|ماجستير"
    "|دكتوراه|دكتوراة|دبلوم|عالي|منخفض|نصف|معظم|غالبا|غالباً|نادرا|نادراً|كثيرا|قليلا|جدا|جداً",
    "بیشتر|کمتر|دیپلم|لیسانس|کارشناسی|ارشد|دکترا|فوق|زیر|گاهی|نیمی|خیلی|کم|زیاد|متوسطه|ابتدایی",
)  # fmt: skip
WITHIN = tuple(
    listed(
        "podstawow|gimnazj|licencja|magist|inżynier|doktor|technikum|zawodow",
        "начальн|бакалавр|магистр|высш|средн|кандидат|початков|середн|вищ|аспірант|аспирант",
        "小学|初中|高中|中专|大专|专科|本科|硕士|博士|以上|以下|不足|大部分|少数|一半|偶尔|有时|经常|年级",
        "小學|國中|高職|大學|碩士|博士|有時|經常|年級|초등|중학|고등|대학|석사|박사|이상|이하|미만|가끔|학년",
    )
)
PLACES_TOO = listed(
    "school|schools|university|college|schule|hochschule|universität|école|collège|lycée|université",
    "escuela|colegio|universidad|escola|universidade|scuola|liceo|università|okul|üniversite",
    "szkoła|liceum|uniwersytet|школа|колледж|университет|університет|مدرسة|جامعة|دانشگاه|技校",
    "level|nivel|niveau|livello|nível|class|clase|classe|klasse|klasa|lead|director|associate",
    "manager|head|principal|professional|vocational|technical",
)
NEGATING = listed(
    "no|not|none|nothing|never|cannot|without|kein|keine|keiner|keinen|nicht|nie|niemals|ohne",
    "pas|aucun|aucune|jamais|sans|ningún|ninguno|ninguna|nunca|sin|nada|nenhum|nenhuma|sem|não",
    "nessun|nessuno|nessuna|mai|senza|geen|niet|nooit|brak|nigdy|żaden|hiç|yok|asla|нет|не|никогда",
    "без|немає|ні|ніколи|لا|ليس|أبدا|أبداً|بدون|هرگز|بدون|ندارم",
)
NAMING = listed(
    "female|male|woman|man|women|men|girl|boy|transgender|nonbinary|heterosexual|homosexual|gay",
    "weiblich|männlich|frau|mann|divers|femme|homme|féminin|masculin|mujer|hombre|femenino",
    "masculino|mulher|homem|feminino|donna|uomo|femmina|maschio|kobieta|mężczyzna|kadın|erkek",
    "женский|мужской|женщина|мужчина|жінка|чоловік|أنثى|ذكر|زن|مرد|女|男|女性|男性|여성|남성|여자|남자|vrouw",
    "catholic|protestant|muslim|christian|hindu|jewish|buddhist|orthodox|katholisch|evangelisch",
    "catholique|musulman|católico|cattolico|katolik|sunni|shia|black|white|asian|hispanic",
    "single|married|divorced|widowed|separated|ledig|verheiratet|geschieden|verwitwet|célibataire",
    "marié|mariée|divorcé|divorcée|soltero|soltera|casado|casada|divorciado|viudo|celibe|nubile",
    "employed|unemployed|self-employed|retired|student|housewife|homemaker|employee|freelance",
    "freelancer|angestellt|angestellte|angestellter|selbstständig|arbeitslos|rentner|studierend",
    "salarié|salariée|étudiant|étudiante|retraité|retraitée|empleado|desempleado|jubilado",
    "estudiante|empregado|desempregado|aposentado|estudante|impiegato|disoccupato|pensionato",
    "studente|pracownik|bezrobotny|emeryt|работаю|пенсионер|студент|безработный|öğrenci|emekli",
)
"""What people are: answers that hold two of these names have no order by other words."""
