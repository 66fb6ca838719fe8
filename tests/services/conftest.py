"""A small survey that services work on."""

import pytest

from rundfrage.services import Survey, open_survey

QUESTIONNAIRE = """\
---
survey: garden
title: How is your garden?
organisation: Garden Society
language: en
participation: LEVEL
---

# Garden

## q1: Do you have a garden?

- ( ) yes: Yes
- ( ) no: No

## q2: How large is it? {if='q1 == "yes"'}

[1..9999 m²]
"""


@pytest.fixture
def survey(tmp_path):
    """Makes a survey of a level of participation, with what its settings say."""

    def make(level="open", settings="", **secrets) -> Survey:
        folder = tmp_path / "garden"
        folder.mkdir(exist_ok=True)
        words = QUESTIONNAIRE.replace("LEVEL", level)
        (folder / "questionnaire.md").write_text(words, "utf-8")
        if settings:
            (folder / "settings.toml").write_text(settings, "utf-8")
        return open_survey(folder, secrets)

    return make
