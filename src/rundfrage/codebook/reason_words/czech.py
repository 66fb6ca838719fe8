"""Reasons for no answer in Czech and Slovak."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

CZECH = ReasonWords(
    offered=reasons(
        dont_know="nevím|neviem|nevím/nedokážu posoudit|neumím posoudit"
        "|nedokážu posoudit|neviem posúdiť|nemám názor|bez názoru|nepamatuji si"
        "|nepamätám si|těžko říci|těžko říct|ťažko povedať|nejsem si jistý"
        "|nie som si istý",
        refused="nechci odpovědět|nechci odpovídat|nechcem odpovedať|nechci uvést"
        "|nechcem uviesť|nepřeji si odpovědět|neželám si odpovedať|raději neodpovím"
        "|odmítám odpovědět|odmietam odpovedať",
        not_asked="netýká se|netýka sa|netýká se mě|netýka sa ma|nehodí se"
        "|neaplikovatelné|neaplikovateľné"
        "|není relevantní|nie je relevantné",
    ),
    technical=reasons(
        refused="odmítl odpovědět|odmítl|odmietol odpovedať|odmietol",
        left_blank="bez odpovědi|bez odpovede|neuvedeno|neuvedené|neodpověděl"
        "|neodpovedal|neodpověděl/a|chybí|chýba|chybějící|chýbajúce|nezodpovězeno"
        "|nevyplněno|nevyplnené",
        not_asked="nedotazováno|netázán|nebol opýtaný|neptali jsme se",
    ),
    steps=listed("těžko říci|těžko říct|ťažko povedať|není relevantní|nie je relevantné"),
    answers=listed("odmítl|odmietol|chybí|chýba"),
    begins=listed("netýká se|netýka sa"),
)
