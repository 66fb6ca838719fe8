"""SurveyMonkey and others with two rows of headings: the question above its first column alone.

Below it stand "Response", the items of a grid, or the options of a multiple choice, whose cells
repeat the option's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.exports.spread_choices import with_choices_together
from rundfrage.dataset.intake.headings import heading, is_blank, part_of
from rundfrage.dataset.intake.label_reasons import reason_of
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet, stands_once
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message

_RESPONSE = listed(
    "response|open-ended response|antwort|antworten|offene antwort|réponse|respuesta",
    "respuesta abierta|réponse ouverte|risposta|odpowiedź|yanıt",
)
CODES = (
    message("Answers are codes here; what they stand for, and their order, isn't told."),
    message(
        "Name the answers and the scales in its codebook, and write sure = true under [file] there."
    ),
)
"""The doubt of a file whose answers are numbers that nothing explains, and how it is settled."""
_MOSTLY = 0.8
_SURE = 2
_OWN = listed(
    "respondent id|respondentid|collector id|collectorid|befragten-id|teilnehmer-id|collector-id",
    "id du répondant|id du collecteur|id del encuestado|id de recopilador|id del recopilador",
    "id do respondente|id do coletor|id rispondente|id collettore|respondent-id|id respondenta",
    "id kolektora|katılımcı kimliği|toplayıcı kimliği|insamlar-id",
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as SurveyMonkey lays it out, None if its headings don't stand in two rows."""
    if not sheet.n or len(sheet.names) < 2:  # noqa: PLR2004  a row below would be an answer
        return None
    names = ["" if is_blank(name) else clean(name) for name in sheet.names]
    below = [clean(cell) for cell in sheet.row(0)]
    words = [folded(cell) for cell in below]
    again = _said_again(names, sheet)
    continued = [place for place, name in enumerate(names) if not name and below[place]]
    said = any(word in _RESPONSE for word in words)
    # Nothing stands below the columns that the program adds.
    own = any(folded(name) in _OWN and not cell for name, cell in zip(names, below, strict=True))
    if not names[0] and not below[0]:
        names[0] = ""
    if not (
        (said and (own or continued or _alone(sheet, words)))
        or (again and (own or continued))
        or (continued and (_repeats(sheet, continued) or _over_numbers(sheet, continued)))
    ):
        return None
    headings = _headings(names, below)
    answers = sheet.below(1)
    coded = ticked_by_number(headings, answers)
    layout = Layout(
        answers,
        headings,
        message("The headings stand in two rows, questions above options."),
        coded=coded,
        doubts=(CODES,) if coded else (),
    )
    return layout if coded else with_choices_together(layout)


def answers_below(names: Sequence[str], sheet: Sheet) -> bool:
    """True if the row ends the headings: "Response", the questions again, or words over numbers."""
    said = any(folded(clean(cell)) in _RESPONSE for cell in sheet.row(0))
    unnamed = [place for place, name in enumerate(names) if not clean(name)]
    return said or _said_again(names, sheet) or _over_numbers(sheet, unnamed)


def ticked_by_number(headings: Sequence[Heading], sheet: Sheet) -> bool:
    """True if each option of a question is ticked with its number, so that choices are codes."""
    groups: dict[str, list[bool]] = {}
    for one, column in zip(headings, sheet.columns, strict=True):
        words = list(column.answers)
        if one.group and words:
            groups.setdefault(one.group, []).append(words == [one.item])
    return any(len(ticks) > 1 and all(ticks) for ticks in groups.values())


def _said_again(names: Sequence[str], sheet: Sheet) -> bool:
    """True if half of the names stand a second time in the row below, and nowhere else."""
    below = [folded(cell) for cell in sheet.row(0)]
    named = [place for place, words in enumerate(names) if clean(words) and below[place]]
    again = [
        place
        for place in named
        if folded(names[place]) == below[place] and stands_once(sheet.columns[place])
    ]
    return len(again) > 1 and len(again) >= len(named) / 2


def _alone(sheet: Sheet, words: Sequence[str]) -> bool:
    """True if no cell of the first row stands elsewhere in its column, and it is no person's.

    One "Response" beside other words may be what the first person wrote.
    """
    filled = [word for word in words if word]
    said = sum(word in _RESPONSE for word in filled)
    once = all(
        stands_once(column) for column, word in zip(sheet.columns, words, strict=True) if word
    )
    return once and (said >= _SURE or said == len(filled))


def _repeats(sheet: Sheet, continued: Sequence[int]) -> bool:
    """True if below unnamed columns their first cells come again, or can be no answers."""
    if not all(sheet.names[0:1]) or not _above_once(sheet, continued):
        return False
    again = 0
    for place in continued:
        column = sheet.columns[place]
        first, rest = column.index[0], column.index[1:]
        others = _below_first(column)
        again += bool((rest == first).any()) and len(others) == 1
        again += not (rest == first).any() and len(others) > 1
    return again > len(continued) / 2


def _over_numbers(sheet: Sheet, continued: Sequence[int]) -> bool:
    """True if unnamed columns hold nothing but numbers, each below a word that isn't one."""
    words = {place: clean(sheet.row(0)[place]) for place in continued}
    told = [place for place, word in words.items() if word]
    return (
        len(told) > 0
        and all(
            parsed_number(words[place]) is None
            and reason_of(words[place]) is None
            and stands_once(sheet.columns[place])
            and all(parsed_number(word) is not None for word in _below_first(sheet.columns[place]))
            for place in told
        )
        and any(_below_first(sheet.columns[place]) for place in told)
        and _above_once(sheet, told)
    )


def _below_first(column: Cells) -> set[str]:
    """What the column holds below its first cell, without blanks."""
    return {clean(column.distinct[one]) for one in set(column.index[1:].tolist())} - {""}


def _above_once(sheet: Sheet, continued: Sequence[int]) -> bool:
    """True if what stands in the first row of other columns comes nowhere again, mostly."""
    others = [
        column
        for place, column in enumerate(sheet.columns)
        if place not in set(continued) and clean(column.distinct[column.index[0]])
    ]
    return sum(map(stands_once, others)) >= _MOSTLY * len(others)


def _headings(names: Sequence[str], below: Sequence[str]) -> list[Heading]:
    found: list[Heading] = []
    question, number = "", 0
    for place, (name, item) in enumerate(zip(names, below, strict=True)):
        if name:
            question, number = name, 0
        number += 1
        follows = place + 1 < len(names) and not names[place + 1] and bool(below[place + 1])
        if not item or folded(item) in {*_RESPONSE, folded(name)}:
            alone = heading(name) if name and not item else Heading(question, question)
            found.append(alone if name else Heading(f"{question} {number}".strip(), question))
        elif follows or not name:
            found.append(
                Heading(
                    f"{question}.{number}", question, question, str(number), item, part_of(item)
                )
            )
        else:
            worded = " " in item and " " not in name  # a code above its wording
            label = item if worded else f"{question} – {item}"
            found.append(Heading(question, label, "", "", "", part_of(item)))
    return found


EXPORT = Export("SurveyMonkey", lay_out)
