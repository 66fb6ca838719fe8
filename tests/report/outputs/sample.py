"""A deck written by hand that holds one slide of every kind, for the tests of all outputs.

Its figures are invented. Bindings and texts are those that a planned deck would have.
"""

from __future__ import annotations

from waves import asked, deck_over

from rundfrage.look.theme import DEFAULT
from rundfrage.report.deck import (
    Axis,
    Bar,
    Bracket,
    Chart,
    ChartForm,
    Claim,
    Deck,
    Figure,
    Grid,
    Quotation,
    Series,
    ShareStyle,
    SideColumn,
    Slide,
    SlideRole,
    Whole,
)
from rundfrage.text import number, percent

BASE, ASKED = 470, 484


def words(*parts: str | Figure) -> Claim:
    return Claim(parts)


def share(binding: str, whole: int, language: str = "de") -> Figure:
    return Figure(binding, whole / 100 + 0.0012, percent(whole, language), BASE, ASKED)


def mean(binding: str, value: float, language: str = "de") -> Figure:
    return Figure(binding, value, number(value, language, 2), BASE, ASKED)


def bars_chart(language: str = "de") -> Chart:
    stub = {
        "Regelmäßige Treffen vor Ort": 62,
        "Ein Newsletter mit Terminen, Förderaufrufen und Beispielen aus der Nachbarschaft": 48,
        "Beratung am Telefon": 31,
        "Vernetzung über eine Plattform": 12,
        "Anderes": 4,
        "Nichts davon": 7,
    }
    names = ("treffen", "newsletter", "telefon", "plattform", "other", "none")
    return Chart(
        ChartForm.BARS,
        tuple(stub),
        (
            Series(
                "Anteil",
                DEFAULT.primary,
                tuple(
                    Bar(share(f"q3.{name}", whole, language), whole)
                    for name, whole in zip(names, stub.values(), strict=True)
                ),
            ),
        ),
        Axis(0, 100),
        "Balkendiagramm: Regelmäßige Treffen vor Ort 62 %, Newsletter 48 %, Telefon 31 %.",
    )


def stacked_chart(language: str = "de") -> Chart:
    rows = {
        "Informationen über Förderung": (41, 30, 15, 9, 5),
        "Fachlicher Austausch mit Kommunen, Verbänden und Ehrenamtlichen": (
            35,
            33,
            20,
            8,
            4,
        ),
        "Öffentlich sichtbare Haltung": (28, 34, 21, 10, 7),
        "Fortbildungen": (20, 30, 28, 14, 8),
    }
    items = ("info", "austausch", "haltung", "fortbildung")
    steps = ("sehr wichtig", "wichtig", "teils, teils", "weniger wichtig", "unwichtig")
    means = (2.07, 2.13, 2.34, 2.6)
    return Chart(
        ChartForm.STACKED,
        tuple(rows),
        tuple(
            Series(
                step,
                DEFAULT.scale[index],
                tuple(
                    Bar(
                        share(f"q4.{item}.{index + 1}", row[index], language),
                        row[index],
                        row[index] >= 5,
                    )
                    for item, row in zip(items, rows.values(), strict=True)
                ),
            )
            for index, step in enumerate(steps)
        ),
        Axis(0, 100),
        "Gestapeltes Balkendiagramm: vier Aussagen von sehr wichtig bis unwichtig.",
        (
            SideColumn(
                "Mittelwert",
                tuple(
                    mean(f"q4.{item}.mean", value, language)
                    for item, value in zip(items, means, strict=True)
                ),
            ),
        ),
    )


def means_chart(language: str = "de") -> Chart:
    rows = {"Termine": 1.82, "Förderung": 2.07, "Gute Beispiele": 2.55, "Rechtliches": 3.1}
    return Chart(
        ChartForm.MEANS,
        tuple(rows),
        (
            Series(
                "Mittelwert",
                DEFAULT.primary,
                tuple(
                    Bar(mean(f"q9.{index}.mean", value, language), value)
                    for index, value in enumerate(rows.values(), start=1)
                ),
            ),
        ),
        Axis(0, 4, "0", "4"),
        "Mittlere Punkte von 0 bis 4: Termine 1,82, Förderung 2,07.",
        percent=False,
    )


def dots_chart(language: str = "de") -> Chart:
    """Means on a scale whose lowest number is the best, each with its interval."""
    low, high, value, *names = (
        ("مهم جدا", "غير مهم", "المتوسط", "مواعيد", "أمثلة جيدة من الجيران", "قانون")
        if language == "ar"
        else ("sehr wichtig", "unwichtig", "Mittelwert", "Termine und Treffen", "Gute Beispiele",
              "Rechtliches")
    )  # fmt: skip
    bars = tuple(
        Bar(mean(f"q12.{at}.mean", place, language), place, reach=(place - 0.2, place + 0.3))
        for at, place in enumerate((1.62, 2.55, 4.81))
    )
    return Chart(
        ChartForm.DOTS,
        tuple(names),
        (Series(value, DEFAULT.primary, bars),),
        Axis(1, 5, f"1 = {low}", f"5 = {high}"),
        f"1 = {low}, 5 = {high}: {names[0]}",
        percent=False,
    )


def columns_chart(language: str = "de") -> Chart:
    """A scale of recommendation: what its ends mean below, the groups in brackets above."""
    wholes = (1, 0, 2, 3, 4, 9, 11, 20, 18, 14, 18)
    low, high, *names = (
        ("غير محتمل", "محتمل جدا", "منتقدون", "محايدون", "مروجون")
        if language == "ar"
        else ("überhaupt nicht wahrscheinlich", "äußerst wahrscheinlich", "Kritiker", "Passive",
              "Fürsprecher")
    )  # fmt: skip
    groups = tuple(zip(names, (30, 38, 32), (0, 7, 9), (6, 8, 10), (-1, 1, 0), strict=True))
    colours = [DEFAULT.scale[tone] for _, _, first, last, tone in groups
               for _ in range(first, last + 1)]  # fmt: skip
    return Chart(
        ChartForm.COLUMNS,
        tuple(map(str, range(11))),
        (
            Series(
                "النسبة" if language == "ar" else "Anteil",
                DEFAULT.primary,
                tuple(
                    Bar(share(f"q10.{at}", whole, language), whole, colour=colour)
                    for at, (whole, colour) in enumerate(zip(wholes, colours, strict=True))
                ),
            ),
        ),
        Axis(0, 20, f"0 = {low}", f"10 = {high}"),
        f"0 = {low}, 10 = {high}",
        brackets=tuple(
            Bracket(name, share(f"q10.group{at}", whole, language), first, last,
                    DEFAULT.scale[tone])
            for at, (name, whole, first, last, tone) in enumerate(groups)
        ),
    )  # fmt: skip


def share_slide(style: ShareStyle, language: str = "de") -> Slide:
    """One share that its chart alone prints."""
    figure = share(f"q11.{style}", 67, language)
    label = "نعم" if language == "ar" else "Ja"
    rest = "الباقي" if language == "ar" else "Übrige"
    chart = Chart(
        ChartForm.SHARE,
        (label,),
        (Series("النسبة" if language == "ar" else "Anteil", DEFAULT.primary, (Bar(figure, 67),)),),
        Axis(0, 100),
        f"{label}: 67/100 ({style})",
        whole=Whole(style, rest, "#c9d3d4"),
    )
    return Slide(SlideRole.CHART, words("هل تأتون؟" if language == "ar" else "Kommen Sie wieder?"),
                 chart=chart, footer=footer("„Kommen Sie?“") if language == "de" else (),
                 notes=notes("Kommen Sie?"), source=f"q11_{style}")  # fmt: skip


def footer(*lines: str) -> tuple[Claim, ...]:
    n = Figure("q3.n", BASE, "470", BASE, ASKED)
    return (
        *(words(line) for line in lines),
        words("Basis: ", n, " von 484 Befragten · 23.09.2020 bis 28.09.2020 · nicht repräsentativ"),
    )


def notes(question: str) -> tuple[Claim, ...]:
    return (
        words(f"Frage: {question}"),
        words("Basis: 484 Interviews, 484 gefragt, 470 geantwortet, 14 ohne Angabe."),
        words("Verfahren: Anteile an denen, die geantwortet haben; halbe Prozent aufgerundet."),
    )


def deck(language: str = "de", ribbon: str = "Simulierte Antworten") -> Deck:
    """One slide of each kind and form."""
    n = Figure("study.n", 484, "484", 484, 484)
    top = share("q2.top2", 80, language)
    slides = (
        Slide(
            SlideRole.TITLE,
            words("Fünf Jahre Bündnis"),
            "Die Befragung 2020",
            claims=(words(n, " Menschen haben geantwortet."), words("23.09.2020 bis 28.09.2020")),
            notes=notes("keine"),
        ),
        Slide(
            SlideRole.HEADLINE,
            words("Wie wichtig ist das Bündnis auch künftig?"),
            "Frage 2",
            claims=(words("halten das Bündnis auch künftig für sehr wichtig oder wichtig."),),
            big=top,
            footer=footer("„Wie wichtig ist das Bündnis Ihrer Meinung nach auch künftig?“"),
            notes=notes("Wie wichtig ist das Bündnis?"),
            source="q2",
        ),
        Slide(
            SlideRole.CHART,
            words("Treffen vor Ort wünschen sich ", share("q3.treffen", 62, language)),
            "Frage 3",
            chart=bars_chart(language),
            footer=footer("„Was wünschen Sie sich vom Bündnis?“ Mehrere Antworten möglich."),
            notes=notes("Was wünschen Sie sich?"),
            source="q3",
        ),
        Slide(
            SlideRole.CHART,
            words("Informationen über Förderung stehen vorn"),
            "Frage 4",
            chart=stacked_chart(language),
            footer=footer(
                "„Wie wichtig sind Ihnen diese Angebote?“",
                "Mittelwert von 1 (sehr wichtig) bis 5 (unwichtig).",
            ),
            notes=notes("Wie wichtig sind Ihnen diese Angebote?"),
            source="q4",
        ),
        Slide(
            SlideRole.CHART,
            words("Termine liegen im Mittel am besten"),
            "Frage 9",
            chart=means_chart(language),
            footer=footer("„Worüber möchten Sie unterrichtet werden?“"),
            notes=notes("Worüber möchten Sie unterrichtet werden?"),
            source="q9",
        ),
        Slide(
            SlideRole.QUOTE,
            words("Aus welchen Gründen?"),
            "Zu Frage 2",
            quotations=(
                Quotation(
                    "Ankommen dauert Jahre. Wer dabei hilft, braucht jemanden, "
                    "der zuhört, und einen Ort, an dem man sich trifft."
                ),
            ),
            claims=(words("Eine von ", Figure("q2_open.n", 283, "283", 283, 484), " Antworten"),),
            notes=notes("Aus welchen Gründen?"),
            source="q2_open",
        ),
        Slide(
            SlideRole.QUOTES,
            words("Weitere Gründe"),
            "Zu Frage 2",
            quotations=tuple(
                Quotation(text)
                for text in (
                    "Der Austausch macht Mut.",
                    "Ohne das Bündnis wüsste ich nicht, wen ich in der Verwaltung fragen kann.",
                    "Weil Zusammenhalt nicht von allein entsteht & gepflegt werden will.",
                    "Für unsere Initiative war die Förderung der Anfang von allem. 🌱",
                )
            ),
            notes=notes("Aus welchen Gründen?"),
            source="q2_open",
        ),
        Slide(
            SlideRole.SUMMARY,
            words("Das Wichtigste in Kürze"),
            claims=(
                words(top, " halten das Bündnis auch künftig für sehr wichtig oder wichtig."),
                words("Treffen vor Ort wünschen sich ", share("q3.treffen", 62, language), "."),
                words(
                    "Am wichtigsten sind Informationen über Förderung (Mittelwert ",
                    mean("q4.info.mean", 2.07, language),
                    ").",
                ),
            ),
            notes=notes("alle"),
        ),
        Slide(
            SlideRole.METHOD,
            words("Wie gefragt und gezählt wurde"),
            table=Grid(
                ("Angabe", "Wert"),
                (
                    (words("Feldzeit"), words("23.09.2020 bis 28.09.2020")),
                    (words("Teilnahme"), words(n, " Interviews, offen im Netz")),
                    (words("Gewichtung"), words("keine")),
                    (words("Schutz"), words("Basen unter fünf werden nicht gezeigt.")),
                ),
            ),
            footer=(words("Die Befragung ist nicht repräsentativ."),),
            notes=notes("alle"),
        ),
        Slide(
            SlideRole.CHART,
            words("Die meisten empfehlen das Bündnis"),
            "Frage 10",
            chart=columns_chart(language),
            footer=footer("„Wie wahrscheinlich empfehlen Sie uns?“"),
            notes=notes("Wie wahrscheinlich empfehlen Sie uns?"),
            source="q10",
        ),
        *(share_slide(style, language) for style in ShareStyle),
        Slide(
            SlideRole.CHART,
            words("Was wichtig ist"),
            "Frage 12",
            chart=dots_chart(language),
            footer=footer("„Wie wichtig ist Ihnen das?“"),
            notes=notes("Wie wichtig ist Ihnen das?"),
            source="q12",
        ),
    )
    later = "ما بعد ذلك" if language == "ar" else "Wie es weitergeht"
    wishes = "القسم الثاني" if language == "ar" else "Was die Menschen sich wünschen."
    opening = Slide(SlideRole.SECTION, words(later), "2", claims=(words(wishes),))
    slides = (*slides[:-1], opening, slides[-1])
    return Deck("Fünf Jahre Bündnis", language, "Bündnis für Zusammenhalt", slides, ribbon)


def over_waves() -> Deck:
    """Lines over waves: shares that meet, means that run down, one wave that lies further off."""
    earlier = {"2012": asked(38, 60), "2018": asked(40), "2020": asked(60)}
    text = "## {q1.c1} {chart=q1 by=wave}\n\n## {compare=q4.mean by=wave}\n\n## {chart=q3 by=wave}"
    return deck_over(asked(70, 51), earlier, text)
