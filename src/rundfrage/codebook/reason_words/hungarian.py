"""Reasons for no answer in Hungarian."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

HUNGARIAN = ReasonWords(
    offered=reasons(
        dont_know="nem tudom|nem tudja|nem tudja megítélni|nem tudom megítélni"
        "|nincs véleményem|nincs véleménye|nem emlékszem|nem emlékszik|nehéz megmondani"
        "|bizonytalan",
        refused="nem kívánok válaszolni|nem kíván válaszolni|nem szeretnék válaszolni"
        "|nem akarok válaszolni|inkább nem válaszolok|nem válaszolok",
        not_asked="nem vonatkozik|nem vonatkozik rám|nem vonatkozik rá"
        "|nem releváns|nem értelmezhető|nem érintett",
    ),
    technical=reasons(
        refused="válaszmegtagadás|megtagadta a választ|visszautasította",
        left_blank="nincs válasz|nem válaszolt|válaszhiány|hiányzik|hiányzó adat"
        "|hiányzó válasz|nincs adat",
        not_asked="nem kérdezték|nem kérdeztük",
    ),
    steps=listed("bizonytalan|nehéz megmondani|nem releváns"),
    answers=listed("hiányzik|visszautasította"),
    begins=listed("nem vonatkozik"),
)
