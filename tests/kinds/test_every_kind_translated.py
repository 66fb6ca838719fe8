"""Every text of every kind is translated, whatever word of the program its question is called."""

import datetime
import re

import pytest
from kind_samples import HEAD, samples

from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.translation.catalog_update import untranslated, update
from rundfrage.questionnaire.translation.own_phrases import own_phrases
from rundfrage.questionnaire.translation.po_file import po_words
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.questionnaire.translation.translations import missing, with_po_files

NOW = datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.UTC)


@pytest.mark.parametrize("name", ["q1", "door", "program"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_its_texts_are_the_surveys_own(kind, name, tmp_path):
    words = re.sub(r"(?m)^## \w+:", f"## {name}:", HEAD + samples(kind), count=1)
    asked = read(words, KINDS)
    paths = [one.path for one in texts(asked)]
    assert any(path.startswith(name) for path in paths)
    catalog = update(None, asked, "de", NOW)
    assert sorted(one.context for one in untranslated(catalog)) == sorted(paths)
    for entry in catalog:
        if entry.id:
            # No word of the program may hold such a place.
            entry.string = f"«{entry.context}» {{nowhere}}"
    assert list(own_phrases(catalog, "de", "de.po", set(paths))) == []
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "de.po").write_text(po_words(catalog), "utf-8")
    done = with_po_files(asked, tmp_path)
    found = [one.text.into("de") for one in texts(done)]
    assert found == [f"«{path}» {{nowhere}}" for path in paths]
    assert missing(done) == []
