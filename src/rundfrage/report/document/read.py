"""Reads `report.md`: front matter, then a heading a slide with what it is in braces behind it.

    ## {q2.top2} sagen: weitermachen {headline=q2.top2}

    Sie halten das Bündnis für {net: q2.top2}.

A paragraph is a sentence of the slide, and so is each point of a list, with numbers or without. All
Problems are raised at once, each with its line; no text raises anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.line import Line
from rundfrage.manuscript.source import lines_of, read_bytes
from rundfrage.report.claims import Passage, Sentence, read_sentence
from rundfrage.report.document.head import read_head
from rundfrage.report.document.heading import read_heading
from rundfrage.report.document.model import Document
from rundfrage.report.document.pictures import picture_in
from rundfrage.report.document.unshown import unshown
from rundfrage.report.section.model import PictureFile, Section, Sentences

_SPEECH = ">"
"""What begins a paragraph for the speaker."""
_MOST_SECTIONS = 1_000
_POINT = re.compile(r"[ ]{0,3}[-*][ \t]+")
_NUMBER = re.compile(r"[ ]{0,3}(\d{1,2})[.)][ \t]+(?=\S)")
_SPOKEN = re.compile(r"[ ]{0,3}>[ \t]*")
_HEADING = re.compile(r"##[ \t]+(?=\S)|##$")


def read_report(path: Path, language: str) -> Document:
    """The report in the file; see `read_document`."""
    return read_document(read_bytes(path, message("a report in Markdown.")), str(path), language)


def read_document(text: str | bytes, file: str, language: str) -> Document:
    """The report that the text says; `language` is the survey's, where the report names none.

    Raises one Problem that hands along all others.
    """
    gathering = Gathering(file)
    lines = lines_of(text, file)
    head, rest = read_head(lines, gathering, language)
    spoken = head.language or language
    blocks = _blocks(rest, gathering)
    sections = []
    for heading, body in blocks[:_MOST_SECTIONS]:
        if gathering.enough:
            break
        section = _section(heading, body, spoken, gathering)
        if section is not None:
            sections.append(section)
    if len(blocks) > _MOST_SECTIONS:
        gathering.problems.append(
            Problem(
                "too-many-slides",
                where=Where(file, blocks[_MOST_SECTIONS][0].number),
                found=message("The report has {count} slides.", count=len(blocks)),
                expected=message("at most {most_sections}.", most_sections=_MOST_SECTIONS),
                mend=message("Break it into several reports."),
            )
        )
    if not blocks and not gathering.problems:
        gathering.problems.append(
            Problem(
                "report-without-slides",
                where=Where(file, len(lines)),
                found=message("The report has no slide."),
                expected=message("headings such as ## {{title}} or ## A sentence {{chart=q2}}."),
                mend=message("Start from a draft of the automatic deck."),
            )
        )
    gathering.finish()
    return Document(
        tuple(sections),
        head.title,
        head.language,
        head.design,
        head.bands or {},
        head.names or {},
        head.waves,
        head.comments,
        file,
    )


def _blocks(lines: Sequence[Line], gathering: Gathering) -> list[tuple[Line, list[Line]]]:
    """Each heading with the lines below it."""
    blocks: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if _HEADING.match(line.words):
            blocks.append((line, []))
        elif line.words.startswith("#"):
            gathering.problems.append(
                Problem(
                    "report-heading",
                    where=Where(gathering.file, line.number),
                    found=message(
                        "A line begins with {words}.", words=line.words[:20].split(" ")[0]
                    ),
                    expected=message("## and a space before the title of a slide."),
                    mend=message("Write \\# if a sentence begins with that sign."),
                )
            )
        elif blocks:
            problem = unshown(line, blocks[-1][1], gathering.file)
            if problem is not None:
                gathering.problems.append(problem)
            blocks[-1][1].append(line)
        elif line.words.strip():
            gathering.problems.append(
                Problem(
                    "report-heading",
                    where=Where(gathering.file, line.number),
                    found=message(
                        "Before the first slide stands {words}.", words=line.words.strip()[:40]
                    ),
                    expected=message("a heading such as ## {{title}}."),
                    mend=message("Put a heading above it."),
                )
            )
    return blocks


def _section(
    heading: Line, body: Sequence[Line], language: str, gathering: Gathering
) -> Section | None:
    sentences: list[Sentence] = []
    speech: list[Sentence] = []
    pictures: list[PictureFile] = []
    for point, passage in _passages(body, gathering.file):
        if gathering.enough:
            break
        told = False
        with gathering.each():
            picture = picture_in(passage, language, gathering.problems)
            pictures += [picture] if picture is not None else []
            told = picture is None
        if not told:
            continue
        sentence = read_sentence(passage, language, gathering.problems)
        if sentence.pieces and point == _SPEECH:
            speech.append(sentence)
        elif sentence.pieces:
            sentences.append(replace(sentence, point=point))
    with gathering.each(line=heading.number):
        section = read_heading(heading, language, gathering)
        _check_body(section, sentences, pictures, gathering.file)
        if section.kind.listed:
            sentences = [replace(one, point="") for one in sentences]
        picture = pictures[0] if pictures else None
        return replace(section, sentences=tuple(sentences), picture=picture, speech=tuple(speech))
    return None


def _check_body(
    section: Section, sentences: Sequence[Sentence], pictures: Sequence[PictureFile], file: str
) -> None:
    kind = section.kind
    if pictures and (not kind.pictures or len(pictures) > 1):
        raise Problem(
            "picture-place",
            where=Where(file, pictures[-1].line),
            found=message("Below {{{kind}}} stands a picture too many.", kind=kind.name),
            expected=message("one picture on a slide, of {{title}} or {{text}}."),
            mend=message("Give it a slide of its own: ## … {{text}}."),
        )
    if kind.sentences is Sentences.NEEDED and not sentences and not pictures:
        raise Problem(
            "slide-empty",
            where=Where(file, section.line),
            found=message("The slide {{{kind}}} has no sentence.", kind=kind.name),
            expected=message("sentences below its heading."),
            mend=message("Write some, or take the slide out."),
        )
    if kind.sentences is Sentences.REFUSED and sentences:
        raise Problem(
            "slide-sentences",
            where=Where(file, section.line),
            found=message("Below {{{kind}}} stand sentences.", kind=kind.name),
            expected=message("nothing: the program fills such a slide."),
            mend=message("Put them on a slide of their own: ## … {{text}}."),
        )
    numbered = next((one.point for one in sentences if one.point[:-1]), "")
    if numbered and not kind.numbered:
        raise Problem(
            "slide-numbered",
            where=Where(file, section.line),
            found=message(
                "Below {{{kind}}} a list is numbered: {number}", kind=kind.name, number=numbered
            ),
            expected=message("numbers on a slide of text, which shows them."),
            mend=message(
                "Begin each point with -, or put the list on a slide of its own: {{text}}."
            ),
        )


def _passages(lines: Sequence[Line], file: str) -> list[tuple[str, Passage]]:
    """The paragraphs and points of lists, each behind what it begins with: "", "-", "3." or ">".

    The first number of a list counts, and the others follow it, as in Markdown.
    """
    passages: list[list[tuple[int, int, str]]] = []
    points: list[str] = []
    going_on = False
    for line in lines:
        words = line.words.rstrip()
        spoken = _SPOKEN.match(words)
        if not words[spoken.end() if spoken else 0 :].strip():
            going_on = False
            continue
        last = points[-1] if points else ""
        if spoken:
            # What is noted for the speaker has no lists.
            start = spoken.end()
            point = _POINT.match(words, start)
            start = point.end() if point else start
            if point or not going_on or last != _SPEECH:
                passages.append([])
                points.append(_SPEECH)
            passages[-1].append((line.number, start + 1, words[start:]))
            going_on = True
            continue
        going_on = going_on and last != _SPEECH
        point = _POINT.match(words)
        count = _NUMBER.match(words)
        # A line that goes on may begin with a number.
        if count and going_on and not last[:-1] and (not last or count[1] != "1"):
            count = None
        found = point or count
        start = found.end() if found else len(words) - len(words.lstrip())
        if found or not going_on:
            passages.append([])
            points.append("-" if point else _counted(last, count[1]) if count else "")
        passages[-1].append((line.number, start + 1, words[start:]))
        going_on = True
    return [
        (point, Passage.of_lines(one, file)) for point, one in zip(points, passages, strict=True)
    ]


def _counted(last: str, written: str) -> str:
    """The number of a point behind that of the point before it."""
    return f"{int(last[:-1]) + 1 if last[:-1] else int(written)}."
