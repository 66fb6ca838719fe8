"""The survey of a town: every kind of question, in German, English and Arabic."""

from kinds.kind_samples import SPECIMENS
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
  guete: [sehr gut, gut, neutral, weniger gut, unwahrscheinlich schlecht, kann ich nicht sagen {dk}]
---
# Willkommen {welcome}

Wir möchten wissen, was **gut läuft** und was fehlt. Mehr auf [unserer Seite](https://example.org).

# Ihr Alltag

Zuerst fragen wir nach *Ihrem Alltag*.

"""
THANKS = """
# Danke {thanks}

Ihre Stadt sagt danke.
"""
ENGLISH = """\
title: How is our town doing?
subtitle: A survey about life in your neighbourhood
scale:guete:1: very good
scale:guete:2: good
scale:guete:3: neutral
scale:guete:4: not so good
scale:guete:5: extraordinarily bad
scale:guete:dk: can't say
page:1: Welcome
page:1:text: We would like to know what **works** and what is missing.
page:2: Your everyday life
page:2:text: First we ask about *your everyday life*.
page:3: Thank you
page:3:text: Your town says thank you.
"""
ARABIC = """\
title: كيف حال مدينتنا؟
subtitle: استبيان عن الحياة في الحي
scale:guete:1: جيد جدًا
scale:guete:2: جيد
scale:guete:3: محايد
scale:guete:4: ليس جيدًا
scale:guete:5: سيئ
scale:guete:dk: لا أستطيع الحكم
page:1: أهلًا وسهلًا
page:1:text: نود أن نعرف ما **ينجح** وما ينقص.
page:2: حياتكم اليومية
page:2:text: نسأل أولًا عن *حياتكم اليومية*.
page:3: شكرًا
page:3:text: مدينتكم تشكركم.
"""
TOWNS = [kind.town for kind in SPECIMENS.values()]


def _translated():
    words = {}
    for language, lines in (
        ("en", ENGLISH + "".join(town.english for town in TOWNS)),
        ("ar", ARABIC + "".join(town.arabic for town in TOWNS)),
    ):
        for line in lines.splitlines():
            path, _, text = line.partition(": ")
            words.setdefault(path, {})[language] = text
    questionnaire = read(GERMAN + "\n".join(town.german for town in TOWNS) + THANKS, KINDS)
    placed = {one.path: one.text for one in texts(questionnaire)}
    assert set(placed) == set(words)
    changed = {path: text.translated(words[path]) for path, text in placed.items()}
    return with_texts(questionnaire, changed)


QUESTIONNAIRE = _translated()
INSTRUMENT = ready("everything", QUESTIONNAIRE)

FILLED = {field: values for town in TOWNS for field, values in town.filled.items()}
"""What a respondent sent."""

WRONG = [mistake for town in TOWNS for mistake in town.mistakes]
"""A mistake at every control that can have one."""
