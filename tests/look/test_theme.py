"""A theme file is read whole, or refused with all that is wrong with it."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from rundfrage.errors import Problem
from rundfrage.look.colour import LEGIBLE, contrast, ink, is_colour, ramp
from rundfrage.look.face import SHIPPED
from rundfrage.look.measure import ruler
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.look.theme_file import read_theme
from rundfrage.look.themes import THEMES
from rundfrage.look.vision import STEPPED, distance

EXAMPLE = Path(__file__).parents[2] / "examples" / "alliance-2020" / "theme.toml"


def theme_of(folder: Path, words: str) -> Theme:
    path = folder / "theme.toml"
    path.write_text(words, encoding="utf-8")
    return read_theme(path)


def refused(folder: Path, words: str) -> list[tuple[str, str]]:
    with pytest.raises(Problem) as caught:
        theme_of(folder, words)
    return [(problem.code, problem.found) for problem in caught.value.all]


def test_an_empty_theme_is_the_default_one(tmp_path):
    assert theme_of(tmp_path, "") == DEFAULT


def test_what_a_theme_sets_is_set_and_the_rest_stays(tmp_path):
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    theme = theme_of(
        tmp_path,
        """
        name = "Amt"
        [colours]
        primary = "#0B4F55"
        [organisation]
        name = "Das Amt"
        logo = "logo.svg"
        """,
    )
    assert theme == Theme(
        name="Amt",
        organisation="Das Amt",
        primary="#0b4f55",
        logo=tmp_path / "logo.svg",
    )


def test_the_example_has_a_theme_that_is_accepted():
    theme = read_theme(EXAMPLE)
    assert theme.organisation == "Bündnis für Integration (Beispiel)"
    assert theme.scale[0] == "#0b5c63"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("colors = 1", [("theme-unknown-key", "There is no setting colors.")]),
        ("[colour]\n", [("theme-unknown-key", "There is no setting [colour].")]),
        (
            '[colours]\nprimari = "#000000"\nacent = "#000000"',
            [
                ("theme-unknown-key", "There is no setting primari."),
                ("theme-unknown-key", "There is no setting acent."),
            ],
        ),
        ("[colours]\nprimary = 3", [("theme-form", "colours.primary holds something else.")]),
        ("colours = 3", [("theme-form", "colours holds something else.")]),
        ('[colours]\nprimary = "blue"', [("theme-colour", "“blue” is no colour.")]),
        ('based_on = "worm"', [("theme-base", "There is no theme worm.")]),
        ('[scale]\ncolours = ["#000000"]', [("theme-scale", "The scale has 1 colours.")]),
        ('[scale]\ncolours = "#000000"', [("theme-form", "scale.colours holds something else.")]),
        (
            '[colours]\nmuted = "#999999"',
            [
                (
                    "theme-contrast",
                    "#999999 on background #ffffff has a contrast of 2.84 to 1.",
                )
            ],
        ),
        (
            '[fonts]\nfamily = "Our Sans"',
            [("theme-file", "Our Sans comes without font files.")],
        ),
        (
            '[organisation]\nlogo = "a.gif"',
            [("theme-file", "a.gif is none of .svg, .png, .jpg, .jpeg.")],
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path, words, found):
    assert refused(tmp_path, words) == found


def test_files_that_are_not_there_are_named(tmp_path):
    found = refused(tmp_path, '[organisation]\nlogo = "logo.png"\ntemplate = "amt.pptx"')
    assert found == [
        ("theme-file", f"There is no file {tmp_path / 'logo.png'}."),
        ("theme-file", f"There is no file {tmp_path / 'amt.pptx'}."),
    ]


def test_a_broken_font_is_named(tmp_path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Other.ttf").write_bytes(b"no font")
    assert refused(tmp_path, '[fonts]\nfolder = "fonts"') == [
        ("theme-file", "Other.ttf cannot be read as a font.")
    ]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[colours", b"a = " + b"[" * 9000])
def test_a_file_that_is_no_toml_is_refused(tmp_path, content):
    path = tmp_path / "theme.toml"
    path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        read_theme(path)
    assert caught.value.code == "toml-unreadable"


def test_a_family_of_ones_own_is_measured_with_its_own_files(tmp_path):
    (tmp_path / "fonts").mkdir()
    for weight in ("Regular", "Bold"):
        own = tmp_path / "fonts" / f"OurSans-{weight}.ttf"
        own.write_bytes((SHIPPED / "IBMPlexSans-Bold.ttf").read_bytes())
    theme = theme_of(tmp_path, '[fonts]\nfamily = "Our Sans"\nfolder = "fonts"')
    measure = ruler(theme)
    assert measure.width("Wort", 20) == measure.width("Wort", 20, bold=True)
    assert ruler().width("Wort", 20) < ruler().width("Wort", 20, bold=True)


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_every_step_of_every_scale(name):
    scale = THEMES[name].scale
    colours = [colour for steps in range(1, 12) for colour in ramp(scale, steps)]
    assert min(contrast(ink(colour), colour) for colour in colours) >= LEGIBLE


def test_a_ramp_keeps_its_ends_and_its_own_steps():
    assert ramp(DEFAULT.scale, 5) == DEFAULT.scale
    assert ramp(DEFAULT.scale, 2) == (DEFAULT.scale[0], DEFAULT.scale[-1])
    assert ramp(("#000000", "#ffffff"), 3) == ("#000000", "#808080", "#ffffff")


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_that_comes_along_can_be_read_and_on_its_ground_of_colour_too(tmp_path, name):
    theme = theme_of(tmp_path, f'based_on = "{name}"')
    assert replace(theme, name="rundfrage") == THEMES[name]
    for one in (theme, theme.on_colour()):
        pairs = [
            (one.primary, one.panel),
            (one.primary, one.background),
            (one.accent, one.background),
            (one.muted, one.background),
            (one.text, one.background),
        ]
        assert [pair for pair in pairs if contrast(*pair) < LEGIBLE] == []
    assert theme.on_colour().background == theme.primary


@pytest.mark.parametrize("name", THEMES)
def test_the_ends_of_a_scale_are_told_apart_by_all_who_see(name):
    best, good, _, bad, worst = THEMES[name].scale
    # 2.3 are just noticeable.
    assert min(distance(best, worst), distance(good, bad)) > 15


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert [is_colour(one) for one in ("#0b4f5c", "#0b4", "0b4f5c", "#0b4f5g")] == [
        True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
def test_steps_of_a_scale_are_told_from_their_neighbours_and_the_ground(name):
    theme = THEMES[name]
    pairs = [*pairwise(theme.scale), *((one, theme.background) for one in theme.scale)]
    assert all(distance(*pair) >= STEPPED for pair in pairs)


@pytest.mark.parametrize(
    ("words", "alike"),
    [
        ('[scale]\ncolours = ["#000000", "#000000", "#000000", "#000000", "#000000"]',
         ["#000000 and #000000 are too alike: a distance of 0.0."]),
        ('[scale]\ncolours = ["#01665e", "#5ab4ac", "#f7f7f7", "#d8b365", "#8c510a"]',
         ["#f7f7f7 and #ffffff are too alike: a distance of 2.7."]),
        ('[scale]\ncolours = ["#01665e", "#5ab4ac", "#d9dcd6", "#dadcd6", "#8c510a"]',
         ["#d9dcd6 and #dadcd6 are too alike: a distance of 0.0."]),
    ],
)  # fmt: skip
def test_a_scale_whose_steps_look_alike_is_refused(tmp_path, words, alike):
    assert refused(tmp_path, words) == [("theme-scale-alike", one) for one in alike]
