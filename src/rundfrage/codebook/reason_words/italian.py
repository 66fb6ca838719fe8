"""Reasons for no answer in Italian."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

ITALIAN = ReasonWords(
    offered=reasons(
        dont_know="non so|non lo so|non sa|non saprei|non sa/non risponde|non sa / non risponde"
        "|non so / non rispondo|non so/non rispondo|non sono sicuro|non sono sicura"
        "|nessuna opinione|senza opinione|non ho un'opinione|non ho opinioni|non saprei dire"
        "|non sono sicuro/a|non ricordo|non ricorda|non so rispondere|non conosco|ns/nr|n.s."
        "|nessuna idea|non so, non rispondo|sconosciuto|difficile a dirsi|non ho opinione"
        "|non ho un'opinione in merito|non ho opinioni in merito|non saprei rispondere|ns / nr"
        "|nsnr|non sa, non risponde|non sa o non risponde|non mi ricordo|non sono certo"
        "|non sono certa|non so dire|non posso dire|non so giudicare|non saprei giudicare"
        "|non so valutare|non saprei valutare|non ho idea|non sono in grado di rispondere"
        "|non sono in grado di giudicare|non sono in grado di valutare|non sono sicuro(a)"
        "|non lo ricordo|difficile da dire|è difficile dirlo",
        refused="preferisco non rispondere|preferisco non dirlo|preferisce non rispondere"
        "|non voglio rispondere|preferisco non dichiararlo|non rispondo|preferisco non dire"
        "|preferisco non dichiarare|non intendo rispondere|preferisce non dirlo"
        "|preferisco non specificare|preferisco non indicarlo|preferisco non indicare"
        "|preferisco non rivelarlo|preferisco non esprimermi"
        "|preferisco non rispondere a questa domanda|non voglio dirlo|non desidero rispondere"
        "|non vuole rispondere|non intendo dichiarare|non voglio dichiararlo"
        "|preferirei non rispondere|preferirei non dirlo|preferirei non dire|non vuole dirlo"
        "|preferisco non comunicarlo",
        left_blank="nr",
        not_asked="non applicabile|non pertinente|non si applica|non mi riguarda"
        "|non è applicabile|non attinente|non si applica al mio caso|non applicabile al mio caso"
        "|non applicabile nel mio caso|non è il mio caso|non è pertinente",
    ),
    technical=reasons(
        refused="rifiutato|rifiuto|rifiuta|rifiuta di rispondere|si rifiuta di rispondere"
        "|rifiuto di rispondere|ha rifiutato",
        left_blank="nessuna risposta|non risponde|non risposto|senza risposta|non risposta"
        "|mancata risposta|dato mancante|valore mancante|mancante|non indicato|n.r.|n/r|n.d.|n/d"
        "|non disponibile|nessun dato|non dichiarato|non specificato|non pervenuto|dati mancanti"
        "|non rilevato|non fornito|risposta mancante|risposta non data|risposta non fornita"
        "|non compilato|non compilata|lasciato in bianco|lasciata in bianco|saltata|saltato"
        "|domanda saltata|omessa|omesso|nessuna selezione|nessuna scelta|nessun valore"
        "|dati non disponibili|dato non disponibile|dato assente|risposta non valida|non valido"
        "|non valida|non registrato|seleziona|selezionare…|scegli|scegliere…|selezioni…|scelga…"
        "|scegliete…|si prega di selezionare|si prega di scegliere|per favore scegli"
        "|per favore, scegli|per favore seleziona|per favore, seleziona|seleziona un'opzione"
        "|scegli un'opzione|seleziona una risposta|scegli una risposta|selezionare un'opzione"
        "|selezionare una risposta|scegliere un'opzione|scegliere una risposta"
        "|scegliere una delle seguenti risposte|scegli dall'elenco|seleziona dall'elenco"
        "|selezionare dalla lista|effettua una selezione|prego selezionare|prego scegliere"
        "|scegliere un elemento",
        not_asked="non chiesto|domanda non posta|non richiesto|non visualizzato|non somministrata"
        "|non mostrato|non mostrata|domanda non mostrata|non visualizzata"
        "|domanda non visualizzata|non posta|domanda non prevista|non chiesto in questo paese"
        "|domanda non posta in questo paese|non somministrato",
    ),
    steps=listed(
        "non sono sicuro|non sono sicura|non sono sicuro/a|non ricordo|non ricorda|non conosco"
        "|sconosciuto|difficile a dirsi|non mi ricordo|non sono certo|non sono certa"
        "|non sono sicuro(a)|non lo ricordo|difficile da dire|è difficile dirlo"
    ),
    answers=listed(
        "rifiutato|rifiuto|rifiuta|mancante|non indicato|non disponibile|non richiesto"
        "|non fornito|non chiesto|ha rifiutato|saltata|saltato|omessa|omesso|non valido"
        "|non valida|non mostrato|non mostrata|non visualizzato|non visualizzata|non registrato"
        "|non posta|non somministrato|non somministrata|non compilato|non compilata"
        "|nessuna selezione|nessuna scelta"
    ),
    opposites=listed(
        "saltata|saltato|omessa|omesso|non mostrato|non mostrata|non visualizzato"
        "|non visualizzata|non somministrata|non compilato|non compilata|nessuna selezione"
    ),
    begins=listed("non applicabile"),
)
