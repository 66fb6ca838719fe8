"""Reasons for no answer in German."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

GERMAN = ReasonWords(
    offered=reasons(
        dont_know="weiß nicht|weiss nicht|weiß ich nicht|ich weiß nicht|weiß ich nicht genau"
        "|ich weiß es nicht|kann ich nicht sagen|kann ich nicht beurteilen|keine ahnung"
        "|weiß es nicht|kann ich nicht einschätzen|keine meinung|weiß nicht/keine angabe"
        "|kein urteil|weiß nicht / keine angabe|w.n.|wn|weiß nicht mehr|kann mich nicht erinnern"
        "|nicht bekannt|unbekannt|kann nicht beurteilt werden|nicht beurteilbar"
        "|nicht einschätzbar|weiß nicht, keine angabe|weiß nicht/k.a.|weiß nicht / k.a.|wn/ka"
        "|w.n./k.a.|keine einschätzung|nicht sicher|bin nicht sicher|bin mir nicht sicher"
        "|schwer zu sagen",
        refused="keine angabe|möchte ich nicht sagen|möchte ich nicht angeben|ka"
        "|möchte keine angabe machen|keine angaben|möchte ich nicht beantworten|k. angabe"
        "|möchte nicht antworten|möchte nicht sagen|möchte darauf nicht antworten"
        "|will ich nicht sagen|keine auskunft|dazu möchte ich nichts sagen|keine angabe gemacht"
        "|keine angabe möglich",
        not_asked="trifft nicht auf mich zu|nicht zutreffend|entfällt|nicht relevant"
        "|betrifft mich nicht|nicht anwendbar|nicht relevant für mich|habe ich nicht|n. z.|n.z."
        "|nicht betroffen",
    ),
    technical=reasons(
        refused="verweigert|antwort verweigert|k.a.|k. a.|k.a|k/a|angabe verweigert|verweigerung",
        left_blank="keine antwort|nicht beantwortet|fehlend|fehlender wert|nicht bearbeitet"
        "|ungültig|datenfehler|fehlt|fehlende angabe|fehlende werte|keine daten|nicht angegeben"
        "|ohne angabe|o. a.|o.a.|nicht erfasst|ungültige angabe|mehrfachangabe|unleserlich",
        not_asked="nicht gefragt|filter|nicht gezeigt|nicht erhoben|filterbedingt fehlend|tnz"
        "|tnz: filter|t.n.z.|nicht gestellt|frage nicht gestellt|nicht im fragebogen"
        "|in fragebogenversion nicht enthalten|nicht teil der befragung",
    ),
    steps=listed(
        "nicht sicher|bin nicht sicher|bin mir nicht sicher|unbekannt|nicht bekannt"
        "|nicht relevant|weiß nicht mehr|kann mich nicht erinnern|nicht betroffen|habe ich nicht"
        "|schwer zu sagen|kein urteil|nicht relevant für mich"
    ),
    answers=listed("verweigert|verweigerung|ungültig|fehlend|fehlt|filter|mehrfachangabe"),
    begins=listed("nicht zutreffend"),
    below_zero=reasons(not_asked="trifft nicht zu|trifft auf mich nicht zu|keine davon"),
)
