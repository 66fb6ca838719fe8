"""The words of answers by language: scales take their order whatever order they come in."""

import random

import pytest

from rundfrage.codebook import Missing, Role
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.scales import BESIDE, folded, role_of, scale_of, yes_or_no
from rundfrage.dataset.words import VOCABULARIES

SCALES = [
    ("en", "Strongly agree|Agree|Neither agree nor disagree|Disagree|Strongly disagree"),
    ("en", "Very satisfied|Somewhat satisfied|Neutral|Somewhat dissatisfied|Very dissatisfied"),
    ("en", "Very easy|Easy|Difficult|Very difficult"),
    ("en", "A great deal|A lot|A moderate amount|A little|None at all"),
    ("en", "Extremely important|Very important|Somewhat important|Not at all important"),
    ("en", "Always|Often|Sometimes|Rarely|Never"),
    ("en", "Daily|Weekly|Monthly|Yearly|Never"),
    ("en", "Much better|Better|About the same|Worse|Much worse"),
    ("de", ("Stimme voll und ganz zu|Stimme eher zu|Teils/teils|Stimme eher nicht zu"
           "|Stimme überhaupt nicht zu")),
    ("de", "Sehr zufrieden|Zufrieden|Weder noch|Unzufrieden|Sehr unzufrieden"),
    ("de", "Sehr leicht|Eher leicht|Eher schwer|Sehr schwer"),
    ("de", "Sehr wichtig|Ziemlich wichtig|Etwas wichtig|Gar nicht wichtig"),
    ("de", "Immer|Oft|Manchmal|Selten|Nie"),
    ("de", "Täglich|Mehrmals pro Woche|Einmal pro Woche|Einmal im Monat|Seltener|Nie"),
    ("de", "Sehr gut|Gut|Befriedigend|Ausreichend|Mangelhaft|Ungenügend"),
    ("de", "Auf jeden Fall|Eher ja|Vielleicht|Eher nein|Auf keinen Fall"),
    ("fr", ("Tout à fait d’accord|D’accord|Ni d’accord ni pas d’accord|Pas d’accord"
           "|Pas du tout d’accord")),
    ("fr", "Tout à fait d'accord|Plutôt d'accord|Plutôt pas d'accord|Pas du tout d'accord"),
    ("fr", ("Très satisfait(e)|Satisfait(e)|Ni satisfait(e) ni insatisfait(e)|Insatisfait(e)"
           "|Très insatisfait(e)")),
    ("fr", "Très satisfaite|Plutôt satisfaite|Neutre|Peu satisfaite|Pas du tout satisfaite"),
    ("fr", "Très importante|Importante|Neutre|Peu importante|Pas du tout importante"),
    ("fr", "Très satisfait·e|Plutôt satisfait·e|Plutôt insatisfait·e|Très insatisfait·e"),
    ("fr", "Très facile|Plutôt facile|Plutôt difficile|Très difficile"),
    ("fr", "Beaucoup|Assez|Un peu|Pas du tout"),
    ("fr", "Très important|Assez important|Peu important|Pas du tout important"),
    ("fr", "Excellente|Très bonne|Bonne|Moyenne|Mauvaise"),
    ("fr", "Toujours|Souvent|Parfois|Rarement|Jamais"),
    ("fr", ("Tous les jours|Plusieurs fois par semaine|Une fois par semaine|Une fois par mois"
           "|Moins souvent|Jamais")),
    ("fr", "Très probable|Probable|Peu probable|Pas du tout probable"),
    ("fr", "Oui, tout à fait|Oui, plutôt|Non, plutôt pas|Non, pas du tout"),
    ("fr", "Beaucoup mieux|Un peu mieux|Pareil|Un peu moins bien|Beaucoup moins bien"),
    ("fr", "Aucun diplôme|Brevet des collèges|CAP/BEP|Baccalauréat|Bac+2|Licence|Master|Doctorat"),
    ("es", ("Totalmente de acuerdo|De acuerdo|Ni de acuerdo ni en desacuerdo|En desacuerdo"
           "|Totalmente en desacuerdo")),
    ("es", "Muy de acuerdo|Algo de acuerdo|Algo en desacuerdo|Muy en desacuerdo"),
    ("es", "Muy satisfecho/a|Satisfecho/a|Neutral|Insatisfecho/a|Muy insatisfecho/a"),
    ("es", "Muy satisfecha|Bastante satisfecha|Poco satisfecha|Nada satisfecha"),
    ("es", "Muy fácil|Fácil|Ni fácil ni difícil|Difícil|Muy difícil"),
    ("es", "Mucho|Bastante|Poco|Nada"),
    ("es", "Muy importante|Importante|Algo importante|Poco importante|Nada importante"),
    ("es", "Muy satisfecho|Satisfecho|Neutral|Poco satisfecho|Nada satisfecho"),
    ("es", "Muy buena|Buena|Regular|Mala|Muy mala"),
    ("es", "Siempre|Casi siempre|A veces|Casi nunca|Nunca"),
    ("es", "Todos los días|Varias veces a la semana|Una vez a la semana|Una vez al mes|Nunca"),
    ("es", "Muy probable|Probable|Poco probable|Nada probable"),
    ("es", "Mucho mejor|Mejor|Igual|Peor|Mucho peor"),
    ("es", "Sin estudios|Primaria|Secundaria|Bachillerato|Universidad|Posgrado|Doctorado"),
    ("it", ("Completamente d'accordo|D'accordo|Né d'accordo né in disaccordo|In disaccordo"
           "|Completamente in disaccordo")),
    ("it", "Molto d'accordo|Abbastanza d'accordo|Poco d'accordo|Per niente d'accordo"),
    ("it", "Molto soddisfatto/a|Soddisfatto/a|Neutrale|Insoddisfatto/a|Molto insoddisfatto/a"),
    ("it", "Molto soddisfatta|Abbastanza soddisfatta|Poco soddisfatta|Per nulla soddisfatta"),
    ("it", "Molto facile|Abbastanza facile|Abbastanza difficile|Molto difficile"),
    ("it", "Moltissimo|Molto|Abbastanza|Poco|Per niente"),
    ("it", ("Estremamente importante|Molto importante|Abbastanza importante|Poco importante"
           "|Per niente importante")),
    ("it", ("Molto soddisfatta|Soddisfatta|Né soddisfatta né insoddisfatta|Poco soddisfatta"
           "|Per niente soddisfatta")),
    ("it", "Ottimo|Buono|Discreto|Sufficiente|Insufficiente|Pessimo"),
    ("it", "Sempre|Spesso|A volte|Raramente|Mai"),
    ("it", "Ogni giorno|Più volte alla settimana|Una volta alla settimana|Una volta al mese|Mai"),
    ("it", "Sicuramente sì|Probabilmente sì|Forse|Probabilmente no|Sicuramente no"),
    ("it", "Molto meglio|Meglio|Uguale|Peggio|Molto peggio"),
    ("it", "Licenza elementare|Licenza media|Diploma|Laurea triennale|Laurea magistrale|Dottorato"),
    ("pl", ("Zdecydowanie się zgadzam|Raczej się zgadzam|Ani się zgadzam, ani się nie zgadzam"
           "|Raczej się nie zgadzam|Zdecydowanie się nie zgadzam")),
    ("pl", ("Całkowicie się zgadzam|Zgadzam się|Trudno powiedzieć|Nie zgadzam się"
           "|Całkowicie się nie zgadzam")),
    ("pl", ("Bardzo zadowolony/a|Raczej zadowolony/a|Ani zadowolony/a, ani niezadowolony/a"
           "|Raczej niezadowolony/a|Bardzo niezadowolony/a")),
    ("pl", "Zdecydowanie tak|Raczej tak|Trudno powiedzieć|Raczej nie|Zdecydowanie nie"),
    ("pl", "Bardzo łatwe|Łatwe|Trudne|Bardzo trudne"),
    ("pl", "Bardzo ważne|Ważne|Mało ważne|Nieważne"),
    ("pl", "W bardzo dużym stopniu|W dużym stopniu|W średnim stopniu|W małym stopniu|Wcale"),
    ("pl", "Bardzo dobra|Dobra|Przeciętna|Zła|Bardzo zła"),
    ("pl", "Zawsze|Często|Czasami|Rzadko|Nigdy"),
    ("pl", "Codziennie|Kilka razy w tygodniu|Raz w tygodniu|Raz w miesiącu|Rzadziej|Nigdy"),
    ("pl", "Bardzo prawdopodobne|Prawdopodobne|Mało prawdopodobne|Nieprawdopodobne"),
    ("pl", "Znacznie lepiej|Lepiej|Tak samo|Gorzej|Znacznie gorzej"),
    ("pl", "Podstawowe|Zasadnicze zawodowe|Średnie|Licencjat|Wyższe magisterskie|Doktorat"),
    ("pt", "sempre|quase sempre|às vezes|raramente|nunca"),
    ("pt", "ótimo|bom|regular|ruim|péssimo"),
    ("pt", "concordo totalmente|concordo|nem concordo nem discordo|discordo|discordo totalmente"),
    ("pt", "concorda muito|concorda um pouco|nem concorda nem discorda|discorda muito"),
    ("pt", "muito satisfeito|satisfeito|pouco satisfeito|nada satisfeito"),
    ("pt", "muito melhor|melhor|igual|pior|muito pior"),
    ("pt", "muita|alguma|pouca|nenhuma"),
    ("pt", "todos os dias|uma vez por semana|uma vez por mês|nunca"),
    ("pt", "ensino fundamental|ensino médio|ensino superior"),
    ("zh", "非常同意|同意|無意見|不同意|非常不同意"),
    ("zh", "很满意|比较满意|一般|不太满意|很不满意"),
    ("zh", "非常好|很好|普通|很差|非常差"),
    ("zh", "總是|經常|有時|很少|從不"),
    ("zh", "肯定會|多數會|多數唔會|肯定唔會"),
    ("zh", "好重視|幾重視|一半半|唔係幾重視|完全唔重視"),
    ("zh", "小學|國中|高中|大學|碩士"),
    ("zh", "上層|中上層|中層|中下層|下層"),
    ("ko", "매우 심각하다|어느정도 심각하다|별로 심각하지 않다|전혀 심각하지 않다"),
    ("ko", "매우 많다|어느정도 있다|별로 없다|전혀 없다"),
    ("ko", "매우 만족|만족|보통|불만족|매우 불만족"),
    ("ko", "매우 잘 안다|어느정도 안다|잘 모른다|전혀 모른다"),
    ("ko", "매우 그렇다|그렇다|보통이다|그렇지 않다|전혀 그렇지 않다"),
    ("ko", "상|중상|중|중하|하"),
    ("ko", "초등학교|중학교|고등학교|대학교|대학원"),
    ("ko", "항상|자주|가끔|전혀"),
    ("fa", "کاملا موافقم|موافقم|نظری ندارم|مخالفم|کاملا مخالفم"),
    ("fa", "کاملاً راضی|راضی|تا حدودی راضی|ناراضی|کاملاً ناراضی"),
    ("fa", "خیلی زیاد|زیاد|متوسط|کم|خیلی کم"),
    ("fa", "همیشه|اغلب|گاهی|به ندرت|هرگز"),
    ("fa", "عالی|خوب|متوسط|ضعیف|خیلی ضعیف"),
    ("nl", "Helemaal mee eens|Mee eens|Neutraal|Mee oneens|Helemaal mee oneens"),
    ("nl", "Zeer mee eens|Eens|Niet mee eens, niet mee oneens|Oneens|Zeer mee oneens"),
    ("nl", "Zeer tevreden|Tevreden|Noch tevreden, noch ontevreden|Ontevreden|Zeer ontevreden"),
    ("nl", "Altijd|Vaak|Soms|Zelden|Nooit"),
    ("nl", "Dagelijks|Wekelijks|Maandelijks|Minder vaak|Nooit"),
    ("nl", "Zeer belangrijk|Belangrijk|Niet zo belangrijk|Helemaal niet belangrijk"),
    ("nl", "Uitstekend|Goed|Matig|Slecht"),
    ("nl", "Veel beter|Iets beter|Hetzelfde|Iets slechter|Veel slechter"),
    ("fa", "خیلی مهم|مهم|تا حدی مهم|کم اهمیت|بی اهمیت"),
    ("fa", "خیلی آسان|آسان|سخت|خیلی سخت"),
    ("fa", "هر روز|چند بار در هفته|یک بار در هفته|یک بار در ماه|هرگز"),
    ("en", "Every or nearly every day|2 to 3 days a week|Once every 3 months|Never"),
    ("de", "mehrmals pro Woche|einmal pro Woche|einmal im Monat|nie"),
    ("de", "ist mir sehr ähnlich|ist mir ähnlich|ist mir ein wenig ähnlich|ist mir nicht ähnlich"),
    ("fr", "Tout à fait en accord|Plutôt en accord|Plutôt en désaccord|Tout à fait en désaccord"),
    ("en", "all of them|most of them|few of them|none of them"),
    ("en", "always justifiable|often justifiable|sometimes justifiable|never justifiable"),
    ("en", "a great deal of control|some control|very little control|no control"),
    ("en", "first year|second year|third year"),
    ("tr", "Kesinlikle katılıyorum|Katılıyorum|Kararsızım|Katılmıyorum|Kesinlikle katılmıyorum"),
    ("tr", "Çok memnunum|Memnunum|Ne memnunum ne memnun değilim|Memnun değilim|Hiç memnun değilim"),
    ("tr", "Çok kolay|Kolay|Ne kolay ne zor|Zor|Çok zor"),
    ("tr", "Çok önemli|Önemli|Biraz önemli|Önemli değil|Hiç önemli değil"),
    ("tr", "Tamamen|Oldukça|Kısmen|Biraz|Hiç"),
    ("tr", "Çok İyi|İyi|Orta|Kötü|Çok Kötü"),
    ("tr", "çok iyi|iyi|orta|kötü|çok kötü"),
    ("tr", "Her zaman|Sık sık|Bazen|Nadiren|Hiçbir zaman"),
    ("tr", "Her gün|Haftada birkaç kez|Haftada bir|Ayda bir|Hiçbir zaman"),
    ("tr", "Kesinlikle evet|Muhtemelen evet|Belki|Muhtemelen hayır|Kesinlikle hayır"),
    ("tr", "Çok daha iyi|Daha iyi|Aynı|Daha kötü|Çok daha kötü"),
    ("tr", "Çok yararlı|Oldukça yararlı|Biraz yararlı|Yararlı değil|Hiç yararlı değil"),
    ("tr", "İlkokul|Ortaokul|Lise|Ön lisans|Lisans|Yüksek lisans|Doktora"),
    ("ar", "أوافق بشدة|أوافق|محايد|لا أوافق|لا أوافق بشدة"),
    ("ar", "موافق بشدّة|موافق|محايد|غير موافق|غير موافق بشدّة"),
    ("ar", "راضٍ جدًا|راضٍ|محايد|غير راضٍ|غير راضٍ على الإطلاق"),
    ("ar", "راض جدا|راض|راض إلى حد ما|غير راض|غير راض جدا"),
    ("ar", "سهل جداً|سهل|متوسط|صعب|صعب جداً"),
    ("ar", "إلى حد كبير|إلى حد ما|قليلا|على الإطلاق"),
    ("ar", "مهم جدا|مهم|متوسط الأهمية|قليل الأهمية|غير مهم"),
    ("ar", "ممتاز|جيد جدا|جيد|مقبول|ضعيف"),
    ("ar", "دائمًا|غالبًا|أحيانًا|نادرًا|أبدًا"),
    ("ar", "يوميا|عدة مرات في الأسبوع|مرة في الأسبوع|مرة في الشهر|أبدا"),
    ("ar", "محتمل جدا|محتمل|غير محتمل|غير محتمل على الإطلاق"),
    ("ar", "أفضل بكثير|أفضل|كما هو|أسوأ|أسوأ بكثير"),
    ("ar", "ابتدائي|إعدادي|ثانوي|بكالوريوس|ماجستير|دكتوراه"),
    ("ru", ("Полностью согласен|Скорее согласен|Ни согласен, ни не согласен|Скорее не согласен"
           "|Полностью не согласен")),
    ("ru", ("Полностью согласен(на)|Согласен(на)|Нейтрально|Не согласен(на)"
           "|Совершенно не согласен(на)")),
    ("ru", ("Очень удовлетворён|Скорее удовлетворён|Нечто среднее|Скорее не удовлетворён"
           "|Совсем не удовлетворён")),
    ("ru", "Определенно да|Скорее да|Скорее нет|Определенно нет"),
    ("ru", "Очень легко|Легко|Сложно|Очень сложно"),
    ("ru", "Очень важно|Важно|Не очень важно|Совсем не важно"),
    ("ru", "Полностью|В значительной степени|Частично|Слабо|Совсем нет"),
    ("ru", "Очень довольна|Довольна|Нейтрально|Не очень довольна|Совсем не довольна"),
    ("ru", "Отлично|Хорошо|Удовлетворительно|Плохо|Очень плохо"),
    ("ru", "Всегда|Часто|Иногда|Редко|Никогда"),
    ("ru", "Ежедневно|Несколько раз в неделю|Раз в неделю|Раз в месяц|Реже|Никогда"),
    ("ru", "Очень вероятно|Вероятно|Маловероятно|Совсем не вероятно"),
    ("ru", "Намного лучше|Лучше|Так же|Хуже|Намного хуже"),
    ("ru", ("Неполное среднее|Среднее|Среднее специальное|Незаконченное высшее|Высшее"
           "|Учёная степень")),
    ("uk", "Повністю згоден|Скоріше згоден|Байдуже|Скоріше не згоден|Повністю не згоден"),
    ("uk", "Дуже задоволений|Задоволений|Нейтрально|Незадоволений|Дуже незадоволений"),
    ("uk", "Повністю задоволена|Скоріше задоволена|Скоріше незадоволена|Зовсім не задоволена"),
    ("uk", "Однозначно так|Скоріше так|Скоріше ні|Однозначно ні"),
    ("uk", "Дуже легко|Легко|Важко|Дуже важко"),
    ("uk", "Дуже важливо|Важливо|Не дуже важливо|Зовсім не важливо"),
    ("uk", "Повністю|Значною мірою|Частково|Трохи|Зовсім ні"),
    ("uk", "Відмінно|Добре|Задовільно|Погано|Дуже погано"),
    ("uk", "Завжди|Часто|Іноді|Рідко|Ніколи"),
    ("uk", "Щодня|Кілька разів на тиждень|Раз на тиждень|Раз на місяць|Рідше|Ніколи"),
    ("uk", "Дуже ймовірно|Ймовірно|Малоймовірно"),
    ("uk", "Набагато краще|Краще|Так само|Гірше|Набагато гірше"),
    ("uk", "Базова середня|Повна середня|Професійно-технічна|Бакалавр|Магістр|Доктор філософії"),
]  # fmt: skip

BOUNDED = [
    ("fr", "Moins de 18 ans|De 18 à 24 ans|De 25 à 64 ans|65 ans et plus"),
    ("fr", "Moins de 1 000 €|Entre 1 000 et 2 000 €|Plus de 2 000 €"),
    ("es", "Menos de 18 años|De 18 a 24 años|De 25 a 64 años|Más de 64 años"),
    ("it", "Fino a 17 anni|Da 18 a 24 anni|Da 25 a 64 anni|Oltre 64 anni"),
    ("pl", "Poniżej 18 lat|18-24 lata|25-64 lata|Powyżej 64 lat"),
    ("pl", "Do 1000 zł|Od 1001 do 2000 zł|Ponad 2000 zł"),
    ("tr", "En fazla 5|6-10|11-20|En az 21"),
    ("ar", "أقل من 18|من 18 إلى 24|من 25 إلى 64|أكثر من 64"),
    ("ru", "Младше 18 лет|18–24 года|25–64 года|Старше 64 лет"),
    ("ru", "До 18 лет|С 18 до 24 лет|С 25 до 64 лет|От 65 лет"),
    ("uk", "До 18 років|18–24 роки|25–64 роки|Понад 64 роки"),
]  # fmt: skip

YES_AND_NO = [
    ("Yes", "No"), ("Ja", "Nein"), ("Oui", "Non"), ("Sí", "No"), ("Sì", "No"), ("Tak", "Nie"),
    ("Evet", "Hayır"), ("نعم", "لا"), ("Да", "Нет"), ("Так", "Ні"),
]  # fmt: skip

ASIDE = [
    ("Don't know", Missing.DONT_KNOW), ("Prefer not to say", Missing.REFUSED),
    ("Weiß nicht", Missing.DONT_KNOW), ("Keine Angabe", Missing.REFUSED),
    ("Je ne sais pas", Missing.DONT_KNOW), ("Je préfère ne pas répondre", Missing.REFUSED),
    ("Non concerné(e)", Missing.NOT_ASKED), ("Sans réponse", Missing.LEFT_BLANK),
    ("No sabe / No contesta", Missing.DONT_KNOW), ("Prefiero no decirlo", Missing.REFUSED),
    ("No aplica", Missing.NOT_ASKED), ("Sin respuesta", Missing.LEFT_BLANK),
    ("Non so", Missing.DONT_KNOW), ("Preferisco non rispondere", Missing.REFUSED),
    ("Non applicabile", Missing.NOT_ASKED), ("Nessuna risposta", Missing.LEFT_BLANK),
    ("Nie wiem", Missing.DONT_KNOW), ("Odmowa odpowiedzi", Missing.REFUSED),
    ("Nie dotyczy", Missing.NOT_ASKED), ("Brak odpowiedzi", Missing.LEFT_BLANK),
    ("Bilmiyorum", Missing.DONT_KNOW), ("Cevap vermek istemiyorum", Missing.REFUSED),
    ("Uygulanamaz", Missing.NOT_ASKED), ("Cevap yok", Missing.LEFT_BLANK),
    ("لا أعرف", Missing.DONT_KNOW), ("أفضل عدم الإجابة", Missing.REFUSED),
    ("لا ينطبق", Missing.NOT_ASKED), ("لا توجد إجابة", Missing.LEFT_BLANK),
    ("Затрудняюсь ответить", Missing.DONT_KNOW), ("Отказ от ответа", Missing.REFUSED),
    ("Не применимо", Missing.NOT_ASKED), ("Нет ответа", Missing.LEFT_BLANK),
    ("Важко відповісти", Missing.DONT_KNOW), ("Не хочу відповідати", Missing.REFUSED),
    ("Не стосується мене", Missing.NOT_ASKED), ("Немає відповіді", Missing.LEFT_BLANK),
]  # fmt: skip

ROLES = [
    ("Other (please specify)", Role.OTHER), ("Sonstiges", Role.OTHER), ("Autre", Role.OTHER),
    ("Otro", Role.OTHER), ("Altro", Role.OTHER), ("Inne", Role.OTHER), ("Diğer", Role.OTHER),
    ("أخرى", Role.OTHER), ("Другое", Role.OTHER), ("Інше", Role.OTHER),
    ("None of the above", Role.NONE), ("Keine davon", Role.NONE), ("Aucun de ceux-ci", Role.NONE),
    ("Ninguno de los anteriores", Role.NONE), ("Nessuno di questi", Role.NONE),
    ("Żadne z powyższych", Role.NONE), ("Hiçbiri", Role.NONE), ("لا شيء مما سبق", Role.NONE),
    ("Ничего из перечисленного", Role.NONE), ("Нічого з переліченого", Role.NONE),
]  # fmt: skip


NAMES = ["en", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "ru", "uk", "zh", "ko", "fa", "nl"]


def shuffled(labels):
    """Each order that the labels are tried in; the same at every run."""
    chance = random.Random(len(labels))
    return [labels[::-1], sorted(labels), chance.sample(labels, len(labels))]


@pytest.mark.parametrize(("language", "scale"), SCALES + BOUNDED)
def test_a_scale_takes_its_order_whatever_order_it_comes_in(language, scale):
    order = scale.split("|")
    for labels in shuffled(order):
        found = scale_of(labels)
        assert found, language
        assert found.steps == tuple(order)


@pytest.mark.parametrize(
    "scale",
    [
        "Up to 3 months|4-11 months|1-2 years|More than 2 years",
        "10 minutes or less|10-30 minutes|1 hour|2 hours",
        "Less than a week|1-3 weeks|More than a month",
        "Weniger als ein Monat|1-6 Monate|1 Jahr|2 Jahre und mehr",
        "Moins d'une heure|1-3 heures|1 jour",
        "Menos de 6 meses|6-12 meses|1 año o más",
        "Do 6 miesięcy|6-12 miesięcy|1-2 lata",
        "менее года|1-2 года|более 2 лет",
        "1 time a month|2-3 times a week|1 time a day|4 times a day",
        "1 hour a month|5 hours per week|2 hours per day",
        "0|1-6 months|1 year",
        "1 month|6 months|1 year|2 years",
        "1 a 2 anos|3 a 5 anos|mais de 5 anos",
        "under 1 hour|1-3 hours a day|more than 3 hours a day",
    ],
)
def test_spans_of_time_take_their_order_whatever_their_units(scale):
    order = scale.split("|")
    for labels in shuffled(order):
        assert scale_of(labels).steps == tuple(order)


def test_numbers_of_which_some_have_no_unit_are_no_scale():
    assert scale_of(["10", "20 years", "2 months"]) is None
    assert scale_of(["2 times a week", "2 weeks", "1 month"]) is None


@pytest.mark.parametrize(
    "scale",
    [
        "Very fond|Fond|Not very fond|Not fond at all",
        "Very clearly|Quite clearly|Not at all",
        "sehr gern|eher gern|eher ungern|gar nicht",
        "Very crisp|Crisp|Neither crisp nor soggy|Soggy|Very soggy",
        "Very important to have|Not important either way|Very important not to have",
        "A lot of news for me|Some news for me|A little news for me|No news at all for me",
        "Daily|Weekly|Monthly|Less often than monthly",
        "Every day|Once a week or less|Once a month or less|Never",
        "Fast jeden Tag|Mehrere Male im Monat|Einmal im Monat|Weniger als einmal im Monat",
        "Часто|Скорее часто|Скорее редко|Редко",
        "Полностью согласен|Скорее согласен, чем не согласен|Полностью не согласен",
    ],
)
def test_scales_of_many_wordings_take_their_order(scale):
    order = scale.split("|")
    for labels in shuffled(order):
        assert scale_of(labels).steps == tuple(order)


def test_a_step_that_says_nothing_is_known_is_no_answer_left_out():
    order = ("Extremely familiar", "Slightly familiar", "Not familiar at all")
    assert scale_of(order).steps == order
    assert scale_of([*order[:2], "Not familiar with any of it"]).steps[-1].endswith("of it")
    assert scale_of([*order[:2], "I have none of it"]) is None


@pytest.mark.parametrize("label", ["Not applicable: I have none", "Don't know what it is"])
def test_labels_beside_a_scale_may_say_more(label):
    found = scale_of(["Agree", label, "Disagree", "Strongly agree"])
    assert [one for one, _ in found.beside] == [label]


@pytest.mark.parametrize("language", NAMES)
def test_every_language_has_at_least_eight_scales_here(language):
    assert sum(one == language for one, _ in SCALES) >= 8


@pytest.mark.parametrize("code", ["DE", "DA", "DO", "OD", "С", "З"])
def test_codes_of_letters_and_a_number_are_no_bounds(code):
    assert scale_of([f"{code}1", f"{code}2", f"{code}3"]) is None


@pytest.mark.parametrize(("yes", "no"), YES_AND_NO)
def test_yes_comes_before_no(yes, no):
    assert yes_or_no([no, yes]) == [yes, no]
    assert yes_or_no([yes.upper()]) == [yes.upper()]


@pytest.mark.parametrize(("label", "reason"), ASIDE)
def test_a_label_beside_a_scale_says_why_an_answer_is_missing(label, reason):
    assert BESIDE[folded(label)] is reason


@pytest.mark.parametrize(("language", "scale"), SCALES)
def test_a_label_beside_a_scale_is_no_step_of_it(language, scale):
    order = scale.split("|")
    if any(folded(label) in BESIDE for label in order):
        return  # "Hard to say" is the middle of its scale, unless others of its kind stand there.
    found = scale_of(["Prefiero no responder", *order[::-1]])
    assert found, language
    assert found.steps == tuple(order)
    assert found.beside == (("Prefiero no responder", Missing.REFUSED),)


@pytest.mark.parametrize(("label", "role"), ROLES)
def test_other_and_none_are_known(label, role):
    assert role_of(label) is role


def words(vocabulary):
    """All words of a vocabulary."""
    for scale in vocabulary.scales:
        for step in scale:
            yield from step
    yield from (degree.removeprefix("*") for degree in vocabulary.grading.degrees)
    for pair in vocabulary.grading.opposites:
        yield from pair
    yield from vocabulary.grading.middles
    for group in (vocabulary.yes, vocabulary.no, vocabulary.other, vocabulary.none):
        yield from group
    yield from vocabulary.several
    yield from (word.removesuffix(" ") for word in (*vocabulary.below, *vocabulary.above))
    yield from (*vocabulary.spans, *vocabulary.times, *vocabulary.one)


@pytest.mark.parametrize(
    "answers",
    ["Sí ha participado|No ha participado", "legal|not legal", "Never married|Married|Widowed"],
)
def test_two_answers_and_names_are_no_scale(answers):
    assert scale_of(answers.split("|")) is None


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=NAMES)
def test_every_word_is_folded(vocabulary):
    assert [word for word in words(vocabulary) if word != folded(word)] == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=NAMES)
def test_no_word_stands_in_two_steps_of_a_scale(vocabulary):
    for scale in vocabulary.scales:
        steps = [word for step in scale for word in set(step)]
        assert sorted(steps) == sorted(set(steps))


@pytest.mark.parametrize(
    "labels",
    [
        "Sehr zufrieden|Zufrieden|Neutral|Weniger zufrieden|Nicht zufrieden",
        "Very important|Important|Neutral|Not very important|Not important",
        "Very satisfied|Satisfied|Neutral|Not very satisfied|Not at all satisfied",
        "Extremely helpful|Very helpful|Moderately helpful|Slightly helpful|Not at all helpful",
        "in hohem Maße|teilweise|gar nicht",
        "18 ans ou moins|19 à 24 ans|25 ans ou plus",
        "ÇOK İLGİLİ|İLGİLİ|HİÇ İLGİLİ DEĞİL",
        "Trudno powiedzieć|AB1|AB2",
    ],
)
def test_what_words_say_the_opposite_and_what_is_no_bound(labels):
    steps = labels.split("|")
    found = scale_of(steps[::-1])
    if "AB1" in steps:
        assert found is None
    else:
        assert found is not None
        assert list(found.steps) == steps


def test_none_that_many_gave_may_be_their_answer(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("religion,n\n" + "Catholic,1\nNone,2\nMuslim,3\n" * 12)
    dataset = read_dataset(path)
    assert any(
        "None" in doubt.found and doubt.touches(["religion"]) for doubt in dataset.account.doubts
    )
