"""The workbook: numbers are numbers, texts are texts, and every figure is in it."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pytest
from sample import bars_chart, deck, stacked_chart, words
from sample_languages import arabic
from surveys import multiple, open_text, scale, single, survey, times

from rundfrage.report.deck import (
    Chart,
    ChartForm,
    Deck,
    Figure,
    Grid,
    Shift,
    Slide,
    SlideRole,
)
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.xlsx.names import tab_name
from rundfrage.report.outputs.xlsx.printed import Printed, printed
from rundfrage.report.outputs.xlsx.write import xlsx
from rundfrage.tables import Table, tabulate
from rundfrage.text import Text

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ENDS = ("minus", "plus")


def tables() -> tuple[Table, ...]:
    """A single, a scale and a multiple question of ten respondents."""
    dataset = survey(
        (single("q1", "Machen Sie mit?", ("ja", "nein")), [*times(c1=6, c2=3), ""]),
        (scale("q2", "Wie wichtig ist das?"), times(c1=5, c2=3, c5=2)),
        (multiple("q3", "=Was hilft?", ("=1+1", "Beratung")), ["c1 c2"] * 4 + ["c2"] * 6),
    )
    return tabulate(dataset)


def workbook(one: Deck, of: tuple[Table, ...] = ()):
    return openpyxl.load_workbook(io.BytesIO(xlsx(Report(one, of))))


@pytest.fixture(scope="module")
def book():
    return workbook(deck(), tables())


def test_an_overview_the_figures_and_a_sheet_a_question(book):
    assert book.sheetnames == [
        "Übersicht",
        "Zahlen",
        "1 Machen Sie mit",
        "2 Wie wichtig ist das",
        "3 =Was hilft",
        "Weitere Diagramme",
    ]
    assert workbook(deck("en")).sheetnames == ["Overview", "Figures", "Other charts"]


def test_the_overview_says_what_was_asked_and_leads_to_each_sheet(book):
    sheet = book["Übersicht"]
    said = [row[0] for row in sheet.iter_rows(values_only=True) if row[0]]
    assert said[:5] == [
        "Fünf Jahre Bündnis",
        "Bündnis für Zusammenhalt",
        "Simulierte Antworten",
        "484 Menschen haben geantwortet.",
        "23.09.2020 bis 28.09.2020",
    ]
    assert ("Gewichtung", None, "keine") in [row[:3] for row in sheet.iter_rows(values_only=True)]
    links = [cell.hyperlink.location for (cell,) in sheet["A1:A40"] if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_every_figure_is_listed_as_number_and_as_printed(book):
    rows = list(book["Zahlen"].iter_rows(min_row=2, values_only=True))
    assert rows[0] == (
        "Folie",
        "Titel der Folie",
        "Bindung",
        "Wert",
        "Gedruckt",
        "Basis (beantwortet)",
        "Gefragt",
        "Gewicht",
    )
    seen, listed = set(), []
    for number, one in deck().figures:
        key = ("study" in one.binding or number, one.binding, one.text)
        if key not in seen:
            listed.append((number, one.binding, one.value, one.text, one.base, one.asked))
        seen.add(key)
    assert [(row[0], row[2], pytest.approx(row[3], rel=1e-14), *row[4:7]) for row in rows[1:]] == (
        listed
    )
    assert len(deck().figures) > len(listed) > len(deck().figures) - 10


def test_the_account_of_bases_is_a_table_of_numbers_and_dates_are_dates():
    n = Figure("q1.n", 476, "476", 484, 484)
    day = datetime.date(2020, 9, 23)
    grid = Grid(("Frage", "beantwortet"), ((words("q1"), words(n)), (words("q2"), words("–"))))
    start = Figure("study.field_start", day.toordinal(), "23.09.2020", day=day)
    slide = Slide(SlideRole.METHOD, words("Basen ab ", start), table=grid)
    book = workbook(replace(deck(), slides=(slide, replace(slide, part=2, parts=2))))
    rows = [row[:3] for row in book["Übersicht"].iter_rows(values_only=True)]
    assert rows[-5:] == [
        ("Frage", None, "beantwortet"),
        ("q1", None, 476),
        ("q2", None, "–"),
        ("q1", None, 476),
        ("q2", None, "–"),
    ]
    assert book["Zahlen"]["D3"].value == datetime.datetime(2020, 9, 23)  # noqa: DTZ001


def test_numbers_are_numbers_and_nothing_is_a_formula(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    assert "=1+1" in [cell.value for cell in cells]
    first = {row[0].value: row for row in book["1 Machen Sie mit"].iter_rows()}
    assert [cell.value for cell in first["ja"]][1:4] == [0.67, 6 / 9, 6]


def test_dangerous_texts_stay_texts():
    evil = '=HYPERLINK("http://x")\ud800\x01'
    slide = Slide(SlideRole.TITLE, words(evil), claims=(words("@SUM(1)"), words("+1"), words("-1")))
    book = workbook(replace(deck(), title=evil, organisation="=1+1", slides=(slide,)))
    cells = [cell for row in book["Übersicht"].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][1:5] == ["=1+1", "Simulierte Antworten", "@SUM(1)", "+1"]


def test_sheets_can_be_read_and_printed(book):
    figures, question = book["Zahlen"], book["1 Machen Sie mit"]
    assert figures.freeze_panes == "A3"
    assert figures.auto_filter.ref == f"A2:H{figures.max_row}"
    assert (figures.print_title_rows, question.print_title_rows) == ("$2:$2", "$2:$2")
    assert question.freeze_panes == "A3"
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_area
        assert not sheet.sheet_view.rightToLeft
        assert sheet.oddHeader.right.text == "Simulierte Antworten"
        assert sheet.oddFooter.left.text == (
            "Bündnis für Zusammenhalt · 484 Menschen haben geantwortet."
        )


@pytest.mark.filterwarnings("error")
def test_long_texts_and_signs_stand_at_the_edge_of_a_page_as_they_are():
    sheet = workbook(replace(deck(), title="A & B &P", organisation="x" * 300, ribbon="&" * 300))
    first = sheet.worksheets[0]
    assert first.oddHeader.left.text == "A && B &&P"
    assert len(first.oddFooter.left.text) == 120


def test_only_wide_sheets_lie_on_their_side():
    narrow = bars_chart()
    series = tuple(replace(one, name="unwahrscheinlich") for one in stacked_chart().series)
    broad = replace(stacked_chart(), series=series)
    for chart, orientation in ((narrow, "portrait"), (broad, "landscape")):
        slide = Slide(SlideRole.CHART, words("w"), chart=chart, source="q1")
        sheet = workbook(replace(deck(), slides=(slide,)), tables()[:1]).worksheets[2]
        assert sheet.page_setup.orientation == orientation


def test_a_few_lines_get_no_page_of_their_own():
    pressed = {}
    for count in (20, 46, 60):
        options = [f"option {at}" for at in range(count)]
        of = tabulate(survey((single("q1", "Was?", options), times(c1=6, c2=3))))
        book = workbook(replace(deck(), slides=()), of)
        pressed[count] = book.worksheets[2].page_setup.fitToHeight
    # A height of one page is Excel's own, which isn't written; 0 is as many as it takes.
    assert pressed == {20: 0, 46: None, 60: 0}


def test_the_figures_of_a_slide_fold_up_to_the_first(book):
    sheet = book["Zahlen"]
    levels = [sheet.row_dimensions[row].outlineLevel or 0 for row in range(3, sheet.max_row + 1)]
    numbers = [sheet.cell(row, 1).value for row in range(3, sheet.max_row + 1)]
    assert levels == [
        int(number == before) for before, number in zip([0, *numbers], numbers, strict=False)
    ]
    assert not sheet.sheet_properties.outlinePr.summaryBelow


def test_each_sheet_leads_back(book):
    for sheet in book.worksheets[1:]:
        assert sheet["A1"].value == "← Übersicht"
        assert sheet["A1"].hyperlink.location == "'Übersicht'!A1"


def test_headings_stand_right_over_numbers_that_stand_right(book):
    for sheet in book.worksheets[1:]:
        for column in sheet.iter_cols(min_col=2):
            heading = None
            for cell in column:
                if cell.font.bold and cell.data_type == "s":
                    heading = cell
                if cell.data_type == "n" and cell.value is not None and cell.fill.fgColor:
                    assert cell.alignment.horizontal == heading.alignment.horizontal == "right"


@pytest.mark.parametrize(
    ("name", "title", "tab"),
    [
        ("q2", "Wie wichtig ist das?", "2 Wie wichtig ist das"),
        ("Frage_07b", "Und das?", "7b Und das"),
        (
            "q2",
            "Das Bündnis will viel. Soll es weitermachen? Bitte ankreuzen.",
            "2 Soll es weitermachen",
        ),
        ("alter", "Wie alt sind Sie?", "Wie alt sind Sie"),
        ("q9", "[Wo]: hier/dort\\nicht *?", "9 Wo hier dort nicht"),
        ("q9", "Zahnärztegenossenschaftsmitgliedschaften?", "9 Zahnärztegenossenschaftsmitg…"),
        ("q3", "???", "3"),
        ("x", "???", "x"),
    ],
)
def test_a_tab_says_the_number_and_a_few_words(name, title, tab):
    table = replace(tables()[0], name=name, title=Text.of(title, "de"))
    assert tab_name(table, "de") == tab
    assert len(tab) <= 31


def test_tabs_of_the_same_words_differ():
    same = [
        replace(one, name=f"q1_{at}", title=Text.of("x" * 50)) for at, one in enumerate(tables())
    ]
    names = workbook(deck("en"), tuple(same)).sheetnames
    assert len({name.casefold() for name in names}) == len(names)


def test_open_questions_share_a_sheet():
    dataset = survey(
        (single("q1", "Machen Sie mit?", ("ja", "nein")), times(c1=6, c2=3)),
        (open_text("q1_why", "Warum?"), ["=weil"] * 6 + [""] * 3),
    )
    book = workbook(replace(deck(), slides=()), tabulate(dataset))
    assert book.sheetnames[2:] == ["1 Machen Sie mit", "Offene Fragen"]
    rows = [row[:5] for row in book["Offene Fragen"].iter_rows(min_row=3, values_only=True)]
    assert ("q1_why: Warum?", 9, 0, 9, 6) in rows


def test_right_to_left_sheets_start_at_the_right():
    assert all(sheet.sheet_view.rightToLeft for sheet in workbook(arabic(), tables()))


def test_the_same_report_is_the_same_bytes():
    report = Report(deck(), tables())
    assert xlsx(report) == xlsx(report)


def test_no_part_bears_a_date_of_today():
    with zipfile.ZipFile(io.BytesIO(xlsx(Report(deck(), ())))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


def drawn(one: Deck, of: tuple[Table, ...] = ()) -> list[ElementTree.Element]:
    """The charts of the workbook, in the order of its sheets."""
    with zipfile.ZipFile(io.BytesIO(xlsx(Report(one, of)))) as package:
        parts = [name for name in package.namelist() if re.fullmatch(r"xl/charts/\w+\.xml", name)]
        ordered = sorted(parts, key=lambda name: int(re.findall(r"\d+", name)[0]))
        return [ElementTree.fromstring(package.read(name)) for name in ordered]


def values(series: ElementTree.Element) -> list[float]:
    return [float(one.text) for one in series.findall(f"{C}val//{C}v")]


def names(part: ElementTree.Element, where: str) -> list[str]:
    return [one.text for one in part.findall(f"{C}{where}//{C}v")]


def charted(*charts: Chart) -> Deck:
    slides = tuple(Slide(SlideRole.CHART, words("Titel"), chart=one) for one in charts)
    return replace(deck(), slides=slides)


@pytest.mark.parametrize("form", [one for one in ChartForm if one is not ChartForm.SHARE])
def test_each_chart_of_the_deck_is_a_native_one_that_says_the_same(form):
    for one in (slide.chart for slide in deck().slides):
        if one is None or one.form is not form:
            continue
        (part,) = drawn(charted(one))
        series = part.findall(f".//{C}ser")
        whole = 100 if one.percent else 1
        assert [values(found) for found in series] == [
            [pytest.approx(bar.plotted / whole) for bar in own.bars] for own in one.series
        ]
        assert [names(found, "tx") for found in series] == [[own.name] for own in one.series]
        assert names(series[0], "cat") == list(one.categories)
        look = f"{C}marker/{C}spPr" if form is ChartForm.DOTS else f"{C}spPr"
        fills = [found.find(f"{look}//{A}srgbClr").get("val") for found in series]
        assert fills == [own.colour.lstrip("#").upper() for own in one.series]
        upright = form in {ChartForm.COLUMNS, ChartForm.DOTS}
        if form is not ChartForm.DOTS:
            assert part.find(f".//{C}barDir").get("val") == ("col" if upright else "bar")
        way = part.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val")
        assert way == ("minMax" if upright else "maxMin")
        axis = part.find(f".//{C}valAx/{C}scaling")
        ends = [float(axis.find(f"{C}{end}").get("val")) for end in ("min", "max")]
        assert ends == [end / whole for end in sorted((one.axis.start, one.axis.end))]
        turned = axis.find(f"{C}orientation").get("val") == "maxMin"
        assert turned is (one.axis.start > one.axis.end)


def test_a_share_is_a_ring_of_itself_and_the_rest():
    one = next(
        slide.chart for slide in deck().slides if slide.chart and slide.chart.whole is not None
    )
    (part,) = drawn(charted(one))
    (series,) = part.findall(f".//{C}doughnutChart/{C}ser")
    share = one.series[0].bars[0].plotted / 100
    assert values(series) == [pytest.approx(share), pytest.approx(1 - share)]
    assert names(series, "cat") == [*one.categories, one.whole.rest]
    fills = [point.find(f".//{A}srgbClr").get("val") for point in series.findall(f"{C}dPt")]
    assert fills == [
        colour.lstrip("#").upper() for colour in (one.series[0].colour, one.whole.colour)
    ]


def test_segments_are_labelled_from_five_percent_on():
    (part,) = drawn(charted(stacked_chart()))
    found = {one.get("formatCode") for one in part.iter(f"{C}numFmt")}
    assert '[>=0.05]0"\u202f"%;;' in found
    gone = [
        [int(one.find(f"{C}idx").get("val")) for one in series.iter(f"{C}dLbl")]
        for series in part.iter(f"{C}ser")
    ]
    unlabelled = [
        [at for at, bar in enumerate(series.bars) if not bar.labelled]
        for series in stacked_chart().series
    ]
    assert gone == unlabelled
    assert sum(map(len, gone)) == 1


def test_a_bar_keeps_its_own_colour_and_its_brackets():
    chart = bars_chart()
    series = chart.series[0]
    first = replace(
        series.bars[0],
        colour="#123456",
        figure=replace(series.bars[0].figure, text="[62\u202f%]"),
    )
    own = replace(chart, series=(replace(series, bars=(first, *series.bars[1:])),))
    (part,) = drawn(charted(own))
    assert part.find(f".//{C}dPt//{A}srgbClr").get("val") == "123456"
    typed = [one.text for one in part.iter(f"{A}t")]
    assert typed == ["[62\u202f%]"]
    sheet = workbook(charted(own)).worksheets[2]
    formats = [cell.number_format for cell in sheet["B"] if cell.data_type == "n" and cell.value]
    assert formats[:2] == ['"["0"\u202f"%"]"', '0"\u202f"%']


def test_intervals_are_error_bars_and_shifted_rows_start_where_they_do():
    chart = bars_chart()
    bars = tuple(replace(bar, reach=(bar.plotted - 3, 101)) for bar in chart.series[0].bars)
    (part,) = drawn(charted(replace(chart, series=(replace(chart.series[0], bars=bars),))))
    ends = [[float(one.text) for one in part.findall(f".//{C}{way}//{C}v")] for way in ENDS]
    assert ends[0] == [pytest.approx(0.03)] * len(bars)
    assert ends[1] == [pytest.approx(1 - bar.plotted / 100) for bar in bars]

    shift = Shift((10.0, 20.0, 0.0, 5.0), 50.0)
    (part,) = drawn(charted(replace(stacked_chart(), shift=shift)))
    unseen = part.find(f".//{C}ser")
    assert values(unseen) == [0.1, 0.2, 0.0, 0.05]
    assert unseen.find(f"{C}spPr/{A}noFill") is not None
    assert part.find(f".//{C}legend/{C}legendEntry/{C}idx").get("val") == "0"


def test_charts_have_alternative_texts_and_run_as_their_language_does():
    with zipfile.ZipFile(io.BytesIO(xlsx(Report(deck(), tables())))) as package:
        parts = [name for name in package.namelist() if "drawings/drawing" in name]
        said = [
            one.get("descr")
            for name in sorted(parts)
            for one in ElementTree.fromstring(package.read(name)).iter()
            if one.tag.endswith("cNvPr") and one.get("descr")
        ]
    assert said == [slide.chart.alt for slide in deck().slides if slide.chart]
    turned = {
        part.find(f".//{C}valAx/{C}scaling/{C}orientation").get("val")
        for part in drawn(arabic())
        if [one.get("val") for one in part.findall(f".//{C}catAx/{C}tickLblPos")] == ["low"]
    }
    assert turned == {"maxMin"}


def test_nothing_that_a_chart_names_is_taken_for_a_formula_of_ours():
    evil = ("=1+1", "Blatt!A1", "@SUM(1)", "=HYPERLINK(1)", "+1", "-1")
    chart = bars_chart()
    figure = replace(chart.series[0].bars[0].figure, text="Blatt!A1")
    bars = tuple(replace(bar, figure=figure) for bar in chart.series[0].bars)
    series = (replace(chart.series[0], name="=cmd|' /C calc'!A0", bars=bars),)
    one = charted(replace(chart, categories=evil, series=series))
    (part,) = drawn(one)
    references = {found.text for found in part.iter(f"{C}f")}
    assert references == {
        f"'Weitere Diagramme'!{place}" for place in ("$B$17", "$A$18:$A$23", "$B$18:$B$23")
    }
    assert {cell.data_type for sheet in workbook(one) for row in sheet for cell in row} == {
        "n",
        "s",
    }


@pytest.mark.parametrize(
    ("text", "language", "value", "pattern"),
    [
        ("62\u202f%", "de", 0.62, '0"\u202f"%'),
        ("62%", "en", 0.62, "0%"),
        ("[1,82]", "de", 1.82, '"["0.00"]"'),
        ("1.234,5", "de", 1234.5, "#,##0.0"),
        ("1,234", "en", 1234, "#,##0"),
        ("über 80\u202f%", "de", 0.8, '"über "0"\u202f"%'),
        ("−12", "de", -12, "0"),
    ],
)
def test_a_printed_figure_is_a_number_with_a_format(text, language, value, pattern):
    assert printed(text, language) == Printed(value, pattern)


@pytest.mark.parametrize("text", ["", "9 von 10", "–", "Tee"])
def test_what_is_no_number_stays_a_text(text):
    assert printed(text, "de") is None
