"""Messages: English strings that remember what they were made of, and are told in any language."""

import copy
import pickle
import textwrap

import pytest

from rundfrage.locales import Message, catalogue, counted_message, in_language, message

GERMAN = """
    msgid ""
    msgstr "Content-Type: text/plain; charset=utf-8\\n"

    msgid "There is no output {name}."
    msgstr "Es gibt keine Ausgabe {name}."

    msgid "Did you mean {name}?"
    msgstr "War {name} gemeint?"

    msgid "{found} {hint}"
    msgstr "{found} {hint}"

    msgid "{count} row of {file} is empty."
    msgid_plural "{count} rows of {file} are empty."
    msgstr[0] "{count} Zeile von {file} ist leer."
    msgstr[1] "{count} Zeilen von {file} sind leer."

    #, fuzzy
    msgid "Not looked at."
    msgstr "Noch nicht angesehen."
"""


@pytest.fixture(autouse=True)
def catalogues(tmp_path, monkeypatch):
    (tmp_path / "de.po").write_text(textwrap.dedent(GERMAN))
    monkeypatch.setattr(catalogue, "_folder", lambda: tmp_path)
    clear()
    yield tmp_path
    clear()


def clear():
    catalogue.languages.cache_clear()
    catalogue._read.cache_clear()


def test_a_message_is_its_english():
    made = message("There is no output {name}.", name="docx")
    assert made == "There is no output docx."
    assert {made: 1}["There is no output docx."] == 1
    assert isinstance(made, str)
    assert made.template == "There is no output {name}."


def test_a_message_is_told_in_another_language():
    made = message("There is no output {name}.", name="docx")
    assert in_language(made, "de") == "Es gibt keine Ausgabe docx."
    assert in_language(made, "de-AT") == "Es gibt keine Ausgabe docx."
    assert in_language(made, "fr") == "There is no output docx."


def test_what_is_no_message_or_not_translated_stays_as_it_is():
    assert in_language("There is no output docx.", "de") == "There is no output docx."
    assert in_language(message("Nobody has seen {it}.", it="it"), "de") == "Nobody has seen it."
    assert in_language(message("Not looked at."), "de") == "Not looked at."


def test_values_are_not_read_as_templates():
    made = message("There is no output {name}.", name="{name} {0} {")
    assert made == "There is no output {name} {0} {."
    assert in_language(made, "de") == "Es gibt keine Ausgabe {name} {0} {."


def test_messages_stand_in_messages():
    hint = message("Did you mean {name}?", name="pdf")
    made = message(
        "{found} {hint}", found=message("There is no output {name}.", name="pfd"), hint=hint
    )
    assert made == "There is no output pfd. Did you mean pdf?"
    assert in_language(made, "de") == "Es gibt keine Ausgabe pfd. War pdf gemeint?"


def test_an_untranslated_message_is_not_half_translated():
    made = message("Look: {hint}", hint=message("Did you mean {name}?", name="pdf"))
    assert in_language(made, "de") == "Look: Did you mean pdf?"


def test_messages_are_put_together():
    made = message("There is no output {name}.", name="x") + " " + message("Not looked at.")
    assert made == "There is no output x. Not looked at."
    assert in_language(made, "de") == "Es gibt keine Ausgabe x. Not looked at."
    assert in_language("– " + made + " –", "de") == "– Es gibt keine Ausgabe x. Not looked at. –"


def test_any_other_way_of_joining_falls_back_to_english():
    made = message("There is no output {name}.", name="x")
    for joined in (f"{made}!", made.__str__() + "!", "%s!" % made):  # noqa: UP031
        assert in_language(joined, "de") == "There is no output x.!"


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [
        (0, "0 rows of a are empty.", "0 Zeilen von a sind leer."),
        (1, "1 row of a is empty.", "1 Zeile von a ist leer."),
        (1204, "1,204 rows of a are empty.", "1.204 Zeilen von a sind leer."),
    ],
)
def test_a_counted_message_agrees_with_its_number(count, english, german):
    made = counted_message(
        "{count} row of {file} is empty.", "{count} rows of {file} are empty.", count, file="a"
    )
    assert made == english
    assert in_language(made, "de") == german


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_messages_survive_pickling_and_copying(protocol):
    made = counted_message(
        "{count} row of {file} is empty.", "{count} rows of {file} are empty.", 2,
        file=message("Did you mean {name}?", name="b"),
    )  # fmt: skip
    german = "2 Zeilen von War b gemeint? sind leer."
    for one in (
        pickle.loads(pickle.dumps(made, protocol)), copy.copy(made), copy.deepcopy(made),
        pickle.loads(pickle.dumps(made + "", protocol)),
    ):  # fmt: skip
        assert isinstance(one, Message)
        assert one == made
        assert in_language(one, "de") == german


def test_a_template_without_its_value_is_a_fault_of_ours():
    with pytest.raises(KeyError, match="name"):
        message("There is no output {name}.")


def test_what_was_compiled_is_kept_until_the_catalogue_changes(catalogues):
    made = message("There is no output {name}.", name="x")
    assert in_language(made, "de") == "Es gibt keine Ausgabe x."
    [kept] = (catalogues / "__pycache__").glob("de.po.*.json")
    kept.write_text(kept.read_text().replace("keine Ausgabe", "(aus dem Speicher)"))
    clear()
    assert in_language(made, "de") == "Es gibt (aus dem Speicher) x."
    file = catalogues / "de.po"
    file.write_text(file.read_text().replace("Ausgabe", "Datei"))
    clear()
    assert in_language(made, "de") == "Es gibt keine Datei x."
    assert len(list((catalogues / "__pycache__").glob("de.po.*.json"))) == 1


def test_a_broken_cache_or_a_folder_that_cannot_be_written_costs_nothing_but_time(catalogues):
    made = message("There is no output {name}.", name="x")
    (catalogues / "__pycache__").write_text("no folder")
    assert in_language(made, "de") == "Es gibt keine Ausgabe x."
