"""Values and texts on a page find each other by their places, whoever drew them."""

import pytest

from rundfrage.audit.document import Role
from rundfrage.audit.reading.layout import laid_out
from rundfrage.audit.reading.piece import Piece


def piece(text, left, top, size=10.0, width=None):
    wide = 0.5 * size * len(text) if width is None else width
    return Piece(text, left, top, left + wide, top + size, size)


SEGMENTS = [piece("43 %", 120, 200), piece("37 %", 260, 200), piece("16 %", 360, 200)]


def strip_of(*labels):
    return [one for one in laid_out([*SEGMENTS, *labels], 3, 3) if one.text.endswith("%")]


def test_values_of_a_bar_without_a_label_stand_in_their_order_between_its_ends():
    values = strip_of(piece("very good", 100, 225), piece("poor", 380, 225))
    assert [(one.role, one.step, one.steps) for one in values] == [
        (Role.CELL, place, 3) for place in range(3)
    ]
    assert {one.ends for one in values} == {("very good", "poor")}


@pytest.mark.parametrize(
    "labels",
    [
        [piece("very good", 100, 225)],
        [piece("very good", 100, 225), piece("fair", 250, 225), piece("poor", 380, 225)],
        [piece("very good", 150, 225), piece("poor", 380, 225)],
        [piece("very good", 100, 290), piece("poor", 380, 290)],
    ],
    ids=["one end", "a label each", "not as far as the values", "far below"],
)
def test_other_labels_below_values_are_no_ends(labels):
    assert {(one.ends, one.step) for one in strip_of(*labels)} == {(("", ""), None)}


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        (piece("of all go on", 170, 60), True),
        (piece("of all go on", 20, 60, width=70), True),
        (piece("of all go on", 100, 92), True),
        (piece("of all go on", 170, 60, size=24), False),
        (piece("of all go on", 170, 120), False),
    ],
    ids=["right", "left", "below", "as large", "elsewhere"],
)
def test_a_figure_in_large_letters_heads_the_text_beside_or_below_it(text, headed):
    figure = next(one for one in laid_out([piece("62 %", 100, 50, size=30), text], 1, 1))
    assert figure.beside == (("of all go on",) if headed else ())


def test_lines_beside_values_that_another_label_stands_before_are_one_text():
    pieces = [
        piece("think that schools", 10, 100),
        piece("and parks matter", 10, 114),
        piece("Schools", 200, 100),
        piece("Parks", 200, 114),
        piece("83 %", 300, 100),
        piece("82 %", 300, 114),
    ]
    found = [one for one in laid_out(pieces, 1, 1) if one.role is Role.TEXT]
    assert next(one.text for one in found) == "think that schools\nand parks matter"


def rows_of(pieces, language=""):
    found = laid_out(pieces, 1, 1, language)
    return {one.text: one.row for one in found if one.role is Role.CELL}


def test_values_of_upright_bars_belong_to_the_labels_below_them():
    pieces = [
        piece("12 %", 100, 150),
        piece("31 %", 200, 80),
        piece("1.000 – <", 92, 200, width=40),
        piece("2.000", 100, 212, width=24),
        piece("2.000 – <", 192, 200, width=40),
        piece("3.000", 200, 212, width=24),
    ]
    assert rows_of(pieces) == {"12 %": "1.000 – <\n2.000", "31 %": "2.000 – <\n3.000"}


def test_values_below_labels_of_a_line_belong_to_them():
    pieces = [piece("Low", 100, 50), piece("High", 200, 50)]
    pieces += [piece("39 %", 98, 64), piece("61 %", 201, 64)]
    assert rows_of(pieces) == {"39 %": "Low", "61 %": "High"}


def test_numbers_of_a_scale_are_no_values():
    pieces = [piece("1 (none)", 10, 20), *(piece(str(at), 20 + 40 * at, 20) for at in range(2, 10))]
    assert rows_of(pieces) == {}
    below = [piece(str(at), 50 + 40 * at, 200) for at in range(6)]
    bars = [piece(f"{10 + at} %", 44 + 40 * at, 150 - 9 * at) for at in range(6)]
    assert rows_of([*bars, *below]) == {f"{10 + at} %": str(at) for at in range(6)}


def test_where_one_writes_from_right_to_left_labels_stand_at_the_right():
    pieces = [piece("40\u200e%\u200e", 40, 50), piece("Centre", 300, 50)]
    pieces += [piece("38 %", 70, 90), piece("North", 305, 90)]
    assert rows_of(pieces, "ar") == {"40%": "Centre", "38 %": "North"}
