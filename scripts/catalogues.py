#!/usr/bin/env python
"""Brings the catalogues of the program's words in step with the code, and says what is missing.

    scripts/catalogues.py             gather messages from the code, update every language
    scripts/catalogues.py --check     change nothing; fail if something would change
    scripts/catalogues.py --new pt    begin a language

The template rundfrage.pot holds words with a key, which people write there, and messages without
one, which are gathered from the code. Where the English has changed under a key the translation
stays as a suggestion, marked fuzzy; it is not used until somebody has looked at it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from rundfrage.locales.compiling import english_of, entry_forms
from rundfrage.locales.plurals import plural_rule

SOURCE = Path(__file__).parent.parent / "src" / "rundfrage"
LOCALES = SOURCE / "locales"
TEMPLATE = LOCALES / "rundfrage.pot"
MARKED = re.compile(rb"\b(message|template)\(")
KEYWORDS = {"message": None, "template": None, "counted_message": (1, 2)}
_FLAGS = {"python-format", "python-brace-format"}
_HEAD = """\
# Words of rundfrage in {language}.
# Licence: EUPL-1.2, as the program. docs/contributing/language.md says how to translate."""


def main() -> int:
    """Update or check all catalogues; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing")
    parser.add_argument("--new", metavar="LANG", help="begin a language")
    asked = parser.parse_args()
    files = [TEMPLATE, *sorted(LOCALES.glob("*.po"))]
    if asked.new and (new := LOCALES / f"{asked.new}.po") not in files:
        files.append(new)
    behind = []
    for file, content in zip(files, updated(files), strict=True):
        if not file.exists() or file.read_text(encoding="utf-8") != content:
            behind.append(file.name)
            if not asked.check:
                file.write_text(content, encoding="utf-8", newline="\n")
    for file in files[1:]:
        print(missing(file))
    if behind:
        print(f"{'Behind' if asked.check else 'Updated'}: {', '.join(behind)}")
    return int(asked.check and bool(behind))


def updated(files: list[Path]) -> Iterator[str]:
    """What the files should hold, the template first."""
    template = _gathered(read(files[0]))
    yield text_of(template)
    for file in files[1:]:
        yield text_of(_in_step(file, template))


def read(file: Path) -> Catalog:
    """The catalogue in a file; an empty one if there is no file yet."""
    return read_po(BytesIO(file.read_bytes() if file.exists() else b""), abort_invalid=True)


def missing(file: Path) -> str:
    """A line that says how much of a language is translated, and what lacks by domain."""
    entries = [entry for entry in read(file) if entry.id]
    lacking = [entry for entry in entries if not entry_forms(entry, template=False)]
    domains = Counter(str(entry.context or "messages:").partition(":")[0] for entry in lacking)
    parts = ", ".join(f"{count} of {domain}" for domain, count in sorted(domains.items()))
    done = len(entries) - len(lacking)
    return f"{file.stem}: {done} of {len(entries)}" + (f"; missing: {parts}" if parts else "")


def text_of(catalog: Catalog) -> str:
    """The file's text; lines are not wrapped, so that a change of a word changes one line."""
    for entry in catalog:
        entry.flags -= _FLAGS
    file = BytesIO()
    write_po(file, catalog, width=0, include_previous=True, no_location=True)
    lines = file.getvalue().decode().rstrip("\n").split("\n")
    # Dates and tools' names would change with every run and tell nothing.
    dull = (
        '"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator',
        '"Report-Msgid-Bugs-To', '"Language-Team',
    )  # fmt: skip
    return "\n".join(line for line in lines if not line.startswith(dull)) + "\n"


def _gathered(old: Catalog) -> Catalog:
    """The template: words with a key as they stand there, and the messages of the code."""
    fresh = _empty("English", None)
    for entry in old:
        if entry.id and entry.context:
            fresh.add(entry.id, context=entry.context, auto_comments=entry.auto_comments)
    for english in sorted(messages(), key=lambda one: one if isinstance(one, str) else one[0]):
        fresh.add(english)
    return fresh


def messages() -> set[str | tuple[str, ...]]:
    """The English of every message in the code."""
    found: set[str | tuple[str, ...]] = set()
    for path in SOURCE.rglob("*.py"):
        if path.parent != LOCALES and MARKED.search(path.read_bytes()):
            for _, english, _, _ in extract_from_file("python", path, KEYWORDS):
                found.add(english if isinstance(english, str) else tuple(english))
    return found


def _in_step(file: Path, template: Catalog) -> Catalog:
    """The catalogue of one language with the entries of the template, its translations kept."""
    old = read(file)
    fresh = _empty(file.stem, file.stem)
    fresh.header_comment = old.header_comment if file.exists() else fresh.header_comment
    exact = {(entry.context, english_of(entry)): entry for entry in old if entry.id}
    by_key = {entry.context: entry for entry in old if entry.context}
    for entry in template:
        if not entry.id:
            continue
        before = exact.get((entry.context, english_of(entry)))
        changed = by_key.get(entry.context) if before is None and entry.context else None
        _add(fresh, entry, before, changed)
    return fresh


def _add(fresh: Catalog, entry: Message, before: Message | None, changed: Message | None) -> None:
    empty = "" if isinstance(entry.id, str) else ("",) * plural_rule(str(fresh.locale))[0]
    about = {"context": entry.context, "auto_comments": entry.auto_comments}
    if before is not None:
        fresh.add(
            entry.id,
            before.string or empty,
            flags=before.flags,
            user_comments=before.user_comments,
            previous_id=before.previous_id,
            **about,
        )
    elif changed is not None and isinstance(changed.id, str) == isinstance(entry.id, str):
        previous = changed.previous_id if changed.fuzzy and changed.previous_id else changed.id
        flags = {*changed.flags, "fuzzy"} if any(changed.string or ()) else changed.flags
        fresh.add(
            entry.id, changed.string or empty, flags=flags, user_comments=changed.user_comments,
            previous_id=previous if "fuzzy" in flags else (), **about,
        )  # fmt: skip
    else:
        fresh.add(entry.id, empty, **about)


def _empty(language: str, locale: str | None) -> Catalog:
    catalog = Catalog(
        locale=locale.replace("-", "_") if locale else None,
        header_comment=_HEAD.format(language=language),
        project="rundfrage",
        version="1",
        copyright_holder="",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        charset="utf-8",
        fuzzy=False,
    )
    catalog.obsolete.clear()
    return catalog


if __name__ == "__main__":
    sys.exit(main())
