"""Reasons for no answer in French."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

FRENCH = ReasonWords(
    offered=reasons(
        dont_know="ne sait pas|je ne sais pas|nsp|ne sais pas|nsp/nr|ne se prononce pas|(nsp)"
        "|sais pas|sans opinion|sans avis|pas d'avis|pas d'opinion|aucune idée|je n'ai pas d'avis"
        "|n.s.p.|ne sait pas/sans réponse|ne sait pas / refus|nspp|ne peut pas dire"
        "|je ne peux pas dire|ne sait pas/pas de réponse|je n'ai pas d'opinion|aucun avis|pas sûr"
        "|je ne suis pas sûr|je ne suis pas sûre|inconnu|ne se souvient pas|je ne me souviens pas"
        "|nsp/sr|nsp/np|difficile à dire",
        refused="je préfère ne pas répondre|préfère ne pas répondre|ne souhaite pas répondre"
        "|préfère ne pas le dire|je ne souhaite pas répondre|ne veut pas répondre"
        "|je préfère ne pas le dire|je ne veux pas répondre|je ne souhaite pas le dire|np"
        "|je préfère ne pas me prononcer|ne souhaite pas se prononcer|préfère ne pas dire",
        left_blank="nr|sr",
        not_asked="non applicable|sans objet|non concerné|pas concerné|non concerné(e)"
        "|je ne suis pas concerné|non concernée|ne s'applique pas|ne me concerne pas"
        "|pas applicable|pas concernée|je ne suis pas concernée|je ne suis pas concerné(e)|s.o."
        "|s/o|so",
    ),
    technical=reasons(
        refused="refus|refus de répondre|a refusé|refuse de répondre|refusé",
        left_blank="sans réponse|pas de réponse|non réponse|non-réponse|aucune réponse|manquant"
        "|valeur manquante|donnée manquante|non répondu|non renseigné|n.r.|n/r|non renseignée"
        "|non précisé|non précisée|non communiqué|non disponible|données manquantes|n.c."
        "|pas répondu|sans réponse (sr)|non déclaré|non spécifié|n'a pas répondu",
        not_asked="non posée|question non posée|non posé|non affiché|non demandé|question filtrée"
        "|non interrogé",
    ),
    steps=listed(
        "pas sûr|je ne suis pas sûr|je ne suis pas sûre|inconnu|ne se souvient pas"
        "|je ne me souviens pas|difficile à dire|aucun avis"
    ),
    answers=listed("refus|a refusé|refusé|manquant|non disponible|non communiqué|non précisé"),
    begins=listed("non applicable|sans objet"),
)
