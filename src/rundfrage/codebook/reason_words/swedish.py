"""Reasons for no answer in Swedish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

SWEDISH = ReasonWords(
    offered=reasons(
        dont_know="vet ej|vet inte|vet ej/kan ej svara|ingen åsikt|har ingen åsikt"
        "|ingen uppfattning|kan inte säga|kan ej bedöma|minns inte|minns ej|osäker"
        "|svårt att säga",
        refused="vill ej svara|vill inte svara|vill inte uppge|vill ej uppge"
        "|avstår från att svara|föredrar att inte svara|föredrar att inte uppge",
        not_asked="ej tillämpligt|inte tillämpligt|ej aktuellt|inte aktuellt"
        "|ej relevant|inte relevant|gäller inte mig",
    ),
    technical=reasons(
        refused="vägrar svara|svar vägrat",
        left_blank="uppgift saknas|svar saknas|ej svar|inget svar|obesvarad|ej besvarad"
        "|inte besvarad|bortfall|saknas|ej ifylld",
        not_asked="ej tillfrågad|inte tillfrågad|frågan ställdes ej",
    ),
    steps=listed("osäker|svårt att säga|ej relevant|inte relevant"),
    answers=listed("saknas"),
    begins=listed("ej tillämpligt|ej aktuellt"),
)
