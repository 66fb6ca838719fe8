"""Decks by hand that the German sample has not: one in Arabic, and one whose texts would do harm.

`arabic()` has a chart of each form, quotations and a table. `hostile()` carries the markup of every
output's language in its texts; an output that took a text for markup would fail or run it.
"""

from __future__ import annotations

from sample import BASE, columns_chart, dots_chart, mean, share, share_slide, words

from rundfrage.look.theme import DEFAULT
from rundfrage.report.deck import (
    Axis,
    Bar,
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
)

STEPS = ("مهم جدا", "مهم", "محايد", "أقل أهمية", "غير مهم")
GOALS = (
    "اتخاذ موقف مشترك",
    "دفع الاندماج إلى الأمام (2015–2020)",
    "مرافقة القادمين الجدد في البحث عن سكن وعمل ومدرسة وروضة أطفال",
    "تعزيز العمل التطوعي",
)
SHARES = ((34, 28, 21, 12, 5), (30, 31, 20, 15, 4), (26, 30, 24, 14, 6), (22, 29, 25, 18, 6))
MEANS = (2.26, 2.32, 2.44, 2.57)

HOSTILE = (
    "<script>window.broken=1</script>",
    '"><img src=x onerror="window.broken=2">',
    "</style></title></svg><script>window.broken=3</script>",
    "#panic(1) *fett* $x$ \\ @quelle `code` = Titel // weg /* weg */ [a] {b} <marke> ~",
    "{{ 7 * 7 }} {% raw %} ${7*7} &amp; &lt;b&gt; ]]> <!-- --> javascript:alert(1)",
    "=1+1",
    "A_x0041_ _x000D_ 'quoted' “quoted” \N{ZERO WIDTH JOINER}",
)


def _foot() -> tuple[Claim, ...]:
    answered = Figure("q2.n", BASE, "470", BASE, 484)
    return (words("الأساس: ", answered, " من 484 مشاركا · المشاركة مفتوحة وغير ممثلة"),)


def _bars(form: ChartForm) -> Chart:
    means = form is ChartForm.MEANS
    bars = tuple(
        Bar(mean(f"q6.{at}.mean", MEANS[at], "ar"), MEANS[at])
        if means
        else Bar(share(f"q3.{at}", 70 - 15 * at, "ar"), 70 - 15 * at)
        for at in range(len(GOALS))
    )
    return Chart(
        form=form,
        categories=GOALS,
        series=(Series("المتوسط" if means else "النسبة", DEFAULT.primary, bars),),
        axis=Axis(0, 5, "0", "5") if means else Axis(0, 70),
        alt="؛ ".join(f"{goal}: {bar.figure.text}" for goal, bar in zip(GOALS, bars, strict=True)),
        percent=not means,
    )


def _stacked() -> Chart:
    return Chart(
        form=ChartForm.STACKED,
        categories=GOALS,
        series=tuple(
            Series(
                step,
                DEFAULT.scale[at],
                tuple(
                    Bar(share(f"q4.{row}.{at}", whole[at], "ar"), whole[at], whole[at] >= 5)
                    for row, whole in enumerate(SHARES)
                ),
            )
            for at, step in enumerate(STEPS)
        ),
        axis=Axis(0, 100),
        alt="أربعة أهداف من مهم جدا إلى غير مهم",
        side=(
            SideColumn(
                "المتوسط",
                tuple(mean(f"q4.{row}.mean", value, "ar") for row, value in enumerate(MEANS)),
            ),
        ),
    )


def arabic() -> Deck:
    """Slides written from right to left."""
    top = share("q2.top2", 62, "ar")
    quotations = (Quotation("لولا اللقاءات لما عرفت أحدا."), Quotation("نحتاج مواعيد مسائية."))
    return Deck(
        title="خمس سنوات من التحالف: الاستطلاع",
        language="ar",
        organisation="التحالف من أجل المدينة",
        slides=(
            Slide(SlideRole.TITLE, words("خمس سنوات من التحالف: الاستطلاع")),
            Slide(
                SlideRole.HEADLINE,
                words("ما مدى أهمية التحالف في المستقبل؟"),
                "السؤال 2",
                claims=(words("يرون أن التحالف مهم جدا أو مهم."),),
                big=top,
                footer=_foot(),
            ),
            Slide(
                SlideRole.CHART,
                words("ما الذي أطلقه التحالف؟"),
                "السؤال 3",
                claims=(words(share("q3.0", 70, "ar"), " يذكرون: ", GOALS[0]),),
                chart=_bars(ChartForm.BARS),
                footer=_foot(),
                notes=_foot(),
            ),
            Slide(
                SlideRole.CHART,
                words("كيف تقيمون عمل التحالف؟"),
                "السؤال 4",
                chart=_stacked(),
                footer=_foot(),
            ),
            Slide(
                SlideRole.CHART,
                words("الترتيب حسب المتوسط"),
                "السؤال 6",
                chart=_bars(ChartForm.MEANS),
                footer=_foot(),
            ),
            Slide(
                SlideRole.CHART,
                words("هل توصون بنا؟"),
                "السؤال 10",
                chart=columns_chart("ar"),
                footer=_foot(),
            ),
            *(share_slide(style, "ar") for style in ShareStyle),
            Slide(SlideRole.CHART, words("ما المهم؟"), "السؤال 12", chart=dots_chart("ar")),
            Slide(SlideRole.QUOTES, words("ما يكتبه المشاركون"), quotations=quotations),
            Slide(
                SlideRole.METHOD,
                words("كيف جرى الاستطلاع"),
                table=Grid(
                    ("السؤال", "الأساس"),
                    ((words(GOALS[0]), words(Figure("q3.n", BASE, "470", BASE, 484))),),
                ),
            ),
        ),
        ribbon="إجابات محاكاة",
    )


def hostile() -> Deck:
    """Texts that would do harm, or look wrong, in an output that took them for markup."""
    wholes = (80, 60, 50, 40, 30, 20, 10)
    bars = tuple(Bar(share(f"q1.{at}", whole, "en"), whole) for at, whole in enumerate(wholes))
    return Deck(
        title=HOSTILE[2],
        language="en",
        organisation=HOSTILE[1],
        slides=(
            Slide(SlideRole.TITLE, words(HOSTILE[2]), HOSTILE[0], claims=(words(HOSTILE[3]),)),
            Slide(
                SlideRole.CHART,
                words(HOSTILE[1]),
                HOSTILE[3],
                chart=Chart(
                    form=ChartForm.BARS,
                    categories=HOSTILE,
                    series=(Series(HOSTILE[0], DEFAULT.primary, bars),),
                    axis=Axis(0, 100),
                    alt=" ".join(HOSTILE),
                ),
                footer=(words(HOSTILE[4]),),
                notes=(words(HOSTILE[0]), words(Figure(HOSTILE[1], 1, HOSTILE[0]))),
            ),
            Slide(
                SlideRole.QUOTES,
                words(HOSTILE[0]),
                quotations=tuple(Quotation(text) for text in HOSTILE),
            ),
            Slide(
                SlideRole.METHOD,
                words("Table"),
                table=Grid(
                    headings=(HOSTILE[0], HOSTILE[1]),
                    rows=tuple((words(text), words(text)) for text in HOSTILE[3:]),
                ),
            ),
        ),
        ribbon=HOSTILE[0],
    )
