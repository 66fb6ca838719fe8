"""Organisations' templates: nothing of ours lies on theirs, and texts can be read on them."""

from __future__ import annotations

import re

import pytest
from houses import HOUSES, banded, bare, bodied, carded, dark, drawn, papered, saved, square, wide
from lxml.etree import tostring
from office import made, opened
from overlaps import overlaps
from sample import deck
from sample_languages import arabic

from rundfrage.look.box import Box
from rundfrage.look.colour import contrast
from rundfrage.look.house.house import house_warnings, read_house
from rundfrage.look.house.room import free_part
from rundfrage.look.logo import read_logo
from rundfrage.look.theme_file import read_theme


def theme_of(make, folder, more: str = ""):
    path = saved(make, folder)
    (folder / "theme.toml").write_text(
        f'[organisation]\ntemplate = "{path.name}"\n{more}', encoding="utf-8"
    )
    return read_theme(folder / "theme.toml")


@pytest.mark.parametrize("make", HOUSES)
@pytest.mark.parametrize("one", [deck, arabic])
def test_nothing_of_a_deck_lies_on_what_the_template_draws(tmp_path, make, one):
    content = made(one(), theme_of(make, tmp_path))
    assert overlaps(content) == []
    assert len(opened(content).slides) == len(one().slides)


def test_the_check_sees_what_lies_on_the_templates_own(tmp_path):
    content = made(deck(), theme_of(wide, tmp_path))
    presentation = opened(content)
    drawn(presentation.slide_master, "Logo", 300, 300, 200, 100, "00FF00")
    presentation.save(str(tmp_path / "deck.pptx"))
    assert any(name == "Logo" for _, _, name in overlaps((tmp_path / "deck.pptx").read_bytes()))


@pytest.mark.parametrize("make", HOUSES)
def test_texts_can_be_read_on_the_ground_that_the_template_has(tmp_path, make):
    theme = theme_of(make, tmp_path)
    house = read_house(theme.template)
    ground = house.content.ground or (house.colours.background,)
    for slide in list(opened(made(deck(), theme)).slides)[1:]:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.name.startswith(("Kicker", "Claim", "Footer @")):
                for colour in colours(shape._element.txBody, house.names):
                    assert min(contrast(colour, one) for one in ground) >= 4.5, shape.name


def colours(body, names) -> set[str]:
    xml = tostring(body).decode()
    named = {names[name] for name in re.findall(r'schemeClr val="(\w+)"', xml)}
    return named | {f"#{one.lower()}" for one in re.findall(r'srgbClr val="(\w+)"', xml)}


def test_layouts_are_found_by_what_they_hold(tmp_path):
    """Names and types say nothing: a title slide that claims to be one for content is none."""

    def renamed():
        presentation = banded()
        for number, layout in enumerate(presentation.slide_layouts):
            layout.element.attrib.pop("type", None)
            layout.element.cSld.set("name", f"Layout {number}")
        presentation.slide_layouts[0].element.set("type", "titleOnly")
        return presentation

    house = read_house(saved(renamed, tmp_path))
    assert house.content.layout.name == "Layout 1"
    assert house.cover.layout.name == "Layout 0"


def test_a_template_gives_its_colours_and_logo_to_all_outputs(tmp_path):
    theme = theme_of(banded, tmp_path)
    assert theme.primary == "#5a238c"
    assert contrast(theme.primary, theme.background) >= 4.5
    assert read_logo(theme.logo).media_type == "image/png"
    own = theme_of(banded, tmp_path, '[colours]\nprimary = "#123456"\n')
    assert own.primary == "#123456"


def test_a_dark_template_makes_a_dark_theme(tmp_path):
    theme = theme_of(dark, tmp_path)
    assert (theme.background, theme.text) == ("#000000", "#ffffff")


def test_a_title_in_white_without_its_photograph_is_set_in_a_colour_that_is_seen(tmp_path):
    def white():
        presentation = wide()
        layout = presentation.slide_layouts[0]
        style = layout.placeholders[0]._element.txBody.find("{*}lstStyle")
        style.append(style.makeelement(f"{style.tag.rpartition('}')[0]}}}lvl1pPr", {}))
        level = style[0]
        letters = level.makeelement(level.tag.replace("lvl1pPr", "defRPr"), {})
        fill = letters.makeelement(level.tag.replace("lvl1pPr", "solidFill"), {})
        fill.append(fill.makeelement(level.tag.replace("lvl1pPr", "srgbClr"), {"val": "FFFFFF"}))
        letters.append(fill)
        level.append(letters)
        return presentation

    theme = theme_of(white, tmp_path)
    title = opened(made(deck(), theme)).slides[0].shapes.title
    assert colours(title._element.txBody, read_house(theme.template).names) == {theme.primary}


@pytest.mark.parametrize(
    ("make", "code"),
    [(bare, "template-layout"), (papered, "template-ground"), (square, None), (carded, None),
     (bodied, None)],
)  # fmt: skip
def test_what_a_template_does_not_give_is_said(tmp_path, make, code):
    warnings = list(house_warnings(theme_of(make, tmp_path)))
    assert [one.code for one in warnings] == ([code] if code else [])
    assert all(one.severity == "warning" for one in warnings)


def test_a_template_of_one_colour_borrows_an_end_for_scales_and_says_so(tmp_path):
    def plain():
        presentation = wide()
        for relation in presentation.slide_master.part.rels.values():
            if relation.reltype.endswith("/theme"):
                part = relation.target_part
                blob = part.blob
                for old in re.findall(rb'<a:(accent\d|hlink|dk2|lt2)><a:srgbClr val="(\w+)"', blob):
                    blob = blob.replace(old[1], b"1F497D")
                part._blob = blob
        return presentation

    theme = theme_of(plain, tmp_path)
    assert "template-colours" in [one.code for one in house_warnings(theme)]
    scaled = '[scale]\ncolours = ["#01665e", "#5ab4ac", "#d9dcd6", "#d8b365", "#8c510a"]\n'
    told = [one.code for one in house_warnings(theme_of(plain, tmp_path, scaled))]
    assert "template-colours" not in told


def test_a_narrow_room_and_a_font_without_files_are_said(tmp_path):
    def narrow():
        presentation = wide()
        drawn(presentation.slide_master, "Band", 0, 330, 960, 210, "9B242D")
        for relation in presentation.slide_master.part.rels.values():
            if relation.reltype.endswith("/theme"):
                part = relation.target_part
                part._blob = part.blob.replace(b'typeface="Calibri"', b'typeface="Haus"')
        return presentation

    told = {one.code for one in house_warnings(theme_of(narrow, tmp_path))}
    assert {"template-room", "template-font"} <= told


def test_a_logo_at_the_lower_edge_costs_the_lower_edge_and_not_a_side():
    kept, logo = Box(36.0, 94.50007874015748, 648.0, 267.28125984251966), Box(40.4, 368, 88, 24)
    assert free_part(kept, [logo]) == Box(36.0, kept.y, 648.0, 360 - kept.y)
