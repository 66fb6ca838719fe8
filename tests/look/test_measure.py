"""Text is measured as it is set: joined, with its marks, in the fonts of the theme as they are."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rundfrage.look.face import SHIPPED, face_of
from rundfrage.look.glyphs import missing_glyphs
from rundfrage.look.measure import ruler
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.look.webfont import faces

RULER = ruler()


def font(name: str) -> bytes:
    return (SHIPPED / f"{name}.ttf").read_bytes()


def themed(folder: Path, file: str, content: bytes) -> Theme:
    """A theme whose own family Haus has one file, in a folder of its own."""
    folder.mkdir(exist_ok=True)
    (folder / file).write_bytes(content)
    return replace(DEFAULT, font="Haus", fonts=folder)


def alone(text: str) -> float:
    """The width of the text's characters, each set alone."""
    return sum(RULER.width(character, 10) for character in text)


def test_arabic_letters_are_joined_and_then_narrower():
    assert RULER.width("استطلاع", 10) == pytest.approx(31.9, abs=0.1)
    assert RULER.width("استطلاع", 10) < 0.75 * alone("استطلاع")


def test_latin_is_as_wide_as_its_letters_since_powerpoint_kerns_nothing():
    assert RULER.width("AVATAR To fi", 10) == pytest.approx(alone("AVATAR To fi"))


def test_an_emoji_built_of_several_is_one_and_a_mark_has_no_width():
    assert RULER.width("👩\u200d👩\u200d👧\u200d👦", 10) == RULER.width("👩", 10)
    assert RULER.width("👍🏽", 10) == RULER.width("👩", 10)
    assert RULER.width("e\u0301", 10) == RULER.width("e", 10)
    assert RULER.width("a\u200e", 10) == RULER.width("a", 10)


def test_what_no_font_holds_is_as_wide_as_high():
    assert RULER.width("社", 10) == pytest.approx(10 * 1.02)


@settings(max_examples=200)
@given(st.text(st.sampled_from("aÄé 5%–(مرحبا\u0651\u200fשל\u05b4👩\u200d👧🏽社\u0301☑")))
def test_every_character_has_its_part_of_the_width(text):
    advances = RULER.advances(text, bold=False)
    assert len(advances) == len(text)
    assert RULER.width(text, 10) == pytest.approx(10.2 * sum(advances))


def test_two_organisations_with_files_of_one_name_keep_their_own_letters(tmp_path):
    wide = themed(tmp_path / "a", "Haus-Regular.ttf", font("IBMPlexSans-Bold"))
    slim = themed(tmp_path / "b", "Haus-Regular.ttf", font("IBMPlexSans-Regular"))
    assert ruler(wide).width("Wort", 10) == RULER.width("Wort", 10, bold=True)
    assert ruler(slim).width("Wort", 10) == RULER.width("Wort", 10)
    cut = [faces("Wort", theme)[0].data for theme in (wide, slim, wide)]
    assert cut[0] == cut[2] != cut[1]


def test_a_changed_file_is_seen_though_its_name_and_size_are_the_same(tmp_path):
    size = max(len(font("IBMPlexSans-Bold")), len(font("IBMPlexSans-Regular")))
    bold, regular = (font(f"IBMPlexSans-{one}").ljust(size, b"\0") for one in ("Bold", "Regular"))
    before = themed(tmp_path / "a", "Haus-Regular.ttf", bold)
    first = ruler(before).width("Wort", 10), faces("Wort", before)[0].data
    after = themed(tmp_path / "a", "Haus-Regular.ttf", regular)
    assert after == before
    second = ruler(after).width("Wort", 10), faces("Wort", after)[0].data
    assert second[0] == RULER.width("Wort", 10) < first[0]
    assert second[1] != first[1]


def test_a_font_that_is_added_writes_what_was_missing(tmp_path):
    assert missing_glyphs(["社"], tmp_path) == ("社",)
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    letters = TTFont(SHIPPED / "IBMPlexSans-Regular.ttf")
    for table in letters["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord("社")] = "a"
    letters.save(tmp_path / "More-Regular.ttf")
    assert missing_glyphs(["社"], tmp_path) == ()
    assert missing_glyphs(["社"], None) == ("社",)


@pytest.mark.parametrize("content", [b"", b"no font", font("IBMPlexSans-Regular")[:300]])
def test_what_is_no_font_is_refused(content):
    with pytest.raises(ValueError, match="no font"):
        face_of(content)
