"""Our own empty presentation: one slide master, a layout for the title and one for the rest.

It is written from the Theme as a whole package, so that no foreign template's colours, fonts or
layouts are left in it. Texts of placeholders follow the direction of the deck's language.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from zipfile import ZipFile

from rundfrage.look.box import Box
from rundfrage.look.theme import Theme
from rundfrage.report.layout import HEIGHT, MARGIN, WIDTH
from rundfrage.report.outputs.pptx.palette import scheme
from rundfrage.report.outputs.pptx.words import EMU, Align, alignment, attribute

_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument"

_TITLE = Box(MARGIN, 60, WIDTH - 2 * MARGIN, 66)
_TITLE_SLIDE = Box(MARGIN, 190, WIDTH - 2 * MARGIN, 120)
_FOOTER = Box(MARGIN, HEIGHT - 30, 500, 16)
_NUMBER = Box(WIDTH - MARGIN - 80, HEIGHT - 30, 80, 16)


@lru_cache(maxsize=8)
def own_master(theme: Theme, *, rtl: bool) -> bytes:
    """The bytes of an empty .pptx of 960 by 540 points in the theme's look."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": _presentation(rtl=rtl),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("theme", "theme/theme1.xml")
        ),
        "ppt/slideMasters/slideMaster1.xml": _master(rtl=rtl),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("slideLayout", "../slideLayouts/slideLayout2.xml"),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/slideLayouts/slideLayout1.xml": _layout("title", "Title", _TITLE_SLIDE),
        "ppt/slideLayouts/slideLayout2.xml": _layout("titleOnly", "Content", None),
        "ppt/theme/theme1.xml": _theme(theme),
    }
    for number in (1, 2):
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(name, _HEAD + text)
    return buffer.getvalue()


def _content_types() -> str:
    kinds = {
        "presentation": "presentation.main",
        "slideMasters/slideMaster1": "slideMaster",
        "slideLayouts/slideLayout1": "slideLayout",
        "slideLayouts/slideLayout2": "slideLayout",
    }
    overrides = "".join(
        f'<Override PartName="/ppt/{name}.xml" ContentType="{_MAIN}.presentationml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/ppt/theme/theme1.xml" ContentType="{_MAIN}.theme+xml"/>'
        "</Types>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _presentation(*, rtl: bool) -> str:
    return (
        f"<p:presentation {_SPACES}>"
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldSz cx="{round(WIDTH * EMU)}" cy="{round(HEIGHT * EMU)}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>'
        f"{_level(1800, 'tx1', 'mn', rtl=rtl)}</p:defaultTextStyle></p:presentation>"
    )


_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def _placeholder(number: int, kind: str, name: str, box: Box | None, text: str) -> str:
    """A placeholder; without a box it stands where the master's stands."""
    place = (
        f'<a:xfrm><a:off x="{round(box.x * EMU)}" y="{round(box.y * EMU)}"/>'
        f'<a:ext cx="{round(box.width * EMU)}" cy="{round(box.height * EMU)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        if box
        else ""
    )
    index = {"ftr": ' sz="quarter" idx="10"', "sldNum": ' sz="quarter" idx="11"'}.get(kind, "")
    body = (
        '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        if box
        else "<a:bodyPr/>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>'
        f"<p:txBody>{body}<a:lstStyle/><a:p>{text}</a:p></p:txBody></p:sp>"
    )


_NUMBER_FIELD = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
)


def _level(size: int, colour: str, font: str, *, rtl: bool, bold: bool = False) -> str:
    """A first level of text; `font` is "mj" for headings and "mn" for all else."""
    return (
        f'<a:lvl1pPr algn="{alignment(Align.START, rtl=rtl)}" rtl="{int(rtl)}" eaLnBrk="1"'
        ' latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size}" b="{int(bold)}" kern="1200"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="+{font}-lt"/>'
        f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl1pPr>'
    )


def _master(*, rtl: bool) -> str:

    def mirrored(box: Box) -> Box:
        return replace(box, x=WIDTH - box.x - box.width) if rtl else box

    shapes = (
        _placeholder(2, "title", "Title", mirrored(_TITLE), '<a:endParaRPr lang="en-US"/>')
        + _placeholder(3, "ftr", "Footer", mirrored(_FOOTER), '<a:endParaRPr lang="en-US"/>')
        + _placeholder(4, "sldNum", "Slide number", mirrored(_NUMBER), _NUMBER_FIELD)
    )
    colours = " ".join(
        f'{name}="{name}"'
        for name in (*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    )
    return (
        f'<p:sldMaster {_SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{_GROUP}{shapes}</p:spTree>"
        f'</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {colours}/>'
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/>'
        '<p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst><p:txStyles>'
        f"<p:titleStyle>{_level(2600, 'accent1', 'mj', rtl=rtl, bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{_level(1800, 'tx1', 'mn', rtl=rtl)}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1050, 'tx2', 'mn', rtl=rtl)}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def _layout(kind: str, name: str, title: Box | None) -> str:
    shapes = (
        _placeholder(2, "title", "Title", title, '<a:endParaRPr lang="en-US"/>')
        + _placeholder(3, "ftr", "Footer", None, '<a:endParaRPr lang="en-US"/>')
        + _placeholder(4, "sldNum", "Slide number", None, _NUMBER_FIELD)
    )
    return (
        f'<p:sldLayout {_SPACES} type="{kind}" preserve="1"><p:cSld name="{name}">'
        f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


_SCRIPTS = {"Arab": "IBM Plex Sans Arabic", "Hebr": "IBM Plex Sans Hebrew"}


def _theme(theme: Theme) -> str:
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>'
        for name, colour in scheme(theme).items()
    )
    scripts = "".join(
        f'<a:font script="{script}" typeface="{face}"/>' for script, face in _SCRIPTS.items()
    )
    faces = (
        f'<a:latin typeface={attribute(theme.font)} pitchFamily="34" charset="0"/>'
        f'<a:ea typeface=""/><a:cs typeface="{_SCRIPTS["Arab"]}"/>{scripts}'
    )
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{plain}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f" name={attribute(theme.name)}><a:themeElements>"
        f"<a:clrScheme name={attribute(theme.name)}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={attribute(theme.name)}><a:majorFont>{faces}</a:majorFont>"
        f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="plain"><a:fillStyleLst>{plain * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
