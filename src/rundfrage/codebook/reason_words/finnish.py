"""Reasons for no answer in Finnish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

FINNISH = ReasonWords(
    offered=reasons(
        dont_know="en osaa sanoa|en tiedä|eos|ei osaa sanoa|ei mielipidettä|en muista"
        "|vaikea sanoa|en ole varma|ei kokemusta",
        refused="en halua vastata|en halua sanoa|en halua kertoa|ei halua vastata"
        "|kieltäytyy vastaamasta",
        not_asked="ei koske|ei koske minua|ei sovellu"
        "|ei sovellettavissa|ei relevantti|ei koske vastaajaa",
    ),
    technical=reasons(
        refused="kieltäytyi|kieltäytyi vastaamasta",
        left_blank="ei vastausta|ei vastannut|vastaus puuttuu|puuttuu|tieto puuttuu"
        "|puuttuva tieto|puuttuva vastaus|ei vastattu",
        not_asked="ei kysytty|ei esitetty",
    ),
    steps=listed("vaikea sanoa|en ole varma|ei relevantti"),
    answers=listed("puuttuu|kieltäytyi"),
    begins=listed("ei koske"),
)
