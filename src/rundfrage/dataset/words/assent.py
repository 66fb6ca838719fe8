"""Yes and no with a degree, by language: "Yes, definitely", "Rather yes", "No, not at all"."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.words.vocabulary import Steps, listed, steps

ASSENT: Sequence[Steps] = (
    steps(
        "yes, definitely|yes definitely|definitely yes|definitely|yes, absolutely|yes, certainly"
        "|yes, a lot|yes, completely|yes, fully|yes, very much|yes, always|yes, for sure"
        "|yes, totally|yes, limited a lot|yes, to a great extent|certainly yes|yes, often",
        "yes, probably|probably yes|probably|yes, mostly|yes, somewhat|yes, partly|yes, a little"
        "|yes, sometimes|yes, to some extent|yes, rather|rather yes|yes, partially|yes, a bit"
        "|yes, limited a little|yes, in part|mostly yes|i think so|yes, i think so",
        "maybe|perhaps|not sure|unsure|might or might not|undecided|i'm not sure",
        "no, probably not|probably not|probably no|no, not really|not really|rather no|no, rather not"
        "|no, rarely|no, not much|mostly no|i don't think so|no, i don't think so",
        "no|no, not at all|no, definitely not|definitely not|definitely no|no, never|certainly not"
        "|no, certainly not|no, absolutely not|no, not limited at all",
    ),
    steps(
        "ja, auf jeden fall|auf jeden fall|ja, unbedingt|ja, sicher|ja, bestimmt|ja, sehr|ja, voll"
        "|ja, völlig|ja, ganz sicher|ja, definitiv|ja, voll und ganz|ja, immer|bestimmt ja|sicher ja",
        "ja, eher|eher ja|ja, vielleicht|ja, wahrscheinlich|wahrscheinlich|wahrscheinlich ja"
        "|ja, teilweise|ja, zum teil|ja, etwas|ja, manchmal|ja, ein wenig|ja, ein bisschen",
        "vielleicht|weiß nicht|unentschieden|teils, teils|teils/teils",
        "nein, eher nicht|eher nein|eher nicht|nein, wahrscheinlich nicht|wahrscheinlich nicht"
        "|wahrscheinlich nein|nein, kaum|nein, nicht wirklich",
        "nein|nein, auf keinen fall|auf keinen fall|nein, sicher nicht|nein, gar nicht"
        "|nein, überhaupt nicht|bestimmt nicht|nein, bestimmt nicht|sicher nicht|nein, nie"
        "|nein, definitiv nicht|nein, niemals",
    ),
    steps(
        "oui, certainement|oui, tout à fait|oui, absolument|oui, beaucoup|certainement|oui, toujours",
        "oui, probablement|oui, plutôt|plutôt oui|probablement|oui, un peu|oui, en partie"
        "|oui, parfois|oui, peut-être",
        "peut-être|ne sait pas",
        "non, probablement pas|non, plutôt pas|plutôt non|probablement pas|non, pas vraiment",
        "non|non, certainement pas|non, pas du tout|certainement pas|non, jamais",
    ),
    steps(
        "sí, seguro|sí, totalmente|sí, definitivamente|definitivamente sí|seguro que sí|sí, mucho"
        "|sí, siempre|sí, claro",
        "sí, probablemente|probablemente sí|sí, en parte|sí, un poco|más bien sí|sí, a veces",
        "quizá|quizás|tal vez",
        "no, probablemente no|probablemente no|más bien no|no, no mucho",
        "no|no, seguro que no|seguro que no|definitivamente no|no, para nada|no, en absoluto"
        "|no, nunca",
    ),
    steps(
        "sim, com certeza|com certeza|com certeza sim|sim, totalmente|sim, muito|sim, sempre"
        "|definitivamente sim",
        "sim, provavelmente|provavelmente sim|sim, em parte|sim, um pouco|sim, às vezes",
        "talvez",
        "não, provavelmente não|provavelmente não|não, não muito",
        "não|não, com certeza não|com certeza não|definitivamente não|não, de jeito nenhum"
        "|não, nunca",
    ),
    steps(
        "sì, sicuramente|sicuramente|sicuramente sì|sì, certamente|sì, del tutto|sì, molto"
        "|sì, sempre|decisamente sì",
        "sì, probabilmente|probabilmente sì|sì, in parte|sì, un po'|più sì che no|piuttosto sì",
        "forse",
        "no, probabilmente no|probabilmente no|più no che sì|piuttosto no",
        "no|sicuramente no|no, sicuramente no|no, per niente|decisamente no|no, affatto",
    ),
    steps(
        "zdecydowanie tak|tak, zdecydowanie|tak, na pewno|na pewno tak",
        "raczej tak|tak, prawdopodobnie|prawdopodobnie tak|tak, częściowo",
        "może|trudno powiedzieć|ani tak, ani nie",
        "raczej nie|nie, prawdopodobnie nie|prawdopodobnie nie",
        "nie|zdecydowanie nie|nie, zdecydowanie nie|na pewno nie|nie, wcale",
    ),
    steps(
        "kesinlikle evet|evet, kesinlikle|evet, tamamen|evet, çok",
        "muhtemelen evet|evet, muhtemelen|evet, kısmen|evet, biraz",
        "belki|kararsızım",
        "muhtemelen hayır|hayır, muhtemelen",
        "hayır|kesinlikle hayır|hayır, kesinlikle|hayır, hiç",
    ),
    steps(
        "определенно да|да, определенно|да, конечно|точно да|безусловно да|да, полностью",
        "скорее да|да, скорее|вероятно да|да, вероятно|да, частично|скорее да, чем нет",
        "может быть|возможно",
        "скорее нет|нет, скорее|вероятно нет|скорее нет, чем да",
        "нет|определенно нет|нет, определенно|точно нет|безусловно нет|нет, совсем нет",
    ),
    steps(
        "однозначно так|так, однозначно|безумовно так|точно так|так, повністю|напевно так",
        "скоріше так|так, скоріше|ймовірно так|так, частково|скоріше так, ніж ні",
        "можливо",
        "скоріше ні|ймовірно ні|скоріше ні, ніж так",
        "ні|однозначно ні|ні, однозначно|безумовно ні|точно ні|ні, зовсім ні",
    ),
    steps(
        "نعم بالتأكيد|بالتأكيد نعم|نعم، بالتأكيد|نعم تماما|نعم، تماما|نعم كثيرا",
        "ربما نعم|نعم ربما|نعم، ربما|نعم إلى حد ما|نعم، إلى حد ما|على الأرجح نعم",
        "ربما|غير متأكد",
        "ربما لا|لا ربما|على الأرجح لا",
        "لا|لا بالتأكيد|بالتأكيد لا|لا، بالتأكيد|لا أبدا|لا، أبدا",
    ),
    steps(
        "肯定会|肯定是|绝对是|一定会|是的，肯定", "可能会|可能是|大概会|也许会", "不确定|也许|可能",
        "可能不会|可能不是|大概不会", "肯定不会|肯定不是|绝对不会|一定不会",
    ),
    steps(
        "확실히 그렇다|분명히 그렇다", "아마 그렇다|아마도 그렇다", "잘 모르겠다|아마도",
        "아마 아니다|아마도 아니다", "확실히 아니다|분명히 아니다",
    ),
    steps(
        "بله، قطعا|قطعا بله|بله، حتما|حتما", "بله، احتمالا|احتمالا بله|احتمالا", "شاید",
        "احتمالا نه|نه، احتمالا", "نه|قطعا نه|نه، قطعا|به هیچ وجه",
    ),
)  # fmt: skip
"""The first step is the surest yes. No "yes" alone: yes and no are two answers, and no scale."""
HALFWAY = listed(
    "sometimes|partly|partially|in part|somewhat|to some extent|occasionally|manchmal|teilweise",
    "teils|teils, teils|teils/teils|zum teil|gelegentlich|ab und zu|parfois|en partie|de temps en temps",
    "partiellement|a veces|en parte|parcialmente|algunas veces|às vezes|por vezes|em parte|talvolta",
    "a volte|qualche volta|in parte|parzialmente|soms|gedeeltelijk|deels|czasami|czasem|częściowo",
    "bazen|kısmen|иногда|частично|отчасти|іноді|частково|أحيانا|أحياناً|احيانا|جزئيا|إلى حد ما|إلى حد",
    "نوعا ما|گاهی|تا حدی|有时|有時|部分|偶尔|가끔|부분적으로|때때로",
)
"""What stands between yes and no, so that the three are steps."""
