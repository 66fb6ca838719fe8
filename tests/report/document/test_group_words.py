"""Groups in footers stand there in words: no name of a variable, no code, no operator."""

from __future__ import annotations

import re

import pytest
from surveys import day, multiple, numeric, scale, single, survey

from rundfrage.locales.catalogue import languages
from rundfrage.report.document.group_words import group_name

DATA = survey(
    (single("wohn", "Wo wohnen Sie?", ["Stadt", "Land", "Insel"]), ["c1", "c2", "c3"] * 4),
    (scale("zuf", "Zufrieden?"), ["c1", "c2", "c3"] * 4),
    (multiple("nutz", "Was nutzen Sie?", ["Bus", "Bahn", "Rad"]), ["c1 c2", "c3", "c1"] * 4),
    (numeric("v_alt", "Wie alt sind Sie?"), ["19", "20.5", "70"] * 4),
    (day("tag", "Wann zuletzt?"), ["2020-09-21", "2020-09-22", "2020-09-23"] * 4),
    (scale("gut.takt", "Wie gut?", item="Takt"), ["c1", "c2", "c3"] * 4),
)
CONDITIONS = {
    "v_alt>=20": "Wie alt sind Sie? ab 20",
    "v_alt>20.5": "Wie alt sind Sie? über 20,5",
    "v_alt<20": "Wie alt sind Sie? unter 20",
    "v_alt<=20": "Wie alt sind Sie? bis 20",
    "v_alt=20": "Wie alt sind Sie? 20",
    "v_alt!=20": "alle außer „Wie alt sind Sie? 20“",
    "v_alt>=20 and v_alt<=60": "Wie alt sind Sie? 20 bis 60",
    "v_alt<=60 and v_alt>=20": "Wie alt sind Sie? 20 bis 60",
    "wohn=c1": "Stadt",
    'wohn != "c1"': "alle außer „Stadt“",
    "not wohn=c3": "alle außer „Insel“",
    "wohn=c1 or wohn=c2": "Stadt oder Land",
    "wohn=c1 and v_alt>=20": "Stadt und Wie alt sind Sie? ab 20",
    "(wohn=c1 or wohn=c2) and v_alt<20": "(Stadt oder Land) und Wie alt sind Sie? unter 20",
    "not (wohn=c1 and v_alt>=20)": "alle außer „Stadt und Wie alt sind Sie? ab 20“",
    "wohn <= 2": "Stadt oder Land",
    "zuf >= 2": "wichtig bis unwichtig",
    "zuf < 2": "sehr wichtig",
    "nutz=c1": "Bus",
    '"c2" in nutz': "Bahn",
    "count(nutz) >= 2": "Was nutzen Sie? (Zahl der Antworten) ab 2",
    "count(nutz) != 2": "alle außer „Was nutzen Sie? (Zahl der Antworten) 2“",
    "answered(v_alt)": "Wie alt sind Sie? (beantwortet)",
    'tag >= "2020-09-22"': "Wann zuletzt? ab 22.09.2020",
    'tag < "2020-09-22"': "Wann zuletzt? vor 22.09.2020",
    'tag <= "2020-09-22"': "Wann zuletzt? bis 22.09.2020",
    'tag > "2020-09-22"': "Wann zuletzt? nach 22.09.2020",
    '"gut.takt" = c1': "Takt: sehr wichtig",
}
_RAW = re.compile(r"[<>=]|\b(?:v_alt|wohn|zuf|nutz|tag|c\d|count\(|answered\(|gut\.takt)\b")


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_group_is_named_in_words(condition):
    assert group_name(condition, DATA.codebook, "de") == CONDITIONS[condition]


@pytest.mark.parametrize("language", languages())
def test_in_every_language_no_name_and_no_code_is_left(language):
    for condition in CONDITIONS:
        assert not _RAW.search(group_name(condition, DATA.codebook, language)), condition
