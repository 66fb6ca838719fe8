"""Reads a theme from `theme.toml`, or says all that is wrong with it.

    name = "Alliance"
    based_on = "warm"

    [colours]
    primary = "#0b4f55"

    [scale]
    colours = ["#0b5c63", "#6fb3b0", "#d9d7ce", "#cfa26a", "#7d4312"]

    [fonts]
    family = "Our Sans"
    folder = "fonts"

    [organisation]
    name = "Alliance for Integration"
    logo = "logo.svg"
    template = "template.pptx"

Paths count from the folder that the file lies in. With a template, what isn't set is as the
template has it: colours, scale and logo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from rundfrage.errors import Problem, Where, did_you_mean, raise_all
from rundfrage.locales import Message, message, rounded
from rundfrage.look.colour import LEGIBLE, contrast, is_colour
from rundfrage.look.face import font_files, is_font
from rundfrage.look.house.house import read_house
from rundfrage.look.measure import family_files
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.look.themes import THEMES
from rundfrage.look.vision import STEPPED, distance
from rundfrage.manuscript.toml_file import read_toml
from rundfrage.manuscript.unfit_settings import misshapen_setting, unknown_setting

FILE = "theme.toml"

_COLOURS = ("primary", "accent", "text", "muted", "background", "panel")
_STEPS = 5
_LAYOUT: Mapping[str, tuple[str, ...]] = {
    "": ("name", "based_on"),
    "colours": _COLOURS,
    "scale": ("colours",),
    "fonts": ("family", "folder"),
    "organisation": ("name", "logo", "template"),
}
_LOGOS = (".svg", ".png", ".jpg", ".jpeg")
_TEMPLATES = (".pptx", ".potx")
_GROUNDS = (
    ("primary", "background"),
    ("primary", "panel"),
    ("accent", "background"),
    ("text", "background"),
    ("text", "panel"),
    ("muted", "background"),
)


def read_theme(path: Path) -> Theme:
    """The theme in the file; what it doesn't set is as in its template or in the theme it names.

    Raises a Problem for unknown settings, bad colours, contrast below 4.5:1, steps of the scale
    that look alike and missing files.
    """
    expected = message('settings such as primary = "#0b4f5c", under headings such as [colours].')
    content = read_toml(path, expected)
    where = str(path)
    raise_all(_unknown(content, where))
    raise_all(_not_text(content, where))
    raise_all(_bad_colours(content, where))
    raise_all(_bad_base(content, where))
    base = THEMES[content.get("based_on", "default")]
    colours: dict[str, str] = content.get("colours", {})
    organisation: dict[str, str] = content.get("organisation", {})
    fonts: dict[str, str] = content.get("fonts", {})
    folder = path.parent
    template = _path(folder, organisation.get("template"))
    usual = _usual(base, template, _path(folder, fonts.get("folder")))
    theme = replace(
        usual,
        name=content.get("name", DEFAULT.name),
        organisation=organisation.get("name", DEFAULT.organisation),
        scale=tuple(content.get("scale", {}).get("colours", usual.scale)),
        font=fonts.get("family", usual.font),
        logo=_path(folder, organisation.get("logo")) or usual.logo,
    )
    theme = replace(theme, **{name: colours[name].lower() for name in _COLOURS if name in colours})  # type: ignore[arg-type]
    alike = _alike(theme, where) if "scale" in content or "background" in colours else ()
    raise_all((*_illegible(theme, where), *alike, *_missing(theme, where)))
    return theme


def _usual(base: Theme, template: Path | None, fonts: Path | None) -> Theme:
    """The theme that settings stand out from: one that comes along, or that of the template."""
    plain = replace(base, template=template, fonts=fonts)
    if (
        template is None
        or template.suffix.lower() not in _TEMPLATES
        or not _there(template.is_file)
    ):
        return plain
    house = read_house(template)
    held = bool(house.font and fonts and len(family_files(house.font, fonts)) > 1)
    return replace(
        plain,
        primary=house.colours.primary,
        accent=house.colours.accent,
        text=house.colours.text,
        muted=house.colours.muted,
        background=house.colours.background,
        panel=house.colours.panel,
        scale=house.colours.scale,
        font=house.font if held else plain.font,
        logo=template / house.logo if house.logo else None,
    )


def _bad_base(content: Mapping[str, Any], file: str) -> Iterator[Problem]:
    name = content.get("based_on", "default")
    if name not in THEMES:
        names = list(THEMES)
        yield Problem(
            "theme-base",
            where=Where(file, name="based_on"),
            found=message("There is no theme {name}.", name=name[:60]),
            expected=message("one of {names}.", names=", ".join(names)),
            mend=did_you_mean(name[:60], names)
            or message("Leave the setting out for the usual one."),
        )


def _path(folder: Path, name: str | None) -> Path | None:
    return None if name is None else folder / name


def _unknown(content: Mapping[str, Any], file: str) -> Iterator[Problem]:
    for key, value in content.items():
        if isinstance(value, dict):
            if key not in _LAYOUT:
                yield _no_setting(f"[{key}]", [f"[{one}]" for one in _LAYOUT if one], file)
                continue
            for inner in value:
                if inner not in _LAYOUT[key]:
                    yield _no_setting(inner, _LAYOUT[key], file, f"[{key}]")
        elif key in _LAYOUT:
            yield _wrong_form(
                key, message("a heading in square brackets with settings below it"), file
            )
        elif key not in _LAYOUT[""]:
            yield _no_setting(key, _LAYOUT[""], file)


def _no_setting(key: str, known: Iterable[str], file: str, within: str | None = None) -> Problem:
    return unknown_setting("theme-unknown-key", key, known, Where(file, name=within))


def _wrong_form(key: str, expected: Message, file: str) -> Problem:
    mend = message("Write it as the reference of the theme shows.")
    return misshapen_setting("theme-form", key, expected, Where(file, name=key), mend)


def _not_text(content: Mapping[str, Any], file: str) -> Iterator[Problem]:
    for heading, keys in _LAYOUT.items():
        table = content if not heading else content.get(heading, {})
        for key in keys:
            value = table.get(key, "")
            if (heading, key) == ("scale", "colours"):
                texts = value or []
                if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
                    yield _wrong_form("scale.colours", message("a list of five colours"), file)
            elif not isinstance(value, str):
                yield _wrong_form(
                    f"{heading}.{key}".strip("."), message("a text in quotation marks"), file
                )


def _bad_colours(content: Mapping[str, Any], file: str) -> Iterator[Problem]:
    named = [(f"[colours] {key}", value) for key, value in content.get("colours", {}).items()]
    scale = content.get("scale", {}).get("colours")
    if scale is not None and len(scale) != _STEPS:
        yield Problem(
            "theme-scale",
            where=Where(file, name="[scale] colours"),
            found=message("The scale has {count} colours.", count=len(scale)),
            expected=message("five colours, from the best step of a scale to the worst."),
            mend=message("Scales with other numbers of steps are interpolated from the five."),
        )
    named += [("[scale] colours", value) for value in scale or ()]
    for name, value in named:
        if not is_colour(value):
            yield Problem(
                "theme-colour",
                where=Where(file, name=name),
                found=message("“{colour}” is no colour.", colour=value),
                expected=message("a colour as six hexadecimal digits after a #, such as #0b4f5c."),
                mend=message("Look the colour up in your style guide, under “web” or “hex”."),
            )


def _illegible(theme: Theme, file: str) -> Iterator[Problem]:
    for name, ground in _GROUNDS:
        ratio = contrast(getattr(theme, name), getattr(theme, ground))
        if ratio < LEGIBLE:
            # Rounded down, so that 4.49 is never printed as the 4.5 it misses.
            yield Problem(
                "theme-contrast",
                where=Where(file, name=f"[colours] {name}"),
                found=message(
                    "{colour} on {ground} {ground_colour} has a contrast of {ratio} to 1.",
                    colour=getattr(theme, name),
                    ground=ground,
                    ground_colour=getattr(theme, ground),
                    ratio=rounded(int(ratio * 100) / 100, ".2f"),
                ),
                expected=message("at least 4.5 to 1, so that everybody can read it."),
                mend=message(
                    "Make {name} darker or {ground} lighter (or the other way round).",
                    name=name,
                    ground=ground,
                ),
            )


def _alike(theme: Theme, file: str) -> Iterator[Problem]:
    """Steps of the scale that nobody tells from the next one, or from the ground."""
    grounded = ((one, theme.background) for one in dict.fromkeys(theme.scale))
    for one, other in dict.fromkeys((*pairwise(theme.scale), *grounded)):
        apart = distance(one, other)
        if apart < STEPPED:
            yield Problem(
                "theme-scale-alike",
                where=Where(file, name="[scale] colours"),
                found=message(
                    "{one} and {other} are too alike: a distance of {distance}.",
                    one=one,
                    other=other,
                    # Rounded down, so that 6.96 is never printed as the 7 it misses.
                    distance=rounded(int(apart * 10) / 10, ".1f"),
                ),
                expected=message(
                    "a distance of {least} at least between neighbours of the scale and from the "
                    "background, in every vision of colours (CIE 1976 L*a*b*).",
                    least=f"{STEPPED:g}",
                ),
                mend=message(
                    "Make one of them darker, lighter or of another hue, or leave the scale out "
                    "for the usual one."
                ),
            )


def _missing(theme: Theme, file: str) -> Iterator[Problem]:
    if theme.fonts is None and theme.font != DEFAULT.font:
        yield _no_file(
            "fonts.family", message("{font} comes without font files", font=theme.font), file
        )
    if theme.fonts is not None:
        yield from _bad_fonts(theme.font, theme.fonts, file)
    for key, path, endings in (
        ("organisation.logo", theme.logo, _LOGOS),
        ("organisation.template", theme.template, _TEMPLATES),
    ):
        if path is None:
            continue
        if path.suffix.lower() not in endings:
            yield _no_file(
                key,
                message("{name} is none of {endings}", name=path.name, endings=", ".join(endings)),
                file,
            )
        elif not (_there(path.is_file) or _inside(path, theme)):
            yield _no_file(key, message("There is no file {path}", path=path), file)


def _inside(path: Path, theme: Theme) -> bool:
    """True for a picture that the template itself holds."""
    return theme.template is not None and theme.template in path.parents


def _there(look: Callable[[], bool]) -> bool:
    """Whether it is there; no name can be longer than a disk takes."""
    try:
        return look()
    except OSError:
        return False


def _bad_fonts(family: str, folder: Path, file: str) -> Iterator[Problem]:
    """A family of one's own needs a regular and a bold file; all files must be fonts."""
    if not _there(folder.is_dir):
        yield _no_file("fonts.folder", message("There is no folder {folder}", folder=folder), file)
        return
    for path in font_files(folder):
        if not is_font(path):
            yield _no_file(
                "fonts.folder", message("{name} cannot be read as a font", name=path.name), file
            )
    have = {weight for weight, _ in family_files(family, folder)}
    for weight in ("Regular", "Bold"):
        if family != DEFAULT.font and weight not in have:
            name = f"{family.replace(' ', '')}-{weight}.ttf"
            yield _no_file(
                "fonts.folder",
                message("There is no {name} in {folder}", name=name, folder=folder),
                file,
            )


def _no_file(key: str, found: Message, file: str) -> Problem:
    return Problem(
        "theme-file",
        where=Where(file, name=key),
        found=found + ".",
        expected=message("files that are there, in a format the outputs can use."),
        mend=message(
            "Paths count from the folder of the theme file; name the file or remove the setting."
        ),
    )
