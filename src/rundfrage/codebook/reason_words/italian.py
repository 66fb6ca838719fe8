"""Reasons for no answer in Italian."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

ITALIAN = ReasonWords(
    offered=reasons(
        dont_know="non so|non lo so|non sa|non saprei|non sa/non risponde|non sa / non risponde"
        "|non so / non rispondo|non so/non rispondo|non sono sicuro|non sono sicura"
        "|nessuna opinione|senza opinione|non ho un'opinione|non ho opinioni|non saprei dire"
        "|non sono sicuro/a|non ricordo|non ricorda|non so rispondere|non conosco|ns/nr|n.s."
        "|nessuna idea|non so, non rispondo|sconosciuto|difficile a dirsi",
        refused="preferisco non rispondere|preferisco non dirlo|preferisce non rispondere"
        "|non voglio rispondere|preferisco non dichiararlo|non rispondo|preferisco non dire"
        "|preferisco non dichiarare|non intendo rispondere|preferisce non dirlo",
        left_blank="nr",
        not_asked="non applicabile|non pertinente|non si applica|non mi riguarda"
        "|non è applicabile|non attinente",
    ),
    technical=reasons(
        refused="rifiutato|rifiuto|rifiuta|rifiuta di rispondere|si rifiuta di rispondere"
        "|rifiuto di rispondere|ha rifiutato",
        left_blank="nessuna risposta|non risponde|non risposto|senza risposta|non risposta"
        "|mancata risposta|dato mancante|valore mancante|mancante|non indicato|n.r.|n/r|n.d.|n/d"
        "|non disponibile|nessun dato|non dichiarato|non specificato|non pervenuto|dati mancanti"
        "|non rilevato|non fornito",
        not_asked="non chiesto|domanda non posta|non richiesto|non visualizzato|non somministrata",
    ),
    steps=listed(
        "non sono sicuro|non sono sicura|non sono sicuro/a|non ricordo|non ricorda|non conosco"
        "|sconosciuto|difficile a dirsi"
    ),
    answers=listed(
        "rifiutato|rifiuto|rifiuta|mancante|non indicato|non disponibile|non richiesto"
        "|non fornito|non chiesto|ha rifiutato"
    ),
    begins=listed("non applicabile"),
)
