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
        "|nsp/sr|nsp/np|difficile à dire|n'a pas d'opinion|n'a pas d'avis"
        "|ne sait pas / sans opinion|ne sais pas/sans opinion|je ne sais pas / sans opinion"
        "|sans opinion / nsp|je n'en sais rien|je n'ai aucune opinion|je ne peux pas répondre"
        "|ne peut pas répondre|je ne peux pas juger|ne peut pas juger|aucune opinion"
        "|je ne me prononce pas|pas certain|je ne suis pas certain|je ne suis pas certaine"
        "|je ne suis pas sûr(e)|pas sûr(e)|pas sûre|difficile de dire|c'est difficile à dire",
        refused="je préfère ne pas répondre|préfère ne pas répondre|ne souhaite pas répondre"
        "|préfère ne pas le dire|je ne souhaite pas répondre|ne veut pas répondre"
        "|je préfère ne pas le dire|je ne veux pas répondre|je ne souhaite pas le dire|np"
        "|je préfère ne pas me prononcer|ne souhaite pas se prononcer|préfère ne pas dire"
        "|préfère ne pas se prononcer|je préfère ne pas indiquer|préfère ne pas indiquer"
        "|je ne souhaite pas me prononcer|ne souhaite pas le dire"
        "|je ne souhaite pas répondre à cette question"
        "|je préfère ne pas répondre à cette question|ne veut pas le dire|je ne veux pas le dire"
        "|je préfère ne rien dire|ne désire pas répondre|je ne désire pas répondre"
        "|préfère ne pas dévoiler|préfère ne pas préciser|je préfère ne pas préciser"
        "|je préfère ne pas le préciser|je préfère ne pas divulguer|refuse de se prononcer"
        "|ne veut pas dire|je préfère ne pas dire",
        left_blank="nr|sr",
        not_asked="non applicable|sans objet|non concerné|pas concerné|non concerné(e)"
        "|je ne suis pas concerné|non concernée|ne s'applique pas|ne me concerne pas"
        "|pas applicable|pas concernée|je ne suis pas concernée|je ne suis pas concerné(e)|s.o."
        "|s/o|cela ne me concerne pas|ne s'applique pas à moi|ne s'applique pas à ma situation"
        "|je ne suis pas concerné·e|non concerné·e|pas concerné(e)|pas concerné·e",
    ),
    technical=reasons(
        refused="refus|refus de répondre|a refusé|refuse de répondre|refusé",
        left_blank="sans réponse|ne répond pas|nrp"
        "|pas de réponse|non réponse|non-réponse|aucune réponse|manquant"
        "|valeur manquante|donnée manquante|non répondu|non renseigné|n.r.|n/r|non renseignée"
        "|non précisé|non précisée|non communiqué|non disponible|données manquantes|n.c."
        "|pas répondu|sans réponse (sr)|non déclaré|non spécifié|n'a pas répondu"
        "|réponse manquante|aucune donnée|données non disponibles|n'a rien répondu"
        "|question sans réponse|question ignorée|ignorée|question passée|laissé vide"
        "|laissé en blanc|non rempli|non remplie|non complété|sans indication|aucune sélection"
        "|aucun choix|réponse non valide|réponse invalide|sélectionnez|sélectionner…|choisissez"
        "|choisir…|veuillez sélectionner|veuillez choisir|veuillez sélectionner une réponse"
        "|veuillez choisir une réponse|veuillez sélectionner une option"
        "|veuillez choisir une option|sélectionnez une option|sélectionnez une réponse"
        "|choisissez une option|choisissez une réponse|choisissez une des réponses suivantes"
        "|choisissez dans la liste|sélectionnez dans la liste|faites votre choix|faites un choix"
        "|votre choix…|sélectionnez une valeur|sélectionner une option|sélectionner une réponse"
        "|choisir une option|choisir une réponse|veuillez faire un choix|merci de choisir"
        "|merci de sélectionner|choix…|sélection…",
        not_asked="non posée|question non posée|non posé|non affiché|non demandé|question filtrée"
        "|non interrogé|non affichée|question non affichée|non montré|non montrée|non demandée"
        "|question non posée dans ce pays|non posée dans ce pays|non posé dans ce pays|pas posée"
        "|question masquée|hors champ",
    ),
    steps=listed(
        "pas sûr|je ne suis pas sûr|je ne suis pas sûre|inconnu|ne se souvient pas"
        "|je ne me souviens pas|difficile à dire|aucun avis|pas certain|je ne suis pas certain"
        "|je ne suis pas certaine|je ne suis pas sûr(e)|pas sûr(e)|pas sûre|difficile de dire"
        "|c'est difficile à dire|aucune opinion|je n'ai aucune opinion"
    ),
    answers=listed(
        "refus|a refusé|refusé|manquant|non disponible|non communiqué|non précisé|ignorée"
        "|hors champ|non affiché|non affichée|non rempli|non remplie|non complété|non montré"
        "|non montrée|aucune sélection|aucun choix"
    ),
    opposites=listed("non affiché|non affichée|non rempli|non remplie|aucune sélection|ignorée"),
    begins=listed("non applicable|sans objet"),
)
