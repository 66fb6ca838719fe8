"""Reasons for no answer in Greek."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

GREEK = ReasonWords(
    offered=reasons(
        dont_know="δεν ξέρω|δεν γνωρίζω|δξ|δγ|δεν ξέρω/δεν απαντώ|δξ/δα|δγ/δα"
        "|καμία άποψη|δεν έχω γνώμη|δεν έχω άποψη|δεν θυμάμαι|δύσκολο να πω"
        "|δεν είμαι σίγουρος|δεν είμαι σίγουρη",
        refused="δεν απαντώ|δεν επιθυμώ να απαντήσω|προτιμώ να μην απαντήσω"
        "|προτιμώ να μην πω|δεν θέλω να απαντήσω",
        not_asked="δεν ισχύει|δεν με αφορά|δεν εφαρμόζεται|άνευ αντικειμένου",
    ),
    technical=reasons(
        refused="άρνηση|αρνήθηκε|αρνήθηκε να απαντήσει",
        left_blank="δεν απάντησε|χωρίς απάντηση|καμία απάντηση|αναπάντητη|ελλιπής τιμή|λείπει",
        not_asked="δεν ρωτήθηκε",
    ),
    steps=listed("δύσκολο να πω|δεν είμαι σίγουρος|δεν είμαι σίγουρη|δεν ισχύει"),
    answers=listed("άρνηση|αρνήθηκε|λείπει"),
    begins=listed("δεν ισχύει"),
)
