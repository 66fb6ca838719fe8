"""Pictures of a report come from its folder, are their dots alone, and never without words."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pytest
from people import saved, shape, updated
from PIL import Image, ImageCms
from pptx import Presentation
from surveys import single, survey, times

from rundfrage.errors import Problem
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import pdf
from rundfrage.report.outputs.pptx.write import pptx
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

MAKER = "A CAMERA OF SOMEBODY'S"
TEXT = """\
## {title}

![Ein Haus [am See]](foto.jpg)

## Ein Bild {text}

Ein Satz daneben.

![Ein Kreis](kreis.svg)

## Allein {text}

![Ein Haus](<bild eins.png>)
"""
SOURCE = TEXT.replace("[am See]", "\\[am See\\]")
CIRCLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
    '<circle r="4" cx="5" cy="5"/></svg>'
)
SURVEY = survey((single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=60, c2=40)))


def photo(colour: str = "#804020", *, kind: str = "JPEG", **more: object) -> bytes:
    """A picture that lies on its side, as its camera wrote into it beside the place it was at."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, MAKER
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(buffer, kind, exif=exif, comment=MAKER.encode(), **more)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "foto.jpg").write_bytes(photo())
    (tmp_path / "bild eins.png").write_bytes(photo(kind="PNG"))
    (tmp_path / "kreis.svg").write_text(CIRCLE, encoding="utf-8")
    return tmp_path


def deck_of(folder: Path, text: str = SOURCE) -> Deck:
    document = read_document(text, str(folder / "report.md"), "de")
    return plan(SURVEY, tabulate(SURVEY), language="de", document=document)


def refused(folder: Path, text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(Problem) as caught:
        deck_of(folder, text)
    return [(one.code, one.where.line) for one in caught.value.all]


def test_a_picture_is_read_and_written_as_it_stands():
    document = read_document(SOURCE, "report.md", "de")
    assert [one.picture.alt for one in document.sections if one.picture] == [
        "Ein Haus [am See]", "Ein Kreis", "Ein Haus",
    ]  # fmt: skip
    assert write_document(document) == SOURCE


def test_what_is_published_is_upright_and_tells_nothing_of_its_maker(folder):
    assert MAKER.encode() in (folder / "foto.jpg").read_bytes()
    deck = deck_of(folder)
    pictures = [slide.picture for slide in deck.slides]
    assert [(one.width > one.height) for one in pictures] == [False, True, False]
    made = [one.content for one in pictures]
    made.append(pdf(Report(deck, ()), arrange(deck)))
    made.append(html(Report(deck, ()), arrange(deck)).encode())
    for content in made:
        assert MAKER.encode() not in content
        assert b"Exif" not in content
    assert made[:3] == [slide.picture.content for slide in deck_of(folder).slides]


def test_a_colour_profile_is_used_and_left_behind(folder):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "#804020").save(buffer, "PNG", icc_profile=profile)
    (folder / "a.png").write_bytes(buffer.getvalue())
    (slide,) = deck_of(folder, "## {title}\n\n![a](a.png)\n").slides
    assert b"iCCP" in buffer.getvalue()
    assert b"iCCP" not in slide.picture.content
    pixel = Image.open(io.BytesIO(slide.picture.content)).getpixel((0, 0))
    assert all(abs(one - other) <= 1 for one, other in zip(pixel, (128, 64, 32), strict=True))
    (folder / "a.png").write_bytes(photo(kind="PNG", icc_profile=b"nonsense"))
    assert deck_of(folder, "## {title}\n\n![a](a.png)\n").slides[0].picture.height == 60


def test_every_output_shows_it_with_its_words(folder):
    deck = deck_of(folder)
    report = Report(deck, ())
    content = pdf(report, arrange(deck))
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(content, profile=profile).is_compliant
    written = html(report, arrange(deck))
    assert written.count('<img class="picture" src="data:image/') == 3
    assert 'alt="Ein Haus [am See]" width="40" height="60"' in written
    slides = Presentation(io.BytesIO(presentation(deck))).slides
    alts = [shape(one, "Picture")._element.nvPicPr.cNvPr.get("descr") for one in slides]
    assert alts == ["Ein Haus [am See]", "Ein Kreis", "Ein Haus"]
    for one, made in zip(deck.slides, slides, strict=True):
        drawn = shape(made, "Picture")
        assert drawn.image.blob == one.picture.content
        assert drawn.width / drawn.height == pytest.approx(
            one.picture.width / one.picture.height, rel=0.01
        )


def presentation(deck: Deck) -> bytes:
    theme = Report(deck, ()).theme
    return pptx(deck, arrange(deck, theme, anywhere=True), theme)


def test_an_update_renews_a_picture_unless_people_put_another_there(folder, tmp_path):
    old = presentation(deck_of(folder))
    (folder / "foto.jpg").write_bytes(photo("#208040"))
    new = deck_of(folder)
    (tmp_path / "one").mkdir()
    _, renewed = updated(tmp_path / "one", old, new)
    assert shape(renewed.slides[0], "Picture").image.blob == new.slides[0].picture.content

    edited = Presentation(io.BytesIO(old))
    own = photo("#000000", kind="PNG")
    drawn = shape(edited.slides[0], "Picture")
    _, relation = edited.slides[0].part.get_or_add_image_part(io.BytesIO(own))
    drawn._element.blipFill.blip.rEmbed = relation
    (tmp_path / "two").mkdir()
    done, kept = updated(tmp_path / "two", saved(edited), new)
    assert shape(kept.slides[0], "Picture").image.blob == own
    assert "Picture: another one of yours" in done.slides[0].edits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## {title}\n\n![](foto.jpg)\n", [("picture-without-words", 3)]),
        ("## {title}\n\n![  ](foto.jpg)\n", [("picture-without-words", 3)]),
        ("## {title}\n\nSo: ![Haus](foto.jpg)\n", [("picture-place", 3)]),
        ("## X ![Haus](foto.jpg) {text}\n\na\n", [("picture-place", 1)]),
        ("## {title}\n\n![a](foto.jpg)\n\n![b](foto.jpg)\n", [("picture-place", 5)]),
        ("## {chart=q1}\n\n![a](foto.jpg)\n", [("picture-place", 3)]),
        ("## {title}\n\n![a](../foto.jpg)\n", [("picture-elsewhere", 3)]),
        ("## {title}\n\n![a](/etc/passwd.png)\n", [("picture-elsewhere", 3)]),
        ("## {title}\n\n![a](https://example.org/foto.jpg)\n", [("picture-elsewhere", 3)]),
        ("## {title}\n\n![a](data:image/png;base64,AAAA)\n", [("picture-elsewhere", 3)]),
        ("## {title}\n\n![a](report.gif)\n", [("picture-unreadable", 3)]),
    ],
)
def test_what_is_wrong_with_a_picture_is_named_at_its_line(folder, text, found):
    assert refused(folder, text) == found


def test_a_picture_that_is_not_there_is_a_problem(folder):
    assert len(refused(folder, "## {title}\n\n![a](fehlt.png)\n")) == 1


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("fotos/strasse.jpg", "Put it there"),
        ("foto/Bild.JPG", "Put it there"),
        ("feest.jpg", "fest"),
    ],
)
def test_a_picture_that_is_not_there_is_named(folder, name, mend):
    (folder / "fest.jpg").write_bytes(photo())
    with pytest.raises(Problem) as caught:
        deck_of(folder, f"## Bild {{text}}\n\n![Kinder]({name})\n")
    assert caught.value.code == "picture-missing"
    assert str(caught.value.found) == f"There is no picture {name}."
    assert mend in str(caught.value.mend)
    assert "anew" not in str(caught.value.mend)


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "geheim.png"
    elsewhere.write_bytes(photo(kind="PNG"))
    (folder / "innen.png").symlink_to(elsewhere)
    assert refused(folder, "## {title}\n\n![a](innen.png)\n") == [("picture-elsewhere", 3)]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<image href="https://example.org/a.png" width="9" height="9"/>',
        '<image xlink:href="/etc/passwd" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
        '<rect onload="alert(1)"/>',
        '<rect fill="url(https://example.org/#a)"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<foreignObject/>",
        "<offen>",
    ],
)
def test_an_svg_that_runs_or_leads_elsewhere_is_refused(folder, inside):
    (folder / "kreis.svg").write_text(CIRCLE.replace("</svg>", f"{inside}</svg>"), "utf-8")
    assert refused(folder, "## {title}\n\n![a](kreis.svg)\n") == [("picture-unreadable", 3)]


def test_entities_and_bombs_and_false_endings_are_refused(folder):
    bomb = (folder / "bild eins.png").read_bytes()
    bomb = bomb[:16] + (100_000).to_bytes(4) + (100_000).to_bytes(4) + bomb[24:]
    files = {
        "a.svg": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + CIRCLE.encode(),
        "b.png": bomb,
        "c.png": photo(),
        "d.jpg": photo()[:200],
        "e.png": b"",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
        assert refused(folder, f"## {{title}}\n\n![a]({name})\n") == [("picture-unreadable", 3)]
