"""Reasons for no answer in Danish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

DANISH = ReasonWords(
    offered=reasons(
        dont_know="ved ikke|ved det ikke|jeg ved det ikke|ingen holdning"
        "|har ingen holdning|ingen mening|kan ikke vurdere|husker ikke|svært at sige"
        "|usikker",
        refused="vil ikke svare|ønsker ikke at svare|ønsker ikke at oplyse"
        "|vil ikke oplyse|vil helst ikke svare|foretrækker ikke at svare",
        not_asked="ikke relevant|ikke relevant for mig|ikke aktuelt|gælder ikke mig",
    ),
    technical=reasons(
        refused="nægter at svare|afviser at svare",
        left_blank="uoplyst|intet svar|ikke besvaret|ubesvaret|mangler|ikke udfyldt|manglende svar",
        not_asked="ikke spurgt|ikke stillet",
    ),
    steps=listed("usikker|svært at sige|ikke relevant"),
    answers=listed("mangler"),
    begins=listed("ikke relevant"),
)
