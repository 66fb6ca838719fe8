"""Reasons for no answer in Spanish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

SPANISH = ReasonWords(
    offered=reasons(
        dont_know="no sabe|no sé|no lo sé|n.s.|ns/nc|n.s./n.c.|no sabe/no contesta|no lo sabe|ns"
        "|no sabe / no contesta|no sabe/no responde|ns/nr|no sabe / no responde|no estoy seguro"
        "|no estoy segura|no estoy seguro/a|sin opinión|no tengo opinión|no sabría decir|no se"
        "|ninguna opinión|no opina|ns/no|n/s|ns-nc|ns-nr|n.s/n.c|no recuerda|no recuerdo"
        "|no me acuerdo|desconoce|no conoce|no sabe, no contesta|no sabe, no responde"
        "|difícil de decir|desconocido",
        refused="prefiero no decirlo|prefiero no contestar|prefiero no responder"
        "|prefiere no contestar|prefiero no decir|prefiere no responder|no quiero contestar"
        "|no quiero responder|no deseo responder|no deseo contestar|prefiere no decir"
        "|prefiere no decirlo|no desea responder|no desea contestar|nc",
        left_blank="nr",
        not_asked="no aplica|no procede|no aplicable|no corresponde|no se aplica|no me aplica"
        "|n.p.|no es aplicable|no es mi caso",
    ),
    technical=reasons(
        refused="rechazado|rehúsa|no contesta|n.c.|rehúsa contestar|rehusó|se niega a contestar"
        "|rechaza contestar|rechazo|se rehúsa|n/c|se niega a responder",
        left_blank="sin respuesta|no respondió|no responde|sin contestar|no contestó|en blanco"
        "|perdido|valor perdido|sin dato|sin datos|s/d|s/i|s.d.|sin información|no especificado"
        "|no hay respuesta|no disponible|no indica|no informado|no declarado|n/d|sin especificar"
        "|ninguna respuesta|no registra|n/r|no reporta",
        not_asked="no preguntado|no se preguntó|no mostrado|no preguntada|no se le preguntó",
    ),
    steps=listed(
        "no estoy seguro|no estoy segura|no estoy seguro/a|no recuerda|no recuerdo|no me acuerdo"
        "|desconoce|no conoce|difícil de decir|desconocido|no se"
    ),
    answers=listed("rechazado|rechazo|en blanco|perdido|no disponible|no indica|sin información"),
    begins=listed("no aplica"),
)
