"""Reasons for no answer in Dutch."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

DUTCH = ReasonWords(
    offered=reasons(
        dont_know="weet niet|weet ik niet|ik weet het niet|weet het niet|geen idee|geen mening"
        "|weet niet/geen mening|weet niet / geen mening|weet ik niet/geen mening"
        "|weet niet/geen antwoord"
        "|ik heb geen mening|kan ik niet zeggen|kan niet zeggen|niet zeker|ik weet het niet zeker"
        "|moeilijk te zeggen|kan ik niet beoordelen|niet te beoordelen|onbekend|weet ik niet meer"
        "|weet niet meer|herinner ik me niet|weet nog niet|weet ik nog niet",
        refused="wil ik niet zeggen|wil niet zeggen|zeg ik liever niet|ik zeg het liever niet"
        "|liever niet|wil ik liever niet zeggen|wil niet antwoorden|wil geen antwoord geven"
        "|ik wil geen antwoord geven|ik wil hier geen antwoord op geven|geef ik liever niet"
        "|zeg liever niet|wil niet invullen",
        not_asked="niet van toepassing|nvt|n.v.t.|n.v.t|n.v.t. op mij|niet van toepassing op mij"
        "|niet relevant|is niet van toepassing|nvt op mij",
    ),
    technical=reasons(
        refused="geweigerd|weigert|weigering|weigert te antwoorden",
        left_blank="geen antwoord|geen antwoord gegeven|niet beantwoord|niet ingevuld|geen opgave"
        "|ontbreekt|ontbrekend|overgeslagen|geen gegevens|geen reactie|leeg|geen informatie"
        "|niet opgegeven|maak een keuze|selecteer|selecteer een antwoord|kies een antwoord",
        not_asked="niet gevraagd|niet getoond|niet voorgelegd|niet gesteld|vraag niet gesteld",
    ),
    steps=listed(
        "niet zeker|ik weet het niet zeker|moeilijk te zeggen|onbekend|niet relevant"
        "|weet ik niet meer|weet niet meer|herinner ik me niet"
    ),
    answers=listed(
        "geweigerd|weigering|ontbreekt|ontbrekend|overgeslagen|leeg|geen informatie|niet ingevuld"
        "|niet opgegeven|niet getoond|geen reactie"
    ),
    opposites=listed("overgeslagen|niet ingevuld|niet getoond"),
    begins=listed("niet van toepassing|n.v.t.|nvt"),
)
