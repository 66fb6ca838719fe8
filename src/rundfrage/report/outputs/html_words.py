"""The words of the web page that are not of the deck: its skip link, its contents, its tables."""

from __future__ import annotations

from dataclasses import dataclass

from rundfrage.text import main_part


@dataclass(frozen=True)
class PageWords:
    """What the page itself says, in one language."""

    language: str
    skip: str
    contents: str
    data: str
    category: str
    value: str
    notes: str
    slide: str
    """With places for {number} and {total}."""


DE = PageWords(
    language="de",
    skip="Zum Inhalt springen",
    contents="Alle Seiten",
    data="Daten als Tabelle",
    category="Antwort",
    value="Wert",
    notes="Wortlaut, Basis und Methode",
    slide="Seite {number} von {total}",
)
EN = PageWords(
    language="en",
    skip="Skip to the content",
    contents="All pages",
    data="Data as a table",
    category="Answer",
    value="Value",
    notes="Wording, base and method",
    slide="Page {number} of {total}",
)
AR = PageWords(
    language="ar",
    skip="انتقل إلى المحتوى",
    contents="كل الصفحات",
    data="البيانات في جدول",
    category="الإجابة",
    value="القيمة",
    notes="نص السؤال والأساس والمنهج",
    slide="صفحة {number} من {total}",
)

PAGES = (DE, EN, AR)


def page_words(language: str) -> PageWords:
    """The page's words in the language ("de" serves "de-AT"), else in English."""
    return next((one for one in PAGES if one.language == main_part(language)), EN)
