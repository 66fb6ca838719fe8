"""French."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

FRENCH = Vocabulary(
    scales=(
        steps("toujours|tout le temps|en permanence|systématiquement", "presque toujours"
              "|la plupart du temps|généralement|le plus souvent", "très souvent|très fréquemment",
              "souvent|fréquemment|régulièrement|assez souvent", "parfois|quelquefois"
              "|de temps en temps|occasionnellement|de temps à autre", "rarement|peu souvent"
              "|pas souvent", "très rarement", "presque jamais|quasiment jamais"
              "|pratiquement jamais", "jamais|pas du tout"),
        steps("plusieurs fois par jour|plus d'une fois par jour", "tous les jours|chaque jour"
              "|quotidiennement|une fois par jour|tous les jours ou presque|presque tous les jours",
              "plusieurs fois par semaine|plus d'une fois par semaine|2 à 3 fois par semaine",
              "une fois par semaine|chaque semaine|toutes les semaines|hebdomadairement"
              "|au moins une fois par semaine|environ une fois par semaine",
              "toutes les deux semaines|une fois toutes les deux semaines|tous les quinze jours",
              "plusieurs fois par mois|2 à 3 fois par mois", "une fois par mois|chaque mois"
              "|tous les mois|mensuellement|au moins une fois par mois|environ une fois par mois",
              "tous les trois mois|tous les trimestres|une fois par trimestre|trimestriellement",
              "plusieurs fois par an|quelques fois par an", "une fois par an|chaque année"
              "|tous les ans|annuellement|au moins une fois par an", "moins souvent"
              "|moins d'une fois par an|moins d'une fois par mois|rarement", "une seule fois",
              "jamais"),
        steps("excellent|excellente|excellents|excellentes", "très bon|très bonne|très bien"
              "|très bons|très bonnes", "bon|bonne|bien|bons|bonnes|satisfaisant|satisfaisante",
              "assez bon|assez bonne|assez bien|plutôt bon|plutôt bonne|plutôt bien", "moyen"
              "|moyenne|passable|correct|correcte|acceptable|neutre|ni bon ni mauvais"
              "|ni bonne ni mauvaise|moyennement bon|moyennement bonne", "plutôt mauvais"
              "|plutôt mauvaise|assez mauvais|assez mauvaise|médiocre|insuffisant|insuffisante"
              "|plutôt mal", "mauvais|mauvaise|mal", "très mauvais|très mauvaise|très mal"
              "|exécrable"),
        steps("certainement|oui, certainement|oui, tout à fait|tout à fait|oui tout à fait|sûrement"
              "|oui, absolument|assurément", "probablement|oui, probablement|oui, plutôt|plutôt oui"
              "|oui plutôt|oui", "peut-être|ni oui ni non|incertain|c'est possible",
              "probablement pas|non, probablement pas|non, plutôt pas|plutôt non|plutôt pas"
              "|non plutôt pas|non", "certainement pas|non, certainement pas|non, pas du tout"
              "|pas du tout|non pas du tout|sûrement pas|absolument pas"),
        steps("tout à fait|entièrement|complètement|totalement|énormément"
              "|dans une très large mesure", "beaucoup|dans une large mesure|fortement"
              "|en grande partie|largement|très", "assez|plutôt|plutôt oui", "moyennement"
              "|modérément|en partie|partiellement|dans une certaine mesure|assez peu|quelque peu",
              "un peu|légèrement|dans une faible mesure", "peu|pas vraiment|plutôt pas|pas beaucoup"
              "|plutôt non", "très peu", "pas du tout|aucunement|nullement|rien|rien du tout"),
        steps("beaucoup augmenté|fortement augmenté|nettement augmenté|en forte hausse", "augmenté"
              "|un peu augmenté|légèrement augmenté|plutôt augmenté|en hausse", "resté stable"
              "|inchangé|pas changé|resté identique|stable|restée stable|sans changement", "diminué"
              "|un peu diminué|légèrement diminué|plutôt diminué|en baisse", "beaucoup diminué"
              "|fortement diminué|nettement diminué|en forte baisse"),
        steps("beaucoup mieux|bien mieux|bien meilleur|bien meilleure|nettement meilleur"
              "|nettement mieux|nettement meilleure|beaucoup meilleur|beaucoup meilleure", "mieux"
              "|un peu mieux|meilleur|meilleure|plutôt mieux|un peu meilleur|un peu meilleure",
              "pareil|identique|la même chose|comparable|équivalent|ni mieux ni moins bien|inchangé"
              "|à peu près pareil|à peu près la même", "moins bien|un peu moins bien|pire|moins bon"
              "|moins bonne|un peu moins bon|plutôt moins bien|un peu moins bonne",
              "beaucoup moins bien|bien pire|bien moins bien|nettement moins bien|bien moins bon"
              "|nettement moins bon|nettement moins bonne|beaucoup moins bon|beaucoup moins bonne"),
        steps("beaucoup plus|bien plus", "plus|un peu plus|plutôt plus", "autant|pareil"
              "|ni plus ni moins", "moins|un peu moins|plutôt moins", "beaucoup moins|bien moins"),
        steps("beaucoup trop", "trop|un peu trop", "juste bien|juste ce qu'il faut|comme il faut"
              "|ni trop ni trop peu", "trop peu|pas assez|un peu trop peu", "beaucoup trop peu"
              "|vraiment pas assez"),
        steps("indispensable|essentiel|essentielle|primordial|primordiale", "très important"
              "|très importante", "important|importante", "assez important|plutôt important"
              "|assez importante|plutôt importante|moyennement important|moyennement importante"
              "|utile", "peu important|peu importante|pas très important|secondaire|accessoire"
              "|pas très importante", "pas important|sans importance|pas importante"
              "|pas du tout important|inutile|pas du tout importante"),
        steps("très élevé|très élevée|très fort|très forte", "élevé|élevée|plutôt élevé|fort|forte",
              "moyen|moyenne|modéré|modérée", "faible|plutôt faible|bas|basse", "très faible"
              "|très bas|très basse", "nul|nulle|aucun|aucune"),
    ),
    # Lowest first.
    levels=(
        steps("aucun diplôme|sans diplôme|aucun|jamais scolarisé|pas de diplôme", "école primaire"
              "|primaire|certificat d'études|certificat d'études primaires|cep", "collège|brevet"
              "|brevet des collèges|bepc|secondaire inférieur|diplôme national du brevet", "cap|bep"
              "|cap/bep|cap ou bep|cap, bep|bep/cap|cap / bep", "lycée|bac|baccalauréat|secondaire"
              "|secondaire supérieur|baccalauréat ou équivalent|bac ou équivalent|niveau bac"
              "|études secondaires", "bac+2|bac +2|bac + 2|bts|dut|bts/dut|bts, dut|deug", "bac+3"
              "|bac +3|bac + 3|licence|bac+3/4|bac +3/4|licence ou équivalent|bachelor", "bac+4"
              "|bac +4|bac + 4|maîtrise", "bac+5|bac +5|bac + 5|master|bac+5 et plus|bac +5 et plus"
              "|bac+5 ou plus|grande école|master ou équivalent|diplôme d'ingénieur", "doctorat"
              "|bac+8|bac +8|bac + 8|bac+8 et plus"),
    ),
    grading=Grading(
        degrees={
            "pas du tout": -97, "absolument pas": -98, "vraiment pas": -90, "pas vraiment": -30,
            "pas très": -25, "pas tellement": -26, "pas trop": -24, "peu": -20, "très peu": -40,
            "un peu": 22, "légèrement": 20, "moyennement": 34, "modérément": 34, "plutôt": 36,
            "assez": 42, "en partie": 33, "partiellement": 33, "relativement": 40,
            "globalement": 48, "très": 75, "fortement": 85, "vraiment": 75, "particulièrement": 78,
            "extrêmement": 95, "totalement": 97, "tout à fait": 97, "entièrement": 97,
            "complètement": 97, "parfaitement": 96, "absolument": 98, "pleinement": 96,
            "hautement": 82, "*du tout": 97, "*en partie": 33,
        },
        opposites=(
            ("en accord", "en désaccord"),
            ("satisfait", "insatisfait"), ("satisfaite", "insatisfaite"),
            ("satisfait·e", "insatisfait·e"), ("satisfait.e", "insatisfait.e"),
            ("satisfait/e", "insatisfait/e"), ("satisfaits", "insatisfaits"),
            ("important", "sans importance"), ("importante", "sans importance"),
            ("probable", "improbable"), ("utile", "inutile"), ("intéressé", "pas intéressé"),
            ("intéressée", "pas intéressée"), ("d'accord", "en désaccord"),
            ("d'accord", "pas d'accord"), ("facile", "difficile"), ("satisfait", "mécontent"),
            ("bon", "mauvais"), ("bonne", "mauvaise"), ("bien", "mal"), ("positif", "négatif"),
            ("positive", "négative"), ("favorable", "défavorable"), ("confiant", "méfiant"),
            ("content", "mécontent"), ("contente", "mécontente"), ("heureux", "malheureux"),
            ("heureuse", "malheureuse"), ("fort", "faible"), ("élevé", "faible"),
            ("élevée", "faible"), ("grand", "petit"), ("rapide", "lent"), ("chaud", "froid"),
            ("clair", "confus"), ("agréable", "désagréable"), ("sûr", "dangereux"),
            ("optimiste", "pessimiste"), ("intéressant", "ennuyeux"), ("juste", "injuste"),
            ("à gauche", "à droite"), ("pour", "contre"), ("en sécurité", "en insécurité"),
            ("à l'aise", "mal à l'aise"), ("simple", "compliqué"), ("bon marché", "cher"),
            ("vrai", "faux"),
        ),
        prefixes=("in", "im", "ir", "dés", "mé", "mal", "pas ", "non "),
        middles=("neutre", "ni {x} ni {x}", "ni l'un ni l'autre", "sans opinion tranchée",
                 "indifférent", "ni {x}, ni {x}", "indifférente", "moyen", "moyenne", "indécis",
                 "indécise", "mitigé", "ni en accord ni en désaccord", "partagé", "partagée",
                 "ni oui ni non"),
    ),
    yes=listed("oui"),
    no=listed("non"),
    chosen=listed("vrai|coché|cochée|sélectionné|sélectionnée|cité|citée|mentionné|mentionnée"
                  "|choisi|choisie"),
    unchosen=listed("faux|non coché|non cochée|non sélectionné|non sélectionnée|non cité|non citée"
                    "|non mentionné|non mentionnée|non choisi|non choisie|pas coché|pas cochée"
                    "|pas sélectionné|pas sélectionnée|pas cité|pas citée|pas mentionné"
                    "|pas mentionnée|pas choisi|pas choisie|décoché|décochée"),
    other=listed("autre|autres|autre:|autre :|autre (précisez)|autre (préciser)|autre, précisez"
                 "|autre (veuillez préciser)|autre (à préciser)|autre, préciser"
                 "|autre, veuillez préciser|autre réponse|autre chose|autres (précisez)|une autre"
                 "|un autre"),
    none=listed("aucun|aucune|aucun de ceux-ci|aucune de ces réponses|aucune de ces propositions"
                "|rien|aucun des choix ci-dessus|aucune des réponses ci-dessus|rien de tout cela"
                "|aucun de ces éléments|aucune des propositions|aucun d'entre eux|aucun des deux"),
    ranked=("rangez", "par rang", "classez", "classer", "classement", "par ordre", "ordre de préférence", "ordre d'importance", "hiérarchis"),
    mentions=("mention", "citation", "jusqu'à", "au maximum", "maximum"),
    several=("plusieurs réponses", "toutes les réponses qui", "tout ce qui s'applique",
             "choix multiple", "toutes les options qui", "toutes les cases", "réponses multiples",
             "plusieurs choix"),
    # The short ones end with a blank: DE1 is a code, and no bound.
    below=("moins de", "moins d'", "jusqu'à", "au plus", "au maximum", "inférieur à", "maximum", "moins que"),
    above=("plus de", "plus d'", "au moins", "à partir de", "supérieur à", "de ", "entre", "plus que",
           "minimum"),
    spans=spans(
        "seconde|secondes",
        "minute|minutes",
        "heure|heures",
        "jour|jours|journée",
        "semaine|semaines",
        "mois",
        "an|ans|année|années",
    ),
    times=("fois",),
    one=("un", "une"),
)  # fmt: skip
