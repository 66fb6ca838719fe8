"""Fonts that are cut for a page, read by another program than the one that cut them."""

import io
from base64 import b64decode

import pytest
from fontTools.ttLib import TTFont

from rundfrage.look.face import SHIPPED
from rundfrage.look.theme import DEFAULT
from rundfrage.look.webfont import faces

TEXT = {
    "latin": "Fünf Jahre Bündnis – 63 %",
    "arabic": "خمس سنوات من التحالف",
    "hebrew": "חמש שנים",
    "emoji": "a 👍 ☺",
}


def read(woff):
    """The font, all of its tables unpacked and each sum proved."""
    font = TTFont(io.BytesIO(woff), checkChecksums=2)
    for table in font.keys():  # noqa: SIM118, a font is no mapping
        font[table]
    return font


@pytest.mark.parametrize("text", TEXT.values(), ids=TEXT)
def test_a_cut_font_is_whole_and_writes_what_was_asked(text):
    found = faces(text, DEFAULT)
    written = {
        weight: {
            chr(code)
            for face in found
            if face.weight == weight
            for code in read(b64decode(face.data)).getBestCmap()
        }
        for weight in (400, 700)
    }
    assert set(text) <= written[400]
    assert set(filter(str.isalpha, text)) <= written[700]


def test_a_cut_font_is_small():
    assert len(b64decode(faces("a", DEFAULT)[0].data)) < 3_000


def test_a_cut_font_bears_no_reserved_name_and_keeps_its_licence():
    whole = TTFont(SHIPPED / "IBMPlexSans-Bold.ttf")["name"]
    regular, bold = (read(b64decode(face.data)) for face in faces("Wort", DEFAULT))
    for font, weight in ((regular, "Regular"), (bold, "Bold")):
        assert font["name"].getDebugName(1) == "Deck Sans"
        assert font["name"].getDebugName(4) == f"Deck Sans {weight}"
        assert font["name"].getDebugName(6) == f"DeckSans-{weight}"
    for kept in (0, 13, 14):
        assert bold["name"].getDebugName(kept) == whole.getDebugName(kept)


def test_letters_of_a_cut_font_are_as_they_were():
    cut = read(b64decode(faces("ß", DEFAULT)[0].data))
    whole = TTFont(SHIPPED / "IBMPlexSans-Regular.ttf")
    name, own = cut.getBestCmap()[ord("ß")], whole.getBestCmap()[ord("ß")]
    assert cut["hmtx"][name] == whole["hmtx"][own]
    assert (
        cut["glyf"][name].getCoordinates(cut["glyf"])[0]
        == (whole["glyf"][own].getCoordinates(whole["glyf"])[0])
    )
