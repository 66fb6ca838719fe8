"""Italian."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

ITALIAN = Vocabulary(
    scales=(
        steps("sempre|tutto il tempo|in ogni momento", "quasi sempre|la maggior parte delle volte"
              "|il più delle volte|di solito|generalmente|la maggior parte del tempo",
              "molto spesso|molto frequentemente", "spesso|frequentemente|regolarmente"
              "|abbastanza spesso", "a volte|qualche volta|talvolta|ogni tanto|di tanto in tanto"
              "|occasionalmente", "raramente|di rado|poche volte|poco spesso", "molto raramente"
              "|molto di rado", "quasi mai", "mai"),
        steps("più volte al giorno|diverse volte al giorno|più di una volta al giorno",
              "ogni giorno|tutti i giorni|quotidianamente|una volta al giorno|quasi ogni giorno"
              "|quasi tutti i giorni|giornalmente", "più volte alla settimana"
              "|diverse volte alla settimana|qualche volta alla settimana|più volte a settimana"
              "|qualche volta a settimana", "una volta alla settimana|ogni settimana"
              "|settimanalmente|una volta a settimana|almeno una volta alla settimana",
              "ogni due settimane|una volta ogni due settimane|ogni quindici giorni",
              "più volte al mese|diverse volte al mese|qualche volta al mese", "una volta al mese"
              "|ogni mese|mensilmente|tutti i mesi|almeno una volta al mese", "ogni tre mesi"
              "|trimestralmente|una volta a trimestre|ogni trimestre", "più volte all'anno"
              "|diverse volte all'anno|qualche volta all'anno|più volte l'anno"
              "|qualche volta l'anno", "una volta all'anno|ogni anno|annualmente|tutti gli anni"
              "|una volta l'anno", "meno spesso|meno di una volta all'anno|più raramente|raramente"
              "|meno di una volta al mese", "una sola volta|solo una volta", "mai"),
        steps("eccellente|ottimo|ottima|eccellenti|ottimi", "molto buono|molto buona|molto bene",
              "buono|buona|bene|buoni|buone", "discreto|discreta|abbastanza buono|abbastanza buona",
              "sufficiente|accettabile|medio|nella media|neutro|né buono né cattivo|così così"
              "|neutrale|né buona né cattiva|né bene né male", "scarso|scarsa|mediocre"
              "|insufficiente|cattivo|cattiva|male", "molto scarso|molto scarsa|molto cattivo"
              "|molto cattiva|molto male|gravemente insufficiente", "pessimo|pessima|terribile"),
        steps("sicuramente sì|decisamente sì|certamente|sì, sicuramente|sicuramente|sì, certamente"
              "|sì, decisamente|assolutamente sì|certamente sì", "probabilmente sì|probabilmente"
              "|più sì che no|sì, probabilmente|credo di sì|sì", "forse|non sono sicuro"
              "|non sono sicura|può darsi|incerto|incerta|forse sì, forse no", "probabilmente no"
              "|più no che sì|no, probabilmente no|credo di no|no", "sicuramente no|decisamente no"
              "|certamente no|no, sicuramente no|assolutamente no|no, per niente|sicuramente non"),
        steps("moltissimo|completamente|del tutto|totalmente|in grandissima parte|pienamente",
              "molto|molta|molti|molte|in larga misura|tanto|in gran parte", "abbastanza"
              "|in buona misura|parecchio", "moderatamente|mediamente|in parte|in certa misura"
              "|parzialmente|in qualche misura", "un po'|leggermente|un poco|in piccola misura",
              "poco|poca|pochi|poche|in misura limitata|non molto", "pochissimo|molto poco"
              "|quasi per niente|quasi niente", "per niente|per nulla|affatto|niente|nulla"
              "|niente affatto|nessuno|nessuna"),
        steps("molto aumentato|aumentato molto|è molto aumentato|notevolmente aumentato",
              "aumentato|un po' aumentato|aumentato un po'|è aumentato|leggermente aumentato",
              "rimasto uguale|rimasto invariato|invariato|è rimasto uguale|nessun cambiamento"
              "|stabile", "diminuito|un po' diminuito|diminuito un po'|è diminuito"
              "|leggermente diminuito", "molto diminuito|diminuito molto|è molto diminuito"
              "|notevolmente diminuito"),
        steps("molto meglio|molto migliore|nettamente migliore|decisamente migliore", "meglio"
              "|migliore|un po' meglio|leggermente migliore|un po' migliore|leggermente meglio",
              "uguale|lo stesso|più o meno uguale|né meglio né peggio|invariato|circa uguale",
              "peggio|peggiore|un po' peggio|leggermente peggiore|un po' peggiore"
              "|leggermente peggio", "molto peggio|molto peggiore|nettamente peggiore"
              "|decisamente peggiore"),
        steps("molto di più", "di più|più|un po' di più", "uguale|lo stesso|né più né meno"
              "|altrettanto", "di meno|meno|un po' di meno|un po' meno",
              "molto di meno|molto meno"),
        steps("decisamente troppo|davvero troppo", "troppo|un po' troppo", "giusto"
              "|la quantità giusta|il giusto|adeguato", "troppo poco|un po' troppo poco"
              "|non abbastanza", "decisamente troppo poco|davvero troppo poco"),
        steps("indispensabile|essenziale|fondamentale", "molto importante", "importante",
              "abbastanza importante|moderatamente importante|mediamente importante",
              "poco importante|non molto importante", "per niente importante|per nulla importante"
              "|non importante|irrilevante|affatto importante"),
        steps("molto alto|molto alta|molto elevato|molto elevata", "alto|alta|elevato|elevata",
              "medio|media|moderato|moderata", "basso|bassa", "molto basso|molto bassa", "nessuno"
              "|nessuna|nullo|nulla"),
    ),
    # Lowest first.
    levels=(
        steps("nessun titolo|nessun titolo di studio|nessuno|senza titolo di studio|analfabeta",
              "licenza elementare|scuola elementare|scuola primaria|elementare|elementari|primaria",
              "licenza media|scuola media|scuola secondaria di primo grado|media inferiore|medie"
              "|diploma di scuola media|scuola secondaria di i grado|licenza media inferiore",
              "qualifica professionale|diploma professionale|formazione professionale", "diploma"
              "|diploma di maturità|scuola superiore|maturità|diploma di scuola superiore"
              "|scuola secondaria di secondo grado|diploma superiore|superiori|media superiore"
              "|diploma di scuola secondaria superiore|scuola secondaria di ii grado"
              "|licenza superiore", "laurea triennale|laurea breve|laurea di primo livello"
              "|diploma universitario", "laurea magistrale|laurea specialistica|laurea"
              "|laurea di secondo livello|università|laurea vecchio ordinamento"
              "|laurea magistrale/specialistica|laurea o superiore", "master|specializzazione"
              "|post-laurea|post laurea|master universitario|titolo post-laurea", "dottorato"
              "|dottorato di ricerca"),
    ),
    grading=Grading(
        degrees={
            "per niente": -97, "per nulla": -97, "affatto": -97, "niente affatto": -98,
            "non molto": -25, "poco": -20, "molto poco": -40, "pochissimo": -45, "non proprio": -28,
            "un po'": 22, "leggermente": 20, "lievemente": 20, "parzialmente": 33, "in parte": 33,
            "piuttosto": 42, "abbastanza": 45, "moderatamente": 38, "mediamente": 38,
            "relativamente": 40, "tendenzialmente": 37, "molto": 75, "davvero": 75,
            "fortemente": 85, "decisamente": 85, "altamente": 82, "estremamente": 95,
            "totalmente": 97, "completamente": 97, "del tutto": 97, "pienamente": 96,
            "assolutamente": 98, "*in parte": 33, "*per niente": -97, "*per nulla": -97,
            "*pienamente": 96, "*completamente": 97, "*del tutto": 97,
        },
        opposites=(
            ("soddisfatto", "insoddisfatto"), ("soddisfatta", "insoddisfatta"),
            ("soddisfatto/a", "insoddisfatto/a"), ("importante", "non importante"),
            ("probabile", "improbabile"), ("soddisfatti", "insoddisfatti"),
            ("interessato", "non interessato"), ("interessata", "non interessata"),
            ("d'accordo", "in disaccordo"), ("d'accordo", "contrario"), ("d'accordo", "contraria"),
            ("d'accordo", "non d'accordo"), ("facile", "difficile"), ("buono", "cattivo"),
            ("buona", "cattiva"), ("positivo", "negativo"), ("positiva", "negativa"),
            ("favorevole", "contrario"), ("favorevole", "sfavorevole"), ("favorevole", "contraria"),
            ("alto", "basso"), ("alta", "bassa"), ("veloce", "lento"), ("forte", "debole"),
            ("grande", "piccolo"), ("felice", "infelice"), ("chiaro", "confuso"),
            ("semplice", "complicato"), ("ottimista", "pessimista"), ("caldo", "freddo"),
            ("economico", "costoso"), ("sicuro", "pericoloso"), ("interessante", "noioso"),
            ("sinistra", "destra"), ("a sinistra", "a destra"), ("utile", "inutile"),
            ("contento", "scontento"), ("vero", "falso"), ("gradevole", "sgradevole"),
            ("piacevole", "spiacevole"), ("a favore", "contro"), ("bene", "male"),
        ),
        prefixes=("in", "im", "ir", "dis", "s", "non "),
        middles=("neutrale", "neutro", "neutra", "indifferente", "né {x} né {x}", "né {x}, né {x}",
                 "incerto", "ne {x} ne {x}", "incerta", "indeciso", "indecisa", "medio",
                 "né l'uno né l'altro", "così così", "indeciso/a", "incerto/a"),
    ),
    yes=listed("sì|si|si'"),
    no=listed("no"),
    chosen=listed("vero|selezionato|selezionata|spuntato|spuntata|citato|citata|menzionato"
                  "|menzionata|scelto|scelta|segnato|segnata|barrato|barrata"),
    unchosen=listed("falso|non selezionato|non selezionata|non spuntato|non spuntata|non citato"
                    "|non citata|non menzionato|non menzionata|non scelto|non scelta|non segnato"
                    "|non segnata|non barrato|non barrata"),
    other=listed("altro|altra|altri|altre|altro:|altro (specificare)|altro, specificare"
                 "|altra risposta|altro (si prega di specificare)|altro (specifica)"
                 "|altro, specifica|qualcos'altro|altro (per favore specificare)"
                 "|altri (specificare)|altro/a"),
    none=listed("nessuno|nessuna|nessuno di questi|nessuna di queste|nessuno dei precedenti|niente"
                "|nessuna delle precedenti|nessuno dei due|nulla|nessuna di queste opzioni"
                "|nessuno di quelli elencati|niente di tutto ciò"),
    ranked=("ranking", "ordina", "in ordine", "ordine di", "classific", "graduatoria"),
    mentions=("menzion", "citazion", "fino a", "al massimo", "massimo"),
    several=("tutte le risposte", "tutte quelle che", "tutte le opzioni", "tutto ciò che",
             "più risposte", "risposta multipla", "risposte multiple", "scelta multipla",
             "più di una risposta", "tutti quelli che", "più opzioni"),
    # The short ones end with a blank: DA1 is a code, and no bound.
    below=("meno di", "fino a", "fino ai", "sotto i", "al massimo", "massimo", "inferiore a",
           "sotto"),
    above=("più di", "oltre", "oltre i", "almeno", "superiore a", "a partire da", "da ", "dai",
           "tra", "fra", "tra i", "fra i", "sopra i", "dal", "minimo"),
    spans=spans(
        "secondo|secondi",
        "minuto|minuti",
        "ora|ore",
        "giorno|giorni",
        "settimana|settimane",
        "mese|mesi",
        "anno|anni",
    ),
    times=("volta", "volte"),
    one=("un", "una"),
)  # fmt: skip
