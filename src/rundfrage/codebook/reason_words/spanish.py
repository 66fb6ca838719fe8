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
        "|difícil de decir|desconocido|no tengo una opinión|no tiene opinión"
        "|no tengo opinión al respecto|no tengo opinión formada|no sé / no contesto"
        "|no sé/no contesto|no sé, no contesto|no sabe o no contesta|no sabe no contesta"
        "|no sabe no responde|ns / nc|ns / nr|nsnc|no puedo decir|no puedo opinar|no sabe decir"
        "|no podría decir|no lo recuerda|no lo recuerdo|no estoy seguro(a)|no está seguro"
        "|no está segura|no conozco|no tengo idea|ni idea|no tengo suficiente información"
        "|no sé / no estoy seguro|es difícil decirlo",
        refused="prefiero no decirlo|prefiero no contestar|prefiero no responder"
        "|prefiere no contestar|prefiero no decir|prefiere no responder|no quiero contestar"
        "|no quiero responder|no deseo responder|no deseo contestar|prefiere no decir"
        "|prefiere no decirlo|no desea responder|no desea contestar|nc|prefiero no indicarlo"
        "|prefiero no especificar|prefiero no opinar|prefiero no revelar|prefiero no comentar"
        "|no quiero decirlo|no quiere contestar|no quiere responder|no quiero decir"
        "|prefiero no compartir|prefiero no informar|prefiero no declarar|no deseo decirlo"
        "|no deseo contestar esta pregunta|prefiero no contestar esta pregunta"
        "|prefiero no responder esta pregunta|prefiero no responder a esta pregunta"
        "|prefiero no mencionarlo|prefiere no opinar|prefiere no indicar",
        left_blank="nr",
        not_asked="no aplica|no procede|no aplicable|no corresponde|no se aplica|no me aplica"
        "|n.p.|no es aplicable|no es mi caso|no aplica para mí|no se aplica a mí"
        "|no me corresponde|no es pertinente|no pertinente|no aplica en mi caso"
        "|no procede en mi caso",
    ),
    technical=reasons(
        refused="rechazado|rehúsa|no contesta|n.c.|rehúsa contestar|rehusó|se niega a contestar"
        "|rechaza contestar|rechazo|se rehúsa|n/c|se niega a responder",
        left_blank="sin respuesta|no respondió|no responde|sin contestar|no contestó|en blanco"
        "|perdido|valor perdido|sin dato|sin datos|s/d|s/i|s.d.|sin información|no especificado"
        "|no hay respuesta|no disponible|no indica|no informado|no declarado|n/d|sin especificar"
        "|ninguna respuesta|no registra|n/r|no reporta|sin responder|no contestada|no contestado"
        "|no respondida|no respondido|sin contestación|no hay dato|no hay datos|dato perdido"
        "|datos perdidos|datos faltantes|dato faltante|valor faltante|sin selección"
        "|ninguna selección|ninguna opción seleccionada|no registrado|pregunta omitida|omitido"
        "|omitida|pregunta saltada|sin completar|respuesta inválida|inválido|seleccione"
        "|selecciona|elija|elige|elegir…|seleccionar…|escoja|escoge|seleccione una opción"
        "|selecciona una opción|elija una opción|elige una opción|elige una respuesta"
        "|elija una respuesta|seleccione una respuesta|selecciona una respuesta"
        "|seleccione una de las siguientes opciones|por favor seleccione|por favor, seleccione"
        "|por favor elija|por favor, elija|por favor escoja|por favor, escoja"
        "|por favor, seleccione una opción|por favor seleccione una opción|por favor, selecciona"
        "|por favor selecciona|seleccione uno|seleccione una|seleccione de la lista"
        "|seleccionar una opción|escoger una opción|escoja una opción|haga una selección"
        "|elegir una opción|elija un elemento",
        not_asked="no preguntado|no se preguntó|no mostrado|no preguntada|no se le preguntó"
        "|no mostrada|pregunta no mostrada|no se mostró|pregunta no realizada"
        "|pregunta no formulada|no formulada|no se pregunta|no se preguntó en este país"
        "|no preguntado en este país|no preguntada en este país|inaplicable|inap"
        "|no se realizó la pregunta|no visualizada|no visualizado",
    ),
    steps=listed(
        "no estoy seguro|no estoy segura|no estoy seguro/a|no recuerda|no recuerdo|no me acuerdo"
        "|desconoce|no conoce|difícil de decir|desconocido|no se|no estoy seguro(a)"
        "|no está seguro|no está segura|no conozco|no lo recuerda|no lo recuerdo"
        "|es difícil decirlo"
    ),
    answers=listed(
        "rechazado|rechazo|en blanco|perdido|no disponible|no indica|sin información|omitido"
        "|omitida|inválido|no registrado|no mostrado|no mostrada|no contestado|no contestada"
        "|no respondido|no respondida|sin responder|sin completar|no visualizada|no visualizado"
        "|sin selección"
    ),
    opposites=listed(
        "omitido|omitida|no mostrado|no mostrada|no contestado|no contestada|no respondido"
        "|no respondida|sin responder|sin selección"
    ),
    begins=listed("no aplica"),
)
