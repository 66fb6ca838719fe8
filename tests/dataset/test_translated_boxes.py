"""Boxes whose headings say `Question (choice=option)` in other languages, and headings alike."""

import pytest
from small_files import counts, labels, read

from rundfrage.codebook import VariableType

WORDS = {
    "choix": ("VRAI", "FAUX"),
    "Choix": ("Coché", "Non coché"),
    "Auswahl": ("WAHR", "FALSCH"),
    "opción": ("Marcado", "No marcado"),
    "scelta": ("Vero", "Falso"),
    "keuze": ("1", "0"),
    "wybór": ("PRAWDA", "FAŁSZ"),
    "seçim": ("Seçili", "Seçili değil"),
    "اختيار": ("صحيح", "خطأ"),
    "выбор": ("да", "нет"),
    "mulighed": ("1", "0"),  # known to nobody, but shared by neighbours
}
PEOPLE = ["y|n|n", "n|y|n", "y|y|n", "n|n|y", "y|n|y", "y|y|y"]


@pytest.mark.parametrize("word", WORDS)
def test_boxes_of_any_language_are_one_choice_of_their_options(tmp_path, word):
    said = dict(zip("yn", WORDS[word], strict=True))
    rows = ["|".join(said[one] for one in row.split("|")) for row in PEOPLE]
    heading = "|".join(f"Transport ({word}={one})" for one in ("Bus", "Tram", "Vélo"))
    dataset = read(tmp_path, f"{heading}|age", *(f"{row}|3{at}" for at, row in enumerate(rows)),
                   times=5)  # fmt: skip
    assert dataset.codebook["Transport"].type is VariableType.MULTIPLE
    assert counts(dataset, "Transport") == {"Bus": 20, "Tram": 15, "Vélo": 15}


def test_one_box_alone_is_known_by_its_word(tmp_path):
    dataset = read(tmp_path, "Transport (choix=Bus)|age", "VRAI|30", "FAUX|31", times=20)
    assert labels(dataset.codebook["Transport"]) == ["Bus"]


@pytest.mark.parametrize(
    "heading",
    [
        "Note (max=5)|Note (max=10)",
        "Prix (1=bon, 5=mauvais)|Service (1=bon, 5=mauvais)",
        "Fume (oui=1)|Boit (oui=1)",
        "Transport (choix multiple)|Transport (autre)",
        "Poids (unité=kg)|Taille (unité=cm)",
    ],
)
def test_other_brackets_with_a_sign_are_words_of_the_question(tmp_path, heading):
    dataset = read(tmp_path, f"{heading}|age", "1|0|30", "0|1|31", "1|1|32", "0|0|33", times=8)
    assert [one.label.source for one in dataset.codebook.variables][:2] == heading.split("|")
