"""French."""

from rundfrage.questionnaire.checks.personal.vocabulary import Identifier, Vocabulary

FRENCH = Vocabulary(
    own="votre|vos|ton|ta|tes|mon|ma|mes",
    nouns={
        Identifier.NAME: "nom|noms|prénom|prénoms|nom de famille|patronyme|signature|initiales",
        Identifier.ADDRESS: "adresse|adresse postale|adresse personnelle|domicile|rue",
        Identifier.EMAIL: "e-mail|email|courriel|mail|adresse e-mail|adresse email|adresse mail"
        "|adresse électronique|adresse courriel",
        Identifier.PHONE: "téléphone|numéro de téléphone|portable|numéro de portable|mobile"
        "|numéro de mobile",
        Identifier.BIRTH_DATE: "date de naissance|jour de naissance",
        Identifier.NUMBER: "matricule|numéro de matricule|numéro d'étudiant|numéro étudiant"
        "|numéro de client|numéro client|numéro d'adhérent|numéro de passeport"
        "|numéro de carte d'identité|numéro fiscal|identifiant|nom d'utilisateur",
        Identifier.ACCOUNT: "iban|rib|numéro de compte|coordonnées bancaires",
        Identifier.INSURANCE: "numéro de sécurité sociale|numéro d'assuré"
        "|numéro d'assurance maladie",
        Identifier.PLATE: "plaque d'immatriculation|numéro d'immatriculation|immatriculation",
    },
    asking="quel est|quelle est|quels sont|quelles sont|indiquez|indiquer|donnez|donner|écrivez"
    "|inscrivez|saisissez|saisir|renseignez|précisez|laissez|laisser|communiquez|communiquer"
    "|dites|notez|entrez",
    which="quel|quelle",
    reaching="joindre|contacter|appeler|écrire|envoyer|rappeler",
    around="veuillez|s'il vous plaît|svp|merci|de|d|l|le|la|les|votre|vos|mon|ma|mes|et|ou"
    "|complet|complète"
    "|personnel|personnelle|professionnel|professionnelle|indiquer|indiquez|donnez|saisir"
    "|saisissez|facultatif|facultative|ici|nous|préciser|écrire|postal|privé|privée",
    opinion="pensez|aimez|plaît|satisfait|satisfaite|pourquoi|combien de fois|à quel point"
    "|important|opinion|avis|préférez|devrait|faudrait|améliorer|changer|gêne|signifie|trouvez"
    "|estimez|évoque|souhaitez|confiance",
    negation="pas|aucun|aucune|jamais|sans|ne|n|anonyme|ni",
    subordinate="que|qu|si|parce|lorsque|quand|afin",
    you="vous|votre|vos|tu|ton|ta|tes",
    phrases={
        Identifier.NAME: "comment vous appelez vous|comment t'appelles tu|qui êtes vous",
        Identifier.ADDRESS: "comment pouvons nous vous joindre|comment vous joindre|coordonnées"
        "|vos coordonnées",
        Identifier.BIRTH_DATE: "quand êtes vous né|quand êtes vous née",
    },
    attributes="âge|tranche d'âge|année de naissance|sexe|genre|service|département|équipe|unité"
    "|faculté|site|bureau|agence|lieu de travail|code postal|quartier|commune|ville|région|pays"
    "|pays de naissance|nationalité|religion|langue maternelle|langue|diplôme|niveau d'études"
    "|niveau d'étude|profession|métier|poste|fonction|grade|catégorie|salaire|revenu|revenus"
    "|contrat|situation familiale|état civil|ménage|foyer|handicap|orientation sexuelle|filière"
    "|semestre|ancienneté",
    attribute_phrases="quel âge avez vous|en quelle année êtes vous né"
    "|depuis combien de temps travaillez vous|combien d'enfants avez vous|où habitez vous"
    "|où travaillez vous|avez vous des enfants|êtes vous un homme ou une femme",
)
