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
        "|schwer zu sagen|ich habe keine meinung|habe keine meinung|habe dazu keine meinung"
        "|dazu habe ich keine meinung|ich habe dazu keine meinung|keine meinung dazu"
        "|noch keine meinung|weiß nicht genau|weiß ich nicht mehr|ich kann das nicht beurteilen"
        "|kann das nicht beurteilen|kann es nicht beurteilen|nicht zu beurteilen"
        "|weiß nicht/kann ich nicht beurteilen|weiß nicht / kann ich nicht beurteilen"
        "|kann ich nicht bewerten|keine bewertung möglich|keine beurteilung möglich"
        "|ich bin mir nicht sicher|ich bin nicht sicher|unsicher|weiß nicht / keine meinung"
        "|weiß nicht/keine meinung|dazu kann ich nichts sagen|kann ich nichts dazu sagen"
        "|ich erinnere mich nicht|daran kann ich mich nicht erinnern",
        refused="möchte ich nicht sagen|möchte ich nicht angeben|ka|möchte keine angabe machen"
        "|möchte ich nicht beantworten|möchte nicht antworten|möchte nicht sagen"
        "|möchte darauf nicht antworten|will ich nicht sagen|keine auskunft"
        "|dazu möchte ich nichts sagen|keine angabe möglich|das möchte ich nicht sagen"
        "|das möchte ich nicht beantworten|ich möchte nicht antworten"
        "|ich möchte dazu nichts sagen|ich möchte keine angabe machen"
        "|ich möchte keine angaben machen|möchte keine angaben machen"
        "|möchte ich lieber nicht sagen|lieber nicht sagen|lieber keine angabe"
        "|darauf möchte ich nicht antworten|ich möchte diese frage nicht beantworten"
        "|möchte diese frage nicht beantworten|will nicht antworten|will ich nicht beantworten"
        "|dazu mache ich keine angabe|mache keine angabe|mache ich keine angaben"
        "|bevorzuge keine angabe",
        not_asked="trifft nicht auf mich zu|nicht zutreffend|entfällt|nicht relevant"
        "|betrifft mich nicht|nicht anwendbar|nicht relevant für mich|habe ich nicht|n. z.|n.z."
        "|nicht betroffen|entfällt bei mir|trifft für mich nicht zu|gilt nicht für mich"
        "|für mich nicht zutreffend|für mich nicht relevant|für mich nicht anwendbar|nicht zutr.",
    ),
    technical=reasons(
        refused="verweigert|antwort verweigert|k.a.|k. a.|k.a|k/a|angabe verweigert|verweigerung"
        "|keine angabe|keine angaben|k. angabe|keine angabe gemacht",
        left_blank="keine antwort|nicht beantwortet|fehlend|fehlender wert|nicht bearbeitet"
        "|ungültig|datenfehler|fehlt|fehlende angabe|fehlende werte|keine daten|nicht angegeben"
        "|ohne angabe|o. a.|o.a.|nicht erfasst|ungültige angabe|mehrfachangabe|unleserlich"
        "|unbeantwortet|nicht ausgefüllt|ohne antwort|keine auswahl|keine auswahl getroffen"
        "|nichts ausgewählt|nichts gewählt|übersprungen|frage übersprungen|antwort fehlt"
        "|keine eingabe|ohne angaben|keine rückmeldung|nicht auswertbar|nicht verwertbar"
        "|nicht bestimmbar|nicht lesbar|nicht codierbar|nicht kodierbar|systembedingt fehlend"
        "|bitte wählen|bitte wählen sie|bitte auswählen|bitte auswahl treffen"
        "|bitte wählen sie aus|bitte wählen sie eine antwort|bitte wählen sie eine option"
        "|bitte wählen sie eine der folgenden antworten|bitte eine auswahl treffen"
        "|bitte treffen sie eine auswahl|bitte eine option wählen|bitte eine option auswählen"
        "|bitte eine antwort auswählen|option auswählen|antwort auswählen|eine option auswählen"
        "|eine antwort auswählen|auswahl treffen|wählen sie aus|wählen sie eine option"
        "|wählen sie eine antwort|wähle eine option|wähle eine antwort|bitte wähle"
        "|bitte wähle aus|auswählen…|auswahl…|wählen…|wählen sie…|bitte…",
        not_asked="nicht gefragt|filter|nicht gezeigt|nicht erhoben|filterbedingt fehlend|tnz"
        "|tnz: filter|t.n.z.|nicht gestellt|frage nicht gestellt|nicht im fragebogen"
        "|in fragebogenversion nicht enthalten|nicht teil der befragung|nicht angezeigt"
        "|frage nicht angezeigt|wurde nicht gefragt|wurde nicht angezeigt|ausgeblendet"
        "|frage ausgeblendet|gefiltert|durch filter übersprungen|nicht erfragt|nicht vorgelegt"
        "|in diesem land nicht gefragt|in diesem land nicht erhoben"
        "|frage in diesem land nicht gestellt|frage in diesem jahr nicht teil des frageprogramms"
        "|nicht im frageprogramm|nicht teil des fragebogens",
    ),
    steps=listed(
        "nicht sicher|bin nicht sicher|bin mir nicht sicher|unbekannt|nicht bekannt"
        "|nicht relevant|weiß nicht mehr|kann mich nicht erinnern|nicht betroffen|habe ich nicht"
        "|schwer zu sagen|kein urteil|nicht relevant für mich|unsicher|ich bin mir nicht sicher"
        "|ich bin nicht sicher|ich erinnere mich nicht|daran kann ich mich nicht erinnern"
        "|weiß ich nicht mehr"
    ),
    answers=listed(
        "verweigert|verweigerung|ungültig|fehlend|fehlt|filter|mehrfachangabe|übersprungen"
        "|ausgeblendet|gefiltert|unbeantwortet|nicht angezeigt|nicht ausgefüllt|nichts gewählt"
        "|nichts ausgewählt|keine auswahl|nicht lesbar|nicht bestimmbar|nicht verwertbar"
        "|nicht auswertbar|keine rückmeldung"
    ),
    opposites=listed(
        "übersprungen|unbeantwortet|nicht angezeigt|nicht ausgefüllt|nichts ausgewählt"
        "|keine auswahl|keine rückmeldung"
    ),
    begins=listed("nicht zutreffend|entfällt|nicht anwendbar"),
    below_zero=reasons(not_asked="trifft nicht zu|trifft auf mich nicht zu|keine davon"),
)
