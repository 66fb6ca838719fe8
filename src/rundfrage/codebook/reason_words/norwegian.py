"""Reasons for no answer in Norwegian."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

NORWEGIAN = ReasonWords(
    offered=reasons(
        dont_know="vet ikke|vet ikke/ingen mening|ingen mening|ingen formening"
        "|har ingen mening|kan ikke si|kan ikke vurdere|husker ikke|vanskelig å si"
        "|usikker",
        refused="vil ikke svare|ønsker ikke å svare|vil ikke oppgi|ønsker ikke å oppgi"
        "|foretrekker å ikke svare|vil helst ikke svare",
        not_asked="ikke relevant|ikke aktuelt|ikke relevant for meg|gjelder ikke meg|uaktuelt",
    ),
    technical=reasons(
        refused="nekter å svare|nektet å svare",
        left_blank="ubesvart|ikke besvart|ikke svar|intet svar|uoppgitt|mangler"
        "|ikke utfylt|manglende svar",
        not_asked="ikke spurt|ikke stilt",
    ),
    steps=listed("usikker|vanskelig å si|ikke relevant"),
    answers=listed("mangler"),
    begins=listed("ikke aktuelt"),
)
