"""Reads the catalogues: PO files that lie beside this file, compiled once and cached.

Babel reads a PO file of some hundred entries in a tenth of a second, longer than most commands
take. So what it read is kept as JSON in `__pycache__`, where Python keeps compiled modules too,
under the hash of the file's content. A changed catalogue is compiled anew, as is one whose cache
can't be read; a folder that can't be written costs time and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import c2py
from hashlib import sha256
from pathlib import Path
from typing import Any

SOURCE = "en"
"""The language that all others are translated from; its catalogue is the template."""
_TEMPLATE = "rundfrage.pot"
_FOLDER = "__pycache__"
_FORMAT = 2
"""What is compiled is made and read as this number says; another compiler takes the next."""
_FOR_ALL = 0o644

Forms = tuple[str, ...]
"""The words of one entry; where they depend on a number, one for each plural form of gettext."""


@dataclass(frozen=True)
class Catalogue:
    """What the program says in one language, as far as it is translated.

    `keyed` are the words for respondents and readers by key ("door:next"), `messages` those for
    users by their English. `plurals` chooses among plural forms, as an expression of C.
    """

    language: str
    plurals: str
    keyed: Mapping[str, Forms]
    messages: Mapping[str, Forms]

    @cached_property
    def plural(self) -> Callable[[int], int]:
        """Which of the plural forms goes with a number."""
        rule: Callable[[int], int] = c2py(self.plurals)
        return rule


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, English first, then in alphabetical order."""
    found = (one.name for one in _folder().iterdir() if one.name.endswith(".po"))
    return (SOURCE, *sorted(name.removesuffix(".po") for name in found))


def catalogue(language: str) -> Catalogue | None:
    """The catalogue that serves the language ("de" serves "de-AT"); None if there is none."""
    tag = language.replace("_", "-")
    for name in (tag, tag.split("-", maxsplit=1)[0].lower()):
        if name in languages():
            return _read(name)
    return None


def source() -> Catalogue:
    """The English catalogue, which has all that there is."""
    return _read(SOURCE)


@lru_cache(maxsize=64)
def _read(language: str) -> Catalogue:
    name = _TEMPLATE if language == SOURCE else f"{language}.po"
    content = (_folder() / name).read_bytes()
    file = cached_name(name, content)
    try:
        compiled = json.loads((_folder() / _FOLDER / file).read_text(encoding="utf-8"))
        return _catalogue(language, compiled)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        # Importing what reads PO files takes longer than reading what was compiled.
        from rundfrage.locales.compiling import compiled_catalogue  # noqa: PLC0415

        compiled = compiled_catalogue(content, language, template=language == SOURCE)
        _keep(compiled, file)
        return _catalogue(language, compiled)


def _catalogue(language: str, compiled: dict[str, Any]) -> Catalogue:
    return Catalogue(
        language,
        compiled["plurals"],
        {key: tuple(forms) for key, forms in compiled["keyed"].items()},
        {english: tuple(forms) for english, forms in compiled["messages"].items()},
    )


def cached_name(name: str, content: bytes) -> str:
    """The name of the file with what was compiled of the PO file of that name and content."""
    return f"{name}.{_FORMAT}.{sha256(content).hexdigest()[:16]}.json"


def _keep(compiled: dict[str, Any], name: str) -> None:
    """Write it in one piece, so that no other process reads a half; if that can't be, don't."""
    # Needed once a catalogue; what it imports is felt in every start.
    from tempfile import NamedTemporaryFile  # noqa: PLC0415

    folder = _folder() / _FOLDER
    try:
        folder.mkdir(exist_ok=True)
        for old in folder.glob(f"{name.split('.', maxsplit=1)[0]}.*.json"):
            old.unlink(missing_ok=True)
        with NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
            draft = Path(file.name)
            try:
                json.dump(compiled, file, ensure_ascii=False)
                file.flush()
                draft.chmod(_FOR_ALL)
                draft.replace(folder / name)
            finally:
                draft.unlink(missing_ok=True)
    except OSError:
        return


def _folder() -> Path:
    return Path(__file__).parent
