"""Our own empty presentation: one slide master with layouts for all that people add to a deck.

It is written from the Theme as a whole package, so that no foreign template's colours, fonts or
layouts are left in it. Texts of placeholders follow the direction of the deck's language.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from enum import Enum
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
_BODY = Box(MARGIN, 140, WIDTH - 2 * MARGIN, 340)
_DATE = Box(MARGIN + 516, HEIGHT - 30, 200, 16)
_FOOTER = Box(MARGIN, HEIGHT - 30, 500, 16)
_NUMBER = Box(WIDTH - MARGIN - 80, HEIGHT - 30, 80, 16)
_HANGING = 22
"""Points from a bullet to its text."""


class Kind(Enum):
    """The layouts of our master, in their order."""

    TITLE = "title"
    CONTENT = "content"
    CHART = "chart"
    SECTION = "section"
    QUOTATION = "quotation"
    PLAIN = "plain"


@dataclass(frozen=True)
class _Held:
    """A place of a layout: Office's kind, name, where it stands, and its style's XML."""

    kind: str
    name: str
    box: Box | None = None
    style: str = ""
    ground: str = ""


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
            *(
                ("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number in range(1, len(Kind) + 1)
            ),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/theme/theme1.xml": _theme(theme),
    }
    for number, kind in enumerate(Kind, start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(kind, rtl=rtl)
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
        **{f"slideLayouts/slideLayout{number + 1}": "slideLayout" for number in range(len(Kind))},
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


def _placeholder(number: int, held: _Held, *, rtl: bool) -> str:
    """A placeholder; without a box it stands where the master's stands."""
    box = held.box
    if box is not None and rtl:
        box = replace(box, x=WIDTH - box.x - box.width)
    place = (
        f'<a:xfrm><a:off x="{round(box.x * EMU)}" y="{round(box.y * EMU)}"/>'
        f'<a:ext cx="{round(box.width * EMU)}" cy="{round(box.height * EMU)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        if box
        else ""
    )
    inset = 0 if not held.ground else 26 * EMU
    body = (
        f'<a:bodyPr lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" anchor="t">'
        f"<a:{'spAutoFit' if held.ground else 'noAutofit'}/></a:bodyPr>"
        if box
        else "<a:bodyPr/>"
    )
    index = f' idx="{_INDEX[held.kind]}"' if held.kind in _INDEX else ""
    sized = ' sz="quarter"' if held.kind in {"dt", "ftr", "sldNum"} else ""
    text = _FIELDS.get(held.kind, '<a:endParaRPr lang="en-US"/>')
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{held.name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{held.kind}"{sized}{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}{held.ground}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{held.style}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


_NUMBER_FIELD = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
)
_DATE_FIELD = (
    '<a:fld id="{5BCAD085-E8A6-8845-BD4E-CB4CCA059FC4}" type="datetimeFigureOut">'
    '<a:rPr lang="en-US"/><a:t>2000-01-01</a:t></a:fld>'
)
_FIELDS = {"sldNum": _NUMBER_FIELD, "dt": _DATE_FIELD}
_INDEX = {"subTitle": 1, "body": 13, "chart": 14, "dt": 12, "ftr": 10, "sldNum": 11}
_BULLET = (
    '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="70000"/>'
    '<a:buFont typeface="Arial"/><a:buChar char="■"/>'
)


def _level(
    size: int,
    colour: str,
    font: str,
    *,
    rtl: bool,
    bold: bool = False,
    bullet: int = 0,
    align: Align = Align.START,
) -> str:
    """A first level of text; `font` is "mj" for headings and "mn" for all else.

    `bullet` is how far a text stands from its bullet in English metric units, 0 for none.
    """
    mark = _BULLET if bullet else "<a:buNone/>"
    return (
        f'<a:lvl1pPr marL="{bullet}" indent="{-bullet}" algn="{alignment(align, rtl=rtl)}"'
        f' rtl="{int(rtl)}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef>'
        f'<a:spcPts val="{1000 if bullet else 0}"/></a:spcBef>{mark}'
        f'<a:defRPr sz="{size}" b="{int(bold)}" kern="1200"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="+{font}-lt"/>'
        f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl1pPr>'
    )


def _master(*, rtl: bool) -> str:
    small = {one: _level(1050, "tx2", "mn", rtl=rtl, align=one) for one in Align}
    held = (
        _Held("title", "Title", _TITLE),
        _Held("body", "Text", _BODY),
        _Held("dt", "Date", _DATE, small[Align.END]),
        _Held("ftr", "Footer", _FOOTER, small[Align.START]),
        _Held("sldNum", "Slide number", _NUMBER, small[Align.END]),
    )
    shapes = "".join(_placeholder(number, one, rtl=rtl) for number, one in enumerate(held, start=2))
    colours = " ".join(
        f'{name}="{name}"'
        for name in (*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    )
    layouts = "".join(
        f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>'
        for number in range(1, len(Kind) + 1)
    )
    body = _level(1800, "tx1", "mn", rtl=rtl, bullet=_HANGING * EMU)
    return (
        f'<p:sldMaster {_SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{_GROUP}{shapes}</p:spTree>"
        f'</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {colours}/>'
        f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_level(2600, 'accent1', 'mj', rtl=rtl, bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1050, 'tx2', 'mn', rtl=rtl)}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def _layout(kind: Kind, *, rtl: bool) -> str:
    office, name, own = _layouts(rtl=rtl)[kind]
    marginal = (_Held("dt", "Date"), _Held("ftr", "Footer"), _Held("sldNum", "Slide number"))
    shapes = "".join(
        _placeholder(number, one, rtl=rtl) for number, one in enumerate((*own, *marginal), start=2)
    )
    return (
        f'<p:sldLayout {_SPACES}{office} preserve="1"><p:cSld name="{name}">'
        f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _layouts(*, rtl: bool) -> dict[Kind, tuple[str, str, tuple[_Held, ...]]]:
    """Office's type, the name and the places of each layout."""
    title = _Held("title", "Title")
    plain = _level(2000, "tx1", "mn", rtl=rtl)
    panel = '<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>'
    x, width = 84, WIDTH - 84 - MARGIN
    return {
        Kind.TITLE: (
            ' type="title"',
            "Title slide",
            (
                _Held("ctrTitle", "Title", Box(x, 132, width, 120)),
                _Held("subTitle", "Subtitle", Box(x, 296, width, 150), plain),
            ),
        ),
        Kind.CONTENT: (' type="tx"', "Title and text", (title, _Held("body", "Text", _BODY))),
        Kind.CHART: (' type="chart"', "Title and chart", (title, _Held("chart", "Chart", _BODY))),
        Kind.SECTION: (
            ' type="secHead"',
            "Section",
            (
                _Held("title", "Title", Box(x, 192, width, 90)),
                _Held("body", "Text", Box(x, 296, width, 100), plain),
            ),
        ),
        Kind.QUOTATION: (
            "",
            "Quotation",
            (title, _Held("body", "Quotation", Box(MARGIN, 140, _BODY.width, 220), plain, panel)),
        ),
        Kind.PLAIN: (' type="titleOnly"', "Title only", (title,)),
    }


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
