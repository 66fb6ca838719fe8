"""Text is broken and fitted by the fonts' own widths, and loses nothing on the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rundfrage.look.box import Box
from rundfrage.look.clip import clip
from rundfrage.look.fit import Run, Sizing, break_lines, fit, shorten
from rundfrage.look.measure import ruler

RULER = ruler()


def broken(text: str, width: float, size: float = 10) -> tuple[str, ...]:
    return break_lines((Run(text),), width, size, RULER)


def test_lines_break_at_spaces_and_after_hyphens_and_slashes():
    assert broken("Haupt- und Ehrenamt", 60) == ("Haupt- und", "Ehrenamt")
    assert broken("Lehrer/Lehrerin", 45) == ("Lehrer/", "Lehrerin")
    assert broken("E-Mail-Rundschreiben", 45) == ("E-Mail-", "Rundschr", "eiben")


def test_a_number_stays_with_its_sign():
    assert broken("es sind 62\u202f%", 50) == ("es sind", "62\u202f%")


def test_paragraphs_are_kept():
    assert broken("eins\nzwei", 100) == ("eins", "zwei")


def test_chinese_breaks_between_characters_but_not_before_a_stop():
    assert broken("社会融合参与。", 31) == ("社会融", "合参", "与。")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("社会（参与）融合", 31, ("社会", "（参", "与）融", "合")),
        ("カーキっとー", 21, ("カー", "キっ", "とー")),
        ("서울 사람들은", 31, ("서울", "사람들", "은")),
    ],
)
def test_no_line_of_chinese_japanese_or_korean_begins_with_what_ends_or_ends_with_what_opens(
    text, width, lines
):
    assert broken(text, width) == lines


def test_a_range_of_figures_is_kept_whole():
    assert broken("es sind 58–66\u202f%", 60) == ("es sind", "58–66\u202f%")


def test_a_built_character_is_never_taken_apart():
    family = "👩‍👩‍👧‍👦"
    assert broken(family * 3, 15) == (family, family, family)
    assert broken("e\u0301" * 3, 7) == ("e\u0301",) * 3


@given(st.text(max_size=80), st.floats(8, 200))
@settings(max_examples=200, deadline=None)
def test_breaking_loses_nothing_but_white_space(text, width):
    lines = broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(st.characters(codec="latin-1", categories=["L", "N", "Zs"]), max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_line_is_wider_than_its_column(text):
    wide = [line for line in broken(text, 60) if RULER.width(line.strip(), 10) > 60]
    assert [line for line in wide if len(line) > 1] == []


def test_a_text_takes_the_largest_size_that_fits():
    sizing = Sizing(26, 18, lines=2)
    short = fit("Kurz", Box(0, 0, 300, 100), sizing, RULER)
    long = fit("Ein Titel, der etwas länger ist als eine Zeile breit", Box(0, 0, 300, 100), sizing,
               RULER)  # fmt: skip
    assert (short.size, short.lines, short.cut) == (26, ("Kurz",), False)
    assert 18 <= long.size < 26
    assert len(long.lines) == 2


def test_a_word_is_rather_set_smaller_than_broken():
    word = "Bündniskonferenz"
    whole = fit(word, Box(0, 0, 200, 100), Sizing(30, 18), RULER)
    assert (whole.lines, whole.size < 30) == ((word,), True)
    broken_word = fit(word * 3, Box(0, 0, 200, 200), Sizing(30, 18), RULER)
    assert broken_word.size == 30


def test_what_fits_at_no_size_ends_in_an_ellipsis():
    cut = fit("Wort " * 100, Box(0, 0, 300, 100), Sizing(26, 18, lines=2), RULER)
    assert cut.cut
    assert cut.size == 18
    assert cut.lines[-1].endswith("Wort…")
    assert RULER.width(cut.lines[-1], 18) <= 300


def test_titles_are_balanced():
    title = fit(
        "Am häufigsten genannt: „Newsletter“ und „Mailing per Post“",
        Box(0, 0, 500, 100),
        Sizing(26, 26, bold=True, balanced=True),
        RULER,
    )
    assert title.lines == ("Am häufigsten genannt:", "„Newsletter“ und „Mailing per Post“")


def test_shortening_and_clipping():
    assert shorten("kurz", 100, 10, RULER) == "kurz"
    assert shorten("ein langes Wort", 50, 10, RULER) == "ein lange…"
    assert clip("ein langer Satz mit Ende", 18) == "ein langer Satz…"
    assert clip("kurz", 18) == "kurz"


def test_bold_is_wider_and_marks_have_no_width():
    assert RULER.width("Wort", 10, bold=True) > RULER.width("Wort", 10)
    assert RULER.width("a\u0301\u200d\u2068", 10) == RULER.width("a", 10)


@pytest.mark.parametrize("width", range(40, 400, 7))
def test_a_text_cut_within_a_joined_script_fits(width):
    words = "الاندماج والمشاركة في المجتمع مع 12 شخصًا " * 4
    cut = shorten(words, width, 14, RULER)
    assert cut.endswith("…")
    assert RULER.width(cut, 14) <= width


@pytest.mark.parametrize("width", range(70, 200, 5))
def test_a_bracket_at_the_end_never_stands_alone_on_a_line(width):
    lines = broken("Am besten gelingt die Haltung der Leute (Ø 2,07)", width)
    assert lines[-1].endswith(" (Ø 2,07)")


def test_a_bracket_without_room_for_the_word_before_it_is_kept_whole():
    assert broken("Was uns gelingt ist Zusammenarbeit (Ø 2,07)", 90)[-1] == "(Ø 2,07)"
