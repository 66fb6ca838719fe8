"""A survey with every kind of question in German, English and Arabic."""

from rundfrage.fieldwork.published import ready
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.translation.texts import texts, with_texts

GERMAN = """\
---
survey: everything
title: Wie geht es unserer Stadt?
subtitle: Eine Umfrage zum Leben im Viertel
organisation: Stadt Musterhausen
language: de
languages: [de, en, ar]
participation: codes
scales:
  guete: [sehr gut, gut, neutral, weniger gut, unwahrscheinlich schlecht]
---
# Willkommen {welcome}

Wir möchten wissen, was **gut läuft** und was fehlt. Mehr auf [unserer Seite](https://example.org).

# Ihr Alltag

Zuerst fragen wir nach *Ihrem Alltag*.

## q1: Wie kommen Sie meist in die Innenstadt?

*Bitte wählen Sie eine Antwort.*

- ( ) rad: Mit dem Fahrrad
- ( ) bus: Mit Bus oder Bahn
- ( ) anders: Anders, nämlich ____
- ( ) wn: Weiß nicht {dk}

## q2: Was fehlt in Ihrem Viertel? {shuffle min=1 max=3}

- [ ] laden: Ein Laden für den täglichen Bedarf
- [ ] park: Ein Park mit Bänken, in dem auch Kinder spielen können
- [ ] anders: Etwas anderes, nämlich ____
- [-] nichts: Nichts davon

## q3: In welchem Ortsteil wohnen Sie?

[search]

- ( ) nord: Nordstadt
- sued: Südstadt

## q4: Wie beurteilen Sie diese Angebote der Stadt? {required}

*Bitte wählen Sie für jeden Punkt eine Stufe.*

(guete)

- bus: Busse und Bahnen am Abend und am Wochenende
- spiel: Spielplätze
- amt: Öffnungszeiten der Ämter

## q5: Wie zufrieden sind Sie insgesamt?

(guete)

## q6: Wie wahrscheinlich ist es, dass Sie uns empfehlen? {nps}

(0..10 sehr unwahrscheinlich .. sehr wahrscheinlich)

## q7: Seit wie vielen Jahren wohnen Sie hier?

[0..120 Jahre]

## q8: Wann sind Sie eingezogen?

[date 1950-01-01..2026-12-31]

## q9: Was ist Ihnen am wichtigsten? {max=2}

1. ruhe: Ruhe
2. naehe: Kurze Wege
3. gruen: Grün vor der Tür

## q10: Wie heißt Ihre Straße?

_____

## q11: Was möchten Sie uns noch sagen? {max=500}

_____
_____

## q12: Vielen Dank, fast geschafft!

# Danke {thanks}

Ihre Stadt sagt danke.
"""

TRANSLATED = {
    "en": """\
title: How is our town doing?
subtitle: A survey about life in your neighbourhood
scale:guete:1: very good
scale:guete:2: good
scale:guete:3: neutral
scale:guete:4: not so good
scale:guete:5: extraordinarily bad
page:1: Welcome
page:1:text: We would like to know what **works** and what is missing.
page:2: Your everyday life
page:2:text: First we ask about *your everyday life*.
page:3: Thank you
page:3:text: Your town says thank you.
q1: How do you usually get to the town centre?
q1:hint: Please choose one answer.
q1:rad: By bicycle
q1:bus: By bus or train
q1:anders: In another way, namely ____
q1:wn: Don’t know
q2: What is missing in your neighbourhood?
q2:laden: A shop for everyday needs
q2:park: A park with benches where children can play too
q2:anders: Something else, namely ____
q2:nichts: None of these
q3: Which part of town do you live in?
q3:nord: North
q3:sued: South
q4: How do you rate these services?
q4:hint: Please choose one step for each line.
q4:bus: Buses and trains in the evening and at weekends
q4:spiel: Playgrounds
q4:amt: Opening hours of the offices
q5: How satisfied are you overall?
q6: How likely are you to recommend us?
q6:low: very unlikely
q6:high: very likely
q7: For how many years have you lived here?
q7:unit: years
q8: When did you move in?
q9: What matters most to you?
q9:ruhe: Quiet
q9:naehe: Short distances
q9:gruen: Trees at the door
q10: What is your street called?
q11: What else would you like to tell us?
q12: Thank you, you are nearly there!
""",
    "ar": """\
title: كيف حال مدينتنا؟
subtitle: استبيان عن الحياة في الحي
scale:guete:1: جيد جدًا
scale:guete:2: جيد
scale:guete:3: محايد
scale:guete:4: ليس جيدًا
scale:guete:5: سيئ
page:1: أهلًا وسهلًا
page:1:text: نود أن نعرف ما **ينجح** وما ينقص.
page:2: حياتكم اليومية
page:2:text: نسأل أولًا عن *حياتكم اليومية*.
page:3: شكرًا
page:3:text: مدينتكم تشكركم.
q1: كيف تصلون عادةً إلى وسط المدينة؟
q1:hint: يُرجى اختيار إجابة واحدة.
q1:rad: بالدراجة
q1:bus: بالحافلة أو القطار
q1:anders: بطريقة أخرى، وهي ____
q1:wn: لا أعرف
q2: ما الذي ينقص في حيّكم؟
q2:laden: متجر للحاجات اليومية
q2:park: حديقة فيها مقاعد ويستطيع الأطفال اللعب فيها
q2:anders: شيء آخر، وهو ____
q2:nichts: لا شيء من ذلك
q3: في أي جزء من المدينة تسكنون؟
q3:nord: الشمال
q3:sued: الجنوب
q4: كيف تقيّمون هذه الخدمات؟
q4:hint: يُرجى اختيار درجة لكل بند.
q4:bus: الحافلات والقطارات مساءً وفي نهاية الأسبوع
q4:spiel: ملاعب الأطفال
q4:amt: ساعات عمل الدوائر
q5: ما مدى رضاكم عمومًا؟
q6: ما احتمال أن توصوا بنا؟
q6:low: احتمال ضعيف جدًا
q6:high: احتمال كبير جدًا
q7: منذ كم سنة تسكنون هنا؟
q7:unit: سنة
q8: متى انتقلتم إلى هنا؟
q9: ما الأهم بالنسبة إليكم؟
q9:ruhe: الهدوء
q9:naehe: قرب المسافات
q9:gruen: الخضرة أمام الباب
q10: ما اسم شارعكم؟
q11: ما الذي تودون قوله لنا أيضًا؟
q12: شكرًا، أوشكتم على الانتهاء!
""",
}


def _translated():
    words = {}
    for language, lines in TRANSLATED.items():
        for line in lines.splitlines():
            path, _, text = line.partition(": ")
            words.setdefault(path, {})[language] = text
    questionnaire = read(GERMAN, KINDS)
    placed = {one.path: one.text for one in texts(questionnaire)}
    assert set(placed) == set(words)
    changed = {path: text.translated(words[path]) for path, text in placed.items()}
    return with_texts(questionnaire, changed)


INSTRUMENT = ready("everything", _translated())

FILLED = {
    "q1": ("anders",), "q1.anders.text": ("zu Fuß",), "q2": ("park", "anders"), "q3": ("sued",),
    "q4.bus": ("2",), "q4.spiel": ("5",), "q5": ("1",), "q6": ("7",), "q7": ("12",),
    "q8.day": ("31",), "q8.month": ("12",), "q8.year": ("2020",), "q9.ruhe": ("1",),
    "q9.naehe": ("2",), "q10": ("Straße",), "q11": ("Ein längerer Text.\nMit Zeilen.",),
}  # fmt: skip
"""What a respondent sent."""

WRONG = {
    "q1": "required", "q2": "required", "q3": "not-offered", "q4.amt": "required",
    "q5": "required", "q6": "required", "q7": "not-a-number", "q8": "not-a-date", "q9": "rank-gap",
    "q9.naehe": "not-offered", "q10": "not-text", "q11": "not-text",
}  # fmt: skip
"""A mistake at every control that can have one."""
