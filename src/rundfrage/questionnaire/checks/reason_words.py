"""What reasons for no answer read like, in nine languages: whole labels, in small letters.

Left out is what may as well be a step of a scale: "not sure", "neutral", "trifft nicht zu".
"""

from __future__ import annotations

import re

_DK = (
    "don't know", "do not know", "dont know", "i don't know", "i do not know", "can't say",
    "cannot say", "can't judge", "cannot judge", "no opinion", "no idea", "dk",
    "weiß nicht", "weiss nicht", "weiß ich nicht", "weiss ich nicht", "ich weiß nicht",
    "ich weiss nicht", "weiß es nicht", "kann ich nicht sagen", "kann ich nicht beurteilen",
    "kann ich nicht einschätzen", "keine meinung", "keine ahnung",
    "ne sait pas", "je ne sais pas", "sais pas", "ne sais pas", "sans opinion", "sans avis",
    "nsp", "je ne peux pas dire",
    "no sabe", "no sé", "no lo sé", "no lo sabe", "ns", "sin opinión", "no sabría decir",
    "non so", "non lo so", "non sa", "nessuna opinione", "non saprei",
    "nie wiem", "nie mam zdania", "trudno powiedzieć",
    "bilmiyorum", "fikrim yok", "kararsızım bilmiyorum",
    "لا أعرف", "لا اعرف", "لا أعلم", "لا اعلم", "لا أدري", "ليس لدي رأي", "لا رأي لي",
    "не знаю", "затрудняюсь ответить", "нет мнения", "трудно сказать",
)  # fmt: skip
_REFUSED = (
    "no answer", "no response", "refused", "prefer not to say", "i prefer not to say",
    "prefer not to answer", "i'd rather not say", "rather not say", "i don't want to say",
    "keine angabe", "keine antwort", "k.a", "k. a", "möchte ich nicht sagen",
    "möchte ich nicht angeben", "möchte ich nicht beantworten", "verweigert",
    "sans réponse", "pas de réponse", "ne souhaite pas répondre", "je préfère ne pas répondre",
    "je ne souhaite pas répondre", "refus",
    "sin respuesta", "no contesta", "prefiero no contestar", "prefiero no responder",
    "prefiero no decirlo", "nc", "ns/nc",
    "nessuna risposta", "preferisco non rispondere", "non risponde", "non rispondo",
    "odmowa odpowiedzi", "brak odpowiedzi", "wolę nie odpowiadać", "odmawiam odpowiedzi",
    "cevap yok", "cevap vermek istemiyorum", "yanıt yok", "belirtmek istemiyorum",
    "yanıtlamak istemiyorum",
    "لا إجابة", "بدون إجابة", "أفضل عدم الإجابة", "أفضّل عدم الإجابة", "لا أرغب في الإجابة",
    "нет ответа", "без ответа", "отказ от ответа", "предпочитаю не отвечать",
    "не хочу отвечать",
)  # fmt: skip
_NA = (
    "not applicable", "n/a", "does not apply", "doesn't apply", "does not apply to me",
    "doesn't apply to me", "not relevant",
    "nicht zutreffend", "nicht anwendbar", "entfällt", "betrifft mich nicht",
    "non applicable", "sans objet", "non concerné", "pas concerné", "ne s'applique pas",
    "no aplica", "no procede", "no corresponde", "no se aplica",
    "non applicabile", "non pertinente", "non si applica",
    "nie dotyczy", "nie dotyczy mnie",
    "geçerli değil", "uygulanamaz", "beni ilgilendirmiyor",
    "لا ينطبق", "غير منطبق", "لا ينطبق علي", "لا ينطبق عليّ",
    "неприменимо", "не применимо", "не относится ко мне", "ко мне не относится",
)  # fmt: skip
_MARKS = {words: mark for mark, each in (("dk", _DK), ("refused", _REFUSED), ("na", _NA))
          for words in each}  # fmt: skip
_APART = re.compile(r"\s*[/,;|]\s*|\s+(?:or|oder|ou|o|lub|veya|أو|или)\s+")


def mark_for(label: str) -> str | None:
    """The mark of the reason that a label reads like; None if it reads like an answer.

    Several reasons in one label, "don't know / no answer", have the mark of the first.
    """
    folded = " ".join(label.casefold().replace("’", "'").split()).strip(" .…()[]–-!?\"'“”„«»")
    if folded in _MARKS:
        return _MARKS[folded]
    marks = [_MARKS.get(part.strip(" .()")) for part in _APART.split(folded)]
    return marks[0] if all(marks) else None
