"""A template's layouts: what they hold to be filled, what they draw, and on what ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rundfrage.look.box import Box
from rundfrage.look.house.colours import Names, colour_of, fill_of, mapped, theme_colours
from rundfrage.look.house.package import A, Element, P, Package, R

_EMU = 12700
_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
"""Points between a text and the edge of its shape where nothing is said."""
_MARGINAL = frozenset({"dt", "ftr", "sldNum", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})
_BULLETS = frozenset({"buNone", "buChar", "buAutoNum", "buBlip"})
_SIZES = {"title": 44.0, "body": 18.0}


@dataclass(frozen=True)
class Held:
    """A place that a slide fills: its kind as Office names it, where its text stands, and how.

    `box` is the whole place, `inner` what its insets leave; `size` is that of its letters in
    points, `leading` the distance of lines in sizes, `colour` theirs or empty; `fill` has the
    colours that the place itself brings, as `Drawn` says them; `bulleted` says that its
    paragraphs have bullets.
    """

    kind: str
    index: str
    box: Box
    inner: Box
    size: float
    leading: float
    capitals: bool
    upright: bool
    colour: str = ""
    fill: tuple[str, ...] | None = None
    bulleted: bool = False

    @property
    def titles(self) -> bool:
        """True for the place of the slide's title."""
        return self.kind in _TITLES

    @property
    def marginal(self) -> bool:
        """True for footer, number and date."""
        return self.kind in _MARGINAL


@dataclass(frozen=True)
class Drawn:
    """A shape that the layout or its master draws: None for no fill, () for a picture."""

    box: Box
    fill: tuple[str, ...] | None
    picture: str = ""


@dataclass(frozen=True)
class Layout:
    """A layout with its master, all boxes in points of its slide.

    `ground` has the colours of the background, none for a picture; `used` counts the template's
    own slides made of it, `opening` says that its first one is.
    """

    part: str
    name: str
    kind: str
    held: tuple[Held, ...]
    drawn: tuple[Drawn, ...]
    ground: tuple[str, ...]
    names: Mapping[str, str] = field(hash=False)
    used: int = 0
    opening: bool = False

    @property
    def title(self) -> Held | None:
        """The place of the title, if there is one."""
        return next((one for one in self.held if one.titles), None)


@dataclass(frozen=True)
class Templates:
    """All layouts of a template in their order, its slide's size in points, and its fonts."""

    width: float
    height: float
    layouts: tuple[Layout, ...]
    heading_font: str
    font: str


def templates(package: Package) -> Templates:
    """The layouts in the package; raises one of BROKEN for a package that isn't whole."""
    home = package.kin("", "officeDocument")[0]
    root = package.xml(home)
    size = root.find(f"{P}sldSz")
    width, height = (int(size.get(name)) / _EMU for name in ("cx", "cy"))
    slides = _slides(package, home, root)
    uses = Counter(slides)
    related = package.related(home)
    layouts: list[Layout] = []
    fonts = ("", "")
    for entry in root.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId"):
        master = related[entry.get(f"{R}id")][1]
        reader = _Master(package, master, width, height)
        fonts = fonts if any(fonts) else reader.fonts
        layouts.extend(
            reader.layout(part, uses[part], opening=slides[:1] == [part]) for part in reader.parts()
        )
    return Templates(width, height, tuple(layouts), *fonts)


def _slides(package: Package, home: str, root: Element) -> list[str]:
    """The layout of each of the template's own slides, in order."""
    related = package.related(home)
    parts = [
        related[one.get(f"{R}id")][1]
        for one in root.iterfind(f"{P}sldIdLst/{P}sldId")
        if one.get(f"{R}id") in related
    ]
    return [layout for part in parts for layout in package.kin(part, "slideLayout")]


class _Master:
    """A master, from which its layouts inherit."""

    def __init__(self, package: Package, part: str, width: float, height: float) -> None:
        self.package, self.part = package, part
        self.slide = Box(0, 0, width, height)
        self.root = package.xml(part)
        self.theme = package.xml(package.kin(part, "theme")[0])
        self.colours = theme_colours(self.theme)
        self.names = mapped(self.colours, dict(self.root.find(f"{P}clrMap").attrib))
        faces = (self.theme.find(f".//{A}{name}Font/{A}latin") for name in ("major", "minor"))
        heading, body = ("" if one is None else one.get("typeface", "") for one in faces)
        self.fonts = (heading, body)

    def parts(self) -> list[str]:
        """The names of its layouts, in their order."""
        related = self.package.related(self.part)
        entries = self.root.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId")
        return [related[one.get(f"{R}id")][1] for one in entries]

    def layout(self, part: str, used: int, *, opening: bool) -> Layout:
        root = self.package.xml(part)
        override = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        names = self.names if override is None else mapped(self.colours, dict(override.attrib))
        homes = [(part, root)]
        if root.get("showMasterSp", "1") not in {"0", "false"}:
            homes.insert(0, (self.part, self.root))
        drawn = [
            shape
            for name, home in homes
            for shape in _drawn(home.find(f"{P}cSld/{P}spTree"), self._pictures(name), names,
                                self.theme)
        ]  # fmt: skip
        visible = [_clipped(one, self.slide) for one in drawn]
        return Layout(
            part,
            root.find(f"{P}cSld").get("name", ""),
            root.get("type", ""),
            tuple(self._held(root, names)),
            tuple(one for one in visible if one is not None),
            self._ground(root, names),
            names,
            used,
            opening,
        )

    def _pictures(self, part: str) -> Mapping[str, str]:
        related = self.package.related(part)
        return {key: name for key, (kind, name) in related.items() if kind == "image"}

    def _ground(self, root: Element, names: Names) -> tuple[str, ...]:
        for home in (root, self.root):
            found = home.find(f"{P}cSld/{P}bg")
            if found is None:
                continue
            plain = found.find(f"{P}bgPr")
            if plain is not None:
                fill = fill_of(plain, names)
                return (names["bg1"],) if fill is None else fill
            style = found.find(f"{P}bgRef")
            own = colour_of(style, names)
            fills = list(self.theme.find(f".//{A}bgFillStyleLst"))
            at = int(style.get("idx", "1001")) - 1001
            fill = fill_of(fills[at : at + 1], names, own) if at >= 0 else (own,)
            return fill if fill is not None else (own or names["bg1"],)
        return (names["bg1"],)

    def _held(self, root: Element, names: Names) -> Iterator[Held]:
        for shape in _placeholders(root):
            mark = shape.find(f".//{P}ph")
            kind = mark.get("type", "obj")
            parent = self._parent(kind)
            box = _box(shape) or (None if parent is None else _box(parent))
            if box is None or box.width <= 0 or box.height <= 0:
                continue
            lines = [one for one in (shape, parent) if one is not None]
            fills = (_shape_fill(one, names, self.theme) for one in lines if one.tag == f"{P}sp")
            bodies = [one.find(f"{P}txBody/{A}bodyPr") for one in lines]
            bodies = [one for one in bodies if one is not None]
            insets = {name: _first(bodies, name, _EMU, usual) for name, usual in _INSETS.items()}
            style = "title" if kind in _TITLES else "body"
            looks = [one.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr") for one in lines]
            looks.append(self.root.find(f"{P}txStyles/{P}{style}Style/{A}lvl1pPr"))
            looks = [one for one in looks if one is not None]
            letters = [one.find(f"{A}defRPr") for one in looks]
            letters = [one for one in letters if one is not None]
            spacings = [one.find(f"{A}lnSpc/{A}spcPct") for one in looks]
            spacing = next((one.get("val", "") for one in spacings if one is not None), "100000")
            part = float(spacing.rstrip("%")) / (1 if spacing.endswith("%") else 1000) / 100
            vertical = next((one.get("vert") for one in bodies if one.get("vert")), "horz")
            yield Held(
                kind,
                mark.get("idx", "0"),
                box,
                Box(
                    box.x + insets["lIns"],
                    box.y + insets["tIns"],
                    max(1.0, box.width - insets["lIns"] - insets["rIns"]),
                    max(1.0, box.height - insets["tIns"] - insets["bIns"]),
                ),
                _first(letters, "sz", 100, _SIZES[style]),
                1.2 * max(0.8, part),
                next((one.get("cap") for one in letters if one.get("cap")), "none") != "none",
                vertical == "horz",
                _letters_colour(letters, names),
                next((fill for fill in fills if fill is not None), None),
                _bulleted(looks),
            )

    def _parent(self, kind: str) -> Element | None:
        """The master's place that one of the kind inherits from."""
        wanted = "title" if kind in _TITLES else kind if kind in _MARGINAL else "body"
        shapes = _placeholders(self.root)
        return next((one for one in shapes if one.find(f".//{P}ph").get("type") == wanted), None)


def _first(elements: list[Element], name: str, unit: float, usual: float) -> float:
    """The first of the elements' numbers of that name, in points."""
    found = next((one.get(name) for one in elements if one.get(name) is not None), None)
    return usual if found is None else int(found) / unit


def _bulleted(looks: list[Element]) -> bool:
    """Whether the first of the levels that speaks of bullets has one."""
    said = (one.tag.removeprefix(A) for look in looks for one in look)
    return next((one for one in said if one in _BULLETS), "buNone") != "buNone"


def _letters_colour(letters: list[Element], names: Names) -> str:
    """The first colour that properties of letters name; empty for none, or one that varies."""
    fills = (fill_of(one, names) for one in letters)
    said = next((fill for fill in fills if fill), ())
    return said[0] if len(said) == 1 else ""


def _placeholders(root: Element) -> Iterator[Element]:
    for shape in root.find(f"{P}cSld/{P}spTree").iter(f"{P}sp", f"{P}pic", f"{P}graphicFrame"):
        if shape.find(f"*/{P}nvPr/{P}ph") is not None:
            yield shape


def _box(shape: Element) -> Box | None:
    frame = shape.find(f"{P}xfrm") if shape.tag == f"{P}graphicFrame" else None
    frame = shape.find(f"*/{A}xfrm") if frame is None else frame
    if frame is None or frame.find(f"{A}off") is None:
        return None
    off, extent = frame.find(f"{A}off"), frame.find(f"{A}ext")
    x, y = (int(off.get(name)) / _EMU for name in "xy")
    width, height = (int(extent.get(name)) / _EMU for name in ("cx", "cy"))
    if (int(frame.get("rot", "0")) // 2_700_000) % 4 in {1, 2}:
        x, y, width, height = x + (width - height) / 2, y + (height - width) / 2, height, width
    return Box(x, y, width, height)


def _drawn(
    tree: Element, pictures: Mapping[str, str], names: Names, theme: Element
) -> Iterator[Drawn]:
    """What a tree draws itself, from the back to the front; groups come apart."""
    for shape in tree:
        kind = shape.tag.removeprefix(P) if isinstance(shape.tag, str) else ""
        naming = next(shape.iter(f"{P}cNvPr"), None)
        if naming is None or naming.get("hidden") in {"1", "true"}:
            continue
        if kind == "grpSp":
            yield from _ungrouped(shape, pictures, names, theme)
        elif kind in {"sp", "pic", "cxnSp", "graphicFrame"}:
            box = _box(shape)
            if box is None or shape.find(f"*/{P}nvPr/{P}ph") is not None:
                continue
            if kind == "pic":
                blip = shape.find(f".//{A}blip")
                key = "" if blip is None else blip.get(f"{R}embed", "")
                yield Drawn(box, (), pictures.get(key, ""))
            elif kind == "graphicFrame":
                yield Drawn(box, ())
            else:
                fill = _shape_fill(shape, names, theme)
                if fill is not None or _lined(shape) or _worded(shape):
                    yield Drawn(box, fill)


def _ungrouped(
    group: Element, pictures: Mapping[str, str], names: Names, theme: Element
) -> Iterator[Drawn]:
    """A group's shapes, where the group puts them."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    parts = (
        []
        if frame is None
        else [frame.find(f"{A}{one}") for one in ("off", "ext", "chOff", "chExt")]
    )
    if not parts or None in parts:
        yield from _drawn(group, pictures, names, theme)
        return
    off, extent, inner, across = parts
    wide, high = (int(extent.get(name)) / max(1, int(across.get(name))) for name in ("cx", "cy"))
    for one in _drawn(group, pictures, names, theme):
        box = one.box
        x, y = (int(inner.get(name)) / _EMU for name in "xy")
        left, top = (int(off.get(name)) / _EMU for name in "xy")
        yield Drawn(
            Box(left + (box.x - x) * wide, top + (box.y - y) * high, box.width * wide,
                box.height * high),
            one.fill, one.picture,
        )  # fmt: skip


def _shape_fill(shape: Element, names: Names, theme: Element) -> tuple[str, ...] | None:
    properties = shape.find(f"{P}spPr")
    said = any(one.tag.removeprefix(A) in _FILLS for one in properties)
    if said:
        return fill_of(properties, names)
    style = shape.find(f"{P}style/{A}fillRef")
    if style is None or int(style.get("idx", "0")) == 0:
        return None
    fills = list(theme.find(f".//{A}fillStyleLst"))
    at = int(style.get("idx", "1")) - 1
    return fill_of(fills[at : at + 1], names, colour_of(style, names))


_FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})


def _lined(shape: Element) -> bool:
    line = shape.find(f"{P}spPr/{A}ln")
    if line is not None and line.find(f"{A}noFill") is not None:
        return False
    style = shape.find(f"{P}style/{A}lnRef")
    return line is not None or (style is not None and style.get("idx", "0") != "0")


def _worded(shape: Element) -> bool:
    return any((one.text or "").strip() for one in shape.iter(f"{A}t"))


def _clipped(shape: Drawn, slide: Box) -> Drawn | None:
    """The shape as far as it lies on the slide; a line has a point's breadth."""
    box = shape.box
    left, top = max(box.x, 0.0), max(box.y, 0.0)
    right = min(max(box.x + box.width, box.x + 1), slide.width)
    bottom = min(max(box.y + box.height, box.y + 1), slide.height)
    if right - left <= 0 or bottom - top <= 0:
        return None
    return Drawn(Box(left, top, right - left, bottom - top), shape.fill, shape.picture)
