"""Bands, levels, stars, yes and no with a degree: in their order, whatever order they come in."""

import random

import pytest

from rundfrage.dataset.intake.scales import scale_of

SCALES = [
    "18 yaş altı|18-24|25-34|35 ve üzeri",
    "18-25 yaş|26-35 yaş|36-45 yaş|46 yaş ve üstü",
    "18 yaşından küçük|18-24 yaş|25 yaş ve üzeri",
    "0-17 yaş arası|18-24 yaş arası|25 yaş üstü",
    "before 1980|1980s|1990s",
    "vor 1980|1980er|1990er|2000er",
    "avant 1980|années 1980|années 1990",
    "antes de 1980|años 80|años 90",
    "before 1990|1990-1999|2000-2009|2010 or later",
    "pre-1980|1980-1999|2000 and after",
    "prior to 1945|1945 to 1960|after 1960",
    "gar nicht|weniger als 1 Stunde|1-2 Stunden|3-4 Stunden|mehr als 4 Stunden",
    "None|Less than 1 hour|1-2 hours|3+ hours",
    "not at all|less than 1 hour|1-3 hours|more than 3 hours",
    "never|1-2 times|3-5 times|6+ times",
    "keine|1 Kind|2 Kinder|3 und mehr Kinder",
    "nie|1-2 mal|3-5 mal",
    "jamais|1 fois|2 fois",
    "None|One|Two|Three or more",
    "aucun|1 enfant|2 enfants|3 enfants ou plus",
    "ninguno|1 hijo|2 hijos|3 o más hijos",
    "Just me|1–4|5–9|10-19|20–99|100–499|500 and over",
    (
        "Just me - I am a freelancer, sole proprietor, etc.|2 to 9 employees"
        "|10 to 19 employees|20 to 99 employees|10,000 or more employees"
    ),
    "nur ich|2-9 Mitarbeiter|10-49 Mitarbeiter|50 und mehr Mitarbeiter",
    "Self-employed|2-10|11-50|51-200",
    "★|★★|★★★|★★★★|★★★★★",
    "★☆☆☆☆|★★☆☆☆|★★★★★",
    "*|**|***|****",
    "⭐|⭐⭐|⭐⭐⭐",
    "☹|😐|☺",
    "€|€€|€€€",
    "$|$$|$$$",
    "😡|🙁|😐|🙂|😀",
    "Yes, definitely|Yes, probably|No, probably not|No, definitely not",
    "Yes, definitely|Yes, probably|Not sure|Probably not|Definitely not",
    "Definitely yes|Probably yes|Might or might not|Probably not|Definitely not",
    "Yes, a lot|Yes, a little|No",
    "Yes, completely|Yes, partly|No",
    "Ja, auf jeden Fall|Eher ja|Eher nein|Nein, auf keinen Fall",
    "Ja, sicher|Ja, vielleicht|Nein, eher nicht|Nein, sicher nicht",
    "Oui, certainement|Oui, probablement|Non, probablement pas|Non, certainement pas",
    "Sí, seguro|Sí, probablemente|Probablemente no|Seguro que no",
    "Sim, com certeza|Sim, provavelmente|Provavelmente não|Com certeza não",
    "Sì, sicuramente|Sì, probabilmente|Probabilmente no|Sicuramente no",
    "Zdecydowanie tak|Raczej tak|Raczej nie|Zdecydowanie nie",
    "Kesinlikle evet|Muhtemelen evet|Muhtemelen hayır|Kesinlikle hayır",
    "Определенно да|Скорее да|Скорее нет|Определенно нет",
    "Однозначно так|Скоріше так|Скоріше ні|Однозначно ні",
    "نعم بالتأكيد|ربما نعم|ربما لا|لا بالتأكيد",
    "کاملا موافقم|موافقم|نظری ندارم|مخالفم|کاملا مخالفم",
    "کاملاً راضی|راضی|تا حدودی راضی|ناراضی|کاملاً ناراضی",
    "خیلی زیاد|زیاد|متوسط|کم|خیلی کم",
    "همیشه|اغلب|گاهی|به ندرت|هرگز",
    "عالی|خوب|متوسط|ضعیف|خیلی ضعیف",
    "کمتر از ۱۸|۱۸ تا ۲۴|۲۵ تا ۳۴|۳۵ و بالاتر",
    "زیر ۱۸ سال|۱۸-۲۴ سال|بالای ۲۴ سال",
    "unter 18|18 bis 64|65 Jahre und älter",
    "unter 18 Jahre|18-64 Jahre|65 Jahre und älter",
    "< 1.000|1.000 - 2.000|>= 2.000",
    "<18|18-64|>=65",
    "≤ 17|18–64|≥ 65",
    "<1|1|2|>50",
    "0|1|2|3|4|5+",
    "5 +|4|3|2|1",
    "1 or fewer|2|3|4 or more",
    "up to 10k|10k-20k|20k+",
    "bis 1.000 €|1.001-2.000 €|über 2.000 €",
    "€ 1.000 - € 1.999|€ 2.000 - € 2.999|€ 3.000+",
    "Under £10,000|£10,000–£19,999|£20,000 or over",
    "less than ₹1,00,000|₹1,00,000 - ₹5,00,000|more than ₹5,00,000",
    "moins de 18 ans|18 à 24 ans|65 ans et plus",
    "menores de 18 años|18 a 24 años|65 años o más",
    "menos de 18 anos|18 a 24 anos|65 anos ou mais",
    "sotto i 18 anni|18-24 anni|65 anni e oltre",
    "poniżej 18 lat|18-24 lata|65 lat i więcej",
    "младше 18 лет|18-24 года|65 лет и старше",
    "до 18 років|18-24 роки|65 років і старше",
    "أقل من 18 سنة|18-24 سنة|65 سنة فأكثر",
    "18岁以下|18-24岁|65岁以上",
    "18세 미만|18-24세|65세 이상",
    "under 18 years old|18-24 years old|65+ years old",
    "18 - 24 y.o.|25 - 34 y.o.|35+ y.o.",
    "<= 5 years|6-10 years|> 10 years",
    "less than a week|1-2 weeks|more than a month",
    "1st|2nd|3rd|4th",
    "Level 1|Level 2|Level 3",
    "Grade 9|Grade 10|Grade 11",
    "0 - 0.5|0.5 - 1|1 - 2|> 2",
    "0%|1-25%|26-50%|51-75%|76-100%",
    "0 %|bis 10 %|über 10 %",
    "less than half|about half|more than half|all",
    "A few days|A week|A month|A year",
    "Daily|2-3 times a week|Once a week|Never",
    "zero|one|two|three or more",
    "eins|zwei|drei|vier und mehr",
    "low|moderate|high|very high",
    "niedrig|mittel|hoch",
    "faible|moyen|élevé",
    "bajo|medio|alto",
    "basso|medio|alto",
    "niski|średni|wysoki",
    "düşük|orta|yüksek",
    "низкий|средний|высокий",
    "baixo|médio|alto",
    "منخفض|متوسط|مرتفع",
    "低|中|高",
    "낮음|보통|높음",
    "کم|متوسط|زیاد",
    "Primary school|Secondary school|University",
    "Beginner|Intermediate|Advanced|Expert",
    "Anfänger|Fortgeschritten|Experte",
    "A1|A2|B1|B2|C1|C2",
    "XS|S|M|L|XL",
    "mild|moderate|severe",
    "never|monthly or less|2-4 times a month|2-3 times a week|4 or more times a week",
]
NO_SCALES = [
    "1 Male|2 Female", "Group 1|Group 2|Group 3", "Option A|Option B|Option C", "A|B|C|D",
    "one-way|two-way|return", "None|Catholic|Muslim", "Yes|No", "Yes|Maybe|No", "Maybe|No",
    "Bus 12|Bus 13|Bus 14", "2 Unlimited|3 Doors Down", "Area 51|Area 52", "before work|after work",
    "before|during|after", "S|M", "$|€|£", "☺|☹", "one|other|both", "No|Berlin|Hamburg",
    "from Monday|from Friday", "10115 Berlin|20095 Hamburg", "Version 1|Version 2", "up|down|left",
    "یک|دیگر", "Mo|Di|Mi", "2023-01-02|2023-02-03|2022-01-01", "14:30|15:00|16:10", "1.2.3|1.2.4",
    "zero waste|two wheels|one world", "Just me|My partner|My parents", "never mind|all good",
]  # fmt: skip


def orders(labels):
    """The orders that labels are tried in."""
    return [labels[::-1], sorted(labels), random.Random(len(labels)).sample(labels, len(labels))]


@pytest.mark.parametrize("scale", SCALES)
def test_bands_and_levels_stand_in_their_order(scale):
    steps = scale.split("|")
    for labels in orders(steps):
        found = scale_of(labels)
        assert found is not None
        beside = {label for label, _ in found.beside}
        left = [step for step in steps if step not in beside]
        assert list(found.steps) in (left, left[::-1])
        assert len(left) >= 2


@pytest.mark.parametrize("answers", NO_SCALES)
def test_other_answers_are_no_scale(answers):
    for labels in orders(answers.split("|")):
        assert scale_of(labels) is None


def test_what_stands_for_a_number_is_that_number():
    assert scale_of(["keine", "1 Kind", "2 Kinder", "3 und mehr Kinder"]).codes == (0, 1, 2, 3)
    assert scale_of(["Just me", "2 to 9", "10 or more"]).codes == (1, 2, 3)
    assert scale_of(["★★★", "★", "★★★★★"]).codes == (1, 3, 5)
    assert scale_of(["three", "one", "two"]).codes == (1, 2, 3)
